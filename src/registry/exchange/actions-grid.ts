import { readGrids } from "../../office/grid/read-grids.ts";
import { refuseRegistry } from "../refusals.ts";
import { findHeads } from "./heads.ts";
import type { Grid } from "./views.ts";

/** The table of a file, .xlsx, .csv or another. Refuses `import-no-table`, and as the reader of documents does. */
export async function readTable(bytes: Uint8Array): Promise<Grid> {
  const tables = await readGrids(bytes);
  const [first] = tables;
  if (!first) return refuseRegistry("import-no-table");
  return tables.find((grid) => findHeads(grid, {}) !== null) ?? first;
}
