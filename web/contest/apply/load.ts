import type { LoaderFunctionArgs } from "react-router";
import { WRITABLE } from "../../../src/contest/application/contract.ts";
import { belongingOf } from "../../../src/registry/contract.ts";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

/** The call, the drafts that a form may fill, and the associations for which another may be begun. */
export async function loader(args: LoaderFunctionArgs) {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { contests } = doors;
  const call = await answer(doors, (ctx) => contests.getCall(ctx, args.params.id ?? ""));
  const associations = doors.may("application.write")
    ? (await answer(doors, (ctx) => doors.registry.listAssociations(ctx))).filter((one) =>
        doors.mayOver("application.write", belongingOf(one)),
      )
    : [];
  const names = new Set(associations.map(({ name }) => name));
  const rows = associations.length > 0 ? await answer(doors, (ctx) => contests.listApplications(ctx, call.id)) : [];
  const drafts = await Promise.all(
    rows
      .filter(({ state, association }) => WRITABLE.includes(state) && names.has(association ?? ""))
      .map(({ id }) => answer(doors, (ctx) => contests.getApplication(ctx, id))),
  );
  return {
    call,
    associations: associations.map(({ id, name }) => ({ id, name })),
    drafts: drafts.map(({ id, content, version }) => ({ id, title: content.title, version })),
  };
}
