import {
  AlignmentType,
  Header,
  type ISectionPropertiesOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from "docx";
import type { PaperSection } from "../paper.ts";

/** Twentieths of a point, 567 a centimetre: A4 with the margins of an official paper, 30 mm at the binding edge. */
const SHORT = 11_906;
const LONG = 16_838;
const MARGINS = {
  portrait: { left: 1701, right: 851, top: 1134, bottom: 1134 },
  landscape: { left: 1134, right: 1134, top: 1701, bottom: 851 },
} as const;
const TO_HEADER = 567;

/** Width of the text between the margins. */
export function textWidth(orientation: PaperSection["orientation"]): number {
  const { left, right } = MARGINS[orientation];
  return (orientation === "portrait" ? SHORT : LONG) - left - right;
}

/** The format wants the sides of the upright sheet and turns them itself. The very first page bears no number. */
export function makePage(orientation: PaperSection["orientation"], first: boolean): ISectionPropertiesOptions {
  const margin = { ...MARGINS[orientation], header: TO_HEADER, footer: TO_HEADER };
  const turned = orientation === "portrait" ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE;
  return {
    page: { size: { width: SHORT, height: LONG, orientation: turned }, margin },
    type: SectionType.NEXT_PAGE,
    ...(first && { titlePage: true }),
  };
}

/** The number of the page in the middle of the upper margin. */
export function makeHeader(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: 24 });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}
