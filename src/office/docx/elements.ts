import type { XmlTag } from "../packed/xml-tag.ts";
import { cleanText } from "./paragraph.ts";
import type { Story } from "./story.ts";
import { readSymbol } from "./symbols.ts";
import { isOn, readCount, readValue } from "./values.ts";

/** Where we are beyond the blocks themselves. */
export interface Place {
  readonly story: Story;
  /** Elements that decide what a child means, innermost last: «w:body», «w:tbl», «w:tr», «w:tc», «w:txbxContent», «w:p». */
  readonly around: string[];
  /** Whose properties w:rPr holds: of a paragraph's mark or of a run. */
  inParagraphProperties: boolean;
  inRunProperties: boolean;
  inRowProperties: boolean;
  /** Of the w:t that is being read. */
  text: string;
  preserve: boolean;
  collecting: boolean;
  /** One mc:AlternateContent a level: whether a choice was taken. */
  readonly chosen: boolean[];
}

/** What an element does. `open` returning true leaves the whole element out. */
export interface ElementRule {
  readonly open?: (place: Place, tag: XmlTag<ElementRule>) => unknown;
  readonly close?: (place: Place) => void;
}

/** The structure is not that of a document (a row outside a table): Word refuses such a file too. */
export class StructureError extends Error {}

const leave: ElementRule = { open: () => true };

/** Every element of WordprocessingML that changes what a person reads; all others are looked through. */
export const ELEMENTS: ReadonlyMap<string, ElementRule> = new Map<string, ElementRule>([
  ["w:document", { open: openDocument }],
  ["w:body", around("w:body", ["w:document"])],
  [
    "w:tbl",
    around(
      "w:tbl",
      ["w:body", "w:tc", "w:txbxContent"],
      (s) => s.openTable(),
      (s) => s.closeTable(),
    ),
  ],
  [
    "w:tr",
    around(
      "w:tr",
      ["w:tbl"],
      (s) => s.openRow(),
      (s) => s.closeRow(),
    ),
  ],
  [
    "w:tc",
    around(
      "w:tc",
      ["w:tr"],
      (s) => s.openCell(),
      (s) => s.closeCell(),
    ),
  ],
  [
    "w:p",
    around(
      "w:p",
      ["w:body", "w:tc", "w:txbxContent"],
      (s) => s.openParagraph(),
      (s) => s.closeParagraph(),
    ),
  ],
  [
    "w:txbxContent",
    around(
      "w:txbxContent",
      ["w:p", "w:body", "w:tc", "w:txbxContent"],
      (s) => s.openBox(),
      (s) => s.closeBox(),
    ),
  ],
  [
    "w:pPr",
    {
      open: (place) => {
        place.inParagraphProperties = true;
      },
      close: (place) => {
        place.inParagraphProperties = false;
      },
    },
  ],
  [
    "w:rPr",
    {
      open: (place) => {
        place.inRunProperties = true;
      },
      close: (place) => {
        place.inRunProperties = false;
      },
    },
  ],
  [
    "w:trPr",
    {
      open: (place) => {
        place.inRowProperties = true;
      },
      close: (place) => {
        place.inRowProperties = false;
      },
    },
  ],
  ["w:r", { open: openRun }],
  ["w:t", { open: openText, close: closeText }],
  ["m:t", { open: openText, close: closeText }],
  ["w:tab", { open: (place) => addText(place, "\t") }],
  ["w:ptab", { open: (place) => addText(place, "\t") }],
  ["w:br", { open: openBreak }],
  ["w:cr", { open: (place) => addText(place, "\n") }],
  ["w:noBreakHyphen", { open: (place) => addText(place, "-") }],
  ["w:sym", { open: openSymbol }],
  ["w:fldChar", { open: (place, tag) => place.story.paragraph?.changeField(tag.attributes.get("w:fldCharType")) }],
  ["w:pStyle", { open: openParagraphStyle }],
  ["w:rStyle", { open: openRunStyle }],
  ["w:vanish", { open: openVanish }],
  ["w:numId", { open: openListId }],
  ["w:ilvl", { open: openListLevel }],
  ["w:del", { open: openDeletion }],
  ["w:moveFrom", { open: openDeletion }],
  [
    "w:cellDel",
    {
      open: (place) => {
        if (place.story.cell) place.story.cell.deleted = true;
      },
    },
  ],
  ["w:gridSpan", { open: openGridSpan }],
  ["w:gridBefore", { open: openGridBefore }],
  ["w:vMerge", { open: openVerticalMerge }],
  ["w:hMerge", { open: openHorizontalMerge }],
  [
    "mc:AlternateContent",
    { open: (place) => void place.chosen.push(false), close: (place) => void place.chosen.pop() },
  ],
  ["mc:Choice", { open: takeOnce }],
  ["mc:Fallback", { open: takeOnce }],
  ["pic:pic", { open: (place) => place.story.omit("picture") }],
  ["v:imagedata", { open: (place) => place.story.omit("picture") }],
  ["c:chart", { open: (place) => place.story.omit("chart") }],
  ["w:commentReference", { open: (place) => place.story.omit("comment") }],
  ["w:footnoteReference", { open: (place) => place.story.omit("footnote") }],
  ["w:endnoteReference", { open: (place) => place.story.omit("endnote") }],
  ["w:headerReference", { open: (place) => place.story.omit("header") }],
  ["w:footerReference", { open: (place) => place.story.omit("footer") }],
  ["w:altChunk", { open: (place) => place.story.omit("embedded-document") }],
  ["w:tabs", leave],
  ["w:sdtPr", leave],
  ["w:instrText", leave],
  ["w:delText", leave],
  ["w:rt", leave],
  ["w:pPrChange", leave],
  ["w:rPrChange", leave],
  ["w:tblPrChange", leave],
  ["w:tblGridChange", leave],
  ["w:trPrChange", leave],
  ["w:tcPrChange", leave],
  ["w:tblPrExChange", leave],
  ["w:sectPrChange", leave],
  ["w:numberingChange", leave],
]);

function around(
  name: string,
  within: readonly string[],
  open: (story: Story) => void = () => {},
  close: (story: Story) => void = () => {},
): ElementRule {
  return {
    open: (place) => {
      const outer = place.around.at(-1);
      if (outer === undefined || !within.includes(outer)) throw new StructureError(`${name} in ${outer}`);
      place.around.push(name);
      open(place.story);
    },
    close: (place) => {
      place.around.pop();
      close(place.story);
    },
  };
}

function openDocument(place: Place): void {
  if (place.around.length > 0) throw new StructureError("a document in a document");
  place.around.push("w:document");
}

function openRun(place: Place): void {
  const { paragraph, styles } = place.story;
  paragraph?.hide(styles.byId.get(paragraph.styleId ?? styles.defaultParagraph ?? ""));
}

function openText(place: Place, tag: XmlTag<ElementRule>): void {
  place.collecting = place.story.paragraph?.visible === true && place.around.at(-1) === "w:p";
  place.preserve = tag.attributes.get("xml:space") === "preserve";
  place.text = "";
}

function closeText(place: Place): void {
  if (place.collecting) place.story.paragraph?.add(cleanText(place.text, place.preserve));
  place.collecting = false;
}

function addText(place: Place, text: string): void {
  if (place.around.at(-1) === "w:p") place.story.paragraph?.add(text);
}

function openBreak(place: Place, tag: XmlTag<ElementRule>): void {
  const type = tag.attributes.get("w:type");
  if (type === "page" || type === "column") place.story.paragraph?.addPageBreak();
  else addText(place, "\n");
}

function openSymbol(place: Place, tag: XmlTag<ElementRule>): void {
  const code = Number.parseInt(tag.attributes.get("w:char") ?? "", 16);
  addText(place, readSymbol(tag.attributes.get("w:font") ?? "", code));
}

function openParagraphStyle(place: Place, tag: XmlTag<ElementRule>): void {
  if (place.inParagraphProperties && place.story.paragraph) place.story.paragraph.styleId = readValue(tag) ?? null;
}

function openRunStyle(place: Place, tag: XmlTag<ElementRule>): void {
  const style = place.story.styles.byId.get(readValue(tag) ?? "");
  if (isRun(place) && style?.hidden) place.story.paragraph?.hide(style);
}

function openVanish(place: Place, tag: XmlTag<ElementRule>): void {
  const { paragraph } = place.story;
  if (isRun(place) && paragraph) paragraph.hidden = isOn(tag);
}

function isRun(place: Place): boolean {
  return place.inRunProperties && !place.inParagraphProperties;
}

function openListId(place: Place, tag: XmlTag<ElementRule>): void {
  if (place.story.paragraph) place.story.paragraph.numberingId = readValue(tag) ?? null;
}

function openListLevel(place: Place, tag: XmlTag<ElementRule>): void {
  if (place.story.paragraph) place.story.paragraph.level = readCount(tag, 0);
}

/** A deletion means the row inside the properties of a row, the mark inside those of a mark, and otherwise what it encloses. */
function openDeletion(place: Place): boolean {
  const { paragraph, row } = place.story;
  if (place.inRowProperties && row) row.deleted = true;
  else if (place.inParagraphProperties && paragraph) paragraph.markDeleted = true;
  return true;
}

function openGridSpan(place: Place, tag: XmlTag<ElementRule>): void {
  if (place.story.cell) place.story.cell.span = Math.max(readCount(tag, 1), 1);
}

function openGridBefore(place: Place, tag: XmlTag<ElementRule>): void {
  if (place.inRowProperties && place.story.row) place.story.row.before = readCount(tag, 0);
}

function openVerticalMerge(place: Place, tag: XmlTag<ElementRule>): void {
  if (place.story.cell) place.story.cell.vertical = readValue(tag) === "restart" ? "restart" : "continue";
}

function openHorizontalMerge(place: Place, tag: XmlTag<ElementRule>): void {
  if (place.story.cell) place.story.cell.horizontal = readValue(tag) === "restart" ? "restart" : "continue";
}

/** Of several ways to say the same only the first is read. */
function takeOnce(place: Place): boolean {
  if (place.chosen.at(-1)) return true;
  if (place.chosen.length > 0) place.chosen[place.chosen.length - 1] = true;
  return false;
}
