import { data, type LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { sendTable } from "../../app/send-table.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { readActFilter } from "./filter.ts";
import { actTable } from "./tables.ts";

/** `/registry/acts.xlsx` and `.csv`: the rows of the page with the same conditions; `/acts.xlsx` and `.csv`: those of everybody's page. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const { pathname, searchParams } = new URL(args.request.url);
  const [, inner, format] = /\/(registry\/)?acts\.(csv|xlsx)$/.exec(pathname) ?? [];
  if (!format) throw data(null, { status: 404 });
  const { language } = doors;
  const name = `acts-${doors.today}`;
  if (!inner) {
    const rows = await answer(doors, (ctx) => doors.acts.listPublicActs(ctx));
    return sendTable(doors, actTable(rows, { language, showsRevision: false }), { name, format });
  }
  requireSignedIn(doors, args.request);
  const rows = await answer(doors, (ctx) => doors.acts.listActs(ctx, readActFilter(searchParams)));
  return sendTable(doors, actTable(rows, { language, showsRevision: true }), { name, format });
}
