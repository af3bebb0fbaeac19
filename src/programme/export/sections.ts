import type { PaperBlock } from "../../office/paper.ts";
import type { Programme, Section } from "../contract.ts";
import { isPlainHeading } from "../import/index.ts";
import { oneLine } from "../language/words.ts";

/** A longer line is not known for a heading. */
const LONGEST_HEADING = 150;

/** The sections of text, each under its heading. */
export function layOutSections({ sections }: Programme): PaperBlock[] {
  return sections.flatMap((section) => [
    ...headingLines(section).map((text): PaperBlock => ({ kind: "paragraph", text, style: "heading" })),
    ...section.paragraphs.map(({ text }): PaperBlock => ({ kind: "paragraph", text: text.trim(), style: "body" })),
  ]);
}

function headingLines(section: Section): string[] {
  const text = `${headingPrefix(section)}${oneLine(section.heading.text)}`;
  if (text.length <= LONGEST_HEADING) return [text];
  // What follows in small letters goes on with the heading.
  const at = [...text.matchAll(/ (?=[а-яё])/g)].map(({ index }) => index).findLast((index) => index <= LONGEST_HEADING);
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** The words before the heading as the document had them, «Раздел 2. » or «II. »; a bare Arabic number needs its word to be known for a heading's. */
function headingPrefix({ number, heading }: Section): string {
  const printed = oneLine(heading.place.text);
  const at = printed.indexOf(oneLine(heading.text).slice(0, 40));
  const prefix = at > 0 ? printed.slice(0, at) : "";
  if (number !== null && prefix.includes(number)) return prefix;
  if (number === null) return "";
  return isPlainHeading(`${number}. ${heading.text}`) ? `${number}. ` : `Раздел ${number}. `;
}
