import type { Doors } from "../../app/doors.ts";
import { fieldsOf } from "../parts/attempt.ts";

/** Keeps the scan and records the consent; who may not is told before anything is kept. */
export async function recordConsent(doors: Doors, personId: string, form: FormData): Promise<void> {
  const { access, run } = doors;
  const field = fieldsOf(form);
  await run((ctx) => access.requireRecorder(ctx, personId));
  const sent = form.get("scan");
  const bytes = sent instanceof File ? new Uint8Array(await sent.arrayBuffer()) : new Uint8Array();
  const scan = await doors.saveScan(bytes);
  const paper = { personId, belongsTo: [], textId: field("text"), givenOn: field("on"), scan };
  await run((ctx) => access.recordPaperConsent(ctx, paper));
}
