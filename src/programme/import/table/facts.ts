import { cellText } from "../../../office/tree.ts";
import type { FigureKind, Words } from "../../contract.ts";
import { readPrintedNumber } from "../../language/number.ts";
import { readMoneyUnit, readRowKind, usualLabel } from "../../language/vocabulary.ts";
import { oneLine } from "../../language/words.ts";
import { readRunningFinance } from "../prose/running-money.ts";
import type { ReadingReport } from "../report.ts";
import { type Fact, readFigure } from "./figure.ts";
import type { HeadColumn } from "./head.ts";
import type { RowReader } from "./rows.ts";

/** What a table says beside its rows: the unit of its money from a head or from the words above it, and what codes of sources stand for. */
export interface TableWords {
  readonly unit: Words | null;
  readonly sourceCodes: ReadonlyMap<string, FigureKind>;
  readonly report: ReadingReport;
}

/** What a row says of all its figures; the head of a column and the lines of a cell may say more. */
export interface RowWords {
  readonly kind: FigureKind | null;
  readonly label: Words;
  /** The year that a row of one year names. */
  readonly key: string | null;
  /** The lines of the cell that names the row's sources, where they are several. */
  readonly lines: readonly Words[];
}

/** The figures of a row, each with its kind and key: from the head, the row or the line in which it stands. */
export function readFacts(row: RowReader, said: RowWords, table: TableWords): Fact[] {
  return row.figureCells().flatMap(({ column, cell }) => {
    const text = withKopecks(row, column, cellText(cell));
    const lines = text.split("\n").map(oneLine).filter(Boolean);
    if (lines.length < 2 && !isSentence(lines[0] ?? "")) return readSingle(row, { column, text, said }, table);
    return readLines(row, { column, lines, said }, table);
  });
}

/** «1 240 500» with «25» in the column of kopecks beside it is «1 240 500,25». */
function withKopecks(row: RowReader, { kopecks }: HeadColumn, text: string): string {
  const beside = kopecks === null ? null : row.wordsAt(kopecks)?.text;
  return beside && /^\d{1,2}$/.test(beside) && /\d$/.test(text) ? `${text},${beside.padStart(2, "0")}` : text;
}

/** «всего – 100,0», «2025 год – 858,5 тыс. рублей»: words with figures in them, unlike words that are no figure at all. */
function isSentence(line: string): boolean {
  return readPrintedNumber(line).kind === "words" && /[а-яё].*\d/iu.test(line);
}

function readSingle(
  row: RowReader,
  { column, text, said }: { column: HeadColumn; text: string; said: RowWords },
  table: TableWords,
): Fact[] {
  const kind = kindOf(said.kind, column);
  const key = column.key ?? said.key;
  if (key === null) {
    if (readPrintedNumber(text).kind === "blank") return [];
    return [factOf(row, { column, kind, key: "total", label: said.label, text }, table)];
  }
  return [factOf(row, { column, kind, key, label: said.label, text }, table)];
}

/** The row's word is the closer one where the head only says that money follows. */
function kindOf(row: FigureKind | null, column: HeadColumn): FigureKind {
  if (row && (column.kind === null || column.kind === "cost")) return row;
  return column.kind ?? "cost";
}

function readLines(
  row: RowReader,
  { column, lines, said }: { column: HeadColumn; lines: readonly string[]; said: RowWords },
  table: TableWords,
): Fact[] {
  const figures = lines.filter((line) => readPrintedNumber(line).kind !== "words");
  if (figures.length === lines.length && said.lines.length === lines.length) {
    return lines.flatMap((text, at) => {
      const label = said.lines[at] ?? said.label;
      const kind = readRowKind(label.text) ?? kindOf(said.kind, column);
      const key = column.key ?? said.key ?? "total";
      return [factOf(row, { column, kind, key, label, text }, table)];
    });
  }
  const place = row.placeOf(column.column);
  const unit = unitOf(row, column, { kind: "cost", table });
  const words = lines.map((text) => ({ text, place }));
  const rows = readRunningFinance(words, { report: table.report, unit, key: column.key ?? said.key, kind: said.kind });
  if (rows.length === 0) {
    const kind = kindOf(said.kind, column);
    const text = lines.join(" ");
    return [factOf(row, { column, kind, key: column.key ?? said.key ?? "total", label: said.label, text }, table)];
  }
  return rows.flatMap(({ kind, label, unit: own, values }) =>
    Object.entries(values).map(([key, figure]) => ({ kind, key, label, unit: own ?? unit, figure })),
  );
}

function factOf(
  row: RowReader,
  given: { column: HeadColumn; kind: FigureKind; key: string; label: Words; text: string },
  table: TableWords,
): Fact {
  const { column, kind, key, text } = given;
  const label = findLabel(given, table);
  const unit = unitOf(row, column, { kind, table });
  const place = row.placeOf(column.column);
  return { kind, key, label, unit, figure: readFigure(text, unit, { place, problem: table.report.problem }) };
}

/** The words that say what the figure is: the row's, else the lowest of the head that do, else the usual ones. */
function findLabel(
  { column, kind, label }: { column: HeadColumn; kind: FigureKind; label: Words },
  table: TableWords,
): Words {
  if (readRowKind(label.text) === kind || table.sourceCodes.get(label.text) === kind) return label;
  const said = column.text.split(" / ").findLast((text) => readRowKind(text) === kind);
  return { text: said ?? usualLabel(kind), place: label.place };
}

/** The unit in the row counts for what the row says; money without one takes it from the head of its column, then from the table's. */
function unitOf(
  row: RowReader,
  column: HeadColumn,
  { kind, table }: { kind: FigureKind; table: TableWords },
): Words | null {
  const own = row.words("unit");
  const counts = kind === "quantity" || kind === "target";
  if (own && (row.labelled || counts !== (readMoneyUnit(own.text) !== null))) return own;
  if (counts) return null;
  if (column.unit === null) return row.headUnit ?? table.unit ?? own;
  const place = { part: row.part, table: row.table, row: 1, column: column.column, text: column.text };
  return { text: column.unit, place };
}
