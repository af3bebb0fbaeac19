import type { Activity, Figure, FigureKind, FigureRow, Indicator, Place, Programme, Words } from "../contract.ts";
import type { Edit, LineList } from "./edit.ts";
import { readNumbering, renumber } from "./numbering.ts";
import { firstRowOf, lastRowOf, moveRows, shiftRows } from "./rows.ts";

type Insert = Extract<Edit, { do: "insert" }>;
type Move = Extract<Edit, { do: "move" }>;
type Line = Indicator | Activity;

/** The programme with a line put in; numbers follow where they were regular. */
export function insertLine(programme: Programme, edit: Insert): Programme {
  const lines: readonly Line[] = programme[edit.list];
  const at = Math.min(Math.max(edit.at, 0), lines.length);
  const line = edit.line ?? makeLine(programme, { ...edit, at });
  const own = edit.line !== undefined && edit.objective === null;
  const placed = own ? line : underObjective(programme, edit.list, line, edit.objective);
  return renumberLines(programme, putLine(programme, { list: edit.list, at, line: placed }), edit.list);
}

export function removeLine(programme: Programme, { list, at }: { list: LineList; at: number }): Programme {
  return renumberLines(programme, takeLine(programme, list, at), list);
}

export function moveLine(programme: Programme, edit: Move): Programme {
  const { list, from, to, objective } = edit;
  const line = programme[list][from];
  if (!line) return programme;
  const taken = takeLine(programme, list, from);
  const next = objective === undefined ? line : underObjective(programme, list, line, objective);
  const at = Math.min(Math.max(to, 0), taken[list].length);
  return renumberLines(programme, putLine(taken, { list, at, line: next }), list);
}

function takeLine(programme: Programme, list: LineList, at: number): Programme {
  const lines: readonly Line[] = programme[list];
  return { ...programme, [list]: lines.toSpliced(at, 1) };
}

interface Put {
  readonly list: LineList;
  readonly at: number;
  readonly line: Line;
}

/** Makes room for the line's rows among the rows of its table, so that no two stand at one place. */
function putLine(programme: Programme, { list, at, line }: Put): Programme {
  const lines: readonly Line[] = programme[list];
  const [previous, next] = [lines[at - 1], lines[at]];
  const neighbour = previous && (!next || previous.objective === line.objective) ? previous : next;
  const where = neighbour?.name.place;
  const start = neighbour === previous ? lastRowOf(previous) + 1 : firstRowOf(next);
  const height = Math.max(1, lastRowOf(line) - firstRowOf(line) + 1);
  const shifted = where ? shiftRows(programme, { place: where, from: start, by: height }) : programme;
  const placed = where ? moveRows(line, { table: where.table, by: start - firstRowOf(line) }) : line;
  const all: readonly Line[] = shifted[list];
  return { ...shifted, [list]: all.toSpliced(at, 0, placed) };
}

function renumberLines(before: Programme, after: Programme, list: LineList): Programme {
  const lines: readonly Line[] = after[list];
  return { ...after, [list]: renumber(lines, readNumbering(before[list])) };
}

function underObjective(programme: Programme, list: LineList, line: Line, position: number | null): Line {
  const objectives = list === "indicators" ? programme.indicatorObjectives : programme.activityObjectives;
  const objective = position === null ? null : objectives[position];
  if (!objective) return { ...line, objective: null };
  return { ...line, objective: objective.number, goal: objective.goal, subprogramme: objective.subprogramme };
}

/** The position of a line's objective, as an edit names it. */
export function objectiveOf(programme: Programme, list: LineList, line: Line): number | null {
  const objectives = list === "indicators" ? programme.indicatorObjectives : programme.activityObjectives;
  const at = objectives.findIndex(
    (one) =>
      one.number === line.objective &&
      (line.goal === null || one.goal === line.goal) &&
      one.subprogramme === line.subprogramme,
  );
  return at < 0 ? null : at;
}

/** A new line in the form of its neighbour: the same rows, labels and units, no figures yet. */
function makeLine(programme: Programme, { list, at, name }: Insert): Line {
  const lines: readonly Line[] = programme[list];
  const model = lines[at - 1] ?? lines[at];
  const place: Place = model?.name.place ?? {
    part: list === "indicators" ? "annex1" : "annex2",
    table: null,
    row: null,
    column: null,
    text: name,
  };
  const words: Words = { text: name.trim(), place: { ...place, text: name.trim() } };
  if (list === "indicators") return makeIndicator(programme, words, model as Indicator | undefined);
  return makeActivity(programme, words, model as Activity | undefined);
}

function makeIndicator({ years }: Programme, name: Words, model: Indicator | undefined): Indicator {
  return {
    number: "",
    goal: null,
    subprogramme: null,
    objective: null,
    name,
    unit: null,
    weight: model?.weight ? clearFigure(model.weight) : null,
    targets: model ? { ...clearRow(model.targets), label: name } : makeRow({ kind: "target", label: "", years }, name),
    others: (model?.others ?? []).map(({ heading, figure }) => ({ heading, figure: clearFigure(figure) })),
    notes: (model?.notes ?? []).map(({ heading, text }) => ({ heading, text: { ...text, text: "" } })),
  };
}

function makeActivity({ years, summary }: Programme, name: Words, model: Activity | undefined): Activity {
  const kinds = summary.filter((row) => row.kind !== "cost");
  const total = years;
  const rowFor = (kind: FigureKind, label: string) => makeRow({ kind, label, years: total }, name);
  return {
    number: model?.number == null ? null : "",
    goal: model?.goal ?? 1,
    subprogramme: null,
    objective: null,
    name,
    quantity: model ? clearRow(model.quantity) : rowFor("quantity", "Количество"),
    unitCost: model ? clearRow(model.unitCost) : rowFor("unitCost", "Стоимость единицы"),
    cost: model ? clearRow(model.cost) : rowFor("cost", "Сумма затрат"),
    sources: model ? model.sources.map((row) => clearRow(row)) : kinds.map((row) => rowFor(row.kind, row.label.text)),
    repeated: [],
    executorText: null,
    executors: [],
    expectedResult: null,
    notes: [],
  };
}

function makeRow(
  { kind, label, years }: { kind: FigureKind; label: string; years: readonly number[] },
  name: Words,
): FigureRow {
  const isMoney = kind !== "quantity" && kind !== "target";
  const keys = [...years.map(String), ...(kind === "target" ? [] : ["total"])];
  return {
    kind,
    label: { ...name, text: label },
    unit: isMoney ? { ...name, text: "тыс. руб." } : null,
    values: Object.fromEntries(keys.map((key) => [key, { value: null, printed: "", place: name.place }])),
  };
}

function clearRow<Row extends FigureRow | null>(row: Row): Row {
  if (!row) return row;
  const values = Object.entries(row.values).map(([key, figure]) => [key, clearFigure(figure)] as const);
  return { ...row, values: Object.fromEntries(values) };
}

function clearFigure(figure: Figure): Figure {
  return { ...figure, value: null, printed: "" };
}
