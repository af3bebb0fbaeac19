import { data, type LoaderFunctionArgs } from "react-router";
import type { FormFormat } from "../../../src/contest/offline/contract.ts";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";

const TYPES: Readonly<Record<FormFormat, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/** `application.xlsx`, `application.docx`: a call's form to be filled in without a network, for everybody. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  const { id = "", file = "" } = args.params;
  const format = /^application\.(xlsx|docx)$/.exec(file)?.[1];
  if (format !== "xlsx" && format !== "docx") throw data(null, { status: 404 });
  const bytes = await answer(doors, (ctx) => doors.contests.drawForm(ctx, { callId: id, format }));
  return new Response(new Uint8Array(bytes), {
    headers: { "content-type": TYPES[format], "content-disposition": `attachment; filename="${file}"` },
  });
}
