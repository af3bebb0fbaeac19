import type { LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";

/** `/acts/…/files/…`: a paper of an act, saved under its name; nothing of it runs in our pages. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const asked = { actId: args.params.id ?? "", fileId: args.params.file ?? "" };
  const file = await answer(doors, (ctx) => doors.acts.findActFile(ctx, asked));
  return new Response(new Uint8Array(await doors.readFile(file.hash)), {
    headers: {
      "content-type": file.mediaType === "application/pdf" ? file.mediaType : "application/octet-stream",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
