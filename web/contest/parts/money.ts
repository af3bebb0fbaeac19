import type { Kopecks } from "../../../src/kernel/money.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import { formatMoney } from "../../ui/format.ts";

const NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  federal: { ru: "федеральный бюджет", en: "federal budget" },
  regional: { ru: "региональный бюджет", en: "regional budget" },
  local: { ru: "местный бюджет", en: "local budget" },
  settlement: { ru: "бюджеты поселений", en: "settlements' budgets" },
  extrabudgetary: { ru: "внебюджетные источники", en: "extrabudgetary sources" },
};

/** The sources that a call's form asks for. */
export const KNOWN_SOURCES = Object.keys(NAMES);

/** A source as a call names it; one of the call's own keeps its key. */
export const sourceName = (source: string, language: Language): string => NAMES[source]?.[language] ?? source;

/** Roubles with kopecks. */
export const roubles = (kopecks: Kopecks, language: Language): string => formatMoney(kopecks, "rouble", language);
