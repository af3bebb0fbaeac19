import type { Indicator, Programme } from "../../../src/programme/contract.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatNumber } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { PlanMark } from "../../ui/plan-mark.tsx";
import { useText } from "../../ui/text.ts";
import { indicatorDecimals, indicatorUnit, listTargetKeys } from "../view/indicators.ts";
import { placeWords } from "../view/places.ts";
import { programmeWords } from "../words.ts";
import { useTargetHead } from "./use-target-head.ts";

interface Props {
  readonly content: Programme;
  readonly indicator: Indicator;
}

/** Targets by year, after what was before the programme, with the mark of each on one scale, as printed, and the cell. */
export function TargetTable({ content, indicator }: Props) {
  const t = useText(programmeWords);
  const language = useLanguage();
  const headOf = useTargetHead(content);
  const values = Object.values(indicator.targets.values).flatMap(({ value }) => value ?? []);
  const largest = values.reduce((most, value) => (value > most ? value : most), 0n);
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
      rows={listTargetKeys([indicator], content.years).map((key) => {
        const figure = indicator.targets.values[key];
        const value = figure?.value ?? null;
        return {
          key,
          cells: {
            year: headOf(key),
            mark: value === null ? null : <PlanMark value={value} largest={largest} />,
            plan:
              value === null
                ? t(figure?.printed.trim() ? "unknownValue" : "figureMissing")
                : formatNumber(value, { language, decimals }),
            printed: figure?.printed.trim() ? figure.printed : t("notPrinted"),
            where: figure ? <span className="soft">{placeWords(figure.place, t)}</span> : null,
          },
        };
      })}
    />
  );
}
