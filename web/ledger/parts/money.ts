import { ONE } from "../../../src/kernel/decimal.ts";
import type { Kopecks } from "../../../src/kernel/money.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import type { FundingSource } from "../../../src/programme/contract.ts";
import { formatMoney, formatNumber } from "../../ui/format.ts";
import { capitalise } from "../../ui/typography.ts";

/** Sources as the ledger's tables name them. */
const NAMES: Readonly<Record<FundingSource, Readonly<Record<Language, string>>>> = {
  federal: { ru: "федеральный бюджет", en: "federal budget" },
  regional: { ru: "региональный бюджет", en: "regional budget" },
  local: { ru: "местный бюджет", en: "local budget" },
  settlement: { ru: "бюджеты поселений", en: "settlements' budgets" },
  extrabudgetary: { ru: "внебюджетные источники", en: "extrabudgetary sources" },
};

export function sourceName(source: FundingSource, language: Language): string {
  return NAMES[source][language];
}

export function sourceHead(source: FundingSource, language: Language): string {
  return capitalise(NAMES[source][language]);
}

/** Roubles with kopecks: the ledger rounds nothing. */
export function roubles(kopecks: Kopecks, language: Language): string {
  return formatMoney(kopecks, "rouble", language);
}

/** A share in tenths of a per cent; a dash where there is no whole. */
export function percent(part: Kopecks, whole: Kopecks, language: Language): string {
  if (whole === 0n) return "—";
  const tenths = (part * 1000n + whole / 2n) / whole;
  return formatNumber((tenths * ONE) / 10n, { language, decimals: 1 });
}
