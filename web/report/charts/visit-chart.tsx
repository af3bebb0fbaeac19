import type { ReportCharts } from "../../../src/report/chart/views.ts";
import { showPercent } from "../../ui/exact.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatCount } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { StackedBars } from "../../ui/stacked-bars.tsx";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { TableBelow } from "./table-below.tsx";
import { chartWords } from "./words.ts";

/** So many settlements are drawn; the table has all. */
const DRAWN = 12;

/** Whose sites were visited, as shares of all visits. */
export function VisitChart({ charts }: { readonly charts: ReportCharts }) {
  const t = useText(chartWords);
  const language = useLanguage();
  const { settlements } = charts;
  const all = settlements.reduce((sum, { visits }) => sum + visits, 0);
  const [first] = settlements;
  const share = (visits: number) => showPercent(`${visits}/${all}`, language);
  const nameOf = (name: string | null) => name ?? t("nowhere");
  if (!first)
    return (
      <section className="part">
        <h2>{t("visits")}</h2>
        <p className="under">{t("noVisits")}</p>
      </section>
    );
  const sentence = t("visitSentence", {
    name: nameOf(first.name),
    share: share(first.visits),
    all: formatCount(all, language),
  });
  return (
    <section className="part">
      <h2>{t("visits")}</h2>
      <p className="under">{sentence}</p>
      <div className="named-bars">
        <StackedBars
          sentence={sentence}
          bars={settlements.slice(0, DRAWN).map(({ name, visits }) => ({
            label: nameOf(name),
            total: BigInt(visits),
            totalText: share(visits),
            parts: [{ series: 1, value: BigInt(visits), text: "" }],
          }))}
        />
      </div>
      <TableBelow>
        <FigureTable
          name={t("visits")}
          columns={[
            { key: "settlement", head: t("settlement") },
            { key: "events", head: t("events"), label: t("events"), number: true },
            { key: "visits", head: t("visited"), label: t("visited"), number: true },
            { key: "share", head: t("share"), label: t("share"), number: true },
          ]}
          rows={[
            ...settlements.map(({ id, name, events, visits }) => ({
              key: id ?? "none",
              cells: {
                settlement: <Words>{nameOf(name)}</Words>,
                events: formatCount(events, language),
                visits: formatCount(visits, language),
                share: share(visits),
              },
            })),
            {
              key: "total",
              total: true,
              cells: { settlement: t("total"), events: "", visits: formatCount(all, language), share: share(all) },
            },
          ]}
        />
      </TableBelow>
    </section>
  );
}
