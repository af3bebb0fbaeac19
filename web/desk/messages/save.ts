import type { Doors } from "../../app/doors.ts";
import { act, readText } from "../parts/act.ts";

/** A message or a correction as the form of a thread sends it; null where it was saved. */
export async function saveSaid(doors: Doors, form: FormData, thread: { readonly kind: string; readonly id: string }) {
  const text = readText(form, "text");
  if (readText(form, "intent") === "correct") {
    const given = { id: readText(form, "message"), version: Number(readText(form, "messageVersion")), text };
    return act(doors, form, (ctx) => doors.desk.correctMessage(ctx, given));
  }
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const file of form.getAll("files")) {
    // A browser sends an empty file where none was chosen.
    if (!(file instanceof File) || (file.name === "" && file.size === 0)) continue;
    files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  return act(doors, form, (ctx) => doors.desk.writeMessage(ctx, { thread, text, files }));
}
