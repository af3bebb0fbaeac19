import { data, type LoaderFunctionArgs } from "react-router";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { readFilter } from "./filter.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** `/registry/register.xlsx` and `.csv`: the whole record of each association, as the import takes it back. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const { pathname, searchParams } = new URL(args.request.url);
  const [, format] = /\/register\.(csv|xlsx)$/.exec(pathname) ?? [];
  if (!format) throw data(null, { status: 404 });
  requireSignedIn(doors, args.request);
  const filter = readFilter(searchParams);
  const grid = await answer(doors, (ctx) => doors.registry.exportRegister(ctx, filter));
  const disposition = { "content-disposition": `attachment; filename="register-${doors.today}.${format}"` };
  if (format === "csv") {
    const headers = { "content-type": "text/csv; charset=utf-8", ...disposition };
    return new Response(doors.registry.writeCsv(grid), { headers });
  }
  const bytes = await doors.registry.writeXlsx(grid);
  return new Response(new Uint8Array(bytes), { headers: { "content-type": XLSX, ...disposition } });
}
