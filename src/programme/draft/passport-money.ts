import { type MoneyUnit, toKopecks } from "../../kernel/money.ts";
import { figureValue } from "../consolidation.ts";
import type { Figure, FigureKind, FigureRow, Passport, Programme, Words } from "../contract.ts";
import { readPrintedNumber } from "../language/number.ts";
import { readMoneyUnit, readSource } from "../language/vocabulary.ts";
import { oneLine } from "../language/words.ts";
import { countRows, sumOf, type Versions } from "./programme-totals.ts";

/** The passport's finance following annex 3 and the activities, in its figures and in its running text alike. */
export function countPassport(versions: Versions): Programme {
  const { before, after } = versions;
  const counted = countRows(after.passport.finance, before.passport.finance, {
    ...versions,
    below: (kind, key) => [
      { was: sumSummary(before, kind, key), is: sumSummary(after, kind, key) },
      { was: sumOf(before.activities, kind, key), is: sumOf(after.activities, kind, key) },
    ],
    name: "passport",
  });
  return counted === after.passport.finance ? after : { ...after, passport: reprint(after.passport, counted) };
}

function sumSummary({ summary }: Programme, kind: FigureKind, key: string): bigint {
  const row = summary.find((candidate) => candidate.kind === kind);
  return figureValue(row, key) ?? 0n;
}

/** A sum in running text: whose it is and where its number stands. */
export interface RunningSum {
  readonly row: number;
  readonly kind: FigureKind;
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly printed: string;
  readonly unit: string;
  /** The line's words. */
  readonly line: string;
}

const AMOUNT =
  /(?<![\d.,/№])(\d[\d \u00a0\u202f]*(?:[.,]\s?\d+)?)\s*((?:тыс(?:яч[а-я]*|\.)?|млн\.?|миллион[а-я]*)?\s*(?:рубл[а-я]*|руб\.?)(?![а-я]))/giu;

/** Money in a passport's running text, as reading a document takes it: a source opens its row, a year fills it, a sum without a year is its total. */
export function locateSums(text: string): readonly RunningSum[] {
  const sums: RunningSum[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    let from = 0;
    for (const match of line.matchAll(AMOUNT)) {
      const before = line.slice(from, match.index);
      from = match.index + match[0].length;
      const year = /\b(20\d\d)\b/.exec(before)?.[1];
      const named = readSource(before);
      const last = sums.at(-1);
      const opens = !last || named !== null || /общий объем|всего/i.test(before);
      const next = opens && (!last || named !== last.kind || !year);
      const printed = (match[1] ?? "").trim();
      sums.push({
        row: next ? (last?.row ?? -1) + 1 : (last?.row ?? 0),
        kind: next ? (named ?? "cost") : (last?.kind ?? "cost"),
        key: year ?? "total",
        from: start + match.index,
        to: start + match.index + printed.length,
        printed,
        unit: match[2] ?? "",
        line: oneLine(line),
      });
    }
    start += line.length + 1;
  }
  return sums;
}

/** Writes the new figures into the words they stand in; a figure that stands in no words of the passport is replaced alone. */
function reprint(passport: Passport, finance: readonly FigureRow[]): Passport {
  let rows = passport.rows;
  let counted = finance;
  rows.forEach(({ text }, at) => {
    const sums = locateSums(text.text);
    if (!passport.finance.some((row) => Object.values(row.values).some((figure) => isIn(figure, text)))) return;
    const written = replaceSums(text.text, sums, (sum) => {
      const [was, is] = [passport.finance[sum.row]?.values[sum.key], finance[sum.row]?.values[sum.key]];
      return was && is && was !== is && oneLine(was.printed) === oneLine(sum.printed) ? is.printed : null;
    });
    rows = rows.with(at, { label: rows[at]?.label ?? text, text: { ...text, text: written } });
    const lines = new Map(sums.map((sum, index) => [sum.line, locateSums(written)[index]?.line ?? sum.line]));
    counted = counted.map((row) => rewordRow(row, lines));
  });
  return { ...passport, rows, finance: counted };
}

function isIn(figure: Figure, words: Words): boolean {
  const [a, b] = [figure.place, words.place];
  return a.table === b.table && a.row === b.row && a.column === b.column;
}

function replaceSums(text: string, sums: readonly RunningSum[], replace: (sum: RunningSum) => string | null): string {
  return sums.toReversed().reduce((words, sum) => {
    const printed = replace(sum);
    return printed === null ? words : words.slice(0, sum.from) + printed + words.slice(sum.to);
  }, text);
}

/** A row's label and its places name the line they stand in. */
function rewordRow(row: FigureRow, lines: ReadonlyMap<string, string>): FigureRow {
  const reword = (text: string) => lines.get(text) ?? text;
  const values = Object.fromEntries(
    Object.entries(row.values).map(([key, figure]) => [
      key,
      lines.has(figure.place.text)
        ? { ...figure, place: { ...figure.place, text: reword(figure.place.text) } }
        : figure,
    ]),
  );
  const place = { ...row.label.place, text: reword(row.label.place.text) };
  return { ...row, label: { text: reword(row.label.text), place }, values };
}

/** The finance of a passport row that was written anew. */
export function readFinance(words: Words): FigureRow[] {
  const rows: { kind: FigureKind; label: Words; unit: Words; values: Record<string, Figure> }[] = [];
  for (const sum of locateSums(words.text)) {
    const place = { ...words.place, text: sum.line };
    rows[sum.row] ??= { kind: sum.kind, label: { text: sum.line, place }, unit: { text: sum.unit, place }, values: {} };
    const row = rows[sum.row];
    if (row)
      row.values[sum.key] ??= { value: amountOf(sum.printed, readMoneyUnit(sum.unit)), printed: sum.printed, place };
  }
  return rows;
}

function amountOf(printed: string, unit: MoneyUnit | null): bigint | null {
  const number = readPrintedNumber(printed);
  return number.kind === "number" && unit ? (toKopecks(number.value, unit) ?? null) : null;
}
