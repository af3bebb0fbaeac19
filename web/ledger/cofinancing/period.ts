import type { Language } from "../../../src/kernel/refusal.ts";
import type { ReportPeriod } from "../../../src/ledger/region-report/views.ts";
import { makeText } from "../../ui/text.ts";
import { cofinancingWords } from "./words.ts";

/** The period that the address names; this year where it names none. */
export function readPeriod(asked: URLSearchParams, today: string): ReportPeriod {
  const year = asked.get("year") ?? "";
  const quarter = asked.get("quarter") ?? "";
  return {
    year: /^20\d\d$/.test(year) ? Number(year) : Number(today.slice(0, 4)),
    quarter: /^[1-3]$/.test(quarter) ? Number(quarter) : null,
  };
}

export function writePeriod({ year, quarter }: ReportPeriod): Readonly<Record<string, string>> {
  return { year: String(year), ...(quarter !== null && { quarter: String(quarter) }) };
}

/** «за I–II кварталы 2024 года». */
export function sayPeriod({ year, quarter }: ReportPeriod, language: Language): string {
  const t = makeText(cofinancingWords, language);
  if (quarter === null) return t("periodYear", { year });
  return t("periodQuarter", { quarters: t(`quarters_${quarter}` as "quarters_1"), year });
}
