import type { Column } from "../../ui/figure-table.tsx";
import { useText } from "../../ui/text.ts";
import { moneyKeys } from "../view/years.ts";
import { programmeWords } from "../words.ts";

/** A column for each year and, beside several, for their total. */
export function useYearColumns(years: readonly number[]): readonly Column[] {
  const t = useText(programmeWords);
  return moneyKeys(years).map((key) => {
    const text = key === "total" ? t("total") : key;
    return { key, head: text, label: text, number: true };
  });
}
