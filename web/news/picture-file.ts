import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";

/** `/news/pictures/…/large` and `small`: a picture of a publication; of one that is not public for those who may see it. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const size = args.params.size === "small" ? "small" : "large";
  const { hash, isPublic } = await answer(doors, (ctx) => doors.news.findPicture(ctx, args.params.id ?? "", size));
  return new Response(new Uint8Array(await doors.readFile(hash)), {
    headers: {
      "content-type": "image/webp",
      // Not for long: what is withdrawn goes.
      "cache-control": isPublic ? "public, max-age=600" : "private, no-store",
    },
  });
}
