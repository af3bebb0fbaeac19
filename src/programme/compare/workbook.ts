import { fromKopecks } from "../../kernel/money.ts";
import type { Language } from "../../kernel/refusal.ts";
import type { Sheet, Workbook, WorkCell } from "../../office/workbook.ts";
import { SOURCES } from "../contract.ts";
import { readPrintedNumber } from "../language/number.ts";
import { comparisonWord, describeObject, describeReason, inUnit, kindWord } from "../messages-comparison.ts";
import type { Change, ComparedMoney, Comparison } from "../views-comparison.ts";

type Row = readonly (WorkCell | null)[];

/** The comparison as a workbook: every change with its difference, and the money by source and year with its sums, as formulas. */
export function buildComparisonBook(comparison: Comparison, language: Language): Workbook {
  const sheets = [listChanges(comparison, language)];
  if (comparison.money) sheets.push(listMoney(comparison.money, comparison, language));
  return { title: comparisonWord("title", language), sheets };
}

function head(texts: readonly string[]): Row {
  return texts.map((value) => ({ value, head: true, bold: true, align: "center" }));
}

function listChanges({ changes, became }: Comparison, language: Language): Sheet {
  const columns = ["number", "object", "unit", "was", "became", "difference", "reason", "basis"] as const;
  const rows = changes.map((change, at) => describeRow(change, { row: at + 2, basis: became.basis, language }));
  return {
    name: comparisonWord("changes", language),
    orientation: "landscape",
    columns: [6, 60, 12, 24, 24, 14, 24, 30],
    headRows: 1,
    rows: [head(columns.map((column) => comparisonWord(column, language))), ...rows],
  };
}

function describeRow(
  change: Change,
  { row, basis, language }: { readonly row: number; readonly basis: string | null; readonly language: Language },
): Row {
  const figure = (printed: string | null): WorkCell => ({ value: readValue(printed), align: "right" });
  const words = (value: string | null): WorkCell => ({ value });
  const isFigure = change.difference !== null;
  const difference: WorkCell = {
    value: isFigure ? inUnit(change, change.difference ?? 0n) : null,
    ...(isFigure && { formula: `N(E${row})-N(D${row})`, marked: true, align: "right" as const }),
  };
  return [
    { value: BigInt(row - 1) * 1_000_000n, align: "center" },
    words(describeObject(change, language)),
    words(isFigure ? change.unit : null),
    isFigure ? figure(change.was) : words(change.was),
    isFigure ? figure(change.became) : words(change.became),
    difference,
    words(describeReason(change, language)),
    words(basis),
  ];
}

/** What is printed, as a number in its own unit. */
function readValue(printed: string | null): bigint | null {
  const number = readPrintedNumber(printed ?? "");
  return number.kind === "number" ? number.value : null;
}

/** One row for each source and year, blocks of sources closed by their sum, all closed by the whole. */
function listMoney(money: ComparedMoney, comparison: Comparison, language: Language): Sheet {
  const word = (key: Parameters<typeof comparisonWord>[0]) => comparisonWord(key, language);
  const rows: Row[] = [
    head([word("source"), word("year"), comparison.was.name, comparison.became.name, word("difference")]),
  ];
  const sums: number[] = [];
  for (const source of SOURCES.filter((one) => money.years.some((year) => paid(money, one, year)))) {
    const first = rows.length + 1;
    for (const year of money.years.map(String)) {
      rows.push(
        moneyRow(kindWord(source, language), year, {
          row: rows.length + 1,
          was: money.was[source][year],
          became: money.became[source][year],
        }),
      );
    }
    sums.push(rows.length + 1);
    const range = (column: string) => `SUM(${column}${first}:${column}${rows.length})`;
    rows.push(
      sumRow(kindWord(source, language), {
        row: rows.length + 1,
        word: word("total"),
        formula: range,
        was: money.was[source].total,
        became: money.became[source].total,
      }),
    );
  }
  const all = (column: string) => (sums.length === 0 ? "0" : sums.map((row) => `${column}${row}`).join("+"));
  const total = (side: ComparedMoney["was"]) => SOURCES.reduce((sum, source) => sum + (side[source].total ?? 0n), 0n);
  rows.push(
    sumRow(word("total"), {
      row: rows.length + 1,
      word: "",
      formula: all,
      was: total(money.was),
      became: total(money.became),
    }),
  );
  return { name: word("money"), orientation: "portrait", columns: [34, 10, 18, 18, 16], headRows: 1, rows };
}

function paid(money: ComparedMoney, source: (typeof SOURCES)[number], year: number): boolean {
  return Boolean(money.was[source][String(year)] || money.became[source][String(year)]);
}

interface Sums {
  readonly row: number;
  readonly was: bigint | undefined;
  readonly became: bigint | undefined;
}

function moneyRow(source: string, year: string, { row, was = 0n, became = 0n }: Sums): Row {
  return [
    { value: source },
    { value: year, align: "center" },
    { value: thousands(was), decimals: 1 },
    { value: thousands(became), decimals: 1 },
    {
      value: thousands(became - was),
      formula: `D${row}-C${row}`,
      decimals: 1,
      ...(was !== became && { marked: true }),
    },
  ];
}

function sumRow(
  source: string,
  given: Sums & { readonly word: string; readonly formula: (column: string) => string },
): Row {
  const { row, was = 0n, became = 0n, word, formula } = given;
  const bold = { bold: true, decimals: 1 };
  return [
    { value: source, bold: true },
    { value: word, bold: true, align: "center" },
    { value: thousands(was), formula: formula("C"), ...bold },
    { value: thousands(became), formula: formula("D"), ...bold },
    { value: thousands(became - was), formula: `D${row}-C${row}`, ...bold },
  ];
}

function thousands(kopecks: bigint): bigint {
  return fromKopecks(kopecks, "thousand");
}
