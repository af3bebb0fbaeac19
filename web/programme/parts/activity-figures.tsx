import type { Activity, FigureRow } from "../../../src/programme/contract.ts";
import { FigureTable, type Row } from "../../ui/figure-table.tsx";
import { formatNumber } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { capitalise, oneLine } from "../../ui/typography.ts";
import { programmeWords } from "../words.ts";
import { useMoney } from "./use-money.ts";

interface Props {
  readonly activity: Activity;
  readonly years: readonly number[];
}

/** Quantity, unit cost and money by source, in one unit each, with the cost as the total of its sources. */
export function ActivityFigures({ activity, years }: Props) {
  const t = useText(programmeWords);
  const language = useLanguage();
  const money = useMoney("rouble");
  const keys = [...years.map(String), "total"];
  const headOf = (key: string) => (key === "total" ? t("total") : key);
  const show = (row: FigureRow, key: string): string => {
    const value = row.values[key]?.value ?? null;
    if (value === null) return t("notPrinted");
    // A unit cost of several years added up says nothing, whatever the document prints.
    if (row.kind === "unitCost" && key === "total") return t("noSum");
    return row.kind === "quantity" ? formatNumber(value, { language }) : money.format(value);
  };
  const nameOf = (row: FigureRow): string => {
    if (row.kind === "quantity") return `${t("kind_quantity")}, ${oneLine(row.unit?.text ?? t("noUnit"))}`;
    if (row.kind === "unitCost" || row.kind === "cost") return `${t(`kind_${row.kind}`)}, ${money.unit}`;
    return capitalise(t(`source_${row.kind as "local"}`));
  };
  const rows = [activity.quantity, activity.unitCost, ...activity.sources, activity.cost].flatMap((row): Row[] =>
    row === null
      ? []
      : [
          {
            key: row.kind,
            total: row.kind === "cost",
            cells: { name: nameOf(row), ...Object.fromEntries(keys.map((key) => [key, show(row, key)])) },
          },
        ],
  );
  return (
    <FigureTable
      name={t("activityFigures")}
      columns={[
        { key: "name", head: t("line") },
        ...keys.map((key) => ({ key, head: headOf(key), label: headOf(key), number: true })),
      ]}
      rows={rows}
    />
  );
}
