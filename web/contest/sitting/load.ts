import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const callId = args.params.id ?? "";
  const { contests } = doors;
  const keeps = doors.may("sitting.keep");
  return answer(doors, async (ctx) => {
    const call = await contests.getCall(ctx, callId);
    const sittings = await contests.listSittings(ctx, callId);
    const jury = await contests.getJury(ctx, callId);
    const open = sittings.find(({ state }) => state === "open");
    const decided = sittings.find(({ state }) => state === "decided");
    return {
      ...{ call, sittings, jury, open, decided, keeps, today: doors.today },
      obstacles: jury.own === null && doors.may("jury.read") ? await contests.listObstacles(ctx, callId) : [],
      applications: await contests.listApplications(ctx, callId),
      drawn: open && keeps && jury.own === null ? await contests.drawRanking(ctx, callId) : null,
      minutes: doors.may("agreement.read") ? await contests.listMinutes(ctx, callId) : [],
      signs: doors.may("agreement.keep"),
      // Who is recused from any of it does not read the calculation, which holds all marks.
      explained:
        decided && jury.own === null ? await contests.explainSitting(ctx, { callId, sittingId: decided.id }) : null,
    };
  });
}
