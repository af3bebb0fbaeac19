import { data, type LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { sendTable } from "../../app/send-table.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { statementTable } from "./table.ts";

/** `/money/statements/…/rows.xlsx` and `.csv`: the rows of the page, with what of the ledger the statement has not. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const [, format] = /^rows\.(csv|xlsx)$/.exec(args.params.file ?? "") ?? [];
  if (!format) throw data(null, { status: 404 });
  requireSignedIn(doors, args.request);
  const statement = await answer(doors, (ctx) => doors.ledger.openStatement(ctx, args.params.hash ?? ""));
  return sendTable(doors, statementTable(statement, doors.language), { name: `statement-${doors.today}`, format });
}
