import { writeWorkbook } from "../office/xlsx-write/write-xlsx.ts";
import type { Programme } from "./contract.ts";
import { layOutWorkbook } from "./export/lay-out-workbook.ts";

/** A programme as a workbook whose totals are living formulas. */
export function writeBook(programme: Programme): Promise<Uint8Array> {
  return writeWorkbook(layOutWorkbook(programme));
}
