/** Rows as a table that a Russian spreadsheet opens by itself: UTF-8 with its mark, semicolons, lines ending in CR LF. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(writeCell).join(";")}\r\n`).join("")}`;
}

/** A figure keeps its comma and loses the spaces between its thousands; a text that a spreadsheet would run is made a text. */
function writeCell(cell: string): string {
  const plain = /^[−-]?\d[\d\u00a0]*(,\d+)?$/.test(cell)
    ? cell.replaceAll("\u00a0", "").replace("−", "-")
    : guardFormula(cell);
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function guardFormula(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
