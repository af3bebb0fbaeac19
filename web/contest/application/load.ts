import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const { application, call, owners } = await answer(doors, async (ctx) => {
    const application = await doors.contests.getApplication(ctx, id);
    const call = await doors.contests.getCall(ctx, application.callId);
    return { application, call, owners: await doors.contests.listOwners(ctx, id) };
  });
  const writes = doors.mayOver("application.write", owners);
  const admits = doors.may("application.admit") && application.number !== null;
  const keepsSittings = doors.may("sitting.keep");
  const seesAppeals = application.number !== null && application.applicant !== null && (writes || keepsSittings);
  return {
    appeals: seesAppeals ? await answer(doors, (ctx) => doors.contests.listAppeals(ctx, id)) : null,
    keepsSittings,
    ...{ application, call, today: doors.today },
    writes,
    isGranted:
      doors.mayOver("agreement.read", owners) && (await answer(doors, (ctx) => doors.contests.isGranted(ctx, id))),
    checklist: admits ? await answer(doors, (ctx) => doors.contests.getChecklist(ctx, id)) : null,
    isChecked: new URL(args.request.url).searchParams.has("check"),
  };
}
