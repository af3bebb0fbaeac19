import type { MoneyRow, MoneySums, ReportView } from "../../../src/report/views.ts";
import type { RefusedForm } from "../../app/form.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { showFigure, showPercent } from "../../ui/exact.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { formatMoney } from "../../ui/format.ts";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { reportWords } from "../words.ts";
import { ReasonField } from "./reason-field.tsx";

interface Props {
  readonly view: ReportView;
  readonly typed: RefusedForm["typed"] | undefined;
}

const SUMS = ["plannedAtStart", "planned", "appropriated", "paid", "refunded", "net", "performed"] as const;

/** Money with two plans and two facts; a row's facts lead to the journal narrowed to it. */
export function MoneyTable({ view, typed }: Props) {
  const t = useText(reportWords);
  const language = useLanguage();
  const { content, mayWrite } = view;
  const { rows, bySource, total } = content.money;
  if (rows.length === 0) return <p className="under">{t("noMoney")}</p>;
  const sums = (row: MoneySums) =>
    Object.fromEntries(SUMS.map((key) => [key, formatMoney(row[key], "rouble", language)]));
  return (
    <>
      <div className="balance">
        <FigureTable
          name={t("part-money")}
          columns={[
            { key: "line", head: t("line") },
            ...SUMS.map((key) => ({ key, head: t(key), label: t(key), number: true })),
            { key: "deviation", head: t("deviation"), label: t("deviation"), number: true },
          ]}
          rows={[
            ...rows.map((row) => ({
              key: `${row.activityId} ${row.source}`,
              cells: {
                line: (
                  <>
                    <Line row={row} />
                    <ReasonField
                      field={`${row.activityId} ${row.source}`}
                      number={row.number}
                      row={row}
                      mayWrite={mayWrite}
                      typed={typed}
                    />
                  </>
                ),
                ...sums(row),
                paid: <Facts row={row} year={content.year} until={content.until} of="paid" />,
                refunded: <Facts row={row} year={content.year} until={content.until} of="refunded" />,
                deviation: row.percent === null ? "–" : `${showFigure(row.percent, language)}\u00a0%`,
              },
            })),
            ...bySource.map((row) => ({
              key: row.source,
              total: true,
              cells: { line: t("totalSource", { source: t(`source-${row.source}`) }), ...sums(row) },
            })),
            { key: "total", total: true, cells: { line: t("total"), ...sums(total) } },
          ]}
        />
      </div>
      <Choices view={view} />
    </>
  );
}

function Line({ row }: { readonly row: MoneyRow }) {
  const t = useText(reportWords);
  return (
    <div>
      <Words>{`${row.number}. ${row.name}`}</Words>
      <span className="note place">{t(`source-${row.source}`)}</span>
    </div>
  );
}

interface FactsProps {
  readonly row: MoneyRow;
  readonly year: number;
  readonly until: string;
  readonly of: "paid" | "refunded";
}

function Facts({ row, year, until, of }: FactsProps) {
  const href = useHref();
  const language = useLanguage();
  const shown = formatMoney(row[of], "rouble", language);
  if (row[of] === 0n) return shown;
  const kind = of === "paid" ? "payment" : "refund";
  const query = { activity: row.activityId, source: row.source, year: String(year), to: until, kind };
  return <a href={href(paths.moneyJournal(query))}>{shown}</a>;
}

/** Which plan and fact the degree takes, and which the indicators of money take. */
function Choices({ view }: Pick<Props, "view">) {
  const t = useText(reportWords);
  const language = useLanguage();
  const { money, indicators } = view.content;
  const { plan, fact, share } = money.execution;
  const numbers = (of: "paid" | "net") =>
    indicators
      .flatMap(({ number, computation }) => (computation?.kind === "money" && computation.fact === of ? [number] : []))
      .join(", ");
  const shown = share === null ? "–" : showPercent(share, language);
  return (
    <>
      <p className="under">{t("execution", { fact: t(`fact-${fact}`), plan: t(`plan-${plan}`), share: shown })}</p>
      {numbers("net") && <p className="under">{t("choicesNet", { numbers: numbers("net") })}</p>}
      {numbers("paid") && <p className="under">{t("choicesPaid", { numbers: numbers("paid") })}</p>}
    </>
  );
}
