import { createHash } from "node:crypto";
import { raiseRevision, writeAudits } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { refuseLedger } from "../refusals.ts";
import { type Frame, loadFrame } from "./actions-frame.ts";
import { type EntryDraft, findLastInstant, insertEntries, lockLedger, type MadeEntry, selectByKeys } from "./store.ts";

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

/** Many commands of one transaction: what each would ask, write and say again is asked, written and said once. */
export interface Batch {
  readonly frame: Frame;
  /** What commands of its keys made before. */
  readonly made: ReadonlyMap<string, MadeEntry>;
  /** What its commands became, by their keys, with what the trail is to say. */
  readonly pending: Map<string, { readonly entry: EntryDraft; readonly action: string }>;
  /** After the last command: writes all of them. */
  close(): Promise<void>;
}

/** Locks the ledger for a batch of commands of these keys. Refuses `ledger-clock-behind`. */
export async function openBatch(ctx: Context<Tx>, keys: readonly string[]): Promise<Batch> {
  await lockLedger(ctx);
  await requireClock(ctx);
  const pending: Batch["pending"] = new Map();
  const close = async () => {
    const made = [...pending.values()];
    if (made.length === 0) return;
    await writeEntries(ctx, made);
  };
  return { frame: await loadFrame(ctx), made: await selectByKeys(ctx, keys), pending, close };
}

async function requireClock(ctx: Context<Tx>): Promise<void> {
  const last = await findLastInstant(ctx);
  if (last && last.getTime() - ctx.now.getTime() > CLOCK_SLACK_MS) refuseLedger("ledger-clock-behind");
}

interface Command {
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
  { action, key, request }: Command,
  decide: () => Promise<NewEntry>,
): Promise<Recorded> {
  await lockLedger(ctx);
  const digest = digestOf(action, request);
  const made = (await selectByKeys(ctx, [key])).get(key);
  if (made && made.digest !== digest) refuseLedger("ledger-key-reused", { number: made.number });
  if (made) return { id: made.id, number: made.number, already: true };
  await requireClock(ctx);
  const entry = fillEntry(await decide(), { key, digest });
  const number = await writeEntries(ctx, [{ entry, action }]);
  return { id: entry.id, number, already: false };
}

/** The same as part of a batch, which writes it in the end; whether it is a new one. Refuses `ledger-key-reused`. */
export function addEntry(
  { action, key, request, batch }: Command & { readonly batch: Batch },
  decide: () => NewEntry,
): boolean {
  const digest = digestOf(action, request);
  const made = batch.made.get(key);
  const first = made ?? batch.pending.get(key)?.entry;
  if (first && first.digest !== digest) refuseLedger("ledger-key-reused", { number: made?.number ?? "" });
  if (first) return false;
  batch.pending.set(key, { entry: fillEntry(decide(), { key, digest }), action });
  return true;
}

function digestOf(action: string, request: object): string {
  return createHash("sha256")
    .update(JSON.stringify([action, request]))
    .digest("hex");
}

/** Entries, postings and trail; the number of the first. */
async function writeEntries(
  ctx: Context<Tx>,
  made: readonly { readonly entry: EntryDraft; readonly action: string }[],
): Promise<number> {
  const first = await insertEntries(
    ctx,
    made.map(({ entry }) => entry),
  );
  await raiseRevision(ctx);
  await writeAudits(
    ctx,
    made.map(({ entry: { id, kind, date, basis, kopecks }, action }, place) => ({
      action,
      subject: { kind: "ledger-entry", id },
      basis,
      detail: { kind, number: first + place, date, kopecks: String(kopecks) },
    })),
  );
  return first;
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
