import { type Cell, cellText } from "../../src/office/tree.ts";
import { escapeMarkup, packFiles } from "./archive.ts";
import type { Layout, SourceBlock, SourceTable, Turn } from "./source.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const NUMBER = /^-?\d{1,3}(?: ?\d{3})*(?:,\d+)?$/;
/** The style of a number by its decimals, of text and of a line above a table, in the order of `cellXfs`. */
const STYLES = { text: 0, 0: 1, 1: 2, 2: 3, line: 4 } as const;
const EDGES = ["left", "right", "top", "bottom"].map((edge) => `<${edge} style="thin"/>`).join("");
const BORDERS = `<borders count="2"><border/><border>${EDGES}</border></borders>`;

interface Sheet {
  readonly name: string;
  readonly blocks: Exclude<SourceBlock, Turn>[];
}

/** Shared strings of a workbook, each once. */
type Strings = Map<string, number>;

/** Lays a source out as Excel does: each turned page a sheet, numbers as numbers with a format, texts shared. */
export function writeXlsx({ blocks }: Layout): Uint8Array {
  const sheets: Sheet[] = [];
  for (const block of blocks) {
    if (block.kind === "turn") sheets.push({ name: block.name, blocks: [] });
    else sheets.at(-1)?.blocks.push(block);
  }
  const strings: Strings = new Map();
  const written = sheets.map((sheet) => writeSheet(sheet, strings));
  return packFiles({
    "[Content_Types].xml": writeTypes(sheets.length),
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": writeWorkbook(sheets),
    "xl/_rels/workbook.xml.rels": writeRelations(sheets.length),
    "xl/styles.xml": writeStyles(),
    "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}" count="${strings.size}" uniqueCount="${strings.size}">${[...strings.keys()].map((text) => `<si><t xml:space="preserve">${escapeMarkup(text)}</t></si>`).join("")}</sst>`,
    ...Object.fromEntries(written.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml])),
  });
}

function writeTypes(count: number): string {
  const office = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const parts = [
    ["/xl/workbook.xml", "sheet.main"],
    ["/xl/styles.xml", "styles"],
    ["/xl/sharedStrings.xml", "sharedStrings"],
    ...Array.from({ length: count }, (_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, "worksheet"]),
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${office}.${type}+xml"/>`);
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join("")}</Types>`;
}

function writeWorkbook(sheets: readonly Sheet[]): string {
  const list = sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets></workbook>`;
}

function writeRelations(count: number): string {
  const targets = Array.from({ length: count }, (_, at) => ["worksheet", `worksheets/sheet${at + 1}.xml`]);
  const all = [...targets, ["styles", "styles.xml"], ["sharedStrings", "sharedStrings.xml"]];
  const list = all.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`;
}

function writeStyles(): string {
  const ownFormats = '<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.0"/></numFmts>';
  const font = '<fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts>';
  const fills = '<fills count="2"><fill><patternFill/></fill><fill><patternFill patternType="gray125"/></fill></fills>';
  const wrap = '<alignment vertical="top" wrapText="1"/>';
  const formats = [0, 1, 164, 4, 0];
  const styles = formats.map(
    (format, at) =>
      `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="${at === STYLES.line ? 0 : 1}" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1">${wrap}</xf>`,
  );
  return `${HEAD}<styleSheet xmlns="${MAIN}">${ownFormats}${font}${fills}${BORDERS}<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${formats.length}">${styles.join("")}</cellXfs></styleSheet>`;
}

function writeSheet({ blocks }: Sheet, strings: Strings): string {
  const tables = blocks.filter((block) => block.kind === "table");
  const widths = tables[0]?.widths ?? [20];
  const rows: string[] = [];
  const merged: string[] = [];
  for (const block of blocks) {
    const top = rows.length;
    if (block.kind === "table") {
      rows.push(...block.rows.map((row) => writeRow(row.cells, top + row.number, strings)));
      merged.push(...mergesOf(block, top));
    } else {
      rows.push(block.text ? writeLine(block.text, top + 1, strings) : `<row r="${top + 1}"/>`);
      if (block.text && widths.length > 1) merged.push(`A${top + 1}:${letters(widths.length)}${top + 1}`);
    }
  }
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const merges = merged.map((area) => `<mergeCell ref="${area}"/>`).join("");
  return `${HEAD}<worksheet xmlns="${MAIN}"><cols>${columns.join("")}</cols><sheetData>${rows.join("")}</sheetData>${merges && `<mergeCells count="${merged.length}">${merges}</mergeCells>`}</worksheet>`;
}

function writeRow(cells: readonly Cell[], number: number, strings: Strings): string {
  return `<row r="${number}">${cells.map((cell) => writeCell(cell, number, strings)).join("")}</row>`;
}

function writeLine(text: string, row: number, strings: Strings): string {
  return `<row r="${row}"><c r="A${row}" s="${STYLES.line}" t="s"><v>${share(text, strings)}</v></c></row>`;
}

function share(text: string, strings: Strings): number {
  const index = strings.get(text) ?? strings.size;
  strings.set(text, index);
  return index;
}

function writeCell(cell: Cell, row: number, strings: Strings): string {
  const text = cellText(cell);
  const at = `${letters(cell.column)}${row}`;
  if (text === "") return `<c r="${at}" s="${STYLES.text}"/>`;
  if (NUMBER.test(text)) {
    const style = STYLES[(text.split(",")[1]?.length ?? 0) as 0 | 1 | 2] ?? STYLES[2];
    return `<c r="${at}" s="${style}"><v>${text.replaceAll(" ", "").replace(",", ".")}</v></c>`;
  }
  return `<c r="${at}" s="${STYLES.text}" t="s"><v>${share(text, strings)}</v></c>`;
}

function mergesOf(table: SourceTable, top: number): string[] {
  return table.rows
    .flatMap((row) => row.cells)
    .filter((cell) => cell.columnSpan > 1 || cell.rowSpan > 1)
    .map((cell) => {
      const last = `${letters(cell.column + cell.columnSpan - 1)}${top + cell.row + cell.rowSpan - 1}`;
      return `${letters(cell.column)}${top + cell.row}:${last}`;
    });
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? letters(Math.floor((column - 1) / 26)) + last : last;
}
