import type { PlainTable } from "../../src/desk/index.ts";
import { formatNumber } from "../ui/format.ts";
import { writeCsv } from "../ui/write-csv.ts";
import type { Doors } from "./doors.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A table as a download, .csv or .xlsx, with the same rows. */
export async function sendTable(
  doors: Doors,
  table: PlainTable,
  { name, format }: { readonly name: string; readonly format: string },
): Promise<Response> {
  const disposition = { "content-disposition": `attachment; filename="${name}.${format}"` };
  if (format === "csv") {
    const say = (cell: string | number | bigint) =>
      typeof cell === "bigint" ? formatNumber(cell, { language: "ru", decimals: 2 }) : String(cell);
    const rows = [table.heads, ...table.rows, table.totals].map((row) => row.map(say));
    return new Response(writeCsv(rows), { headers: { "content-type": "text/csv; charset=utf-8", ...disposition } });
  }
  const bytes = new Uint8Array(await doors.desk.writeTable(table));
  return new Response(bytes, { headers: { "content-type": XLSX, ...disposition } });
}
