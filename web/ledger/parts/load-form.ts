import type { LoaderFunctionArgs } from "react-router";
import { type FundingSource, SOURCES } from "../../../src/programme/contract.ts";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

/** What a form for a new limit or obligation begins with. Sources are those of the plan, or all where it names none. */
export async function loadForm(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { activities } = await answer(doors, (ctx) => doors.ledger.listLedgerChoices(ctx));
  const { bySource } = await answer(doors, (ctx) => doors.ledger.getBalance(ctx, null));
  const planned: readonly FundingSource[] = bySource.map(({ source }) => source);
  const asked = new URL(args.request.url).searchParams;
  return {
    activities,
    sources: planned.length > 0 ? planned : [...SOURCES],
    today: doors.today,
    formKey: crypto.randomUUID(),
    proposed: { year: asked.get("year") ?? doors.today.slice(0, 4), activityId: asked.get("activity") ?? "" },
  };
}
