import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { FundingSource } from "../../programme/contract.ts";
import type { CofinancingYear, TransferRow } from "../cofinancing/views.ts";
import type { ActivityCard } from "../views.ts";

/** A report is of a year, or of its first quarters: figures grow from the first of January. */
export interface ReportPeriod {
  readonly year: number;
  readonly quarter: number | null;
}

/** Sums of a line of the report, kopecks. */
export interface ReportSums {
  /** The programme's plan as it stands on the day of composing. */
  readonly planned: Kopecks;
  readonly appropriated: Kopecks;
  readonly committed: Kopecks;
  readonly paid: Kopecks;
  readonly refunded: Kopecks;
  /** Paid less refunded. */
  readonly net: Kopecks;
  /** The limit less what was spent. */
  readonly left: Kopecks;
}

export interface ReportLine extends ReportSums {
  readonly activity: ActivityCard;
  readonly source: FundingSource;
}

/** What moved in a quarter, and what of the granted money was left at its end. */
export interface QuarterRow {
  readonly quarter: number;
  readonly received: Kopecks;
  readonly paid: Kopecks;
  readonly refunded: Kopecks;
  readonly returned: Kopecks;
  readonly rest: Kopecks;
  /** The municipality's own money, less what came back. */
  readonly own: Kopecks;
}

/** What an obligation became: to whom, for what, and how much of the granted and of the own money. */
export interface ResultRow {
  readonly id: Id;
  readonly number: string;
  readonly activity: ActivityCard | null;
  readonly payee: string;
  readonly basis: string;
  readonly committed: Kopecks;
  readonly paidGranted: Kopecks;
  readonly paidOwn: Kopecks;
  readonly refundedGranted: Kopecks;
  readonly refundedOwn: Kopecks;
  readonly net: Kopecks;
}

export const RESULT_SUMS = ["committed", "paidGranted", "paidOwn", "refundedGranted", "refundedOwn", "net"] as const;
export type ResultSums = Readonly<Record<(typeof RESULT_SUMS)[number], Kopecks>>;

/** «Отчёт о расходах, в целях софинансирования которых предоставлена субсидия». Page, Word, Excel and command show this and nothing else. */
export interface ReportView {
  readonly year: CofinancingYear;
  readonly period: ReportPeriod;
  /** The last day of the period, or the day of composing where that is earlier. */
  readonly on: string;
  readonly composedOn: string;
  readonly lines: readonly ReportLine[];
  readonly bySource: readonly (ReportSums & { readonly source: FundingSource })[];
  readonly total: ReportSums;
  readonly quarters: readonly QuarterRow[];
  readonly results: readonly ResultRow[];
  readonly resultTotal: ResultSums;
  /** How many different payees were paid. */
  readonly payees: number;
  /** What went back to the region after the period, up to the day of composing. */
  readonly returnedAfter: Kopecks;
  readonly returnsAfter: readonly TransferRow[];
}

export interface ReportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ReportFormat = "docx" | "xlsx";
