import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { LETTER_DEFAULTS } from "../contract.ts";
import type { Letters } from "../subjects.ts";
import { insertNotices, type NewNotice, selectChoices } from "./store.ts";

/**
 * Tells people of an event, each once, whoever did it left out; and by letter those who want letters of this kind. In the
 * transaction of the event itself.
 */
export async function sendNotice(
  ctx: Context<Tx>,
  letters: Letters<Tx>,
  { people, ...notice }: NewNotice & { readonly people: readonly Id[] },
): Promise<void> {
  const { actor } = ctx;
  const others = people.filter((id) => actor.kind !== "person" || id !== actor.personId);
  const told = await insertNotices(ctx, others, notice);
  const choices = await selectChoices(ctx, told);
  for (const personId of told) {
    const chosen = choices.find((choice) => choice.personId === personId && choice.kind === notice.kind);
    if (!(chosen?.byLetter ?? LETTER_DEFAULTS[notice.kind])) continue;
    const { kind, title, href, detail = {} } = notice;
    await letters.queue(ctx, { personId, kind, title, href, detail });
  }
}
