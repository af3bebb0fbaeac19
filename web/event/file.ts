import { data, type LoaderFunctionArgs } from "react-router";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";

/** `/events/files/…` and `/events/files/…/small`: a file of an event. Pictures are shown, everything else is saved. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const paper = await answer(doors, (ctx) => doors.events.findPaper(ctx, args.params.id ?? ""));
  const isSmall = args.params.size === "small";
  const hash = isSmall ? paper.smallHash : paper.hash;
  if (hash === null || (args.params.size !== undefined && !isSmall)) throw data(null, { status: 404 });
  const isPhoto = paper.kind === "photo";
  const name = isPhoto ? `${paper.name.replace(/\.[^.]*$/, "")}.webp` : paper.name;
  return new Response(new Uint8Array(await doors.readFile(hash)), {
    headers: {
      "content-type": isPhoto ? paper.mediaType : "application/octet-stream",
      "content-disposition": `${isPhoto ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name)}`,
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-cache",
    },
  });
}
