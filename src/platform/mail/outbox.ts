import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { LetterList } from "../../kernel/letter.ts";
import type { Language } from "../../kernel/refusal.ts";
import type { Tx } from "../database/index.ts";
import { refusePlatform } from "../refusals.ts";
import { LETTER_STATES, type LetterState, withMailTables } from "./tables.ts";

/** A letter as the administrator's page shows it. Instants in ISO 8601. */
export interface LetterView {
  readonly id: Id;
  readonly template: string;
  readonly language: Language;
  readonly personId: Id | null;
  /** Null once the letter is gone. */
  readonly address: string | null;
  readonly state: LetterState;
  readonly attempts: number;
  readonly queuedAt: string;
  readonly nextAttemptAt: string | null;
  readonly settledAt: string | null;
  readonly expiresAt: string;
  /** A word of the program and the server's numbers: `address-refused 550 5.1.1`. */
  readonly lastError: string | null;
}

export interface LetterPage {
  readonly letters: readonly LetterView[];
  /** How many letters are in each state. */
  readonly counts: Readonly<Record<LetterState, number>>;
  /** Of them those that still have their content: somebody can do something about them. */
  readonly kept: Readonly<Record<LetterState, number>>;
}

export const LETTERS_A_PAGE = 50;

type Doing = Pick<Context<Tx>, "tx" | "municipalityId" | "now">;

/** The newest first; `page` counts from 1. */
export async function listMail(tx: Tx, filter: { readonly state?: LetterState }, page: number): Promise<LetterPage> {
  const mail = withMailTables(tx);
  let query = mail
    .selectFrom("mail_letter")
    .select(["id", "template", "language", "person_id", "address", "state", "attempts"])
    .select(["queued_at", "next_attempt_at", "settled_at", "expires_at", "last_error"])
    .orderBy("id", "desc")
    .limit(LETTERS_A_PAGE)
    .offset((page - 1) * LETTERS_A_PAGE);
  if (filter.state) query = query.where("state", "=", filter.state);
  const rows = await query.execute();
  const letters = rows.map((row) => ({
    id: row.id,
    template: row.template,
    language: row.language,
    personId: row.person_id,
    address: row.address,
    state: row.state,
    attempts: row.attempts,
    queuedAt: row.queued_at.toISOString(),
    nextAttemptAt: row.next_attempt_at?.toISOString() ?? null,
    settledAt: row.settled_at?.toISOString() ?? null,
    expiresAt: row.expires_at.toISOString(),
    lastError: row.last_error,
  }));
  return { letters, ...(await countLetters(tx)) };
}

async function countLetters(tx: Tx): Promise<Pick<LetterPage, "counts" | "kept">> {
  const rows = await withMailTables(tx)
    .selectFrom("mail_letter")
    .select((eb) => ["state" as const, eb.fn.countAll<bigint>().as("all"), eb.fn.count<bigint>("address").as("kept")])
    .groupBy("state")
    .execute();
  const tally = (column: "all" | "kept") => {
    const found = new Map(rows.map((row) => [row.state, Number(row[column])]));
    const counts = LETTER_STATES.map((state) => [state, found.get(state) ?? 0] as const);
    return Object.fromEntries(counts) as Record<LetterState, number>;
  };
  return { counts: tally("all"), kept: tally("kept") };
}

/**
 * Sends a letter again, from its first attempt: one that failed or was to be handed over, or at once one that waits for
 * its next attempt. Refuses `letter-missing`, and `letter-gone` where its content is forgotten. Answers its template.
 */
export async function repeatMail(ctx: Doing, id: Id): Promise<string> {
  const { template } = await loadKept(ctx, id);
  await withMailTables(ctx.tx)
    .updateTable("mail_letter")
    .set({ state: "waiting", attempts: 0, next_attempt_at: ctx.now, settled_at: null })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .execute();
  return template;
}

/** Sends it no more and forgets address and values. Refuses like repeating, and `letter-being-sent`. */
export async function cancelMail(ctx: Doing, id: Id): Promise<string> {
  const { template, sendingUntil } = await loadKept(ctx, id);
  if (sendingUntil && sendingUntil > ctx.now) return refusePlatform("letter-being-sent");
  await withMailTables(ctx.tx)
    .updateTable("mail_letter")
    .set({ state: "cancelled", address: null, content: null, next_attempt_at: null, sending_until: null })
    .set({ settled_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .execute();
  return template;
}

export interface HandOver {
  readonly template: string;
  readonly address: string;
  readonly link: string;
}

/** The link of a letter that is to be handed over: a secret of its receiver. Refuses `letter-missing`, `letter-gone`, `letter-without-link`. */
export async function loadHandOver(ctx: Doing, letters: LetterList, id: Id): Promise<HandOver> {
  const { template, state, address, content } = await loadKept(ctx, id);
  const name = letters[template]?.handOver;
  const link = name ? content[name] : undefined;
  if (state !== "handed-over" || !link) return refusePlatform("letter-without-link");
  return { template, address, link };
}

/** Locks the row: whoever decides about a letter decides alone. */
async function loadKept(ctx: Doing, id: Id) {
  if (!isId(id)) return refusePlatform("letter-missing");
  const row = await withMailTables(ctx.tx)
    .selectFrom("mail_letter")
    .select(["template", "state", "address", "content", "sending_until"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return refusePlatform("letter-missing");
  if (row.address === null) return refusePlatform("letter-gone");
  const { template, state, address, sending_until: sendingUntil } = row;
  return { template, state, address, sendingUntil, content: row.content as Readonly<Record<string, string>> };
}

/** Forgets the letters of a person: those that wait are not sent, of the others address and values go. */
export async function forgetMailOf(ctx: Doing, personId: Id): Promise<void> {
  await withMailTables(ctx.tx)
    .updateTable("mail_letter")
    .set({ state: "cancelled", address: null, content: null, next_attempt_at: null, sending_until: null })
    .set({ settled_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("person_id", "=", personId)
    .where("address", "is not", null)
    .execute();
}
