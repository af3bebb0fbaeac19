import type { Doors } from "../../app/doors.ts";

/**
 * Takes what was ticked of a kept act into the open draft and says how many proposals that were. The act is read anew
 * against the draft; at another version than the person saw the door refuses.
 */
export async function takeAct(doors: Doors, slug: string, form: FormData): Promise<number> {
  const [hash, version] = [String(form.get("file") ?? ""), Number(form.get("version"))];
  const bytes = await doors.run((ctx) => doors.programme.openAct(ctx, hash));
  const draft = await doors.run((ctx) => doors.programme.openDraft(ctx, slug));
  const { proposals } = await doors.readAct(bytes, draft.content);
  const ticked = new Set(form.getAll("take").map(String));
  const chosen = proposals.filter((_, at) => ticked.has(String(at)));
  const whole = chosen.length === proposals.length;
  const name = String(form.get("name") ?? "").slice(0, 200);
  await doors.run((ctx) =>
    doors.programme.applyAct(ctx, { id: draft.id, version, proposals: chosen, whole, name, hash }),
  );
  return chosen.length;
}
