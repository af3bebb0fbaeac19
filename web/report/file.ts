import { data, type LoaderFunctionArgs } from "react-router";
import { REPORT_FORMATS } from "../../src/report/views.ts";
import { answer } from "../app/answer.ts";
import { doorsOf } from "../app/doors.ts";
import { requireSignedIn } from "../app/signed-in.ts";

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
} as const;

/** `report.docx`, `.xlsx`, `.json`: a report as its page shows it. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const ending = /^report\.([a-z]+)$/.exec(args.params.file ?? "")?.[1];
  const format = REPORT_FORMATS.find((known) => known === ending);
  if (!format) throw data(null, { status: 404 });
  const id = args.params.id ?? "";
  const file = await answer(doors, (ctx) => doors.reports.writeReport(ctx, { id, format }));
  return new Response(new Uint8Array(file.bytes), {
    headers: { "content-type": TYPES[format], "content-disposition": `attachment; filename="${file.name}"` },
  });
}
