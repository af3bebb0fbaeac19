import type { FundingSource } from "../../../src/programme/contract.ts";
import type { ReportCharts } from "../../../src/report/chart/views.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatMoney } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { Legend, StackedBars } from "../../ui/stacked-bars.tsx";
import { useText } from "../../ui/text.ts";
import { reportWords } from "../words.ts";
import { TableBelow } from "./table-below.tsx";
import { chartWords } from "./words.ts";

const SUMS = ["planned", "appropriated", "net"] as const;
const SERIES: Readonly<Record<FundingSource, number>> = {
  regional: 1,
  local: 2,
  extrabudgetary: 3,
  federal: 4,
  settlement: 5,
};

/** Plan, limit and fact of a year, each by source. */
export function MoneyChart({ charts }: { readonly charts: ReportCharts }) {
  const t = useText(chartWords);
  const words = useText(reportWords);
  const language = useLanguage();
  const { bySource } = charts;
  const money = (kopecks: bigint) => formatMoney(kopecks, "rouble", language);
  const all = (key: (typeof SUMS)[number]) => bySource.reduce((sum, row) => sum + row[key], 0n);
  const [planned, appropriated, net] = SUMS.map((key) => money(all(key)));
  const sentence = t("moneySentence", { planned: planned ?? "", appropriated: appropriated ?? "", net: net ?? "" });
  return (
    <section className="part">
      <h2>{t("money")}</h2>
      {bySource.length === 0 ? (
        <p className="under">{t("noMoney")}</p>
      ) : (
        <>
          <p className="under">{sentence}</p>
          <div className="named-bars">
            <StackedBars
              sentence={sentence}
              bars={SUMS.map((key) => ({
                label: t(key),
                total: all(key),
                totalText: money(all(key)),
                parts: bySource.map((row) => ({ series: SERIES[row.source], value: row[key], text: money(row[key]) })),
              }))}
            />
          </div>
          <Legend
            unit={t("unit")}
            items={bySource.map(({ source }) => ({ series: SERIES[source], text: words(`source-${source}`) }))}
          />
          <TableBelow>
            <FigureTable
              name={t("money")}
              columns={[
                { key: "source", head: t("source") },
                ...SUMS.map((key) => ({ key, head: t(key), label: t(key), number: true })),
              ]}
              rows={[
                ...bySource.map((row) => ({
                  key: row.source,
                  cells: {
                    source: words(`source-${row.source}`),
                    ...Object.fromEntries(SUMS.map((key) => [key, money(row[key])])),
                  },
                })),
                {
                  key: "total",
                  total: true,
                  cells: {
                    source: t("total"),
                    ...Object.fromEntries(SUMS.map((key) => [key, money(all(key))])),
                  },
                },
              ]}
            />
          </TableBelow>
        </>
      )}
    </section>
  );
}
