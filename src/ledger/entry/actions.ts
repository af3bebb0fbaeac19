import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { FundingSource } from "../../programme/contract.ts";
import { type Account, type EntryKind, FOLLOWS, type MoveKind, type Part } from "../contract.ts";
import { refuseLedger } from "../refusals.ts";
import { type Frame, sourceIdOf, sourceOf } from "./actions-frame.ts";
import type { Available } from "./limits.ts";
import { makePostings, type Posting } from "./posting.ts";
import { findEntry, type StoredEntry, selectPostings } from "./store-entry.ts";

/** An entry that one of this kind may follow. Refuses `ledger-entry-unknown`, `ledger-reversed`, `ledger-follows`. */
export async function requireEntry(ctx: Context<Tx>, id: string, next: EntryKind): Promise<StoredEntry> {
  return allowNext(isId(id) ? await findEntry(ctx, id) : undefined, next);
}

/** The same of an entry that is read already. */
export function allowNext(entry: StoredEntry | undefined, next: EntryKind): StoredEntry {
  if (!entry) return refuseLedger("ledger-entry-unknown");
  if (entry.isReversed) refuseLedger("ledger-reversed");
  const allowed: readonly EntryKind[] = FOLLOWS[entry.kind];
  if (!allowed.includes(next)) refuseLedger("ledger-follows");
  return entry;
}

/** What entries moved on an account, by source. */
export async function sumMoved(
  ctx: Context<Tx>,
  frame: Frame,
  { entries, accounts }: { readonly entries: readonly Id[]; readonly accounts: readonly Account[] },
): Promise<Available> {
  const sums = new Map<FundingSource, Kopecks>();
  for (const { account, sourceId, kopecks } of await selectPostings(ctx, entries)) {
    if (!accounts.includes(account)) continue;
    const source = sourceOf(frame, sourceId);
    sums.set(source, (sums.get(source) ?? 0n) + kopecks);
  }
  return sums;
}

/** The postings of a move of one activity and year. */
export function postParts(
  frame: Frame,
  kind: MoveKind,
  { activityId, year, parts }: { readonly activityId: Id; readonly year: number; readonly parts: readonly Part[] },
): readonly Posting[] {
  const lines = parts.map(({ source, kopecks }) => ({
    activityId,
    sourceId: sourceIdOf(frame, source),
    year,
    kopecks,
  }));
  return makePostings(kind, lines);
}

export function listParts(sums: Available): readonly Part[] {
  return [...sums].flatMap(([source, kopecks]) => (kopecks > 0n ? [{ source, kopecks }] : []));
}
