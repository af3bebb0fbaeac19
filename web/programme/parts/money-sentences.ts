import type { Language } from "../../../src/kernel/refusal.ts";
import type { FundingSource } from "../../../src/programme/contract.ts";
import type { Consolidation } from "../../../src/programme/views.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import { timesWord } from "../view/count-words.ts";
import { amountOf, chooseHeadline, describeCourse, type Headline } from "../view/money.ts";
import { programmeWords } from "../words.ts";
import { useMoney } from "./use-money.ts";

interface MoneyFacts {
  readonly table: Consolidation;
  readonly years: readonly number[];
  readonly sources: readonly FundingSource[];
}

type Money = ReturnType<typeof useMoney>;
type ProgrammeText = ReturnType<typeof useText<typeof programmeWords.ru>>;

/** The heading with the answer in it, and a sentence for each source: all computed from the same figures as the chart. */
export function useMoneySentences(facts: MoneyFacts, scale: "thousand" | "rouble") {
  const t = useText(programmeWords);
  const language = useLanguage();
  const money = useMoney(scale);
  const headline = sayHeadline(chooseHeadline(facts.table, facts.years), { t, money, language });
  const courses = facts.sources.flatMap((source) => sayCourse(facts, source, { t, money }));
  return { headline, courses: courses.join(" ") };
}

function sayHeadline(headline: Headline, say: { t: ProgrammeText; money: Money; language: Language }): string {
  const { t, money, language } = say;
  if (headline.kind === "even") return t("evenMoney", { sum: money.sentence(headline.amount) });
  if (headline.kind === "whole") return t("wholeMoney", { sum: money.sentence(headline.amount) });
  return t(`grows_${headline.form}`, {
    year: headline.year,
    gives: t(`gives_${headline.source}`),
    times: timesWord(headline.times, language),
    count: headline.times,
  });
}

function sayCourse(facts: MoneyFacts, source: FundingSource, say: { t: ProgrammeText; money: Money }): string[] {
  const amounts = facts.years.map((year) => amountOf(facts.table, source, String(year)));
  const [first, last] = [amounts[0], amounts.at(-1)];
  if (first === undefined || last === undefined || amounts.every((amount) => amount === 0n)) return [];
  return [
    say.t(`course_${describeCourse(amounts)}`, {
      source: capitalise(say.t(`source_${source}`)),
      first: say.money.format(first),
      last: say.money.format(last),
      unit: say.money.unit,
      from: facts.years[0] ?? "",
      to: facts.years.at(-1) ?? "",
    }),
  ];
}
