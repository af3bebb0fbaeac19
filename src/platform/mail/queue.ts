import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { LetterList, LetterValues } from "../../kernel/letter.ts";
import type { Language } from "../../kernel/refusal.ts";
import type { Tx } from "../database/index.ts";
import { isMailAddress } from "./address.ts";
import { withMailTables } from "./tables.ts";

/** What queueing needs of a context. */
export type MailContext = Pick<Context<Tx>, "tx" | "municipalityId" | "now">;

export interface NewLetter<List extends LetterList, Template extends keyof List> {
  readonly to: string;
  /** Who that is, where it is somebody known: all that is left of the receiver once the letter is gone. */
  readonly personId?: Id;
  readonly template: Template;
  readonly language: Language;
  readonly values: LetterValues<List[Template]>;
  /** Names the occasion with ids and words of the program, such as `invitation:<id>`: the same key twice is one letter. */
  readonly key: string;
  /** After this instant the letter is of no use: not sent any more, its address and values forgotten. A week when absent. */
  readonly expiresAt?: Date;
}

const WEEK_MS = 7 * 86_400_000;

/**
 * Writes a letter into the outbox, in the transaction of the action that it tells of; it is sent once that is committed,
 * and its failure breaks nothing. The address has been checked by the caller: another one is a fault of the program.
 */
export async function queueMail<List extends LetterList, Template extends keyof List & string>(
  ctx: MailContext,
  _list: List,
  letter: NewLetter<List, Template>,
): Promise<{ readonly id: Id; readonly already: boolean }> {
  assert(isMailAddress(letter.to), "a letter has one address");
  const id = newId();
  const mail = withMailTables(ctx.tx);
  const row = await mail
    .insertInto("mail_letter")
    .values({
      municipality_id: ctx.municipalityId,
      id,
      key: letter.key,
      template: letter.template,
      language: letter.language,
      person_id: letter.personId ?? null,
      address: letter.to,
      content: JSON.stringify(letter.values),
      state: "waiting",
      attempts: 0,
      queued_at: ctx.now,
      next_attempt_at: ctx.now,
      sending_until: null,
      expires_at: letter.expiresAt ?? new Date(ctx.now.getTime() + WEEK_MS),
      settled_at: null,
      last_error: null,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (row) return { id, already: false };
  const first = await mail
    .selectFrom("mail_letter")
    .select("id")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("key", "=", letter.key)
    .executeTakeFirstOrThrow();
  return { id: first.id, already: true };
}
