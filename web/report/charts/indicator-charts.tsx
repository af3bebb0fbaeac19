import type { Quarter } from "../../../src/kernel/quarter.ts";
import type { IndicatorYears, ReportCharts } from "../../../src/report/chart/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { Bullets } from "../../ui/bullets.tsx";
import { showFigure, toMillionths } from "../../ui/exact.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { TableBelow } from "./table-below.tsx";
import { chartWords } from "./words.ts";

/** Every indicator's fact against its plan in the years that have begun. */
export function IndicatorCharts({ charts }: { readonly charts: ReportCharts }) {
  const t = useText(chartWords);
  return (
    <section className="part">
      <h2>{t("indicators")}</h2>
      <p className="under">{t("legend")}</p>
      {charts.indicators.map((own) => (
        <IndicatorChart key={own.id} own={own} quarter={charts.quarter} />
      ))}
    </section>
  );
}

function IndicatorChart({ own, quarter }: { readonly own: IndicatorYears; readonly quarter: Quarter }) {
  const t = useText(chartWords);
  const href = useHref();
  const language = useLanguage();
  const { number, name, unit, years } = own;
  const show = (text: string | null) => (text === null ? "–" : showFigure(text, language));
  const said = years.map(({ year, plan, fact }) => t("inYear", { year, plan: show(plan), fact: show(fact) }));
  return (
    <div className="section">
      <h3>
        <Words>{`${number}. ${name}`}</Words>
      </h3>
      <p className="note">{unit}</p>
      <Bullets
        sentence={t("indicatorSentence", { name, said: said.join("; ") })}
        bullets={years.map(({ year, plan, fact }) => ({
          label: String(year),
          plan: plan === null ? null : toMillionths(plan),
          fact: fact === null ? null : toMillionths(fact),
          text: `${show(fact)} / ${show(plan)}`,
        }))}
      />
      <TableBelow>
        <FigureTable
          name={name}
          columns={[
            { key: "year", head: t("year") },
            { key: "plan", head: t("plan"), label: t("plan"), number: true },
            { key: "fact", head: t("fact"), label: t("fact"), number: true },
          ]}
          rows={years.map(({ year, plan, fact }) => ({
            key: String(year),
            cells: {
              year,
              plan: show(plan),
              fact:
                fact === null ? "–" : <a href={href(paths.actual("indicator", own.id, year, quarter))}>{show(fact)}</a>,
            },
          }))}
        />
      </TableBelow>
    </div>
  );
}
