import { data } from "react-router";
import type { Context } from "../../../src/kernel/context.ts";
import type { Recorded } from "../../../src/ledger/index.ts";
import type { Tx } from "../../../src/platform/database/index.ts";
import { SOURCES } from "../../../src/programme/contract.ts";
import type { Doors } from "../../app/doors.ts";

/** What a form is told where a rule says no, and what it held, so that nothing typed is lost. */
export interface Refused {
  readonly code: string;
  readonly sentence: string;
  readonly intent: string;
  readonly typed: Readonly<Record<string, string>>;
}

/** Runs a command of the ledger for a form: its entry's id, or the answer that shows the refusal. */
export function recordFor(doors: Doors, form: FormData, command: (ctx: Context<Tx>) => Promise<Recorded>) {
  return sendFor(doors, form, async (ctx) => (await command(ctx)).id);
}

/** The same for any command that says the id of what it made. */
export async function sendFor(doors: Doors, form: FormData, command: (ctx: Context<Tx>) => Promise<string>) {
  try {
    return await doors.run(command);
  } catch (error) {
    const explained = doors.explain(error);
    if (!explained) throw error;
    const { status, code, sentence } = explained;
    const typed = readTyped(form);
    return data({ code, sentence, intent: typed.intent ?? "", typed } satisfies Refused, { status });
  }
}

function readTyped(form: FormData): Readonly<Record<string, string>> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

/** What every form of the ledger sends. */
export function readEntryInput(form: FormData) {
  const typed = readTyped(form);
  return {
    key: typed.key ?? "",
    date: typed.date ?? "",
    basis: typed.basis ?? "",
    note: typed.note ?? "",
    sums: Object.fromEntries(SOURCES.flatMap((source) => (typed[source] ? [[source, typed[source]]] : []))),
    confirmed: typed.confirmed === "yes",
  };
}

/** A field of a form as text; what is no text is empty. */
export function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
