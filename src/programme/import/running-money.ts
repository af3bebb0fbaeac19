import { type MoneyUnit, toKopecks } from "../../kernel/money.ts";
import type { Figure, FigureKind, FigureRow, Words } from "../contract.ts";
import { readPrintedNumber } from "../language/number.ts";
import { readMoneyUnit, readSource } from "../language/vocabulary.ts";
import { oneLine } from "../language/words.ts";
import type { ReadingReport } from "./report.ts";

const AMOUNT =
  /(?<![\d.,/№])(\d[\d \u00a0\u202f]*(?:[.,]\s?\d+)?)\s*((?:тыс(?:яч[а-я]*|\.)?|млн\.?|миллион[а-я]*)?\s*(?:рубл[а-я]*|руб\.?)(?![а-я]))/giu;

interface Statement {
  readonly before: string;
  readonly figure: Figure;
  readonly unit: Words;
}

/** Money in running text: «2024 год – 858,5 тыс. рублей» with the words before each sum. */
function readStatements(line: Words): Statement[] {
  const text = oneLine(line.text);
  let from = 0;
  return [...text.matchAll(AMOUNT)].flatMap((match) => {
    const before = text.slice(from, match.index);
    from = match.index + match[0].length;
    const printed = (match[1] ?? "").trim();
    const unit = match[2] ?? "";
    const value = amountOf(printed, readMoneyUnit(unit));
    const place = { ...line.place, text };
    return [{ before, figure: { value, printed, place }, unit: { text: unit, place } }];
  });
}

function amountOf(printed: string, unit: MoneyUnit | null): bigint | null {
  const number = readPrintedNumber(printed);
  return number.kind === "number" && unit ? (toKopecks(number.value, unit) ?? null) : null;
}

/** Sums of money in text outside the passport. */
export function findSums(lines: readonly Words[]): Figure[] {
  return lines.flatMap((line) => readStatements(line).map((statement) => statement.figure));
}

/** The passport's finance: a line that names a source opens its row, a year fills it, a sum without a year is its total. */
export function readRunningFinance(lines: readonly Words[], report: ReadingReport): FigureRow[] {
  const rows: { kind: FigureKind; label: Words; unit: Words; values: Record<string, Figure> }[] = [];
  for (const line of lines) {
    for (const { before, figure, unit } of readStatements(line)) {
      const year = /\b(20\d\d)\b/.exec(before)?.[1];
      const named = readSource(before);
      const opens = rows.length === 0 || named !== null || /общий объем|всего/i.test(before);
      if (opens && (named !== rows.at(-1)?.kind || !year)) {
        rows.push({
          kind: named ?? "cost",
          label: { text: oneLine(line.text), place: figure.place },
          unit,
          values: {},
        });
      }
      const row = rows.at(-1);
      if (!row) continue;
      const key = year ?? "total";
      if (row.values[key]) report.add("not-understood", figure.place, { variant: "extra-sum", found: figure.printed });
      else row.values[key] = figure;
    }
  }
  return rows;
}
