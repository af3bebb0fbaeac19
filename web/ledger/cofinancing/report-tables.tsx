import type { ReportSums, ReportView } from "../../../src/ledger/region-report/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { roubles, sourceName } from "../parts/money.ts";
import { ledgerWords } from "../words.ts";
import { cofinancingWords } from "./words.ts";

const LINE_SUMS = ["planned", "appropriated", "paid", "refunded", "net", "left"] as const;

/** Plan, limit, cash and refunds by activity and source, with totals by source. */
export function LineTable({ report }: { readonly report: ReportView }) {
  const t = useText(cofinancingWords);
  const money = useText(ledgerWords);
  const language = useLanguage();
  const figures = (sums: ReportSums) => Object.fromEntries(LINE_SUMS.map((key) => [key, roubles(sums[key], language)]));
  return (
    <section className="part balance">
      <h2>{t("lines")}</h2>
      <FigureTable
        name={t("lines")}
        columns={[
          { key: "line", head: t("line") },
          ...LINE_SUMS.map((key) => ({ key, head: t(key), label: t(key), number: true })),
        ]}
        rows={[
          ...report.lines.map((line) => ({
            key: `${line.activity.id} ${line.source}`,
            cells: {
              line: (
                <div>
                  <Words>{line.activity.name}</Words>
                  <span className="note place">{sourceName(line.source, language)}</span>
                </div>
              ),
              ...figures(line),
            },
          })),
          ...report.bySource.map((sums) => ({
            key: sums.source,
            total: true,
            cells: { line: money("totalSource", { source: sourceName(sums.source, language) }), ...figures(sums) },
          })),
          { key: "total", total: true, cells: { line: t("total"), ...figures(report.total) } },
        ]}
      />
    </section>
  );
}

const QUARTER_SUMS = ["received", "paid", "refunded", "returned", "rest", "own"] as const;
const ROMAN = ["I", "II", "III", "IV"];

/** How the subsidy moved, quarter by quarter. */
export function QuarterTable({ report }: { readonly report: ReportView }) {
  const t = useText(cofinancingWords);
  const language = useLanguage();
  const { quarters, year } = report;
  const heads = {
    received: t("received"),
    paid: t("paid"),
    refunded: t("refundedOf"),
    returned: t("returned"),
    rest: t("restEnd"),
    own: t("ownSpent"),
  };
  const all = (key: (typeof QUARTER_SUMS)[number]) => quarters.reduce((sum, row) => sum + row[key], 0n);
  return (
    <section className="part balance">
      <h2>{t("movement")}</h2>
      <FigureTable
        name={t("movement")}
        columns={[
          { key: "quarter", head: t("quarter") },
          ...QUARTER_SUMS.map((key) => ({ key, head: heads[key], label: heads[key], number: true })),
        ]}
        rows={[
          ...quarters.map((row) => ({
            key: String(row.quarter),
            cells: {
              quarter: t("quarterTab", { quarter: ROMAN[row.quarter - 1] ?? "" }),
              ...Object.fromEntries(QUARTER_SUMS.map((key) => [key, roubles(row[key], language)])),
            },
          })),
          {
            key: "total",
            total: true,
            cells: {
              quarter: t("total"),
              ...Object.fromEntries(QUARTER_SUMS.map((key) => [key, roubles(all(key), language)])),
              rest: roubles(year.rest, language),
            },
          },
        ]}
      />
    </section>
  );
}

/** What the money became: each obligation with its payee. */
export function ResultTable({ report }: { readonly report: ReportView }) {
  const t = useText(cofinancingWords);
  const href = useHref();
  const language = useLanguage();
  const { results, resultTotal, payees } = report;
  const figures = (row: ReportView["resultTotal"]) => ({
    committed: roubles(row.committed, language),
    paidGranted: roubles(row.paidGranted, language),
    paidOwn: roubles(row.paidOwn, language),
    refundedBoth: roubles(row.refundedGranted + row.refundedOwn, language),
    net: roubles(row.net, language),
  });
  const columns = ["committed", "paidGranted", "paidOwn", "refundedBoth", "net"] as const;
  return (
    <section className="part balance">
      <h2>{t("results")}</h2>
      <p className="under">
        {results.length === 0 ? t("daysNone") : t("resultsUnder", { count: results.length, payees })}
      </p>
      {results.length > 0 && (
        <FigureTable
          name={t("results")}
          columns={[
            { key: "payee", head: t("payee") },
            { key: "basis", head: t("basis"), label: t("basis") },
            ...columns.map((key) => ({ key, head: t(key), label: t(key), number: true })),
          ]}
          rows={[
            ...results.map((row) => ({
              key: row.id,
              cells: {
                payee: <a href={href(paths.moneyEntry(row.id))}>{row.payee}</a>,
                basis: <Words>{row.basis}</Words>,
                ...figures(row),
              },
            })),
            { key: "total", total: true, cells: { payee: t("total"), basis: "", ...figures(resultTotal) } },
          ]}
        />
      )}
    </section>
  );
}
