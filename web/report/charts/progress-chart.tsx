import type { ReportCharts } from "../../../src/report/chart/views.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatCount, formatMoney } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { StepLine } from "../../ui/step-line.tsx";
import { useText } from "../../ui/text.ts";
import { TableBelow } from "./table-below.tsx";
import { chartWords } from "./words.ts";

const MONTHS = 12;

/** Money spent month by month under the year's limit. */
export function ProgressChart({ charts }: { readonly charts: ReportCharts }) {
  const t = useText(chartWords);
  const language = useLanguage();
  const { months, limit } = charts.progress;
  const money = (kopecks: bigint) => formatMoney(kopecks, "rouble", language);
  const last = months.at(-1);
  if (!last) return null;
  const sentence = t("progressSentence", {
    month: last.month,
    spent: money(last.spent),
    limit: money(limit),
    events: formatCount(last.events, language),
  });
  return (
    <section className="part">
      <h2>{t("progress")}</h2>
      <p className="under">{sentence}</p>
      <StepLine
        sentence={sentence}
        steps={MONTHS}
        values={months.map(({ spent }) => (spent > 0n ? spent : 0n))}
        limit={limit}
        labels={Array.from({ length: MONTHS }, (_, at) => String(at + 1))}
      />
      <TableBelow>
        <FigureTable
          name={t("progress")}
          columns={[
            { key: "month", head: t("month") },
            { key: "spent", head: t("spent"), label: t("spent"), number: true },
            { key: "limit", head: t("limit"), label: t("limit"), number: true },
            { key: "events", head: t("events"), label: t("events"), number: true },
          ]}
          rows={months.map(({ month, spent, events }) => ({
            key: String(month),
            cells: { month, spent: money(spent), limit: money(limit), events: formatCount(events, language) },
          }))}
        />
      </TableBelow>
    </section>
  );
}
