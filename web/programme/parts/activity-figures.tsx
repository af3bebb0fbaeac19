import type { ReactNode } from "react";
import type { Activity, FigureRow, Programme } from "../../../src/programme/contract.ts";
import { FigureTable, type Row } from "../../ui/figure-table.tsx";
import { formatNumber } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { capitalise, oneLine } from "../../ui/typography.ts";
import { consolidateMoney, type MoneyLine } from "../view/money.ts";
import { findRegionKind } from "../view/regions.ts";
import { moneyKeys } from "../view/years.ts";
import { programmeWords } from "../words.ts";
import { useMoney, useSourceName } from "./use-money.ts";
import { useYearColumns } from "./year-columns.ts";

interface Props {
  readonly content: Programme;
  readonly activity: Activity;
}

/** Quantity, unit cost and money by source, in one unit each, with the cost as the total of its sources; where no cost is printed, it is what they add up to. */
export function ActivityFigures({ content, activity }: Props) {
  const t = useText(programmeWords);
  const money = useMoney("rouble");
  const nameOf = useRowName(content);
  const show = useFigure();
  const { years } = content;
  const columns = useYearColumns(years);
  const cells = (read: (key: string) => ReactNode) =>
    Object.fromEntries(moneyKeys(years).map((key) => [key, read(key)]));
  const printed = [activity.quantity, activity.unitCost, ...activity.sources, activity.cost].flatMap((row): Row[] =>
    row === null
      ? []
      : [
          {
            key: `${row.kind}-${row.label.place.row}-${row.label.place.column}`,
            total: row.kind === "cost",
            cells: { name: nameOf(row), ...cells((key) => show(row, key)) },
          },
        ],
  );
  const sums = consolidateMoney([activity], years).cost;
  const computed: Row = {
    key: "computed",
    total: true,
    cells: { name: `${t("kind_cost")}, ${money.unit}`, ...cells((key) => money.format(sums[key] ?? 0n)) },
  };
  const isComputed = activity.cost === null && activity.sources.length > 0;
  return (
    <FigureTable
      name={t("activityFigures")}
      columns={[{ key: "name", head: t("line") }, ...columns]}
      rows={isComputed ? [...printed, computed] : printed}
    />
  );
}

function useRowName(content: Programme): (row: FigureRow) => string {
  const t = useText(programmeWords);
  const { unit } = useMoney("rouble");
  const nameOf = useSourceName(findRegionKind(content));
  return (row) => {
    if (row.kind === "quantity") return `${t("kind_quantity")}, ${oneLine(row.unit?.text ?? t("noUnit"))}`;
    if (row.kind === "unitCost" || row.kind === "cost") return `${t(`kind_${row.kind}`)}, ${unit}`;
    return capitalise(nameOf(row.kind as MoneyLine));
  };
}

function useFigure(): (row: FigureRow, key: string) => string {
  const t = useText(programmeWords);
  const language = useLanguage();
  const money = useMoney("rouble");
  return (row, key) => {
    const value = row.values[key]?.value ?? null;
    if (value === null) return t("notPrinted");
    // A unit cost of several years added up says nothing, whatever the document prints.
    if (row.kind === "unitCost" && key === "total") return t("noSum");
    return row.kind === "quantity" ? formatNumber(value, { language }) : money.format(value);
  };
}
