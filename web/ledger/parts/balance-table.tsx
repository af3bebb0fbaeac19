import type { ReactNode } from "react";
import type { Balance } from "../../../src/ledger/contract.ts";
import type { BalanceRow, BalanceSheet } from "../../../src/ledger/views.ts";
import { useHref } from "../../app/link.ts";
import { paths } from "../../app/paths.ts";
import { FigureTable, type Row } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { Words } from "../../ui/words.tsx";
import { MONEY_COLUMNS } from "../tables.ts";
import { ledgerWords } from "../words.ts";
import { percent, roubles, sourceHead, sourceName } from "./money.ts";

type MoneyColumn = (typeof MONEY_COLUMNS)[number];

/** Which entries make a figure of a line. */
const KIND_OF: Readonly<Partial<Record<MoneyColumn, string>>> = {
  appropriated: "appropriation",
  committed: "commitment",
  paid: "payment",
  refunded: "refund",
};

interface Props {
  readonly sheet: BalanceSheet;
  /** Whether figures lead to the journal, for those inside. */
  readonly leads: boolean;
}

/** Balances by activity, source and year; sums by source and of all. Figures lead to the entries that make them. */
export function BalanceTable({ sheet, leads }: Props) {
  const t = useText(ledgerWords);
  const manyYears = new Set(sheet.rows.map(({ year }) => year)).size > 1;
  const columns = [
    { key: "line", head: t("activity") },
    ...(manyYears ? [{ key: "year", head: t("year"), label: t("year"), number: true }] : []),
    ...[...MONEY_COLUMNS, "percent" as const].map((column) => ({
      key: column,
      head: t(column),
      label: t(column),
      number: true,
    })),
  ];
  return (
    <div className="balance">
      <FigureTable name={t("balanceTable")} columns={columns} rows={useRows(sheet, leads)} />
    </div>
  );
}

function useRows(sheet: BalanceSheet, leads: boolean): readonly Row[] {
  const t = useText(ledgerWords);
  const language = useLanguage();
  const figures = useFigures(leads);
  const rows = sheet.rows.map((row, at): Row => {
    const above = sheet.rows[at - 1];
    const repeats = above?.activity.id === row.activity.id;
    return {
      key: `${row.activity.id} ${row.source} ${row.year}`,
      cells: { line: <LineHead row={row} repeats={repeats} />, year: row.year, ...figures(row.balance, row) },
    };
  });
  const sums = sheet.bySource.map(
    ({ source, balance }): Row => ({
      key: source,
      total: true,
      cells: { line: t("totalSource", { source: sourceName(source, language) }), ...figures(balance) },
    }),
  );
  const all: Row = { key: "total", total: true, cells: { line: t("total"), ...figures(sheet.total) } };
  return [...rows, ...sums, all];
}

/** An activity is named once; the sources below it name only themselves. */
function LineHead({ row, repeats }: { readonly row: BalanceRow; readonly repeats: boolean }) {
  const t = useText(ledgerWords);
  const href = useHref();
  const language = useLanguage();
  const { activity, source } = row;
  return (
    <>
      <span className={repeats ? "repeats" : undefined}>
        {activity.inForce ? (
          <a href={href(paths.activity(activity.slug, activity.position))}>
            <Words>{activity.name}</Words>
          </a>
        ) : (
          <>
            <Words>{activity.name}</Words> <span className="soft">({t("dropped")})</span>
          </>
        )}
      </span>
      <span className="note place">{sourceHead(source, language)}</span>
    </>
  );
}

function useFigures(leads: boolean) {
  const language = useLanguage();
  const href = useHref();
  return (balance: Balance, line?: BalanceRow): Readonly<Record<string, ReactNode>> => {
    const cell = (column: MoneyColumn): ReactNode => {
      const shown = roubles(balance[column], language);
      const kind = KIND_OF[column];
      if (balance[column] === 0n) return <span className="nothing">{shown}</span>;
      if (!leads || !line || !kind) return shown;
      const query = { kind, year: String(line.year), source: line.source, activity: line.activity.id };
      return <a href={href(paths.moneyJournal(query))}>{shown}</a>;
    };
    const sums = Object.fromEntries(MONEY_COLUMNS.map((column) => [column, cell(column)]));
    const share = percent(balance.net, balance.appropriated, language);
    return { ...sums, percent: balance.appropriated === 0n ? <span className="nothing">{share}</span> : share };
  };
}
