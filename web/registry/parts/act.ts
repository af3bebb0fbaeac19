import { data } from "react-router";
import type { Context } from "../../../src/kernel/context.ts";
import type { Tx } from "../../../src/platform/database/index.ts";
import type { Doors } from "../../app/doors.ts";

/** What a form is told where a rule says no, and what it held, so that nothing typed is lost. */
export interface Refused {
  readonly code: string;
  readonly sentence: string;
  readonly intent: string;
  readonly typed: Readonly<Record<string, string>>;
}

/** Runs an action of the register for a form: what it gives, or the answer that shows the refusal. */
export async function runFor<T>(doors: Doors, form: FormData, work: (ctx: Context<Tx>) => Promise<T>) {
  try {
    return { done: await doors.run(work) };
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const { status, code, sentence } = explained;
    const typed = readTyped(form);
    return { refused: data({ code, sentence, intent: typed.intent ?? "", typed } satisfies Refused, { status }) };
  }
}

/** The texts of a form; of several with one name, joined by lines. */
export function readTyped(form: FormData): Readonly<Record<string, string>> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string") typed[name] = typed[name] === undefined ? value : `${typed[name]}\n${value}`;
  }
  return typed;
}
