import { data } from "react-router";
import type { Context } from "../../src/kernel/context.ts";
import type { Tx } from "../../src/platform/database/index.ts";
import type { Doors } from "./doors.ts";

/** What a form is told where a rule says no, and what it held, so that nothing typed is lost. */
export interface RefusedForm {
  readonly code: string;
  readonly sentence: string;
  /** Which of the page's forms it was. */
  readonly intent: string;
  readonly typed: Readonly<Record<string, string>>;
}

/** Runs a door for a form: what it gave, or the answer that shows the refusal. */
export async function submitForm<T>(doors: Doors, form: FormData, work: (ctx: Context<Tx>) => Promise<T>) {
  try {
    return { done: await doors.run(work) };
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const { status, code, sentence } = explained;
    const typed = readTyped(form);
    return { refused: data({ code, sentence, intent: typed.intent ?? "", typed } satisfies RefusedForm, { status }) };
  }
}

/** The fields of a form as text; of a name that comes twice the last. Files are left out. */
export function readTyped(form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

/** The files of a field that hold something. */
export async function readFiles(
  form: FormData,
  name: string,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  const files = form.getAll(name).filter((value) => typeof value !== "string");
  const full = files.filter(({ size }) => size > 0);
  return Promise.all(full.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })));
}
