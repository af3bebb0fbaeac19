/** Formats that LibreOffice turns into one that is read here. */
export type ConvertedFormat = "doc" | "rtf" | "xls" | "word-xml" | "flat-odf";

interface Conversion {
  /** The ending of the file for LibreOffice. */
  readonly from: string;
  /** The only filter that may open it: left to itself LibreOffice opens a damaged file as text, letter by letter. */
  readonly filter: string;
  readonly to: string;
}

export const CONVERSIONS: Readonly<Record<ConvertedFormat, Conversion>> = {
  doc: { from: "doc", filter: "MS Word 97", to: "docx" },
  rtf: { from: "rtf", filter: "Rich Text Format", to: "docx" },
  "word-xml": { from: "xml", filter: "MS Word 2003 XML", to: "docx" },
  "flat-odf": { from: "fodt", filter: "OpenDocument Text Flat XML", to: "odt" },
  xls: { from: "xls", filter: "MS Excel 97", to: "xlsx" },
};
