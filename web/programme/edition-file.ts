import { data, type LoaderFunctionArgs } from "react-router";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { EDITION_FILES } from "../app/paths.ts";

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
} as const;

/** `/programmes/…/editions/2/docx`: an edition as a file; `original` is the very file that it was read from. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const { slug = "", edition = "" } = args.params;
  const file = EDITION_FILES.find((known) => known === args.params.file);
  if (!file || !/^\d{1,6}$/.test(edition)) throw data(null, { status: 404 });
  const found = await answer(doors, (ctx) => doors.programme.getEdition(ctx, slug, Number(edition)));
  if (file === "original") {
    const bytes = await doors.programme.readFile(found.fileHash);
    return sendFile(bytes, { type: "application/octet-stream", name: found.fileName });
  }
  const bytes = await doors.writeEdition(file, found.content);
  return sendFile(bytes, { type: TYPES[file], name: `${slug}-${edition}.${file}` });
}

function sendFile(bytes: Uint8Array, { type, name }: { type: string; name: string }): Response {
  const headers = {
    "content-type": type,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  };
  return new Response(new Uint8Array(bytes), { headers });
}
