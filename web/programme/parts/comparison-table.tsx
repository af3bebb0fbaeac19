import { FigureTable } from "../../ui/figure-table.tsx";
import type { MoneyScale } from "../../ui/format.ts";
import { Mark } from "../../ui/mark.tsx";
import { useText } from "../../ui/text.ts";
import { capitalise } from "../../ui/typography.ts";
import type { Compared } from "../view/comparison.ts";
import { programmeWords } from "../words.ts";
import { useMoney } from "./use-money.ts";

/** The same sums from three places of the document, side by side, with the verdict in a shape and a word. */
export function ComparisonTable({ rows, scale }: { readonly rows: readonly Compared[]; readonly scale: MoneyScale }) {
  const t = useText(programmeWords);
  const money = useMoney(scale);
  const show = (amount: bigint | null) =>
    amount === null ? <span className="soft">{t("absent")}</span> : money.format(amount);
  const column = (key: string, text: string) => ({ key, head: text, label: text, number: true });
  return (
    <FigureTable
      name={t("sourceYear")}
      columns={[
        { key: "line", head: t("sourceYear") },
        column("activities", t("fromAnnex2")),
        column("annex3", t("fromAnnex3")),
        column("passport", t("fromPassport")),
        { key: "verdict", head: t("verdict"), label: t("verdict") },
      ]}
      rows={rows.map((row) => ({
        key: `${row.line}-${row.key}`,
        cells: {
          line: `${capitalise(t(`source_${row.line}`))}, ${row.key === "total" ? t("allYears") : row.key}`,
          activities: money.format(row.activities),
          annex3: show(row.annex3),
          passport: show(row.passport),
          verdict: <Mark kind={row.agrees ? "done" : "error"}>{t(row.agrees ? "same" : "differs")}</Mark>,
        },
      }))}
    />
  );
}
