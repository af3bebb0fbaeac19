import { createHash } from "node:crypto";
import { readCsv } from "../../office/csv.ts";
import { decodeText } from "../../office/encoding.ts";
import { cellText, type DocumentTree, type Table, tableGrid } from "../../office/tree.ts";
import { readInWorker } from "../../office/worker.ts";
import { findData, type Grid } from "./columns.ts";
import { isExchange, readExchange } from "./read-exchange.ts";
import type { SheetReading } from "./read-table.ts";
import type { StatementFault, StatementReading } from "./reading.ts";

/** A statement's file as it was read: documents, or a table whose columns are yet to be named. */
export type StatementFile =
  | { readonly kind: "exchange"; readonly reading: StatementReading }
  | { readonly kind: "table"; readonly sheet: SheetReading };

/** Files read last, by their hash: what is under a hash never changes. */
const known = new Map<string, StatementFile>();
const MOST_KNOWN = 4;

/**
 * Reads a file of the exchange format, .csv in UTF-8 or windows-1251, or a spreadsheet. Null where it is none of them.
 * @throws Refusal of `office` for a spreadsheet that is broken, cut, locked or too large
 */
export async function readStatementFile(bytes: Uint8Array): Promise<StatementFile | null> {
  const hash = createHash("sha256").update(bytes).digest("hex");
  const remembered = known.get(hash);
  if (remembered) return remembered;
  const file = await readBytes(bytes);
  if (file) {
    known.set(hash, file);
    const [oldest] = known.keys();
    if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  }
  return file;
}

async function readBytes(bytes: Uint8Array): Promise<StatementFile | null> {
  const decoded = decodeText(bytes);
  if (decoded && isExchange(decoded.text)) {
    return { kind: "exchange", reading: readExchange(decoded.text, decoded.damaged) };
  }
  const csv = decoded && readCsv(decoded.text);
  if (csv) {
    const damaged = decoded.damaged > 0 ? [faultOf("damaged-letters", String(decoded.damaged))] : [];
    const cut = csv.isCut ? [faultOf("cut", "")] : [];
    return asTable({ grid: csv.rows, faults: [...damaged, ...cut], mayBeCut: !csv.isEnded });
  }
  // Words without a table are no statement, and are not worth a worker.
  if (decoded && !/^\s*</.test(decoded.text)) return null;
  return asTable(readTree(await readInWorker(bytes)));
}

function faultOf(code: StatementFault["code"], text: string): StatementFault {
  return { code, line: null, text };
}

function asTable(sheet: SheetReading): StatementFile | null {
  return findData(sheet.grid) === null ? null : { kind: "table", sheet };
}

/** The largest table of a workbook, with those of the same width after it; another that holds data is a fault. */
function readTree(tree: DocumentTree): SheetReading {
  const tables = tree.blocks.filter((block): block is Table => block.kind === "table");
  const [largest] = tables.toSorted((a, b) => b.rows.length - a.rows.length);
  const same = tables.filter(({ columns }) => columns === largest?.columns);
  const others = tables.filter((table) => !same.includes(table) && findData(gridOf(table)) !== null);
  const faults = others.map((table) => faultOf("other-table", `${table.number}: ${table.rows.length}`));
  return { grid: same.flatMap((table) => gridOf(table)), faults, mayBeCut: false };
}

function gridOf(table: Table): Grid {
  return tableGrid(table).map((row) => row.map((cell) => (cell ? cellText(cell).replace(/\s+/g, " ").trim() : "")));
}
