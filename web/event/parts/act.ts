import { data } from "react-router";
import type { Doors } from "../../app/doors.ts";

/** What a form is told where a rule says no, and what it held, so that nothing typed is lost. */
export interface Refused {
  readonly code: string;
  readonly sentence: string;
  readonly intent: string;
  readonly typed: Readonly<Record<string, string>>;
}

/** Runs what a form asks for: what it gives, or the answer that shows the refusal. */
export async function act<T>(doors: Doors, form: FormData, work: () => Promise<T>) {
  try {
    return { done: await work() };
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const { status, code, sentence } = explained;
    const typed = readTyped(form);
    return { refused: data({ code, sentence, intent: typed.intent ?? "", typed } satisfies Refused, { status }) };
  }
}

/** Every text that a form holds, by the name of its field. */
export function readTyped(form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

/** A field of a form as text; what is no text is empty. */
export function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
