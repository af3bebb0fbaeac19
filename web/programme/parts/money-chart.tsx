import type { FundingSource } from "../../../src/programme/contract.ts";
import type { Consolidation } from "../../../src/programme/views.ts";
import type { MoneyScale } from "../../ui/format.ts";
import { type Bar, Legend, StackedBars } from "../../ui/stacked-bars.tsx";
import { useText } from "../../ui/text.ts";
import { amountOf, SERIES } from "../view/money.ts";
import { programmeWords } from "../words.ts";
import { useMoney } from "./use-money.ts";

interface Props {
  readonly table: Consolidation;
  readonly years: readonly number[];
  readonly sources: readonly FundingSource[];
  readonly scale: MoneyScale;
  readonly edition: number;
}

/** Money by year and source. The table beside it holds the same figures. */
export function MoneyChart({ table, years, sources, scale, edition }: Props) {
  const t = useText(programmeWords);
  const money = useMoney(scale);
  const paying = sources.filter((source) => amountOf(table, source, "total") !== 0n);
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
        items={paying.map((source) => ({ series: SERIES[source], text: t(`source_${source}`) }))}
        unit={`${money.unit}, ${t("byEdition", { number: edition })}`}
      />
      <StackedBars sentence={t("moneyChart", { years: spoken.join("; ") })} bars={bars} />
    </figure>
  );
}
