import type { Kopecks } from "../../kernel/money.ts";
import { type FundingSource, SOURCES } from "../../programme/contract.ts";
import type { Part } from "../contract.ts";
import { sumParts } from "../sums.ts";
import type { EntryRow, MovedSums } from "../views.ts";

/** Adds up what was paid and what came back, each by source; what is nothing of a source is left out. */
export function sumMovements(paid: readonly Part[], refunded: readonly Part[]): MovedSums {
  const [paidParts, refundedParts] = [sumBySource(paid), sumBySource(refunded)];
  const netParts = sumBySource([...paidParts, ...refundedParts.map((part) => ({ ...part, kopecks: -part.kopecks }))]);
  return {
    paid: sumParts(paidParts),
    paidParts,
    refunded: sumParts(refundedParts),
    refundedParts,
    net: sumParts(netParts),
    netParts,
  };
}

function sumBySource(parts: readonly Part[]): readonly Part[] {
  const sumOf = (source: FundingSource): Kopecks => sumParts(parts.filter((part) => part.source === source));
  return SOURCES.map((source) => ({ source, kopecks: sumOf(source) })).filter(({ kopecks }) => kopecks !== 0n);
}

/** The payments and refunds among these entries that stand; of one source where it is named. */
export function sumStanding(rows: readonly EntryRow[], source: FundingSource | undefined): MovedSums {
  const partsOf = (kind: "payment" | "refund") =>
    rows
      .filter((row) => row.kind === kind && !row.isReversed)
      .flatMap(({ parts }) => parts.filter((part) => source === undefined || part.source === source));
  return sumMovements(partsOf("payment"), partsOf("refund"));
}
