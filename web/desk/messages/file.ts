import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";

/** `/desk/files/…`: a file of a message. Pictures are shown, everything else is saved; nothing of it runs in our pages. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const file = await answer(doors, (ctx) => doors.desk.findMessageFile(ctx, args.params.id ?? ""));
  const bytes = new Uint8Array(await doors.desk.readFile(file.hash));
  const shown = file.isPicture ? "inline" : "attachment";
  return new Response(bytes, {
    headers: {
      "content-type": file.isPicture ? file.mediaType : "application/octet-stream",
      "content-disposition": `${shown}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
