import { cellText } from "../../../office/tree.ts";
import type { Figure, FigureRow, Indicator, Words } from "../../contract.ts";
import { readPrintedNumber, splitGluedUnit } from "../../language/number.ts";
import { oneLine, splitNumber } from "../../language/words.ts";
import type { PartTable } from "../parts/parts.ts";
import type { ReadingReport } from "../report.ts";
import { readFigure } from "../table/figure.ts";
import type { Head } from "../table/head.ts";
import { readNotes } from "../table/notes.ts";
import { type RowReader, readRows } from "../table/rows.ts";
import { Outline, readHeadingKind } from "./outline.ts";

export interface IndicatorTable {
  readonly outline: Outline;
  readonly indicators: Indicator[];
}

/** Annex 1: goals and objectives as rows or first cells, an indicator in each row that names one. */
export function readIndicators(tables: readonly PartTable[], report: ReadingReport): IndicatorTable {
  const outline = new Outline();
  const indicators: Indicator[] = [];
  for (const { table, head, above } of tables) {
    if (!head) continue;
    outline.readAbove(above);
    for (const row of readRows("annex1", table, { head, from: head.rows + 1 })) {
      if (row.repeatsHead) continue;
      const heading = readHeading(row);
      if (heading) outline.read(heading);
      const name = row.spanning ? null : row.name("indicator");
      const own = name && readHeadingKind(name.text) === null ? name : null;
      if (own) indicators.push(readIndicator(row, own, { head, outline, report, position: indicators.length + 1 }));
      else if (row.text !== "" && !(heading && readHeadingKind(heading.text)))
        report.add("not-understood", row.placeOf(), { variant: "row", found: row.text });
    }
  }
  return { outline, indicators };
}

/** The heading that a row holds: across the table, in its own column, or in place of an indicator's name. */
function readHeading(row: RowReader): Words | null {
  if (row.spanning) return { text: oneLine(cellText(row.spanning)), place: row.placeOf(row.spanning.column) };
  const name = row.name("indicator");
  if (name && readHeadingKind(name.text)) return name;
  return row.words("goal");
}

interface Under {
  readonly head: Head;
  readonly outline: Outline;
  readonly report: ReadingReport;
  readonly position: number;
}

function readIndicator(row: RowReader, name: Words, under: Under): Indicator {
  const { number, rest } = splitNumber(name.text);
  const label = { ...name, text: rest };
  const { targets, others } = readTargets(row, label, under);
  return {
    number: number ?? row.number ?? String(under.position),
    ...under.outline.standing,
    name: label,
    unit: row.words("unit") ?? findGluedUnit(targets),
    weight: readWeight(row, under),
    targets,
    others: [...others, ...readOthers(row, under)],
    notes: readNotes(row, under.head),
  };
}

/** The figures by year; a second one of the same year («2024 план», «2024 факт») is kept beside them. */
function readTargets(row: RowReader, label: Words, { report }: Under): Pick<Indicator, "targets" | "others"> {
  const values: Record<string, Figure> = {};
  const others: { heading: string; figure: Figure }[] = [];
  for (const { column, cell } of row.figureCells()) {
    const place = row.placeOf(column.column);
    const figure = readFigure(cellText(cell), null, { place, problem: report.problem });
    if (column.key !== null && values[column.key] === undefined) values[column.key] = figure;
    else if (figure.value !== null) others.push({ heading: column.text, figure });
  }
  return { targets: { kind: "target", label, unit: null, values }, others };
}

/** The unit that all figures carry themselves: «80 ед.», «31,36%». */
function findGluedUnit(targets: FigureRow): Words | null {
  const units = Object.values(targets.values).flatMap((figure) => {
    const unit = splitGluedUnit(figure.printed).unit;
    return unit ? [{ text: unit, place: figure.place }] : [];
  });
  return units.every(({ text }) => text === units[0]?.text) ? (units[0] ?? null) : null;
}

/** Figures under heads that are none of the known ones. */
function readOthers(row: RowReader, { head, report }: Under): Indicator["others"] {
  return head.columns.flatMap((column) => {
    const cell = column.meaning === "unknown" || column.meaning === "note" ? row.cellAt(column.column) : null;
    if (!cell || cell.column !== column.column || readPrintedNumber(cellText(cell)).kind !== "number") return [];
    const place = row.placeOf(column.column);
    return [{ heading: column.text, figure: readFigure(cellText(cell), null, { place, problem: report.problem }) }];
  });
}

function readWeight(row: RowReader, { head, report }: Under): Figure | null {
  const column = head.columns.find((candidate) => candidate.meaning === "weight")?.column;
  const cell = column ? row.cellAt(column) : null;
  if (!cell || !column || oneLine(cellText(cell)) === "") return null;
  return readFigure(cellText(cell), null, { place: row.placeOf(column), problem: report.problem });
}
