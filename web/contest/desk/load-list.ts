import type { LoaderFunctionArgs } from "react-router";
import { belongingOf } from "../../../src/registry/contract.ts";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { contests } = doors;
  const calls = await answer(doors, (ctx) => contests.listCalls(ctx));
  const keeps = doors.may("contest.keep");
  const known = doors.may("contest.read") ? await answer(doors, (ctx) => contests.listContests(ctx)) : [];
  const { activities } =
    keeps && doors.may("request.ask")
      ? await answer(doors, (ctx) => doors.ledger.listRequestChoices(ctx))
      : { activities: [] };
  const associations = doors.may("application.write")
    ? (await answer(doors, (ctx) => doors.registry.listAssociations(ctx))).filter((one) =>
        doors.mayOver("application.write", belongingOf(one)),
      )
    : [];
  const { actor } = doors;
  const seats =
    actor.kind === "person"
      ? calls.filter(({ id }) => actor.holdings.some((one) => one.role === "juror" && one.subjectId === id))
      : [];
  const own = [];
  for (const call of associations.length > 0 ? calls : []) {
    const rows = await answer(doors, (ctx) => contests.listApplications(ctx, call.id));
    if (rows.length > 0) own.push({ call, rows });
  }
  return {
    ...{ calls, keeps, contests: known, activities, own, seats },
    associations: associations.map(({ id, name }) => ({ id, name })),
    year: Number(doors.today.slice(0, 4)),
  };
}
