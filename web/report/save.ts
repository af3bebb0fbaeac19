import type { ActionFunctionArgs } from "react-router";
import { doorsOf } from "../app/doors.ts";
import { submitForm } from "../app/form.ts";
import { requireSignedIn } from "../app/signed-in.ts";
import { readDraft } from "./report-command.ts";

/** What a report's page saves by itself while somebody types: the new version, or the sentence that says why not. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const doors = doorsOf(args);
  requireSignedIn(doors, args.request);
  const form = await args.request.formData();
  const given = readDraft(form, args.params.id ?? "");
  const { done, refused } = await submitForm(doors, form, (ctx) => doors.reports.saveDraft(ctx, given));
  if (refused) return Response.json({ sentence: refused.data.sentence }, { status: refused.init?.status ?? 409 });
  return Response.json({ version: done });
}
