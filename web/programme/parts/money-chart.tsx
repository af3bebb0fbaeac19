import { type Bar, Legend, StackedBars } from "../../ui/stacked-bars.tsx";
import { useText } from "../../ui/text.ts";
import { amountOf, SERIES } from "../view/money.ts";
import type { MoneyFacts } from "../view/money-facts.ts";
import { programmeWords } from "../words.ts";
import { useMoney, useSourceName } from "./use-money.ts";

interface Props {
  readonly facts: MoneyFacts;
  readonly edition: number;
}

/** Money by year and source. The table beside it holds the same figures. */
export function MoneyChart({ facts, edition }: Props) {
  const t = useText(programmeWords);
  const { table, years, scale, sources, region } = facts;
  const money = useMoney(scale);
  const nameOf = useSourceName(region);
  const paying = sources.filter((source) => amountOf(table, source, "total") !== 0n);
  if (paying.length === 0) return null;
  const bars = years.map((year): Bar => {
    const total = amountOf(table, "cost", String(year));
    const parts = paying.flatMap((source) => {
      const value = amountOf(table, source, String(year));
      return value > 0n ? [{ series: SERIES[source], value, text: money.format(value) }] : [];
    });
    return { label: String(year), parts, total, totalText: money.format(total) };
  });
  const spoken = years.map((year) =>
    t("moneyChartYear", { year, sum: money.sentence(amountOf(table, "cost", String(year))) }),
  );
  return (
    <figure>
      <Legend
        items={paying.map((source) => ({ series: SERIES[source], text: nameOf(source) }))}
        unit={`${money.unit}, ${t("byEdition", { number: edition })}`}
      />
      <StackedBars sentence={t("moneyChart", { years: spoken.join("; ") })} bars={bars} />
    </figure>
  );
}
