import { data, type LoaderFunctionArgs } from "react-router";
import type { PlainTable } from "../../src/desk/index.ts";
import { answer } from "../app/answer.ts";
import { type Doors, doorsOf } from "../app/doors.ts";
import { sendTable } from "../app/send-table.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { readDay, readFilter, readYear } from "./filter.ts";
import { balanceTable, journalTable, planTable, registerTable } from "./tables.ts";

/** `/money/balance.xlsx`, `journal.csv`, `register.xlsx` …: the rows and totals of the page with the same conditions. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const [, name, format] = /^(balance|journal|register|reconciliation)\.(csv|xlsx)$/.exec(args.params.file ?? "") ?? [];
  if (!name || !format) throw data(null, { status: 404 });
  requireSignedIn(doors, args.request);
  const asked = new URL(args.request.url).searchParams;
  const table = await loadTable(doors, name, asked);
  return sendTable(doors, table, { name: `${name}-${doors.today}`, format });
}

async function loadTable(doors: Doors, name: string, asked: URLSearchParams): Promise<PlainTable> {
  const { ledger, language } = doors;
  const year = readYear(asked, Number(doors.today.slice(0, 4)));
  if (name === "balance") {
    return balanceTable(await answer(doors, (ctx) => ledger.getBalance(ctx, year)), language);
  }
  if (name === "register") {
    const own = year ?? Number(doors.today.slice(0, 4));
    return registerTable(await answer(doors, (ctx) => ledger.getRegister(ctx, own)), language);
  }
  if (name === "reconciliation") {
    const own = year ?? Number(doors.today.slice(0, 4));
    const on = readDay(asked.get("on")) ?? doors.today;
    return planTable(await answer(doors, (ctx) => ledger.reconcile(ctx, { year: own, on })), language);
  }
  return journalTable(await answer(doors, (ctx) => ledger.exportJournal(ctx, readFilter(asked))), language);
}
