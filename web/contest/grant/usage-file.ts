import { data, type LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

/** A photograph or a receipt of a usage report, or the document that ended the agreement, for who may read the grant. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const { id = "", file = "" } = args.params;
  const { agreement } = await answer(doors, (ctx) => doors.contests.getGrant(ctx, id));
  const found = file === "ending" ? agreement?.ending?.file : agreement?.usage?.files.find((one) => one.id === file);
  if (!found) throw data(null, { status: 404 });
  return new Response(new Uint8Array(await doors.readFile(found.hash)), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
    },
  });
}
