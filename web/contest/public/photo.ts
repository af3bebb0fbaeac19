import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";

/** A photograph of an accepted report, for everybody. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const { id = "", photo: photoId = "" } = args.params;
  const { hash, mediaType } = await answer(doors, (ctx) => doors.contests.findPhoto(ctx, { id, photoId }));
  return new Response(new Uint8Array(await doors.readFile(hash)), { headers: { "content-type": mediaType } });
}
