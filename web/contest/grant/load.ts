import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const id = args.params.id ?? "";
  const grant = await answer(doors, (ctx) => doors.contests.getGrant(ctx, id));
  const owners = await answer(doors, (ctx) => doors.contests.listOwners(ctx, id));
  return {
    ...{ grant, today: doors.today },
    rights: {
      keeps: doors.may("agreement.keep"),
      accepts: doors.may("usage.accept"),
      writes: doors.mayOver("usage.write", owners),
      seesRequests: doors.may("request.read"),
    },
  };
}
