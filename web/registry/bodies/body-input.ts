import type { Doors } from "../../app/doors.ts";
import { readTyped } from "../../app/form.ts";
import { sayAct } from "../acts/parts/say.ts";

/** The fields of a body as its form sent them. */
export function readBodyInput(form: FormData) {
  const typed = readTyped(form);
  const text = (name: string) => typed[name] ?? "";
  return {
    kind: text("kind"),
    name: text("name"),
    authority: text("authority"),
    actId: text("actId"),
    actWords: text("actWords"),
    since: text("since"),
    until: text("until"),
  };
}

/** The adopted acts of the register, to choose from. */
export async function listActChoices(doors: Doors) {
  const acts = await doors.run((ctx) => doors.acts.listPublicActs(ctx));
  return acts.map((act) => ({ value: act.id, label: `${sayAct(act, doors.language)} «${act.title.slice(0, 80)}»` }));
}
