import type { Indicator } from "../../../src/programme/contract.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatNumber } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { PlanMark } from "../../ui/plan-mark.tsx";
import { useText } from "../../ui/text.ts";
import { indicatorDecimals, indicatorUnit, listTargets } from "../view/indicators.ts";
import { placeWords } from "../view/places.ts";
import { programmeWords } from "../words.ts";

interface Props {
  readonly indicator: Indicator;
  readonly years: readonly number[];
}

/** Targets by year with the mark of each on one scale, as printed, and the cell. */
export function TargetTable({ indicator, years }: Props) {
  const t = useText(programmeWords);
  const language = useLanguage();
  const largest = listTargets(indicator, years).reduce((most, value) => (value > most ? value : most), 0n);
  const plan = t("planUnit", { unit: indicatorUnit(indicator) ?? t("noUnit") });
  const decimals = indicatorDecimals(indicator);
  return (
    <FigureTable
      name={t("planByYear")}
      columns={[
        { key: "year", head: t("year") },
        { key: "mark", head: t("planMark") },
        { key: "plan", head: plan, label: plan, number: true },
        { key: "printed", head: t("printed"), label: t("printed"), number: true },
        { key: "where", head: t("where"), label: t("where") },
      ]}
      rows={years.map((year) => {
        const figure = indicator.targets.values[String(year)];
        const value = figure?.value ?? null;
        return {
          key: String(year),
          cells: {
            year,
            mark: value === null ? null : <PlanMark value={value} largest={largest} />,
            plan: value === null ? t("unknownValue") : formatNumber(value, { language, decimals }),
            printed: figure ? figure.printed : t("notPrinted"),
            where: figure ? <span className="soft">{placeWords(figure.place, t)}</span> : null,
          },
        };
      })}
    />
  );
}
