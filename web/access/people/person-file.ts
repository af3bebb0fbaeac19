import type { ActionFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { readForm } from "../parts/attempt.ts";

/** Everything that is kept of a person who asked on paper, as one file; posted, because the reason goes along. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const field = await readForm(args.request);
  const asked = { personId: args.params.id ?? "", basis: field("basis") };
  const bytes = await answer(doors, () => doors.personal.export(asked));
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="personal-data-${doors.today}.zip"`,
      "cache-control": "private, no-store",
    },
  });
}
