import type { Kopecks } from "../../kernel/money.ts";
import { SOURCES } from "../../programme/contract.ts";
import { OWN_SOURCES } from "../cofinancing/contract.ts";
import { partOf } from "../cofinancing/tally.ts";
import type { CofinancingYear } from "../cofinancing/views.ts";
import {
  type QuarterRow,
  RESULT_SUMS,
  type ReportLine,
  type ReportPeriod,
  type ReportSums,
  type ReportView,
  type ResultRow,
  type ResultSums,
} from "./views.ts";

const QUARTER_ENDS = ["03-31", "06-30", "09-30", "12-31"] as const;

/** The last day of a period, or today where the period is still running. */
export function periodEnd({ year, quarter }: ReportPeriod, today: string): string {
  const end = `${year}-${QUARTER_ENDS[(quarter ?? 4) - 1] ?? "12-31"}`;
  return end < today ? end : today;
}

/** What the database says of a period; the rest of the report follows from it. */
export interface ReportFacts {
  readonly year: CofinancingYear;
  readonly period: ReportPeriod;
  readonly on: string;
  readonly today: string;
  readonly lines: readonly Omit<ReportLine, "net" | "left">[];
  readonly results: readonly Omit<ResultRow, "net">[];
  readonly returnsAfter: ReportView["returnsAfter"];
}

export function composeReport(facts: ReportFacts): ReportView {
  const { year, period, on, today, returnsAfter } = facts;
  const lines = facts.lines.map((line) => ({ ...line, ...sumUp([line]) })).filter(isSaid);
  const results = facts.results.map((row) => ({ ...row, net: netOf(row) }));
  const paid = results.filter(({ paidGranted, paidOwn }) => paidGranted + paidOwn > 0n);
  return {
    year,
    period,
    on,
    composedOn: today,
    lines,
    bySource: SOURCES.flatMap((source) => {
      const own = lines.filter((line) => line.source === source);
      return own.length === 0 ? [] : [{ source, ...sumUp(own) }];
    }),
    total: sumUp(lines),
    quarters: listQuarters(year, period, on),
    results,
    resultTotal: sumResults(results),
    payees: new Set(paid.map(({ payee }) => payee)).size,
    returnedAfter: returnsAfter.reduce((sum, { kopecks }) => sum + kopecks, 0n),
    returnsAfter,
  };
}

type Given = Omit<ReportSums, "net" | "left">;

function sumUp(lines: readonly Given[]): ReportSums {
  const add = (read: (line: Given) => Kopecks) => lines.reduce((sum, line) => sum + read(line), 0n);
  const appropriated = add((line) => line.appropriated);
  const [paid, refunded] = [add((line) => line.paid), add((line) => line.refunded)];
  const net = paid - refunded;
  const [planned, committed] = [add((line) => line.planned), add((line) => line.committed)];
  return { planned, appropriated, committed, paid, refunded, net, left: appropriated - net };
}

function isSaid({ planned, appropriated, paid }: ReportSums): boolean {
  return planned !== 0n || appropriated !== 0n || paid !== 0n;
}

function netOf(row: Omit<ResultRow, "net">): Kopecks {
  return row.paidGranted + row.paidOwn - row.refundedGranted - row.refundedOwn;
}

function sumResults(rows: readonly ResultRow[]): ResultSums {
  const sums = RESULT_SUMS.map((key) => [key, rows.reduce((sum, row) => sum + row[key], 0n)]);
  return Object.fromEntries(sums) as unknown as ResultSums;
}

function quarterOf(date: string): number {
  return Math.ceil(Number(date.slice(5, 7)) / 3);
}

/** The quarters that have begun by the end of the period. Transfers of other years stand in no quarter of this one. */
function listQuarters(year: CofinancingYear, { quarter }: ReportPeriod, on: string): readonly QuarterRow[] {
  const own = String(year.terms.year);
  const until = on.startsWith(own) ? quarterOf(on) : 4;
  let rest = 0n;
  return [1, 2, 3, 4].slice(0, Math.min(quarter ?? 4, until)).map((at) => {
    const fits = ({ date }: { readonly date: string }) => date.startsWith(own) && quarterOf(date) === at;
    const transfers = year.transfers.filter(fits);
    const days = year.days.filter(fits);
    const move = (kind: string) =>
      transfers.reduce((sum, row) => ((row.reversedKind ?? row.kind) === kind ? sum + row.kopecks : sum), 0n);
    const spend = (read: "paid" | "refunded") =>
      days.reduce((sum, day) => sum + partOf(day[read], year.agreement.source), 0n);
    const [received, returned, paid, refunded] = [move("receipt"), move("return"), spend("paid"), spend("refunded")];
    rest += received - paid + refunded - returned;
    const ownMoney = days.reduce(
      (sum, day) =>
        OWN_SOURCES.reduce((all, source) => all + partOf(day.paid, source) - partOf(day.refunded, source), sum),
      0n,
    );
    return { quarter: at, received, paid, refunded, returned, rest, own: ownMoney };
  });
}
