import type { ReactNode } from "react";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { FigureTable, type Row } from "../../ui/figure-table.tsx";
import type { MoneyScale } from "../../ui/format.ts";
import { useText } from "../../ui/text.ts";
import { oneLine } from "../../ui/typography.ts";
import { Words } from "../../ui/words.tsx";
import { namesMoney, type PlacedActivity } from "../view/activities.ts";
import { amountOf, consolidateMoney, type ShownLine } from "../view/money.ts";
import { moneyKeys } from "../view/years.ts";
import { programmeWords } from "../words.ts";
import { useMoney } from "./use-money.ts";
import { useYearColumns } from "./year-columns.ts";

interface Props {
  readonly slug: string;
  readonly years: readonly number[];
  readonly activities: readonly PlacedActivity[];
  readonly scale: MoneyScale;
  /** Which money is shown: the whole cost or one source. */
  readonly line: ShownLine;
  readonly name: string;
  /** The last row; null where the list goes on on another page. */
  readonly total: { readonly text: string; readonly of: readonly PlacedActivity[] } | null;
}

/** Activities with their money by year and the total of them all. */
export function ActivityTable({ slug, years, activities, scale, line, name, total }: Props) {
  const t = useText(programmeWords);
  const href = useHref();
  const money = useMoney(scale);
  const columns = useYearColumns(years);
  const cells = (show: (key: string) => ReactNode) =>
    Object.fromEntries(moneyKeys(years).map((key) => [key, show(key)]));
  const row = ({ position, activity }: PlacedActivity): Row => {
    const table = consolidateMoney([activity], years);
    const address = href(paths.activity(slug, position));
    const cell = (key: string): ReactNode => {
      const amount = amountOf(table, line, key);
      if (!namesMoney(activity)) return <span className="soft">{t("figureMissing")}</span>;
      return amount === 0n ? money.format(amount) : <a href={address}>{money.format(amount)}</a>;
    };
    return {
      key: String(position),
      cells: { name: <ActivityName position={position} activity={activity} href={address} />, ...cells(cell) },
    };
  };
  const sum = (of: readonly PlacedActivity[]) => {
    const table = consolidateMoney(
      of.map((one) => one.activity),
      years,
    );
    return cells((key) => money.format(amountOf(table, line, key)));
  };
  const last: readonly Row[] = total
    ? [{ key: "total", total: true, cells: { name: total.text, ...sum(total.of) } }]
    : [];
  return (
    <FigureTable
      name={name}
      columns={[{ key: "name", head: t("activityCost", { unit: money.unit }) }, ...columns]}
      rows={[...activities.map(row), ...last]}
    />
  );
}

function ActivityName({ position, activity, href }: PlacedActivity & { readonly href: string }) {
  return (
    <span className="numbered">
      <span className="soft">{activity.number ?? position}</span>
      <a href={href}>
        <Words>{oneLine(activity.name.text)}</Words>
      </a>
    </span>
  );
}
