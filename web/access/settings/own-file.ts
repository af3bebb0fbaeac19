import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

/** Everything that is kept of the person who asks, as one file. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { actor } = doors;
  const bytes = await answer(doors, () =>
    doors.personal.export({ personId: actor.kind === "person" ? actor.personId : "", basis: "" }),
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="personal-data-${doors.today}.zip"`,
    },
  });
}
