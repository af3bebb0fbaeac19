import { Paragraph, TabStopType } from "docx";
import type { PaperParagraph } from "../paper.ts";
import { makeRuns } from "./runs.ts";
import { STYLE_NAMES } from "./styles.ts";

/** A paragraph of a section whose text is `width` wide: the letterhead fills the right half, the name in a signature ends at the right margin. */
export function makeParagraph({ text, style }: PaperParagraph, width: number): Paragraph {
  return new Paragraph({
    style: STYLE_NAMES[style],
    ...(style === "letterhead" && {
      indent: { left: Math.round(width * LETTERHEAD[width > WIDE ? "wide" : "upright"]) },
    }),
    ...(style === "signature" && { tabStops: [{ type: TabStopType.RIGHT, position: width }] }),
    children: makeRuns(text),
  });
}

const WIDE = 11_000;
const LETTERHEAD = { upright: 0.5, wide: 0.6 } as const;
