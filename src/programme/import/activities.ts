import type { Cell, Table } from "../../office/tree.ts";
import type { Activity, FigureRow, Goal, Objective, Rollup, Words } from "../contract.ts";
import { SOURCES } from "../contract.ts";
import { readRowKind } from "../language/vocabulary.ts";
import { oneLine, splitNumber } from "../language/words.ts";
import { type RowReader, readFigureRow, readRows } from "./cells.ts";
import type { Head } from "./head.ts";
import { readHeading } from "./indicators.ts";
import type { PartTable } from "./parts.ts";
import type { ReadingReport } from "./report.ts";

export interface ActivityTable {
  readonly goals: Goal[];
  readonly objectives: Objective[];
  readonly activities: Activity[];
  readonly rollups: Rollup[];
}

/** Annex 2: objectives as rows across the table, activities as blocks of rows, totals after them; nested tables continue the same stream. */
export function readActivities({ table, head }: PartTable, report: ReadingReport): ActivityTable {
  const reader = new ActivityReader(report);
  if (head) reader.readTable(table, head, head.rows + 1);
  return reader.finish();
}

interface OpenActivity {
  readonly number: string | null;
  readonly goal: number;
  readonly objective: number | null;
  name: Words;
  readonly rows: FigureRow[];
  executor: Words | null;
  result: Words | null;
}

interface OpenRollup {
  readonly of: Rollup["of"];
  readonly number: number;
  readonly rows: FigureRow[];
}

class ActivityReader {
  private readonly found: ActivityTable = { goals: [], objectives: [], activities: [], rollups: [] };
  private readonly report: ReadingReport;
  private activity: OpenActivity | null = null;
  private rollup: OpenRollup | null = null;

  constructor(report: ReadingReport) {
    this.report = report;
  }

  readTable(table: Table, head: Head, from: number): void {
    for (const row of readRows("annex2", table, { head, from })) {
      if (row.spanning) this.readSpanning(row, row.spanning, head);
      else if (row.figureCells().length > 0) this.readFigures(row);
      else if (row.text !== "") this.report.add("not-understood", row.placeOf(), { variant: "row", found: row.text });
    }
  }

  finish(): ActivityTable {
    this.close();
    return this.found;
  }

  /** A cell across the table: headings in its paragraphs, further rows in the tables inside it, in the order of the page. */
  private readSpanning(row: RowReader, cell: Cell, head: Head): void {
    for (const block of cell.blocks) {
      if (block.kind === "table") {
        this.readTable(block, block.columns === head.columns.length ? head : fitHead(head, block.columns), 1);
        continue;
      }
      const text = oneLine(block.text);
      if (text === "") continue;
      this.close();
      const words = { text, place: { ...row.placeOf(cell.column), text: text.slice(0, 300) } };
      if (!readHeading(words, this.found))
        this.report.add("not-understood", words.place, { variant: "row", found: text });
    }
  }

  private readFigures(row: RowReader): void {
    const first = row.words("activity");
    const total = first ? readTotal(first.text) : null;
    const kind = readRowKind((row.words("label") ?? first)?.text ?? "");
    if (total && first) {
      this.close();
      this.rollup = { ...total, number: total.number ?? this.currentNumber(total.of), rows: [] };
      this.rollup.rows.push(this.figures(row, first, "cost"));
    } else if (this.rollup && first && kind && !row.words("label")) {
      this.rollup.rows.push(this.figures(row, first, kind));
    } else {
      this.readActivityRow(row, first, kind);
    }
  }

  private readActivityRow(row: RowReader, name: Words | null, kind: FigureRow["kind"] | null): void {
    const label = row.words("label");
    if (name && (kind === "quantity" || !this.activity)) this.open(row, name);
    else if (name && this.activity) this.continueCell("name", name);
    if (!this.activity || !label || !kind) {
      this.report.add("not-understood", row.placeOf(), { variant: "row", found: row.text });
      return;
    }
    this.activity.rows.push(this.figures(row, label, kind));
    for (const [field, words] of [
      ["executor", row.words("executor")],
      ["result", row.words("result")],
    ] as const) {
      if (!words) continue;
      if (this.activity.rows.length === 1 || this.activity[field] === null) this.activity[field] = words;
      else this.continueCell(field, words);
    }
  }

  private open(row: RowReader, name: Words): void {
    this.close();
    const { number, rest } = splitNumber(name.text);
    const objective = this.found.objectives.at(-1)?.number ?? null;
    const goal = this.found.goals.at(-1)?.number ?? 1;
    const place = { ...name.place, text: row.text };
    this.activity = { number, goal, objective, name: { text: rest, place }, rows: [], executor: null, result: null };
  }

  /** A cell's text that goes on in a later row of the block. */
  private continueCell(field: "name" | "executor" | "result", words: Words): void {
    const before = this.activity?.[field];
    if (!this.activity || !before) return;
    this.report.add("cell-torn", words.place, {
      variant: field,
      found: words.text,
      expected: `${before.text} ${words.text}`,
      related: [before.place],
    });
    this.activity[field] = { ...before, text: `${before.text} ${words.text}` };
  }

  private figures(row: RowReader, label: Words, kind: FigureRow["kind"]): FigureRow {
    const unit = row.words("unit");
    return readFigureRow(row, { kind, label, unit }, this.report.problem);
  }

  private currentNumber(of: Rollup["of"]): number {
    return (of === "goal" ? this.found.goals : this.found.objectives).at(-1)?.number ?? 1;
  }

  private close(): void {
    if (this.rollup) {
      const [rows, repeated] = separateRepeated(this.rollup.rows);
      this.found.rollups.push({
        ...this.rollup,
        goal: this.found.goals.at(-1)?.number ?? null,
        subprogramme: null,
        rows,
        repeated,
      });
    }
    if (this.activity) this.found.activities.push(finishActivity(this.activity));
    this.rollup = null;
    this.activity = null;
  }
}

function finishActivity(open: OpenActivity): Activity {
  const [rows, repeated] = separateRepeated(open.rows);
  const of = (kind: FigureRow["kind"]) => rows.find((row) => row.kind === kind) ?? null;
  return {
    number: open.number,
    goal: open.goal,
    subprogramme: null,
    notes: [],
    objective: open.objective,
    name: open.name,
    quantity: of("quantity"),
    unitCost: of("unitCost"),
    cost: of("cost"),
    sources: rows.filter((row) => (SOURCES as readonly string[]).includes(row.kind)),
    repeated,
    executorText: open.executor,
    executors: open.executor ? splitExecutors(open.executor) : [],
    expectedResult: open.result,
  };
}

function separateRepeated(rows: readonly FigureRow[]): [FigureRow[], FigureRow[]] {
  const first = rows.filter((row, at) => rows.findIndex((other) => other.kind === row.kind) === at);
  return [first, rows.filter((row) => !first.includes(row))];
}

/** Several executors in one cell, parted by semicolons, or by commas where there are none. */
export function splitExecutors(words: Words): Words[] {
  const separator = words.text.includes(";") ? /;/ : /,(?![^«]*»)/;
  return words.text
    .split(separator)
    .map((text) => ({ ...words, text: oneLine(text) }))
    .filter(({ text }) => text !== "");
}

function readTotal(text: string): { of: Rollup["of"]; number: number | null } | null {
  if (!/^(?:итого|всего)/i.test(text)) return null;
  const match = /(задач|цел)[а-я]*\s*№?\s*(\d+)?/i.exec(text);
  const number = match?.[2] ? Number(match[2]) : null;
  return { of: match?.[1]?.toLowerCase() === "задач" ? "objective" : "goal", number };
}

/** A nested table of other width: its columns take the meanings from the right end of the figures' side as far as they go. */
function fitHead(head: Head, columns: number): Head {
  return { ...head, columns: head.columns.slice(0, columns) };
}
