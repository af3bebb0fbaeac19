import type { Kopecks } from "../../../src/kernel/money.ts";
import { formatMoney, type MoneyScale } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import type { ShownLine } from "../view/money.ts";
import type { RegionKind } from "../view/regions.ts";
import { sourceName } from "../view/source-name.ts";
import { programmeWords } from "../words.ts";

/** The word for the unit of a scale. */
export const UNITS = { rouble: "roubles", thousand: "thousandRoubles", million: "millionRoubles" } as const;
const LONG = { rouble: "roublesLong", thousand: "thousandRoublesLong", million: "millionRoublesLong" } as const;

/** Money of one table: all in one scale, whose unit stands in the head. */
export function useMoney(scale: MoneyScale) {
  const t = useText(programmeWords);
  const language = useLanguage();
  const format = (amount: Kopecks) => formatMoney(amount, scale, language);
  return {
    format,
    unit: t(UNITS[scale]),
    sentence: (amount: Kopecks) => t(LONG[scale], { sum: format(amount) }),
  };
}

/** What a source is called: the region's budget as the document calls it. */
export function useSourceName(region: RegionKind | null): (line: ShownLine) => string {
  const t = useText(programmeWords);
  return (line) => sourceName(t, region, line);
}
