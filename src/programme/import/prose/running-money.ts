import { type MoneyUnit, toKopecks } from "../../../kernel/money.ts";
import type { Figure, FigureKind, FigureRow, Words } from "../../contract.ts";
import { readPrintedNumber } from "../../language/number.ts";
import { readMoneyUnit, readSource } from "../../language/vocabulary.ts";
import { oneLine } from "../../language/words.ts";
import type { ReadingReport } from "../report.ts";

const NUMBER = String.raw`(?<![\d.,/№])(?<amount>\d[\d \u00a0\u2009\u202f]*(?:[.,]\s?\d+)?)`;
const UNIT = String.raw`(?<unit>(?:тыс(?:яч[а-я]*|\.)?|млн\.?|миллион[а-я]*)?\s*(?:рубл[а-я]*|руб\.?)(?![а-я]))`;
const AMOUNT = new RegExp(String.raw`${NUMBER}\s*${UNIT}`, "giu");
/** Where the unit stands in a head, a number that is no year, no date and no numbering is an amount. */
const BARE_AMOUNT = new RegExp(
  String.raw`${NUMBER}(?:\s*${UNIT}|(?!\s*(?:г\.|г\b|год|[)\-–—]\s*20\d\d|\)))(?![\d.]*\s*г(?:од|\.)))`,
  "giu",
);

interface Statement {
  readonly before: string;
  readonly figure: Figure;
  readonly unit: Words;
}

/** Money in running text: «2024 год – 858,5 тыс. рублей» with the words before each sum. With a unit given, sums need not name theirs. */
function readStatements(line: Words, given: Words | null = null): Statement[] {
  const text = oneLine(line.text);
  let from = 0;
  return [...text.matchAll(given ? BARE_AMOUNT : AMOUNT)].flatMap((match) => {
    const printed = (match.groups?.amount ?? "").trim();
    if (given && !match.groups?.unit && isYear(printed, text.slice(match.index + match[0].length))) return [];
    const before = text.slice(from, match.index);
    from = match.index + match[0].length;
    const place = { ...line.place, text };
    const unit = match.groups?.unit ? { text: match.groups.unit, place } : (given ?? { text: "", place });
    return [{ before, figure: { value: amountOf(printed, readMoneyUnit(unit.text)), printed, place }, unit }];
  });
}

function isYear(printed: string, after: string): boolean {
  return /^20\d\d$/.test(printed) && /^\s*(?:г(?:\.|од|\b)|[-–—:])/iu.test(after);
}

function amountOf(printed: string, unit: MoneyUnit | null): bigint | null {
  const number = readPrintedNumber(printed);
  return number.kind === "number" && unit ? (toKopecks(number.value, unit) ?? null) : null;
}

/** Sums of money in text outside the passport. */
export function findSums(lines: readonly Words[]): Figure[] {
  return lines.flatMap((line) => readStatements(line).map((statement) => statement.figure));
}

/** What is known beside the lines: the unit of sums without one, the year of a column, the source of a row. */
export interface FinanceWords {
  readonly report: ReadingReport;
  readonly unit?: Words | null;
  readonly key?: string | null;
  readonly kind?: FigureKind | null;
}

/** Finance in lines of text: a line that names a source opens its row, a year fills it, a sum without a year is its total. */
export function readRunningFinance(lines: readonly Words[], given: FinanceWords): FigureRow[] {
  const rows: { kind: FigureKind; label: Words; unit: Words; values: Record<string, Figure> }[] = [];
  for (const line of lines) {
    for (const { before, figure, unit } of readStatements(line, given.unit)) {
      const year = given.key ?? /\b(20\d\d)\b/.exec(before)?.[1];
      const named = readSource(before);
      const opens = rows.length === 0 || named !== null || /общий объем|всего/i.test(before);
      if (opens && (named !== rows.at(-1)?.kind || !year)) {
        const label = { text: oneLine(line.text), place: figure.place };
        rows.push({ kind: named ?? given.kind ?? "cost", label, unit, values: {} });
      }
      const row = rows.at(-1);
      if (!row) continue;
      const key = year ?? "total";
      if (row.values[key])
        given.report.add("not-understood", figure.place, { variant: "extra-sum", found: figure.printed });
      else row.values[key] = figure;
    }
  }
  return rows;
}
