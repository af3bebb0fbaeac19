import type { ReactNode } from "react";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { FigureTable, type Row } from "../../ui/figure-table.tsx";
import type { MoneyScale } from "../../ui/format.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import type { PlacedActivity } from "../view/activities.ts";
import { amountOf, consolidateMoney, type ShownLine } from "../view/money.ts";
import { type Chapter, listGroups } from "../view/outline.ts";
import { moneyKeys } from "../view/years.ts";
import { programmeWords } from "../words.ts";
import { useMoney } from "./use-money.ts";
import { useStandingText } from "./use-standing-text.ts";
import { useYearColumns } from "./year-columns.ts";

interface Props {
  readonly slug: string;
  readonly years: readonly number[];
  readonly chapters: readonly Chapter<PlacedActivity>[];
  readonly scale: MoneyScale;
  readonly line: ShownLine;
  readonly name: string;
}

/** What each objective costs by year, and all of them. */
export function ObjectiveTable({ slug, years, chapters, scale, line, name }: Props) {
  const t = useText(programmeWords);
  const href = useHref();
  const money = useMoney(scale);
  const columns = useYearColumns(years);
  const say = useStandingText(chapters);
  const address = href(paths.activities(slug));
  const cells = (items: readonly PlacedActivity[], linked: boolean) => {
    const table = consolidateMoney(
      items.map((one) => one.activity),
      years,
    );
    const cell = (amount: bigint): ReactNode => {
      const text = money.format(amount);
      return linked && amount !== 0n ? <a href={address}>{text}</a> : text;
    };
    return Object.fromEntries(moneyKeys(years).map((key) => [key, cell(amountOf(table, line, key))]));
  };
  const rows = listGroups(chapters).map((group, at): Row => {
    const standing = say(group);
    const text = group.name === null ? standing : `${standing}. ${group.name}`;
    return { key: String(at), cells: { name: <Words>{text}</Words>, ...cells(group.items, true) } };
  });
  const all = listGroups(chapters).flatMap((group) => group.items);
  const total: Row = { key: "total", total: true, cells: { name: t("total"), ...cells(all, false) } };
  return (
    <FigureTable
      name={name}
      columns={[{ key: "name", head: t("objectiveUnit", { unit: money.unit }) }, ...columns]}
      rows={[...rows, total]}
    />
  );
}
