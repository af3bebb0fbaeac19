import { data, type LoaderFunctionArgs } from "react-router";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { sendTable } from "../app/send-table.ts";
import { balanceTable } from "./tables.ts";

/** `/programmes/…/spending/balance.xlsx` and `.csv`: the rows and totals of the public page. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const [, format] = /^balance\.(csv|xlsx)$/.exec(args.params.file ?? "") ?? [];
  if (!format) throw data(null, { status: 404 });
  const slug = args.params.slug ?? "";
  await answer(doors, (ctx) => doors.programme.getEdition(ctx, slug));
  const sheet = await answer(doors, (ctx) => doors.ledger.getPublicBalance(ctx, slug));
  return sendTable(doors, balanceTable(sheet, doors.language), { name: `${slug}-spending`, format });
}
