import { sql } from "kysely";
import type { Id } from "../../kernel/id.ts";
import type { Language } from "../../kernel/refusal.ts";
import type { Tx } from "../database/index.ts";
import { withMailTables } from "./tables.ts";

/** A letter that this process has taken upon itself, until its lease runs out. */
export interface ClaimedLetter {
  readonly municipalityId: Id;
  readonly id: Id;
  readonly template: string;
  readonly language: Language;
  readonly address: string;
  readonly values: Readonly<Record<string, string>>;
  /** Counts this attempt: whoever comes back after another process took the letter over finds a higher number. */
  readonly attempts: number;
}

/** A process that says nothing for so long is dead, and its letter free. Longer than a mail server may keep us waiting. */
export const LEASE_MS = 5 * 60_000;

/** Where letters are due. By the owner of the tables: only ids of municipalities are read. */
export async function findPlacesWithMail(ownerTx: Tx, now: Date): Promise<readonly Id[]> {
  const rows = await withMailTables(ownerTx)
    .selectFrom("mail_letter")
    .select("municipality_id")
    .distinct()
    .where("state", "=", "waiting")
    .where("next_attempt_at", "<=", now)
    .where("expires_at", ">", now)
    .execute();
  return rows.map((row) => row.municipality_id);
}

/** Takes the letter that has waited longest, if one is due; two processes never take the same. */
export async function claimLetter(tx: Tx, municipalityId: Id, now: Date): Promise<ClaimedLetter | null> {
  const mail = withMailTables(tx);
  const due = mail
    .selectFrom("mail_letter")
    .select("id")
    .where("municipality_id", "=", municipalityId)
    .where("state", "=", "waiting")
    .where("next_attempt_at", "<=", now)
    .where("expires_at", ">", now)
    .where((eb) => eb.or([eb("sending_until", "is", null), eb("sending_until", "<=", now)]))
    .orderBy("next_attempt_at")
    .limit(1)
    .forUpdate()
    .skipLocked();
  const row = await mail
    .updateTable("mail_letter")
    .set((eb) => ({ attempts: eb("attempts", "+", 1), sending_until: new Date(now.getTime() + LEASE_MS) }))
    .where("municipality_id", "=", municipalityId)
    .where("id", "=", due)
    .returning(["id", "template", "language", "address", "content", "attempts"])
    .executeTakeFirst();
  if (!row?.address) return null;
  const { id, template, language, address, attempts } = row;
  return { municipalityId, id, template, language, address, attempts, values: row.content as ClaimedLetter["values"] };
}

export type Settling =
  | { readonly state: "sent" }
  | { readonly state: "handed-over"; readonly reason: string | null }
  | { readonly state: "failed"; readonly reason: string; readonly keep: boolean }
  | { readonly state: "waiting"; readonly reason: string; readonly nextAttemptAt: Date };

/** Writes down how the attempt ended, unless another process has taken the letter over since. */
export async function settleLetter(tx: Tx, letter: ClaimedLetter, now: Date, settling: Settling): Promise<void> {
  const { state } = settling;
  const forgets = state === "sent" || (state === "failed" && !settling.keep);
  await withMailTables(tx)
    .updateTable("mail_letter")
    .set({
      state,
      sending_until: null,
      next_attempt_at: state === "waiting" ? settling.nextAttemptAt : null,
      settled_at: state === "waiting" ? null : now,
      last_error: "reason" in settling ? settling.reason : null,
      ...(forgets && { address: null, content: null }),
    })
    .where("municipality_id", "=", letter.municipalityId)
    .where("id", "=", letter.id)
    .where("state", "=", "waiting")
    .where("attempts", "=", letter.attempts)
    .execute();
}

/** Where kept letters are out of date. By the owner of the tables: only ids of municipalities are read. */
export async function findPlacesWithOldMail(ownerTx: Tx, now: Date): Promise<readonly Id[]> {
  const rows = await withMailTables(ownerTx)
    .selectFrom("mail_letter")
    .select("municipality_id")
    .distinct()
    .where("address", "is not", null)
    .where("expires_at", "<=", now)
    .execute();
  return rows.map((row) => row.municipality_id);
}

/** Forgets address and values of what is out of date; a letter that still waited has failed. Answers how many. */
export async function expireLetters(tx: Tx, municipalityId: Id, now: Date): Promise<number> {
  const answer = await withMailTables(tx)
    .updateTable("mail_letter")
    .set((eb) => ({
      address: null,
      content: null,
      next_attempt_at: null,
      sending_until: null,
      settled_at: eb.fn.coalesce("settled_at", sql<Date>`${now}::timestamptz`),
      last_error: eb.case().when("state", "=", "waiting").then("out-of-date").else(eb.ref("last_error")).end(),
      state: eb
        .case()
        .when("state", "=", "waiting")
        .then("failed" as const)
        .else(eb.ref("state"))
        .end(),
    }))
    .where("municipality_id", "=", municipalityId)
    .where("address", "is not", null)
    .where("expires_at", "<=", now)
    .executeTakeFirst();
  return Number(answer.numUpdatedRows);
}
