import { decodeText } from "../encoding.ts";
import { findSeeming } from "../signature.ts";
import { cellText, type DocumentTree, type Table, tableGrid } from "../tree.ts";
import { readInWorker } from "../worker.ts";
import type { Grid } from "./heads.ts";
import { readGrid } from "./values.ts";

/** «PK»: an .xlsx or .ods is a ZIP archive. */
const isArchive = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * The tables of a file: of .xlsx, .ods or another document, in a worker; else of a text with separated values. Empty where it has
 * none. Refuses as the reader of documents does.
 */
export async function readGrids(bytes: Uint8Array): Promise<readonly Grid[]> {
  if (!isArchive(bytes) && findSeeming(bytes) === null) return readValues(bytes);
  return listGrids(await readInWorker(bytes));
}

function readValues(bytes: Uint8Array): readonly Grid[] {
  const decoded = bytes.length === 0 ? null : decodeText(bytes);
  const grid = decoded ? readGrid(decoded.text) : [];
  return grid.some((row) => row.length > 1) ? [grid] : [];
}

/** Every table as a grid of texts; a merged cell says its words at every place that it covers. */
function listGrids({ blocks }: DocumentTree): readonly Grid[] {
  const tables = blocks.filter((block): block is Table => block.kind === "table");
  return tables.map((table) => tableGrid(table).map((row) => row.map((cell) => (cell ? cellText(cell) : ""))));
}
