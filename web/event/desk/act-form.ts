import { data } from "react-router";
import type { EventInput } from "../../../src/event/index.ts";
import type { Doors } from "../../app/doors.ts";
import { act, readText, readTyped } from "../parts/act.ts";
import { type Found, findOffered } from "./association-search.ts";
import { readEventInput } from "./read-form.ts";

/** What the form of an event is shown with again: what it held, what a rule says, what was looked for. */
export interface Again {
  readonly refused: { readonly code: string; readonly sentence: string } | null;
  readonly typed: Readonly<Record<string, string>>;
  readonly hosts: readonly string[];
  readonly found: Found;
}

/** Saves the form of an event, or only looks for associations where that button was pressed. */
export async function actForm<T>(doors: Doors, form: FormData, save: (input: EventInput) => Promise<T>) {
  const input = readEventInput(form);
  const show = async (refused: Again["refused"], init: ResponseInit | null = null) => {
    const again = {
      refused,
      typed: readTyped(form),
      hosts: [...(input.hosts ?? [])],
      found: await findOffered(doors, form),
    };
    return { again: data(again satisfies Again, init ?? undefined), done: null };
  };
  if (readText(form, "intent") === "find") return show(null);
  const acted = await act(doors, form, () => save(input));
  if (!acted.refused) return { again: null, done: acted.done };
  const { code, sentence } = acted.refused.data;
  return show({ code, sentence }, acted.refused.init);
}
