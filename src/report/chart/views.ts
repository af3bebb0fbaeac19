import type { Kopecks } from "../../kernel/money.ts";
import type { Quarter } from "../../kernel/quarter.ts";
import type { FundingSource } from "../../programme/contract.ts";
import type { MoneySums } from "../views.ts";

/** An indicator's plan and fact in the years that have begun; figures are exact. */
export interface IndicatorYears {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly years: readonly { readonly year: number; readonly plan: string | null; readonly fact: string | null }[];
}

/** What was paid less refunded by the end of a month, from the first of January. */
export interface MonthProgress {
  readonly month: number;
  readonly spent: Kopecks;
  /** Confirmed events so far. */
  readonly events: number;
}

/** Of a settlement; null of sites in none. */
export interface SettlementVisits {
  readonly id: string | null;
  readonly name: string | null;
  readonly events: number;
  readonly visits: number;
}

/** A year as pictures show it; every picture has its table. */
export interface ReportCharts {
  readonly year: number;
  readonly quarter: Quarter;
  readonly years: readonly number[];
  readonly until: string;
  readonly indicators: readonly IndicatorYears[];
  readonly bySource: readonly (MoneySums & { readonly source: FundingSource })[];
  /** The months that have begun, and the year's limit. */
  readonly progress: { readonly months: readonly MonthProgress[]; readonly limit: Kopecks };
  readonly settlements: readonly SettlementVisits[];
}
