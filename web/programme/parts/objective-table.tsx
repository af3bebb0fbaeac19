import { sumActivities } from "../../../src/programme/consolidation.ts";
import type { Programme } from "../../../src/programme/contract.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { FigureTable, type Row } from "../../ui/figure-table.tsx";
import type { MoneyScale } from "../../ui/format.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { groupActivities } from "../view/activities.ts";
import { amountOf } from "../view/money.ts";
import { objectiveName } from "../view/titles.ts";
import { programmeWords } from "../words.ts";
import { useMoney } from "./use-money.ts";

interface Props {
  readonly slug: string;
  readonly content: Programme;
  readonly scale: MoneyScale;
}

/** What each objective costs by year, and all of them. */
export function ObjectiveTable({ slug, content, scale }: Props) {
  const t = useText(programmeWords);
  const href = useHref();
  const money = useMoney(scale);
  const keys = [...content.years.map(String), "total"];
  const headOf = (key: string) => (key === "total" ? t("total") : key);
  const link = (text: string) => <a href={href(paths.activities(slug))}>{text}</a>;
  const cells = (activities: Programme["activities"], linked: boolean) => {
    const table = sumActivities(activities, content.years);
    return Object.fromEntries(
      keys.map((key) => {
        const amount = amountOf(table, "cost", key);
        const text = money.format(amount);
        return [key, linked && amount !== 0n ? link(text) : text];
      }),
    );
  };
  const rows = groupActivities(content).map(
    ({ objective, activities }): Row => ({
      key: String(objective),
      cells: {
        name:
          objective === null ? (
            t("withoutObjective")
          ) : (
            <span className="numbered">
              <span className="soft">{objective}</span>
              <Words>{objectiveName(content, objective) ?? ""}</Words>
            </span>
          ),
        ...cells(
          activities.map((one) => one.activity),
          true,
        ),
      },
    }),
  );
  const total: Row = { key: "total", total: true, cells: { name: t("total"), ...cells(content.activities, false) } };
  return (
    <FigureTable
      name={t("byObjectiveTitle")}
      columns={[
        { key: "name", head: t("objectiveUnit", { unit: money.unit }) },
        ...keys.map((key) => ({ key, head: headOf(key), label: headOf(key), number: true })),
      ]}
      rows={[...rows, total]}
    />
  );
}
