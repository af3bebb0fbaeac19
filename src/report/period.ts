import { formatDecimal } from "../kernel/decimal.ts";
import { fromKopecks, type Kopecks } from "../kernel/money.ts";
import type { Quarter } from "../kernel/quarter.ts";
import type { DueRule } from "./contract.ts";

/** The last day on which a report is in time; a day that its month does not have is the month's last. */
export function dueDay({ year, quarter }: { year: number; quarter: Quarter }, { months, day }: DueRule): string {
  const month = quarter * 3 - 1 + months;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Whole days from one day to another; below nothing where the second is the earlier one. */
export function daysUntil(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

const CUMULATIVE: Readonly<Record<Quarter, string>> = {
  1: "I квартал",
  2: "I полугодие",
  3: "9 месяцев",
  4: "",
};

/** «за 2024 год», «за I полугодие 2024 года». */
export function sayPeriod({ year, quarter }: { year: number; quarter: Quarter }): string {
  return quarter === 4 ? `за ${year} год` : `за ${CUMULATIVE[quarter]} ${year} года`;
}

/** Kopecks as «721 500,00». */
export function sayRoubles(kopecks: Kopecks): string {
  const [whole = "0", fraction = ""] = formatDecimal(fromKopecks(kopecks, "rouble")).split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0")},${fraction.padEnd(2, "0")}`;
}
