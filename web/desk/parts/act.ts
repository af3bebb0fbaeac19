import { data } from "react-router";
import type { Context } from "../../../src/kernel/context.ts";
import type { Tx } from "../../../src/platform/database/index.ts";
import type { Doors } from "../../app/doors.ts";

/** What a form is told where a rule says no, and what it held, so that nothing typed is lost. */
export interface Refused {
  readonly code: string;
  readonly sentence: string;
  readonly intent: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly typed: Readonly<Record<string, string>>;
}

/** Runs a door for a form: null where it was done, else the answer that shows the refusal. */
export async function act(doors: Doors, form: FormData, work: (ctx: Context<Tx>) => Promise<unknown>) {
  try {
    await doors.run(work);
    return null;
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const { status, code, sentence } = explained;
    const typed = Object.fromEntries(
      [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
    );
    const refused: Refused = { code, sentence, intent: typed.intent ?? "", version: Number(typed.version ?? 0), typed };
    return data(refused, { status });
  }
}

/** A field of a form as text; what is no text is empty. */
export function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
