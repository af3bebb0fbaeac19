import { addBalances, type Balance } from "../../src/ledger/contract.ts";
import type { BalanceSheet } from "../../src/ledger/views.ts";
import { type FundingSource, SOURCES } from "../../src/programme/contract.ts";

export interface YearLine {
  readonly year: number;
  /** Null: all sources of the year. */
  readonly source: FundingSource | null;
  readonly balance: Balance;
}

/** A line for each source of a year, and one for the year. */
export function sumByYear({ rows }: Pick<BalanceSheet, "rows">): readonly YearLine[] {
  const years = [...new Set(rows.map(({ year }) => year))].sort();
  return years.flatMap((year) => {
    const own = rows.filter((row) => row.year === year);
    const lines = SOURCES.flatMap((source): YearLine[] => {
      const balances = own.filter((row) => row.source === source).map(({ balance }) => balance);
      return balances.length === 0 ? [] : [{ year, source, balance: addBalances(balances) }];
    });
    return [...lines, { year, source: null, balance: addBalances(own.map(({ balance }) => balance)) }];
  });
}
