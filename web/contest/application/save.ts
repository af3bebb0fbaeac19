import type { ActionFunctionArgs } from "react-router";
import { doorsOf } from "../../app/doors.ts";
import { submitForm } from "../../app/form.ts";
import { requireSignedIn } from "../../app/signed-in.ts";
import { readApplication } from "./read-form.ts";

/** What the page saves by itself while somebody types: the new version, or the sentence that says why not. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const given = { id: args.params.id ?? "", version: String(form.get("version") ?? ""), ...readApplication(form) };
  const { done, refused } = await submitForm(doors, form, (ctx) => doors.contests.saveApplication(ctx, given));
  if (refused) return Response.json({ sentence: refused.data.sentence }, { status: refused.init?.status ?? 409 });
  return Response.json({ version: done });
}
