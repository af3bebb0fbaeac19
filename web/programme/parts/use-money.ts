import type { Kopecks } from "../../../src/kernel/money.ts";
import { formatMoney, type MoneyScale } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { programmeWords } from "../words.ts";

/** Money of one table: all in one scale, whose unit stands in the head. */
export function useMoney(scale: MoneyScale) {
  const t = useText(programmeWords);
  const language = useLanguage();
  const format = (amount: Kopecks) => formatMoney(amount, scale, language);
  return {
    format,
    unit: t(scale === "thousand" ? "thousandRoubles" : "roubles"),
    sentence: (amount: Kopecks) =>
      t(scale === "thousand" ? "thousandRoublesLong" : "roublesLong", { sum: format(amount) }),
  };
}
