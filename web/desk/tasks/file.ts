import { data, type LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { writeCsv } from "../../ui/write-csv.ts";
import { readFilter } from "./filter.ts";
import { makePlainTable } from "./plain-table.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** `/desk/tasks.csv` and `/desk/tasks.xlsx`: the rows and totals of the list with the same conditions. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const [, format] = /^tasks\.(csv|xlsx)$/.exec(args.params.file ?? "") ?? [];
  if (!format) throw data(null, { status: 404 });
  requireSignedIn(doors, args.request);
  const filter = readFilter(new URL(args.request.url).searchParams);
  const list = await answer(doors, (ctx) => doors.desk.listAllTasks(ctx, filter));
  const table = makePlainTable(list, doors.language);
  const disposition = { "content-disposition": `attachment; filename="tasks-${doors.today}.${format}"` };
  if (format === "csv") {
    const rows = [table.heads, ...table.rows, table.totals].map((row) => row.map(String));
    return new Response(writeCsv(rows), { headers: { "content-type": "text/csv; charset=utf-8", ...disposition } });
  }
  const bytes = new Uint8Array(await doors.desk.writeTable(table));
  return new Response(bytes, { headers: { "content-type": XLSX, ...disposition } });
}
