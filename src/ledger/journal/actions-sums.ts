import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectBalances } from "../balance/store.ts";
import type { JournalFilter, Part } from "../contract.ts";
import { type Frame, sourceOf } from "../entry/actions-frame.ts";
import type { MovedSums } from "../views.ts";
import { sumMovements } from "./moved-sums.ts";
import type { Narrowing } from "./store-narrowing.ts";
import { sumStandingOf } from "./store-sums.ts";

/** So many entries are added up for a page; of more, the balances or a file say it. */
const SUMMED = 1_000;

/**
 * What the payments and refunds of the journal's conditions come to, reversed ones aside: where conditions are those of a
 * balance's line, from the balances; else from up to so many entries. Null where there are more, or where the kind moves no such
 * money.
 */
export async function sumJournal(
  ctx: Context<Tx>,
  frame: Frame,
  { filter, narrowing }: { readonly filter: JournalFilter; readonly narrowing: Narrowing },
): Promise<MovedSums | null> {
  if (filter.kind && filter.kind !== "payment" && filter.kind !== "refund") return null;
  if (!filter.text && !filter.from && !filter.to) return sumBalances(ctx, frame, filter);
  if (narrowing.isWalked || (narrowing.named ?? 0) > SUMMED) return null;
  const sums = await sumStandingOf(ctx, { filter, narrowing }, SUMMED);
  if (!sums) return null;
  const parts = sums.map(({ kind, sourceId, kopecks }) => ({ kind, source: sourceOf(frame, sourceId), kopecks }));
  const own = parts.filter(({ source }) => filter.source === undefined || source === filter.source);
  const of = (kind: "payment" | "refund") => own.filter((part) => part.kind === kind);
  return sumMovements(of("payment"), of("refund"));
}

async function sumBalances(ctx: Context<Tx>, frame: Frame, filter: JournalFilter): Promise<MovedSums> {
  const { year, activityId, kind } = filter;
  const lines = await selectBalances(ctx, {
    ...(year !== undefined && { year }),
    ...(activityId && { activityId }),
  });
  const own = lines
    .map((line) => ({ ...line, source: sourceOf(frame, line.sourceId) }))
    .filter(({ source }) => filter.source === undefined || source === filter.source);
  const partsOf = (read: "paid" | "refunded"): readonly Part[] =>
    own.map((line) => ({ source: line.source, kopecks: line[read] }));
  return sumMovements(kind === "refund" ? [] : partsOf("paid"), kind === "payment" ? [] : partsOf("refunded"));
}
