import type { Kopecks } from "../../kernel/money.ts";
import { type FundingSource, SOURCES } from "../../programme/contract.ts";
import type { Part } from "../contract.ts";
import type { SpendingDay } from "./views.ts";

/** A sum of one source that was paid or came back on a day; less than nothing where an entry was reversed. */
export interface Movement {
  readonly date: string;
  readonly source: FundingSource;
  readonly paid: Kopecks;
  readonly refunded: Kopecks;
}

/** Money that came or went back on a day. */
export interface Arrival {
  readonly date: string;
  readonly kopecks: Kopecks;
}

export function sumMovements(movements: readonly Movement[], read: (movement: Movement) => Kopecks): readonly Part[] {
  return SOURCES.map((source) => ({
    source,
    kopecks: movements.reduce((sum, movement) => (movement.source === source ? sum + read(movement) : sum), 0n),
  })).filter(({ kopecks }) => kopecks !== 0n);
}

export function partOf(parts: readonly Part[], source: FundingSource): Kopecks {
  return parts.find((part) => part.source === source)?.kopecks ?? 0n;
}

/** Spending day by day, with what was left of the receipts by the evening. `granted` is the source of the receipts. */
export function tallyDays(
  movements: readonly Movement[],
  receipts: readonly Arrival[],
  granted: FundingSource,
): readonly SpendingDay[] {
  const days = [...Map.groupBy(movements, ({ date }) => date)].sort(([a], [b]) => (a < b ? -1 : 1));
  let spent = 0n;
  return days.map(([date, own]) => {
    const paid = sumMovements(own, (movement) => movement.paid);
    const refunded = sumMovements(own, (movement) => movement.refunded);
    spent += partOf(paid, granted) - partOf(refunded, granted);
    const received = receipts.reduce((sum, receipt) => (receipt.date <= date ? sum + receipt.kopecks : sum), 0n);
    return { date, paid, refunded, held: received - spent };
  });
}
