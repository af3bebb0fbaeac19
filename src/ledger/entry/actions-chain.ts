import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { loadOpen } from "../commitment/actions.ts";
import { loadUnperformed } from "../commitment/actions-performance.ts";
import type { Part } from "../contract.ts";
import { selectByIds, selectPlanEntries } from "../journal/store.ts";
import { refuseLedger } from "../refusals.ts";
import type { EntryView } from "../views.ts";
import { listParts, sumMoved } from "./actions.ts";
import { type Frame, loadFrame } from "./actions-frame.ts";
import { showEntries } from "./actions-show.ts";
import { findEntry, type StoredEntry, selectFollowers, selectPostings, selectReversals } from "./store-entry.ts";

/** One entry with its chain: plan, limit, obligation, payment, refund. Refuses `not-permitted`, `ledger-entry-unknown`. */
export async function getEntry(ctx: Context<Tx>, id: string): Promise<EntryView> {
  requirePermission(ctx, "ledger.read");
  const entry = isId(id) ? await findEntry(ctx, id) : undefined;
  if (!entry) return refuseLedger("ledger-entry-unknown");
  const frame = await loadFrame(ctx);
  const chain = await loadChain(ctx, entry);
  const followers = await selectFollowers(ctx, entry.id);
  const reversal = entry.isReversed ? await selectReversals(ctx, entry.id) : [];
  const receipts = await loadReceipts(ctx, entry, followers);
  const shown = await showEntries(ctx, frame, [entry, ...chain, ...followers, ...receipts, ...reversal]);
  const byId = new Map(shown.map((row) => [row.id, row]));
  const [own] = shown;
  if (!own) return refuseLedger("ledger-entry-unknown");
  const pick = (entries: readonly StoredEntry[]) => entries.flatMap((some) => byId.get(some.id) ?? []);
  return {
    ...own,
    chain: pick(chain),
    followers: pick(followers),
    receipts: pick(receipts),
    reversal: pick(reversal)[0] ?? null,
    left: await loadLeftOf(ctx, frame, entry),
    unperformed: isObligation(entry) ? listParts(await loadUnperformed(ctx, frame, entry.id)) : [],
    commitmentId: entry.commitmentId,
  };
}

/** What the entry follows from, the plan first. */
async function loadChain(ctx: Context<Tx>, entry: StoredEntry): Promise<readonly StoredEntry[]> {
  const above = await loadAbove(ctx, entry);
  const first = above[0] ?? entry;
  if (first.activityId === null || first.year === null) return above;
  if (first.kind === "appropriation" && above.length === 0) {
    const plans = await planOf(ctx, first);
    return plans.filter(({ kind }) => kind === "allocation");
  }
  return [...(await planOf(ctx, first)), ...above];
}

/** Obligation (and the one that it carries over), payment, refund above this entry. */
async function loadAbove(ctx: Context<Tx>, entry: StoredEntry): Promise<readonly StoredEntry[]> {
  const above: StoredEntry[] = [];
  let at = entry;
  for (;;) {
    const parent = at.ofEntryId ?? (at.commitmentId === at.id ? null : at.commitmentId);
    const [found] = parent ? await selectByIds(ctx, [parent]) : [];
    if (!found) return above;
    above.unshift(found);
    at = found;
  }
}

/** Where a payment's chain goes on: what came back of it, and what its payee accounted for. */
async function loadReceipts(
  ctx: Context<Tx>,
  entry: StoredEntry,
  followers: readonly StoredEntry[],
): Promise<readonly StoredEntry[]> {
  if (entry.kind !== "payment" || entry.isReversed || entry.commitmentId === null) return [];
  const beside = await selectFollowers(ctx, entry.commitmentId);
  const performances = beside.filter(({ kind }) => kind === "performance");
  return [...followers, ...performances].sort((a, b) => (a.date < b.date ? -1 : 1));
}

async function planOf(ctx: Context<Tx>, entry: StoredEntry): Promise<readonly StoredEntry[]> {
  const { activityId, year } = entry;
  if (activityId === null || year === null) return [];
  const postings = await selectPostings(ctx, [entry.id]);
  const sourceIds: readonly Id[] = [...new Set(postings.map(({ sourceId }) => sourceId))];
  const line = { activityId, year, sourceIds };
  const before = await selectPlanEntries(ctx, { ...line, until: entry.date });
  // A limit that was recorded with a later day than what stands on it is better than none.
  const hasLimit = before.some(({ kind }) => kind === "appropriation");
  return hasLimit ? before : selectPlanEntries(ctx, { ...line, until: ctx.today });
}

function isObligation({ kind, isReversed }: StoredEntry): boolean {
  return !isReversed && (kind === "commitment" || kind === "carry-over");
}

async function loadLeftOf(ctx: Context<Tx>, frame: Frame, entry: StoredEntry): Promise<readonly Part[]> {
  if (entry.isReversed) return [];
  if (isObligation(entry)) {
    return listParts(await loadOpen(ctx, frame, entry.id));
  }
  const rule = LEFT[entry.kind];
  if (!rule) return [];
  const followers = (await selectFollowers(ctx, entry.id)).map(({ id }) => id);
  return listParts(await sumMoved(ctx, frame, { entries: [entry.id, ...followers], accounts: rule }));
}

/** Accounts that together say what of an entry is left. */
const LEFT: Readonly<
  Partial<Record<StoredEntry["kind"], readonly ("paid" | "refunded" | "refunded-late" | "to-return")[]>>
> = {
  payment: ["paid", "refunded", "refunded-late"],
  "late-refund": ["to-return"],
};
