import { data } from "react-router";
import type { Context } from "../../src/kernel/context.ts";
import type { OfferedAssociations } from "../../src/news/contract.ts";
import type { Tx } from "../../src/platform/database/index.ts";
import { answer } from "../app/answer.ts";
import type { Doors } from "../app/doors.ts";
import { type RefusedForm, readTyped, submitForm } from "../app/form.ts";
import { readPublicationInput } from "./read-input.ts";

/** What a publication's form shows again: what it held, with the associations chosen and found. */
export interface FormAgain {
  /** Its code is empty where nothing was refused and associations were looked for. */
  readonly refused: RefusedForm;
  readonly offered: OfferedAssociations;
}

/** Runs a command for a publication's form; a search among associations shows the form again. */
export async function submitPublication<T>(doors: Doors, form: FormData, work: (ctx: Context<Tx>) => Promise<T>) {
  const { done, refused } = await submitForm(doors, form, work);
  if (!refused) return { done };
  return { again: data(await showAgain(doors, form, refused.data), refused.init ?? {}) };
}

export async function searchAgain(doors: Doors, form: FormData, intent: string) {
  return data(await showAgain(doors, form, { code: "", sentence: "", intent, typed: readTyped(form) }));
}

async function showAgain(doors: Doors, form: FormData, refused: RefusedForm): Promise<FormAgain> {
  const chosen = readPublicationInput(form).associationIds;
  const words = refused.typed["association-words"] ?? "";
  return { refused, offered: await answer(doors, (ctx) => doors.news.findNewsAssociations(ctx, { chosen, words })) };
}
