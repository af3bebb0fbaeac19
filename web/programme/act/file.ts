import { data, type LoaderFunctionArgs } from "react-router";
import { answer } from "../../app/answer.ts";
import { doorsOf } from "../../app/doors.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { readQuestion } from "./question.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** `/programmes/…/act.docx?…`: the act as a Word file, with the fields of its page. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const question = readQuestion(args.params.slug ?? "", new URL(args.request.url).searchParams);
  if (!question) throw data(null, { status: 404 });
  const { bytes, fileName } = await answer(doors, (ctx) => doors.programme.writeAct(ctx, question));
  return new Response(new Uint8Array(bytes), {
    headers: { "content-type": DOCX, "content-disposition": `attachment; filename="${fileName}"` },
  });
}
