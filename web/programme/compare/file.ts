import { data, type LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** `/programmes/…/compare/1-2.docx`: the comparison as a file. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const [, was, became, ending] = /^(\d{1,6})-(\d{1,6})\.(docx|xlsx)$/.exec(args.params.file ?? "") ?? [];
  if (!was || !became) throw data(null, { status: 404 });
  const format = ending === "docx" ? "docx" : "xlsx";
  const pair = { slug: args.params.slug ?? "", was: Number(was), became: Number(became) };
  const { bytes, fileName } = await answer(doors, (ctx) => doors.programme.writeComparison(ctx, pair, format));
  return new Response(new Uint8Array(bytes), {
    headers: { "content-type": TYPES[format], "content-disposition": `attachment; filename="${fileName}"` },
  });
}
