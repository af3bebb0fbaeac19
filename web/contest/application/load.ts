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
  const admits = doors.may("application.admit") && application.number !== null;
  return {
    ...{ application, call, today: doors.today },
    writes: doors.mayOver("application.write", owners),
    isGranted:
      doors.mayOver("agreement.read", owners) && (await answer(doors, (ctx) => doors.contests.isGranted(ctx, id))),
    checklist: admits ? await answer(doors, (ctx) => doors.contests.getChecklist(ctx, id)) : null,
    isChecked: new URL(args.request.url).searchParams.has("check"),
  };
}
