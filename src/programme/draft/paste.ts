/** The most rows that one paste may bring: more are no block of a programme but a mistake. */
export const MOST_ROWS = 5_000;

/**
 * The cells of a block copied in Excel, LibreOffice or Word: rows by line, cells by tab. A cell in quotation marks may
 * hold tabs, line breaks and doubled quotation marks; a quotation mark inside a cell is itself. Stops reading one row
 * after `most`, so that a block of any size costs no more than one that fits.
 */
export function readBlock(text: string, most = MOST_ROWS): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length && rows.length <= most) {
    const row: string[] = [];
    let ended = false;
    while (!ended) {
      const cell = readCell(text, at);
      row.push(cell.text);
      ended = text[cell.end] !== "\t";
      at = cell.end + 1;
    }
    if (text[at - 1] === "\r" && text[at] === "\n") at += 1;
    rows.push(row);
  }
  return rows;
}

function readCell(text: string, from: number): { text: string; end: number } {
  if (text[from] === '"') {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y;
    quoted.lastIndex = from;
    const match = quoted.exec(text);
    if (match) return { text: (match[1] ?? "").replaceAll('""', '"').replaceAll("\r\n", "\n"), end: quoted.lastIndex };
  }
  const plain = /[^\t\r\n]*/y;
  plain.lastIndex = from;
  return { text: plain.exec(text)?.[0] ?? "", end: plain.lastIndex };
}

/** Cells as a block that a spreadsheet takes. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  const write = (cell: string) => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(write).join("\t")).join("\n");
}
