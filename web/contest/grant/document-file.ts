import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

/** Minutes, an agreement, or the file of a signature on one: the exact bytes that were fixed. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { id = "", file = "" } = args.params;
  const { name, hash } = await answer(doors, (ctx) => doors.contests.findDocument(ctx, { callId: id, id: file }));
  return new Response(new Uint8Array(await doors.readFile(hash)), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
