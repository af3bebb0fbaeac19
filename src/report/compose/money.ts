import type { FactKind, PlanKind } from "../../indicator/method/contract.ts";
import type { Kopecks } from "../../kernel/money.ts";
import { type FundingSource, SOURCES } from "../../programme/contract.ts";
import type { MoneySums } from "../views.ts";

export const MONEY_SUMS = [
  "plannedAtStart",
  "planned",
  "appropriated",
  "committed",
  "paid",
  "refunded",
  "net",
  "performed",
] as const satisfies readonly (keyof MoneySums)[];

export function addMoney(rows: readonly MoneySums[]): MoneySums {
  const sums = MONEY_SUMS.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0n)]);
  return Object.fromEntries(sums) as unknown as MoneySums;
}

/** Totals of the sources that occur, in their usual order. */
export function addBySource<Row extends MoneySums & { readonly source: FundingSource }>(rows: readonly Row[]) {
  return SOURCES.flatMap((source) => {
    const own = rows.filter((row) => row.source === source);
    return own.length === 0 ? [] : [{ source, ...addMoney(own) }];
  });
}

/** The plan that a form chose. The budget decision is not told apart from the budget list, so that no form offers it. */
export function planOf(sums: MoneySums, plan: PlanKind): Kopecks {
  if (plan === "programme-start") return sums.plannedAtStart;
  return plan === "programme" ? sums.planned : sums.appropriated;
}

export function factOf(sums: MoneySums, fact: FactKind): Kopecks {
  return sums[fact];
}
