import { createHash } from "node:crypto";
import { raiseRevision, writeAudit } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { type Frame, loadFrame } from "./actions-frame.ts";
import { refuseLedger } from "./refusals.ts";
import { type EntryDraft, findByKey, findLastInstant, insertEntry, lockLedger } from "./store.ts";

/** What a command became: its entry, and whether that was there already. */
export interface Recorded {
  readonly id: Id;
  readonly number: number;
  readonly already: boolean;
}

type Own = "id" | "key" | "digest" | "kind" | "date" | "kopecks" | "basisKind" | "basis" | "postings";
/** What an entry of any kind has, and of the rest what this one has. */
export type NewEntry = Pick<EntryDraft, Exclude<Own, "key" | "digest" | "id">> &
  Partial<Omit<EntryDraft, "key" | "digest">>;

/** Whether requests of one moment may be recorded in another order than they came, and still the clock is right. */
const CLOCK_SLACK_MS = 15 * 60_000;

/** Many commands of one transaction: what each would ask and say again is asked and said once. */
export interface Batch {
  readonly frame: Frame;
  /** After the last command. */
  close(): Promise<void>;
}

/** Locks the ledger for a batch. Refuses `ledger-clock-behind`. */
export async function openBatch(ctx: Context<Tx>): Promise<Batch> {
  await lockLedger(ctx);
  await requireClock(ctx);
  return { frame: await loadFrame(ctx), close: () => raiseRevision(ctx) };
}

async function requireClock(ctx: Context<Tx>): Promise<void> {
  const last = await findLastInstant(ctx);
  if (last && last.getTime() - ctx.now.getTime() > CLOCK_SLACK_MS) refuseLedger("ledger-clock-behind");
}

interface Command {
  readonly batch?: Batch | undefined;
  readonly action: string;
  readonly key: string;
  /** All that the person asked for: another content under the same key is refused. */
  readonly request: object;
}

/**
 * Locks the ledger, lets `decide` look at the balances and say what to record, and records it whole: entry, postings,
 * trail. The same command again gives the entry that it made. Refuses `ledger-key-reused`, `ledger-clock-behind`.
 */
export async function recordEntry(
  ctx: Context<Tx>,
  { action, key, request, batch }: Command,
  decide: () => Promise<NewEntry>,
): Promise<Recorded> {
  if (!batch) await lockLedger(ctx);
  const digest = createHash("sha256")
    .update(JSON.stringify([action, request]))
    .digest("hex");
  const made = await findByKey(ctx, key);
  if (made && made.digest !== digest) refuseLedger("ledger-key-reused", { number: made.number });
  if (made) return { id: made.id, number: made.number, already: true };
  if (!batch) await requireClock(ctx);
  const entry = fillEntry(await decide(), { key, digest });
  const number = await insertEntry(ctx, entry);
  if (!batch) await raiseRevision(ctx);
  await writeAudit(ctx, {
    action,
    subject: { kind: "ledger-entry", id: entry.id },
    basis: entry.basis,
    detail: { kind: entry.kind, number, date: entry.date, kopecks: String(entry.kopecks) },
  });
  return { id: entry.id, number, already: false };
}

function fillEntry(entry: NewEntry, own: { key: string; digest: string }): EntryDraft {
  const none = {
    year: null,
    activityId: null,
    programmeId: null,
    editionId: null,
    payee: null,
    note: null,
    commitmentId: null,
    ofEntryId: null,
    plans: [],
  };
  return { ...none, id: newId(), ...entry, ...own };
}
