import type { PaperCell, PaperParagraph, PaperTable } from "../../office/paper.ts";

export const paragraph = (style: PaperParagraph["style"], text: string): PaperParagraph => ({
  kind: "paragraph",
  style,
  text,
});

export const head = (text: string): PaperCell => ({ text, align: "center", bold: true });
export const word = (text: string, bold = false): PaperCell => ({ text, bold });
export const figure = (text: string, bold = false): PaperCell => ({ text, align: "right", bold });

export function table(columns: readonly number[], rows: readonly (readonly PaperCell[])[]): PaperTable {
  return { kind: "table", columns, headRows: 1, rows: rows.map((cells) => ({ cells })) };
}
