import type { ReactNode } from "react";
import { sumActivities } from "../../../src/programme/consolidation.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { FigureTable, type Row } from "../../ui/figure-table.tsx";
import type { MoneyScale } from "../../ui/format.ts";
import { useText } from "../../ui/text.ts";
import { oneLine } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import type { PlacedActivity } from "../view/activities.ts";
import { amountOf, type MoneyLine } from "../view/money.ts";
import { programmeWords } from "../words.ts";
import { useMoney } from "./use-money.ts";

interface Props {
  readonly slug: string;
  readonly years: readonly number[];
  readonly activities: readonly PlacedActivity[];
  readonly scale: MoneyScale;
  /** Which money is shown: the whole cost or one source. */
  readonly line: MoneyLine;
  /** The words before the total, and the table's name. */
  readonly totalText: string;
}

/** Activities with their money by year and the total of them all. */
export function ActivityTable({ slug, years, activities, scale, line, totalText }: Props) {
  const t = useText(programmeWords);
  const href = useHref();
  const money = useMoney(scale);
  const keys = [...years.map(String), "total"];
  const headOf = (key: string) => (key === "total" ? t("total") : key);
  const row = ({ position, activity }: PlacedActivity): Row => {
    const table = sumActivities([activity], years);
    const address = href(paths.activity(slug, position));
    const cell = (key: string): ReactNode => {
      const amount = amountOf(table, line, key);
      return amount === 0n ? money.format(amount) : <a href={address}>{money.format(amount)}</a>;
    };
    const name = (
      <span className="numbered">
        <span className="soft">{position}</span>
        <a href={address}>
          <Words>{oneLine(activity.name.text)}</Words>
        </a>
      </span>
    );
    return { key: String(position), cells: { name, ...Object.fromEntries(keys.map((key) => [key, cell(key)])) } };
  };
  const sums = sumActivities(
    activities.map((one) => one.activity),
    years,
  );
  const total: Row = {
    key: "total",
    total: true,
    cells: {
      name: totalText,
      ...Object.fromEntries(keys.map((key) => [key, money.format(amountOf(sums, line, key))])),
    },
  };
  return (
    <FigureTable
      name={totalText}
      columns={[
        { key: "name", head: t("activityCost", { unit: money.unit }) },
        ...keys.map((key) => ({ key, head: headOf(key), label: headOf(key), number: true })),
      ]}
      rows={[...activities.map(row), total]}
    />
  );
}
