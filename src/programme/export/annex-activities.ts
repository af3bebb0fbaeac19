import type { Activity, FigureRow, Programme, Rollup, Words } from "../contract.ts";
import { readTotal } from "../import/index.ts";
import { readBareKind } from "../language/vocabulary.ts";
import { oneLine, splitNumber } from "../language/words.ts";
import { adoptHead, type Column, makeHeadRows, orderKeys, ownHead } from "./columns.ts";
import { figureColumns, noteColumns } from "./columns-usual.ts";
import { headingText } from "./headings.ts";
import { activityRows, rowLabel } from "./labels.ts";
import { figureCell, type LaidCell, type LaidRow, type LaidTable, makeLaidTable } from "./laid.ts";
import {
  type Heading,
  headsItself,
  orderHeadings,
  placeLines,
  placeRollups,
  subprogrammesOf,
} from "./outline-order.ts";

/** Annex 2: headings as rows across the table, each activity as a block of rows with its name, executor and result merged, totals below. */
export function layOutActivities(programme: Programme): LaidTable {
  const columns = activityColumns(programme);
  const headRows = makeHeadRows(columns);
  const headings: Heading[] = [];
  const rows = orderActivities(programme).flatMap((entry): LaidRow[] => {
    if (entry.entry === "line") return makeBlock(entry.line, columns);
    if (entry.entry === "rollup") return makeTotal(entry.rollup, columns);
    headings.push(entry);
    return [{ cells: [{ text: headingText(entry, headings.slice(0, -1)), columnSpan: columns.length }] }];
  });
  return makeLaidTable(columns, headRows, rows);
}

/** Headings, activities and totals of annex 2 in the order of the page. */
export function orderActivities(programme: Programme) {
  const headings = orderHeadings({
    subprogrammes: subprogrammesOf(programme, "annex2"),
    goals: programme.activityGoals,
    objectives: programme.activityObjectives,
  });
  const placed = placeLines(
    headings,
    programme.activities,
    (line, standing) =>
      line.subprogramme === standing.subprogramme &&
      line.goal === (standing.goal ?? 1) &&
      line.objective === standing.objective,
  );
  return placeRollups(placed, programme.rollups);
}

function activityColumns(programme: Programme): Column[] {
  const own = ownHead(programme, "annex2");
  const { activities, rollups } = programme;
  const rows = [...activities.flatMap(activityRows), ...rollups.flatMap((rollup) => rollup.rows)];
  const apart =
    own.some(({ meaning }) => meaning === "number") ||
    activities.some((one) => !numberReads(one.number, one.name.text));
  const words = (meaning: Column["meaning"], text: string, width: number) => ({
    meaning,
    key: null,
    texts: [text],
    width,
  });
  const keys = orderKeys(rows);
  // A column that the document does not have is added only for words that must stand somewhere.
  const said = (meaning: Column["meaning"], of: (activity: Activity) => Words | null) =>
    own.length === 0 || own.some((column) => column.meaning === meaning) || activities.some((one) => of(one) !== null);
  const usual: Column[] = [
    ...(apart ? [words("number", "№ п/п", 5)] : []),
    words("activity", "Наименование мероприятия", 17),
    words("label", "Наименование показателя", 12),
    words("unit", "Единица измерения", 10),
    ...figureColumns(keys.length > 0 ? keys : programme.years.map(String), { programme, above: "Значение показателя" }),
    ...(said("executor", ({ executorText }) => executorText)
      ? [words("executor", "Ответственный исполнитель", 14)]
      : []),
    ...(said("result", ({ expectedResult }) => expectedResult) ? [words("result", "Ожидаемый результат", 15)] : []),
    ...noteColumns(activities.flatMap(({ notes }) => notes.map(({ heading }) => heading))),
  ];
  return adoptHead(usual, own);
}

/** Whether «1.1. Name» reads back as its number and name. */
export function numberReads(number: string | null, name: string): boolean {
  const text = oneLine(name);
  const read = splitNumber(number === null ? text : `${number}. ${text}`);
  return read.number === number && read.rest === text;
}

export function numberedName(number: string | null, name: string, columns: readonly Column[]): string {
  const apart = number === null || columns.some(({ meaning }) => meaning === "number");
  return apart ? oneLine(name) : `${number}. ${oneLine(name)}`;
}

function makeBlock(activity: Activity, columns: readonly Column[]): LaidRow[] {
  const rows = activityRows(activity);
  const count = rows.length;
  const merged = (text: string, row: number): LaidCell[] => (row === 0 ? [{ text, rowSpan: count }] : []);
  return rows.map((row, at) => ({
    origin: { of: "activity", activity, row },
    cells: columns.flatMap((column): LaidCell[] => {
      if (column.key !== null) return [figureCell(row, column.key)];
      if (column.meaning === "label") return [{ text: rowLabel(row) }];
      if (column.meaning === "unit") return [{ text: unitText(row), align: "center" }];
      if (column.meaning === "note") return noteCells(activity, column, { at, count });
      return merged(wordsUnder(activity, column, columns), at);
    }),
  }));
}

function wordsUnder(activity: Activity, { meaning }: Column, columns: readonly Column[]): string {
  if (meaning === "number") return activity.number ?? "";
  if (meaning === "activity") return numberedName(activity.number, activity.name.text, columns);
  if (meaning === "executor") return activity.executorText?.text ?? "";
  return meaning === "result" ? (activity.expectedResult?.text ?? "") : "";
}

/** The notes of an activity under one head stand one to a row, the last beside all rows that are left. */
function noteCells({ notes }: Activity, { texts }: Column, { at, count }: { at: number; count: number }): LaidCell[] {
  const own = notes.filter(({ heading }) => heading === texts.join(" / "));
  const last = Math.max(0, Math.min(own.length, count) - 1);
  if (at > last) return [];
  return [{ text: own[at]?.text.text ?? "", rowSpan: at === last ? count - at : 1 }];
}

function unitText({ unit }: FigureRow): string {
  return oneLine(unit?.text ?? "");
}

const TOTALS: Readonly<Record<Rollup["of"], (number: number) => string>> = {
  objective: (number) => `Итого затрат на решение задачи ${number}`,
  goal: (number) => `Итого затрат на достижение цели ${number}`,
  subprogramme: (number) => `Итого по подпрограмме ${number}`,
  programme: () => "Всего по программе",
};

/** A total says in its first row whose total it is; in the document's words where these say it, else in the usual ones. */
function makeTotal(rollup: Rollup, columns: readonly Column[]): LaidRow[] {
  const rows = [...rollup.rows, ...rollup.repeated];
  return rows.map((row, at) => {
    const names = at === 0 ? nameTotal(rollup, row) : nameSource(row);
    return {
      origin: { of: "rollup", rollup, row },
      cells: makeTotalCells(row, { columns, names }),
    };
  });
}

interface RowNames {
  readonly name: string;
  readonly label: string;
}

function nameTotal(rollup: Rollup, row: FigureRow): RowNames {
  const text = oneLine(row.label.text);
  const said = readTotal(text);
  const saysOwner = said !== null && said.of === rollup.of && (said.number === null || said.number === rollup.number);
  const saysSum = row.kind === "cost" && (readBareKind(text) ?? "cost") === "cost";
  if (saysSum && (saysOwner || headsItself(rollup))) return { name: text, label: "" };
  return { name: TOTALS[rollup.of](rollup.number), label: rowLabel(row) };
}

function nameSource(row: FigureRow): RowNames {
  const text = rowLabel(row);
  const bare = readBareKind(text) === row.kind && readTotal(text) === null;
  return bare ? { name: text, label: "" } : { name: "", label: text };
}

function makeTotalCells(
  row: FigureRow,
  { columns, names }: { columns: readonly Column[]; names: RowNames },
): LaidCell[] {
  const from = columns.findIndex(({ meaning }) => meaning === "activity" || meaning === "number");
  const label = columns.findIndex(({ meaning }) => meaning === "label");
  const across = names.label === "" && columns.slice(from, label).every((column) => NAMING.has(column.meaning));
  return columns.flatMap((column, at): LaidCell[] => {
    if (across && at > from && at <= label) return [];
    if (across && at === from) return [{ text: names.name, columnSpan: label - from + 1 }];
    if (column.key !== null) return [figureCell(row, column.key)];
    if (column.meaning === "unit") return [{ text: unitText(row), align: "center" }];
    if (column.meaning === "label") return [{ text: names.label }];
    if (column.meaning === "activity") return [{ text: names.name }];
    if (column.meaning === "number") return [{ text: "" }];
    return [{ text: "х", align: "center" }];
  });
}

const NAMING: ReadonlySet<Column["meaning"]> = new Set(["number", "activity"]);
