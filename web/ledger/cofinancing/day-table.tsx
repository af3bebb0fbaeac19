import type { CofinancingYear } from "../../../src/ledger/cofinancing/views.ts";
import type { Part } from "../../../src/ledger/contract.ts";
import { SOURCES } from "../../../src/programme/contract.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { roubles, sourceName } from "../parts/money.ts";
import { cofinancingWords } from "./words.ts";

const sumParts = (parts: readonly Part[]) => parts.reduce((sum, { kopecks }) => sum + kopecks, 0n);
const partOf = (parts: readonly Part[], source: string) => parts.find((part) => part.source === source)?.kopecks ?? 0n;

/** What was paid of the covered activities day by day, by source, and what was left of the subsidy. */
export function DayTable({ year }: { readonly year: CofinancingYear }) {
  const t = useText(cofinancingWords);
  const href = useHref();
  const language = useLanguage();
  const { days, agreement, terms } = year;
  const sources = SOURCES.filter((source) => days.some(({ paid }) => partOf(paid, source) !== 0n));
  const [only] = agreement.activities.length === 1 ? agreement.activities : [];
  const journal = (date: string) =>
    href(paths.moneyJournal({ from: date, to: date, ...(only && { activity: only.id }) }));
  const cells = (paid: readonly Part[], refunded: readonly Part[]) => ({
    ...Object.fromEntries(sources.map((source) => [source, roubles(partOf(paid, source), language)])),
    refunded: roubles(sumParts(refunded), language),
  });
  return (
    <section className="part">
      <h2>{t("days")}</h2>
      <p className="under">{days.length === 0 ? t("daysNone") : t("daysUnder")}</p>
      {days.length > 0 && (
        <>
          <FigureTable
            name={t("days")}
            columns={[
              { key: "date", head: t("date") },
              ...sources.map((source) => {
                const head = t("paidOf", { source: sourceName(source, language) });
                return { key: source, head, label: head, number: true };
              }),
              { key: "refunded", head: t("refundedOf"), label: t("refundedOf"), number: true },
              { key: "held", head: t("held"), label: t("held"), number: true },
            ]}
            rows={[
              ...days.map((day) => ({
                key: day.date,
                cells: {
                  date: <a href={journal(day.date)}>{formatDate(day.date, language)}</a>,
                  ...cells(day.paid, day.refunded),
                  held: roubles(day.held, language),
                },
              })),
              { key: "total", total: true, cells: { date: t("total"), ...cells(year.paid, year.refunded), held: "" } },
            ]}
          />
          <p className="links">
            <span className="soft">{t("files")}</span>
            {["xlsx", "csv"].map((format) => (
              <a
                key={format}
                href={href(paths.cofinancingFile(agreement.id, `days.${format}`, { year: String(terms.year) }))}
              >
                {format.toUpperCase()}
              </a>
            ))}
          </p>
        </>
      )}
    </section>
  );
}
