import { formatDecimal, type Millionths } from "../../kernel/decimal.ts";
import type { FundingSource } from "../../programme/contract.ts";
import type { RatioBasis } from "../cofinancing/contract.ts";
import type { ReportPeriod } from "./views.ts";

/** Words of the report on paper, which is Russian whoever asks for it. */
export const SOURCE_WORDS: Readonly<Record<FundingSource, string>> = {
  federal: "федеральный бюджет",
  regional: "региональный бюджет",
  local: "местный бюджет",
  settlement: "бюджеты поселений",
  extrabudgetary: "внебюджетные источники",
};

export const RATIO_WORDS: Readonly<Record<RatioBasis, string>> = {
  plan: "по плану программы",
  appropriation: "по бюджетным ассигнованиям",
  cash: "по кассовым расходам",
};

const ROMAN = ["I", "II", "III", "IV"] as const;

/** «за 2024 год», «за I–II кварталы 2024 года». */
export function sayPeriod({ year, quarter }: ReportPeriod): string {
  if (quarter === null) return `за ${year} год`;
  return quarter === 1 ? `за I квартал ${year} года` : `за I–${ROMAN[quarter - 1]} кварталы ${year} года`;
}

export function sayQuarter(quarter: number, year: number): string {
  return `${ROMAN[quarter - 1]} квартал ${year} года`;
}

/** A per cent with a comma: «1,801802». */
export function sayPercent(value: Millionths): string {
  return formatDecimal(value).replace(".", ",");
}
