import { cellText } from "../../office/tree.ts";
import type { Goal, Indicator, Objective, Words } from "../contract.ts";
import { readPrintedNumber } from "../language/number.ts";
import { oneLine, splitNumber } from "../language/words.ts";
import { type RowReader, readFigure, readFigureRow, readRows } from "./cells.ts";
import type { Head } from "./head.ts";
import type { PartTable } from "./parts.ts";
import type { ReadingReport } from "./report.ts";

export interface IndicatorTable {
  readonly goals: Goal[];
  readonly objectives: Objective[];
  readonly indicators: Indicator[];
}

/** Annex 1: goals and objectives as rows or first cells, an indicator in each row that names one. */
export function readIndicators({ table, head }: PartTable, report: ReadingReport): IndicatorTable {
  const found: IndicatorTable = { goals: [], objectives: [], indicators: [] };
  if (!head) return found;
  for (const row of readRows("annex1", table, { head, from: head.rows + 1 })) {
    const heading = row.spanning
      ? placed(row, oneLine(cellText(row.spanning)), row.spanning.column)
      : row.words("goal");
    if (heading) readHeading(heading, found);
    const name = row.spanning ? null : row.words("indicator");
    if (name) found.indicators.push(readIndicator(row, name, { head, found, report }));
    else if (!heading && row.text !== "")
      report.add("not-understood", row.placeOf(), { variant: "row", found: row.text });
    else if (heading && row.spanning && !isHeading(heading.text))
      report.add("not-understood", heading.place, { variant: "row", found: heading.text });
  }
  return found;
}

function placed(row: RowReader, text: string, column: number): Words {
  return { text, place: row.placeOf(column) };
}

const GOAL = /^(?:\d+[.)]*\s*)?Цель\s*(\d+)?\s*[:.]?\s*/i;
const OBJECTIVE = /^(?:[\d.]+[.)]*\s*)?Задача\s*(\d+)?\s*[:.]?\s*/i;

function isHeading(text: string): boolean {
  return GOAL.test(text) || OBJECTIVE.test(text);
}

/** Adds a «Цель …» or «Задача N: …» to what was found; anything else is left alone. */
export function readHeading(
  heading: Words,
  found: { goals: Goal[]; objectives: Objective[] },
): "goal" | "objective" | null {
  const goal = GOAL.exec(heading.text);
  const objective = OBJECTIVE.exec(heading.text);
  if (goal) {
    const number = Number(goal[1] ?? found.goals.length + 1);
    found.goals.push({ number, subprogramme: null, name: { ...heading, text: heading.text.slice(goal[0].length) } });
    return "goal";
  }
  if (!objective) return null;
  const number = Number(objective[1] ?? found.objectives.length + 1);
  const name = { ...heading, text: heading.text.slice(objective[0].length) };
  found.objectives.push({ number, goal: found.goals.at(-1)?.number ?? 1, subprogramme: null, name });
  return "objective";
}

function readIndicator(
  row: RowReader,
  name: Words,
  from: { head: Head; found: IndicatorTable; report: ReadingReport },
): Indicator {
  const { number, rest } = splitNumber(name.text);
  const label = { ...name, text: rest };
  const unit = row.words("unit");
  const weight = figureUnder(row, "weight", from);
  return {
    number: number ?? String(from.found.indicators.length + 1),
    goal: from.found.goals.at(-1)?.number ?? null,
    subprogramme: null,
    notes: [],
    objective: from.found.objectives.at(-1)?.number ?? null,
    name: label,
    unit,
    weight,
    targets: readFigureRow(row, { kind: "target", label, unit: null }, from.report.problem),
    others: from.head.columns.flatMap((column) => {
      const cell = column.meaning === "unknown" || column.meaning === "note" ? row.cellAt(column.column) : null;
      if (!cell || readPrintedNumber(cellText(cell)).kind !== "number") return [];
      const place = row.placeOf(column.column);
      return [
        { heading: column.text, figure: readFigure(cellText(cell), null, { place, problem: from.report.problem }) },
      ];
    }),
  };
}

function figureUnder(row: RowReader, meaning: "weight", from: { head: Head; report: ReadingReport }) {
  const column = from.head.columns.find((candidate) => candidate.meaning === meaning)?.column;
  const cell = column ? row.cellAt(column) : null;
  if (!cell || !column || oneLine(cellText(cell)) === "") return null;
  return readFigure(cellText(cell), null, { place: row.placeOf(column), problem: from.report.problem });
}
