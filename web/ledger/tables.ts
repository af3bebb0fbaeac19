import type { PlainTable } from "../../src/desk/index.ts";
import type { Language } from "../../src/kernel/refusal.ts";
import type { Balance, Part } from "../../src/ledger/contract.ts";
import { AUTHORITIES, type Difference, type Reconciliation, type Said } from "../../src/ledger/plan/views.ts";
import type { BalanceSheet, EntryRow, JournalExport, MovedSums, Register } from "../../src/ledger/views.ts";
import { formatDate } from "../ui/dates.ts";
import { makeText } from "../ui/text.ts";
import { entryKindName } from "./parts/kind-name.ts";
import { percent, roubles, sourceName } from "./parts/money.ts";
import { PLAN_COLUMNS, planHead } from "./plan-columns.ts";
import { ledgerWords } from "./words.ts";

/** Kopecks as hundredths of a rouble in millionths: what a file takes for a figure. */
export const inRoubles = (kopecks: bigint) => kopecks * 10_000n;

export const MONEY_COLUMNS = ["allocated", "appropriated", "committed", "paid", "refunded", "net", "free"] as const;

/** The balance as a file has it: the rows and totals of the screen. */
export function balanceTable(sheet: BalanceSheet, language: Language): PlainTable {
  const t = makeText(ledgerWords, language);
  const figures = (balance: Balance) => [
    ...MONEY_COLUMNS.map((column) => inRoubles(balance[column])),
    percent(balance.net, balance.appropriated, language),
  ];
  const heads = [t("activity"), t("source"), t("year"), ...MONEY_COLUMNS.map((column) => t(column)), t("percent")];
  const sums = sheet.bySource.map(({ source, balance }) => [
    t("totalSource", { source: sourceName(source, language) }),
    sourceName(source, language),
    "",
    ...figures(balance),
  ]);
  return {
    title: t("titleBalance"),
    heads,
    rows: [
      ...sheet.rows.map(({ activity, source, year, balance }) => [
        activity.name,
        sourceName(source, language),
        year,
        ...figures(balance),
      ]),
      ...sums,
    ],
    totals: [t("total"), "", "", ...figures(sheet.total)],
  };
}

/** The plans side by side as a file has them, with what makes a line differ. */
export function planTable(plans: Reconciliation, language: Language): PlainTable {
  const t = makeText(ledgerWords, language);
  const show = (kopecks: bigint | null | undefined) =>
    kopecks === null || kopecks === undefined ? "" : inRoubles(kopecks);
  const name = ({ authority, date }: Said) => t(`said_${authority}`, { date: formatDate(date, language) });
  const why = ({ later, earlier, by }: Difference) =>
    `${name(later)} — ${t(by > 0n ? "saysMore" : "saysLess", { sum: roubles(by < 0n ? -by : by, language) })} ${name(earlier)}`;
  return {
    title: t("titleReconciliation"),
    heads: [t("activity"), t("source"), ...PLAN_COLUMNS.map((column) => t(planHead(column))), t("why")],
    rows: plans.rows.map(({ activity, source, said, cash, actual, differences }) => [
      activity.name,
      sourceName(source, language),
      ...AUTHORITIES.map((authority) => show(said[authority]?.kopecks)),
      inRoubles(cash),
      inRoubles(actual),
      differences.map(why).join("; "),
    ]),
    totals: [t("total"), "", ...PLAN_COLUMNS.map((column) => show(plans.totals[column])), ""],
  };
}

const ENTRY_HEADS = [
  "number",
  "date",
  "kind",
  "activity",
  "source",
  "sum",
  "payee",
  "basis",
  "note",
  "recorded",
] as const;

function entryRows(rows: readonly EntryRow[], language: Language): (string | bigint)[][] {
  return rows.flatMap((row) =>
    (row.parts.length > 0 ? row.parts : [{ source: null, kopecks: row.kopecks }]).map(({ source, kopecks }) => [
      row.number,
      formatDate(row.date, language),
      entryKindName(row, language),
      row.activity?.name ?? "",
      source === null ? "" : sourceName(source, language),
      inRoubles(kopecks),
      row.payee ?? "",
      row.basis,
      row.note ?? "",
      row.by,
    ]),
  );
}

/** The journal as a file has it: a row for each source of an entry, and below what the conditions come to. */
export function journalTable({ rows, sums }: JournalExport, language: Language): PlainTable {
  const t = makeText(ledgerWords, language);
  return {
    title: t("titleJournal"),
    heads: ENTRY_HEADS.map((key) => t(key)),
    rows: [...entryRows(rows, language), ...sumLines(sums, language)],
    totals: [`${t("titleEntries")}: ${rows.length}`, "", "", "", "", "", "", "", "", ""],
  };
}

/** The register as a file has it, with paid, refunded and net below. */
export function registerTable(register: Register, language: Language): PlainTable {
  const t = makeText(ledgerWords, language);
  const sums = sumLines(register, language);
  return {
    title: t("titleRegister"),
    heads: ENTRY_HEADS.map((key) => t(key)),
    rows: [...entryRows(register.rows, language), ...sums.slice(0, -1)],
    totals: sums.at(-1) ?? [],
  };
}

/** Paid, refunded and what is left, each by source and in all. */
function sumLines(sums: MovedSums, language: Language): (string | bigint)[][] {
  const t = makeText(ledgerWords, language);
  const line = (name: string, source: string, kopecks: bigint) => [
    ...[name, "", "", "", source, inRoubles(kopecks)],
    ...["", "", "", ""],
  ];
  const lines = (name: string, total: bigint, parts: readonly Part[]) => [
    ...parts.map(({ source, kopecks }) => line(name, sourceName(source, language), kopecks)),
    line(name, "", total),
  ];
  return [
    ...lines(t("paid"), sums.paid, sums.paidParts),
    ...lines(t("refunded"), sums.refunded, sums.refundedParts),
    ...lines(t("net"), sums.net, sums.netParts),
  ];
}
