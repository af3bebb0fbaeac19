import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

/** A file of an application or of an appeal on it, for who may read it: always as a download, whatever it holds. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const given = { id: args.params.id ?? "", fileId: args.params.file ?? "" };
  const { name, hash } = await answer(doors, async (ctx) => {
    const { files } = await doors.contests.getApplication(ctx, given.id);
    const isPaper = files.some(({ id }) => id === given.fileId);
    return isPaper ? doors.contests.findFile(ctx, given) : doors.contests.findAppealFile(ctx, given);
  });
  return new Response(new Uint8Array(await doors.readFile(hash)), {
    headers: {
      "content-type": "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
}
