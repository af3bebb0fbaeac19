import type { XmlTag } from "../packed/xml-tag.ts";
import type { SheetStory } from "./sheet-story.ts";
import type { OdfStory } from "./story.ts";
import { type OdfStyles, readWhole, STYLE_RULES, type StyleState } from "./styles.ts";

/** More blanks in a row than anyone sets. */
const MOST_BLANKS = 1000;

/** Where the reading of `content.xml` stands. */
export interface OdfPlace {
  readonly styles: OdfStyles;
  readonly styleState: StyleState;
  readonly story: OdfStory;
  readonly sheets: SheetStory;
  /** What the body holds; null before it and for what is read by nobody. */
  body: "text" | "spreadsheet" | null;
  /** A frame's picture is counted once, though several stand there to choose from. */
  frameCounted: boolean;
  collecting: boolean;
}

/** What an element does. `open` returning true leaves the whole element out. */
export interface OdfRule {
  readonly open?: (place: OdfPlace, tag: XmlTag<OdfRule>) => unknown;
  readonly close?: (place: OdfPlace) => void;
}

const leave: OdfRule = { open: () => true };

/** Every element of content.xml that changes what a person reads; all others are looked through. */
export const ELEMENTS: ReadonlyMap<string, OdfRule> = new Map<string, OdfRule>([
  ...STYLE_RULES.map(([name, rule]): [string, OdfRule] => [
    name,
    { open: (place, tag) => void rule(place.styleState, tag) },
  ]),
  ["office:text", { open: (place) => openBody(place, "text") }],
  ["office:spreadsheet", { open: (place) => openBody(place, "spreadsheet") }],
  ["text:p", { open: openParagraph, close: closeParagraph }],
  ["text:h", { open: openHeading, close: closeParagraph }],
  ["text:span", { open: (place, tag) => place.styles.isHidden("text", tag.attributes.get("text:style-name")) }],
  ["text:section", { open: (_place, tag) => tag.attributes.get("text:display") === "none" }],
  ["text:s", { open: (place, tag) => addText(place, " ".repeat(Math.min(readCount(tag), MOST_BLANKS))) }],
  ["text:tab", { open: (place) => addText(place, "\t") }],
  ["text:line-break", { open: (place) => addText(place, "\n") }],
  ["text:list", { open: (place, tag) => place.story.lists.openList(tag.attributes), close: closeList }],
  ["text:list-item", { open: (place, tag) => openItem(place, tag, false) }],
  ["text:list-header", { open: (place, tag) => openItem(place, tag, true) }],
  ["text:note", { open: openNote }],
  ["office:annotation", { open: (place) => leaveOut(place, "comment") }],
  ["draw:frame", { open: openFrame }],
  ["draw:image", { open: (place) => countFrame(place, "picture") }],
  ["draw:object", { open: (place) => countFrame(place, "embedded-document") }],
  ["draw:object-ole", { open: (place) => countFrame(place, "embedded-document") }],
  ["text:hidden-text", { open: (_place, tag) => tag.attributes.get("text:is-hidden") !== "false" }],
  ["text:tracked-changes", leave],
  ["text:ruby-text", leave],
  ["table:tracked-changes", leave],
  ["table:content-validations", leave],
  ["table:shapes", leave],
  ["office:forms", leave],
  ["office:scripts", leave],
  ["table:table", { open: openTable, close: closeTable }],
  ["table:table-column", { open: openColumn }],
  ["table:table-row", { open: openRow, close: closeRow }],
  ["table:table-cell", { open: (place, tag) => openCell(place, tag, false), close: closeCell }],
  ["table:covered-table-cell", { open: (place, tag) => openCell(place, tag, true), close: closeCell }],
]);

function openBody(place: OdfPlace, body: OdfPlace["body"]): void {
  place.body = body;
}

function openFrame(place: OdfPlace): void {
  place.frameCounted = false;
}

function openParagraph(place: OdfPlace): void {
  if (place.body === "spreadsheet") place.sheets.openParagraph();
  else place.story.openParagraph(place.story.lists.numberParagraph());
  place.collecting = true;
}

function openHeading(place: OdfPlace, tag: XmlTag<OdfRule>): void {
  const isNumbered = tag.attributes.get("text:is-list-header") !== "true";
  const level = Math.min(readWhole(tag.attributes.get("text:outline-level"), 1), 10);
  place.story.openParagraph(isNumbered ? place.story.lists.numberHeading(level) : "");
  place.collecting = true;
}

function closeParagraph(place: OdfPlace): void {
  if (place.body !== "spreadsheet") place.story.closeParagraph();
  place.collecting = place.story.text !== null;
}

function addText(place: OdfPlace, text: string): void {
  if (place.body === "spreadsheet") place.sheets.addText(text);
  else place.story.text?.add(text);
}

function readCount(tag: XmlTag<OdfRule>): number {
  return readWhole(tag.attributes.get("text:c"), 1);
}

function closeList(place: OdfPlace): void {
  place.story.lists.closeList();
}

function openItem(place: OdfPlace, tag: XmlTag<OdfRule>, isHead: boolean): void {
  place.story.lists.openItem(isHead, tag.attributes.get("text:start-value"));
}

function openNote(place: OdfPlace, tag: XmlTag<OdfRule>): boolean {
  return leaveOut(place, tag.attributes.get("text:note-class") === "endnote" ? "endnote" : "footnote");
}

function leaveOut(place: OdfPlace, what: string): true {
  place.story.flow.omit(what);
  return true;
}

function countFrame(place: OdfPlace, what: string): true {
  if (!place.frameCounted) place.story.flow.omit(what);
  place.frameCounted = true;
  return true;
}

function openTable(place: OdfPlace, tag: XmlTag<OdfRule>): boolean {
  if (place.body !== "spreadsheet") {
    place.story.openTable();
    return false;
  }
  const hidden = place.styles.isHidden("table", tag.attributes.get("table:style-name"));
  if (hidden) place.story.flow.omit("hidden-sheet");
  else place.sheets.openSheet();
  return hidden;
}

function closeTable(place: OdfPlace): void {
  if (place.body === "spreadsheet") place.sheets.closeSheet();
  else place.story.flow.closeTable();
}

function openColumn(place: OdfPlace, tag: XmlTag<OdfRule>): void {
  if (place.body === "spreadsheet") place.sheets.passColumns(tag.attributes);
}

function openRow(place: OdfPlace, tag: XmlTag<OdfRule>): void {
  if (place.body === "spreadsheet") place.sheets.openRow(tag.attributes);
  else place.story.openRow(tag.attributes.get("table:number-rows-repeated"));
}

function closeRow(place: OdfPlace): void {
  if (place.body === "spreadsheet") place.sheets.closeRow();
  else place.story.closeRow();
}

function openCell(place: OdfPlace, tag: XmlTag<OdfRule>, covered: boolean): void {
  if (place.body === "spreadsheet") place.sheets.openCell(tag.attributes);
  else place.story.openCell(tag.attributes, covered);
}

function closeCell(place: OdfPlace): void {
  if (place.body === "spreadsheet") place.sheets.closeCell();
  else place.story.closeCell();
}
