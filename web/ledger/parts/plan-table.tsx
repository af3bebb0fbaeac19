import type { ReactNode } from "react";
import {
  AUTHORITIES,
  type Authority,
  type Difference,
  type PlanRow,
  type Reconciliation,
  type Said,
} from "../../../src/ledger/plan/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { formatDate } from "../../ui/dates.ts";
import { FigureTable } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { PLAN_COLUMNS, planHead } from "../plan-columns.ts";
import { ledgerWords } from "../words.ts";
import { roubles, sourceHead } from "./money.ts";

/** The plans of a year by line; each figure leads to the entry that states it, and below a line stands why its figures differ. */
export function PlanTable({ plans }: { readonly plans: Reconciliation }) {
  const t = useText(ledgerWords);
  const language = useLanguage();
  const { rows, totals, year } = plans;
  const show = (sum: bigint | null) => (sum === null ? "—" : roubles(sum, language));
  return (
    <div className="balance">
      <FigureTable
        name={t("reconciliation")}
        columns={[
          { key: "line", head: t("activity") },
          ...PLAN_COLUMNS.map((column) => ({
            key: column,
            head: t(planHead(column)),
            label: t(planHead(column)),
            number: true,
          })),
        ]}
        rows={[
          ...rows.map((row) => ({
            key: `${row.activity.id} ${row.source}`,
            cells: {
              line: <Line row={row} />,
              ...Object.fromEntries(AUTHORITIES.map((authority) => [authority, figureOf(row, authority)])),
              cash: <Spent row={row} year={year} kind="payment" />,
              actual: <Spent row={row} year={year} kind="performance" />,
            },
          })),
          {
            key: "total",
            total: true,
            cells: {
              line: t("total"),
              ...Object.fromEntries(PLAN_COLUMNS.map((column) => [column, show(totals[column])])),
            },
          },
        ]}
      />
    </div>
  );
}

function figureOf({ said }: PlanRow, authority: Authority): ReactNode {
  const own = said[authority];
  return own ? <Stated said={own} /> : "—";
}

function Stated({ said }: { readonly said: Said }) {
  const href = useHref();
  const language = useLanguage();
  return <a href={href(paths.moneyEntry(said.entryId))}>{roubles(said.kopecks, language)}</a>;
}

interface SpentProps {
  readonly row: PlanRow;
  readonly year: number;
  readonly kind: "payment" | "performance";
}

function Spent({ row, year, kind }: SpentProps) {
  const href = useHref();
  const language = useLanguage();
  const kopecks = kind === "payment" ? row.cash : row.actual;
  const shown = roubles(kopecks, language);
  if (kopecks === 0n) return shown;
  const query = { kind, year: String(year), source: row.source, activity: row.activity.id };
  return <a href={href(paths.moneyJournal(query))}>{shown}</a>;
}

function Line({ row }: { readonly row: PlanRow }) {
  const t = useText(ledgerWords);
  const language = useLanguage();
  const owed = row.actual - row.cash;
  return (
    <>
      <Words>{row.activity.name}</Words>
      <span className="note place">{sourceHead(row.source, language)}</span>
      {row.differences.map((difference) => (
        <Why key={`${difference.later.authority} ${difference.earlier.authority}`} difference={difference} />
      ))}
      {owed > 0n && <span className="note place">{t("owed", { sum: roubles(owed, language) })}</span>}
      {owed < 0n && <span className="note place">{t("advanced", { sum: roubles(-owed, language) })}</span>}
    </>
  );
}

/** «Бюджетная роспись от 2 сентября: на 10 000,00 руб. больше, чем решение о бюджете от 20 декабря». */
function Why({ difference }: { readonly difference: Difference }) {
  const t = useText(ledgerWords);
  const language = useLanguage();
  const { later, earlier, by } = difference;
  const sum = roubles(by < 0n ? -by : by, language);
  return (
    <span className="why place">
      <Document said={later} /> — {t(by > 0n ? "saysMore" : "saysLess", { sum })} <Document said={earlier} />
    </span>
  );
}

function Document({ said }: { readonly said: Said }) {
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  return (
    <a href={href(paths.moneyEntry(said.entryId))} title={said.basis}>
      {t(`said_${said.authority}`, { date: formatDate(said.date, language) })}
    </a>
  );
}
