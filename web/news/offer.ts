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

/** Runs a command for a publication's form. */
export async function submitPublication<T>(doors: Doors, form: FormData, work: (ctx: Context<Tx>) => Promise<T>) {
  const { done, refused } = await submitForm(doors, form, work);
  if (!refused) return { done };
  const offered = await answer(doors, (ctx) => doors.news.offerNewsAssociations(ctx, readAsked(form)));
  return { again: data({ refused: refused.data, offered } satisfies FormAgain, refused.init ?? {}) };
}

/** A search among associations shows the form again. */
export async function searchAgain(doors: Doors, form: FormData, intent: string): Promise<FormAgain> {
  const offered = await answer(doors, (ctx) => doors.news.findNewsAssociations(ctx, readAsked(form)));
  return { refused: { code: "", sentence: "", intent, typed: readTyped(form) }, offered };
}

function readAsked(form: FormData) {
  return { chosen: readPublicationInput(form).associationIds, words: readTyped(form)["association-words"] ?? "" };
}
