import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { followDecision } from "../appropriation/actions.ts";
import type { Deadlines } from "../appropriation/actions-deadlines.ts";
import { selectBalances } from "../balance/store.ts";
import { cleanText, type EntryInput, parseEntry } from "../input.ts";
import { refuseLedger } from "../refusals.ts";
import { requireEntry } from "./actions.ts";
import { loadFrame, sourceOf } from "./actions-frame.ts";
import { type Recorded, recordEntry } from "./actions-record.ts";
import { requireFree } from "./limits.ts";
import { reversePostings } from "./posting.ts";
import {
  findCarryOver,
  findEntry,
  findLaterPlan,
  type StoredEntry,
  selectFollowers,
  selectPostings,
} from "./store-entry.ts";

export interface ReversalInput extends EntryInput {
  readonly entryId: string;
}

/**
 * «Исправительная запись»: takes back all that an entry moved; both stay in the journal. It stands on the day of what it
 * reverses, so that the day's balance is right. Refuses `ledger-reversal-of-reversal`, `ledger-reversed`, `ledger-in-use`
 * where other entries stand on this one, and `ledger-over-appropriation` where its money is reserved elsewhere by now.
 */
export async function reverse(ctx: Context<Tx>, deadlines: Deadlines, input: ReversalInput): Promise<Recorded> {
  requirePermission(ctx, "ledger.reverse");
  if (cleanText(input.note ?? "") === "") refuseLedger("ledger-reason-missing");
  const { key, ...own } = parseEntry({ ...input, date: ctx.today }, ctx.today);
  const recorded = await recordEntry(ctx, { action: "ledger.reverse", key, request: { ...input } }, async () => {
    const found = isId(input.entryId) ? await findEntry(ctx, input.entryId) : undefined;
    if (found?.kind === "reversal") refuseLedger("ledger-reversal-of-reversal");
    const entry = await requireEntry(ctx, input.entryId, "reversal");
    await refuseUsed(ctx, entry);
    const postings = reversePostings(await selectPostings(ctx, [entry.id]));
    await requireRoom(ctx, entry, postings);
    const { activityId, year, payee, commitmentId, basisKind, date } = entry;
    const named = { activityId, year, payee, commitmentId, basisKind, date, ofEntryId: entry.id };
    return { ...own, ...named, kind: "reversal", kopecks: -entry.kopecks, postings };
  });
  if (!recorded.already) await followReversal(ctx, deadlines, recorded.id);
  return recorded;
}

async function followReversal(ctx: Context<Tx>, deadlines: Deadlines, id: Id): Promise<void> {
  const reversal = await findEntry(ctx, id);
  if (reversal?.basisKind === "budget-decision") await followDecision(ctx, deadlines, id);
}

async function refuseUsed(ctx: Context<Tx>, entry: StoredEntry): Promise<void> {
  const [follower] = await selectFollowers(ctx, entry.id);
  const later = entry.kind === "appropriation" ? await findLaterPlan(ctx, entry) : undefined;
  const carried =
    entry.kind === "lapse" && entry.commitmentId ? await findCarryOver(ctx, entry.commitmentId) : undefined;
  const user = follower ?? later ?? carried;
  if (user) refuseLedger("ledger-in-use", { number: `${user.number}/${user.numberYear}` });
}

/** What leaves the free limit must be there: a refund or a release may have been reserved again since. */
async function requireRoom(
  ctx: Context<Tx>,
  entry: StoredEntry,
  postings: ReturnType<typeof reversePostings>,
): Promise<void> {
  if (entry.activityId === null || entry.year === null) return;
  const frame = await loadFrame(ctx);
  const balances = await selectBalances(ctx, { activityId: entry.activityId, year: entry.year });
  const free = new Map(balances.map((balance) => [sourceOf(frame, balance.sourceId), balance.free]));
  const parts = postings
    .filter(({ account, kopecks }) => account === "free" && kopecks < 0n)
    .map(({ sourceId, kopecks }) => ({ source: sourceOf(frame, sourceId), kopecks: -kopecks }));
  requireFree(parts, free, { year: entry.year, language: ctx.language });
}
