import { decodeText } from "../../office/encoding.ts";
import { findSeeming } from "../../office/signature.ts";
import { cellText, type DocumentTree, type Table, tableGrid } from "../../office/tree.ts";
import { readInWorker } from "../../office/worker.ts";
import { refuseRegistry } from "../refusals.ts";
import { readGrid } from "./csv.ts";
import { findHeads } from "./heads.ts";
import type { Grid } from "./views.ts";

/** «PK»: an .xlsx or .ods is a ZIP archive. */
const isArchive = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * The table of a file: .xlsx, .ods or another document with a table, in a worker; else text with separated values. Refuses
 * `import-no-table`, and as the reader of documents does.
 */
export async function readTable(bytes: Uint8Array): Promise<Grid> {
  if (!isArchive(bytes) && findSeeming(bytes) === null) return readValues(bytes);
  const tables = listGrids(await readInWorker(bytes));
  const [first] = tables;
  if (!first) return refuseRegistry("import-no-table");
  return tables.find((grid) => findHeads(grid, {}) !== null) ?? first;
}

function readValues(bytes: Uint8Array): Grid {
  const decoded = bytes.length === 0 ? null : decodeText(bytes);
  const grid = decoded ? readGrid(decoded.text) : [];
  return grid.some((row) => row.length > 1) ? grid : refuseRegistry("import-no-table");
}

/** Every table as a grid of texts; a merged cell says its words at every place that it covers. */
function listGrids({ blocks }: DocumentTree): readonly Grid[] {
  const tables = blocks.filter((block): block is Table => block.kind === "table");
  return tables.map((table) => tableGrid(table).map((row) => row.map((cell) => (cell ? cellText(cell) : ""))));
}
