import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { timesWord } from "../view/count-words.ts";
import { amountOf, chooseHeadline, describeCourse, type ShownSource } from "../view/money.ts";
import type { MoneyFacts } from "../view/money-facts.ts";
import { programmeWords } from "../words.ts";
import { useMoney, useSourceName } from "./use-money.ts";

/** Sources that are called in the plural. */
const SEVERAL: readonly ShownSource[] = ["settlement", "extrabudgetary"];

/** The heading with the answer in it, and a sentence for each source: all computed from the same figures as the chart. */
export function useMoneySentences(facts: MoneyFacts): { readonly headline: string; readonly courses: string } {
  const headline = useHeadline(facts);
  const sayCourse = useCourse(facts);
  return { headline, courses: facts.sources.flatMap(sayCourse).join(" ") };
}

function useHeadline({ table, years, scale, region }: MoneyFacts): string {
  const t = useText(programmeWords);
  const language = useLanguage();
  const money = useMoney(scale);
  const nameOf = useSourceName(region);
  const headline = chooseHeadline(table, years);
  if (headline.kind === "none") return t("noMoney");
  if (headline.kind === "even") return t("evenMoney", { sum: money.sentence(headline.amount) });
  if (headline.kind === "whole") return t("wholeMoney", { sum: money.sentence(headline.amount) });
  const { source, form, year, times } = headline;
  const gives = t(SEVERAL.includes(source) ? "gives_several" : "gives_single", { name: nameOf(source) });
  return t(`grows_${form}`, { year, gives, times: timesWord(times, language), count: times });
}

/** Of one source through the years; nothing of one that pays nothing or has a single year. */
function useCourse({ table, years, scale, region }: MoneyFacts): (source: ShownSource) => readonly string[] {
  const t = useText(programmeWords);
  const money = useMoney(scale);
  const nameOf = useSourceName(region);
  return (source) => {
    const amounts = years.map((year) => amountOf(table, source, String(year)));
    const [first, last] = [amounts[0], amounts.at(-1)];
    if (first === undefined || last === undefined || amounts.every((amount) => amount === 0n)) return [];
    const words = {
      source: capitalise(nameOf(source)),
      first: money.format(first),
      last: money.format(last),
      unit: money.unit,
      from: years[0] ?? "",
      to: years.at(-1) ?? "",
    };
    return years.length === 1 ? [t("courseOneYear", words)] : [t(`course_${describeCourse(amounts)}`, words)];
  };
}
