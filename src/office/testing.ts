import { strToU8, type Zippable, zipSync } from "fflate";
import { type Block, type Cell, cellText, type Table, tableGrid } from "./tree.ts";

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(" ");
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The least that makes a .docx of a body, for tests; `parts` adds or replaces parts by name. */
export function packDocx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const types = "http://schemas.openxmlformats.org/package/2006/content-types";
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": listRelations({ officeDocument: "word/document.xml" }),
    "word/_rels/document.xml.rels": listRelations({ styles: "styles.xml", numbering: "numbering.xml" }),
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...parts,
  };
  const zip: Zippable = {};
  for (const [name, content] of Object.entries(files)) zip[name] = strToU8(content);
  return zipSync(zip);
}

function listRelations(targets: Readonly<Record<string, string>>): string {
  const rows = Object.entries(targets).map(
    ([type, target], index) => `<Relationship Id="r${index}" Type="${RELATION}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join("")}</Relationships>`;
}

/** `styles.xml` or `numbering.xml` around its content. */
export function wrapPart(root: "styles" | "numbering", content: string): string {
  return `<w:${root} xmlns:w="${W}">${content}</w:${root}>`;
}

/** Blocks as the body of a document, merged cells both ways included: what reading gives back again. */
export function writeBlocks(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === "paragraph" ? writeParagraph(block.text) : writeTable(block))).join("");
}

export function writeParagraph(text: string): string {
  const runs = text
    .split(/([\t\n])/)
    .map((piece) => {
      if (piece === "\t") return "<w:tab/>";
      return piece === "\n" ? "<w:br/>" : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`;
    })
    .join("");
  return `<w:p><w:r>${runs}</w:r></w:p>`;
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function writeTable(table: Table): string {
  const rows = tableGrid(table).map((line, index) => {
    const cells = line.filter((cell, column) => cell !== undefined && cell !== line[column - 1]);
    return `<w:tr>${cells.map((cell) => (cell ? writeCell(cell, index + 1) : "")).join("")}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`;
}

function writeCell(cell: Cell, row: number): string {
  const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : "";
  const starts = cell.row === row;
  const merge = cell.rowSpan > 1 ? (starts ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>") : "";
  const content = starts ? writeBlocks(cell.blocks) : "<w:p/>";
  return `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${content}</w:tc>`;
}

/** What is wrong with the grids of all tables: cells outside, overlapping, misnumbered. Empty for a sound tree. */
export function findGridFaults(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === "table" ? findTableFaults(block) : []));
}

function findTableFaults(table: Table): string[] {
  const faults: string[] = [];
  const taken = new Set<string>();
  table.rows.forEach((row, index) => {
    if (row.number !== index + 1) faults.push(`table ${table.number}: row ${index + 1} is numbered ${row.number}`);
    for (const cell of row.cells) {
      if (cell.row !== row.number)
        faults.push(`table ${table.number}: a cell of row ${cell.row} stands in row ${row.number}`);
      for (const position of listPositions(cell)) {
        if (taken.has(position)) faults.push(`table ${table.number}: ${position} twice`);
        taken.add(position);
      }
      const right = cell.column + cell.columnSpan - 1;
      const bottom = cell.row + cell.rowSpan - 1;
      const inside = cell.column >= 1 && cell.columnSpan >= 1 && cell.rowSpan >= 1;
      if (!inside || right > table.columns || bottom > table.rows.length)
        faults.push(`table ${table.number}: a cell outside`);
      faults.push(...findGridFaults(cell.blocks));
    }
  });
  return faults;
}

function listPositions(cell: Cell): string[] {
  const positions: string[] = [];
  for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
    for (let column = cell.column; column < cell.column + cell.columnSpan; column++) positions.push(`${row}/${column}`);
  }
  return positions;
}

/** Blocks for a person's eye: paragraphs as strings, tables as rows of «column+span×span: text»; \n is shown as «/». */
export function drawBlocks(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => (block.kind === "paragraph" ? block.text : drawTable(block)));
}

function drawTable(table: Table): unknown {
  const faults = findTableFaults(table);
  if (faults.length > 0) return faults;
  return table.rows.map((row) =>
    row.cells.map((cell) => {
      const columns = cell.columnSpan > 1 ? `+${cell.columnSpan}` : "";
      const rows = cell.rowSpan > 1 ? `x${cell.rowSpan}` : "";
      const inner = cell.blocks.filter((block) => block.kind === "table");
      const text = `${cell.column}${columns}${rows}: ${cellText(cell).replaceAll("\n", "/")}`;
      return inner.length > 0 ? [text, ...drawBlocks(inner)] : text;
    }),
  );
}

const ODF = [
  ["office", "office"],
  ["style", "style"],
  ["text", "text"],
  ["table", "table"],
  ["draw", "drawing"],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

/** The least that makes an .odt (or .ods) of the content of its body; `styles` are automatic styles. */
export function packOdf(
  content: string,
  { kind = "text", styles = "", parts = {} }: { kind?: string; styles?: string; parts?: Record<string, string> } = {},
): Uint8Array {
  const body = `<office:body><office:${kind}>${content}</office:${kind}></office:body>`;
  const files: Record<string, string> = {
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    "content.xml": `<office:document-content ${ODF}><office:automatic-styles>${styles}</office:automatic-styles>${body}</office:document-content>`,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The least that makes an .xlsx of the content of its worksheets, each with the state of its tab. */
export function packXlsx(
  sheets: readonly { readonly content: string; readonly state?: string }[],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const relations = sheets.map(
    (_sheet, index) => `<Relationship Id="r${index}" Type="${RELATION}/worksheet" Target="worksheets/s${index}.xml"/>`,
  );
  const others = `<Relationship Id="a" Type="${RELATION}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="b" Type="${RELATION}/styles" Target="styles.xml"/>`;
  const tabs = sheets.map(
    ({ state = "visible" }, index) =>
      `<sheet name="Л${index}" sheetId="${index + 1}" state="${state}" r:id="r${index}"/>`,
  );
  const files: Record<string, string> = {
    "_rels/.rels": listRelations({ officeDocument: "xl/workbook.xml" }),
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}${others}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${X}" xmlns:r="${RELATION}"><sheets>${tabs.join("")}</sheets></workbook>`,
    ...parts,
  };
  sheets.forEach(({ content }, index) => {
    files[`xl/worksheets/s${index}.xml`] = `<worksheet xmlns="${X}" xmlns:r="${RELATION}">${content}</worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A part of a workbook around its content. */
export function wrapSheetPart(root: "sst" | "styleSheet", content: string): string {
  return `<${root} xmlns="${X}">${content}</${root}>`;
}
