import type { Activity, Figure, FigureRow, Indicator, Programme, Rollup } from "../contract.ts";
import type { Address } from "../draft/edit.ts";
import { bareWords, oneLine, readYears } from "../language/words.ts";
import { ANNEXES, type AnnexPart, type TotalAddress } from "./act.ts";

/** A row of figures as an act addresses it; `label` null where the block's own name is the row's. */
export interface UnitRow {
  readonly label: string | null;
  readonly values: Readonly<Record<string, Figure>>;
  readonly addressOf: (key: string) => Address | TotalAddress;
}

/** Cells of words of a block, as the heads of their columns call them. */
export interface UnitField {
  readonly heading: string;
  readonly text: string;
  readonly address: Address;
}

/** What an act names in a table: an activity, an indicator, a block of totals or a line of annex 3. */
export interface Unit {
  readonly part: AnnexPart;
  readonly kind: "activity" | "indicator" | "rollup" | "summary";
  /** Position from 0 in the programme's own list. */
  readonly at: number;
  readonly number: string | null;
  readonly name: string;
  readonly rows: readonly UnitRow[];
  readonly fields: readonly UnitField[];
}

/** Everything in the annexes that has figures, in the order of the document. */
export function listUnits(programme: Programme): readonly Unit[] {
  return [
    ...programme.indicators.map((indicator, at) => describeIndicator(programme, indicator, at)),
    ...programme.activities.map((activity, at) => describeActivity(programme, activity, at)),
    ...programme.rollups.map(describeRollup),
    ...programme.summary.map(describeSummary),
  ];
}

function describeIndicator(programme: Programme, indicator: Indicator, at: number): Unit {
  const heading = headingsOf(programme, "annex1");
  const field = (name: "name" | "unit", meaning: string, usual: string, text: string) => ({
    heading: heading(meaning) ?? usual,
    text,
    address: { of: "indicator" as const, at, field: name },
  });
  const weight: UnitRow = {
    label: null,
    values: indicator.weight ? { weight: indicator.weight } : {},
    addressOf: () => ({ of: "weight", at }),
  };
  const targets: UnitRow = {
    label: null,
    values: indicator.targets.values,
    addressOf: (key) => ({ of: "target", at, key }),
  };
  return {
    part: "annex1",
    kind: "indicator",
    at,
    number: indicator.number,
    name: indicator.name.text,
    rows: [weight, targets],
    fields: [
      field("name", "indicator", "Наименование целевого индикатора", indicator.name.text),
      field("unit", "unit", "Единица измерения", indicator.unit?.text ?? ""),
    ],
  };
}

/** The rows of an activity that are read, in the order in which they are printed. */
export function activityRows(activity: Activity): readonly FigureRow[] {
  return [activity.quantity, activity.unitCost, activity.cost, ...activity.sources].flatMap((row) => row ?? []);
}

function describeActivity(programme: Programme, activity: Activity, at: number): Unit {
  const heading = headingsOf(programme, "annex2");
  const field = (name: "name" | "unit" | "executors" | "expectedResult", head: string, text: string | undefined) => ({
    heading: head,
    text: text ?? "",
    address: { of: "activity" as const, at, field: name },
  });
  return {
    part: "annex2",
    kind: "activity",
    at,
    number: activity.number,
    name: activity.name.text,
    rows: activityRows(activity).map((row) => ({
      label: row.label.text,
      values: row.values,
      addressOf: (key) => ({ of: "figure", at, kind: row.kind, key }),
    })),
    fields: [
      field("name", heading("activity") ?? "Наименование мероприятия", activity.name.text),
      field("unit", heading("unit") ?? "Единица измерения", activity.quantity?.unit?.text),
      field("executors", heading("executor") ?? "Ответственный исполнитель", activity.executorText?.text),
      field("expectedResult", heading("result") ?? "Ожидаемый результат", activity.expectedResult?.text),
    ],
  };
}

function describeRollup(rollup: Rollup, at: number): Unit {
  return {
    part: "annex2",
    kind: "rollup",
    at,
    number: null,
    name: rollup.rows[0]?.label.text ?? "",
    rows: rollup.rows.map((row) => ({
      label: row.label.text,
      values: row.values,
      addressOf: (key) => ({ of: "rollup", at, kind: row.kind, key }),
    })),
    fields: [],
  };
}

function describeSummary(row: FigureRow, at: number): Unit {
  const addressOf = (key: string): TotalAddress => ({ of: "summary", at, kind: row.kind, key });
  const rows = [{ label: null, values: row.values, addressOf }];
  return { part: "annex3", kind: "summary", at, number: null, name: row.label.text, rows, fields: [] };
}

/** What the head of an annex calls the column of a meaning: its lowest words. */
function headingsOf(programme: Programme, part: AnnexPart): (meaning: string) => string | null {
  const columns = programme.heads.filter((head) => head.part === part).flatMap((head) => head.columns);
  return (meaning) => {
    const column = columns.find((candidate) => candidate.meaning === meaning);
    return column ? lowest(column.text) || null : null;
  };
}

function lowest(text: string): string {
  return oneLine(text.split(" / ").at(-1) ?? "");
}

/** The column of a figure as its annex prints it: «2025 год», «итого», «Значение весового коэффициента». */
export function nameColumn(programme: Programme, part: AnnexPart, key: string): string {
  const heading = headingsOf(programme, part);
  if (key === "weight") return heading("weight") ?? "Весовой коэффициент";
  if (key === "total") return heading("total") ?? "итого";
  if (key === "base") return "базовое значение";
  const columns = programme.heads.filter((head) => head.part === part).flatMap((head) => head.columns);
  const names = columns.map((column) => lowest(column.text));
  return names.find((name) => readYears(name).length === 1 && readYears(name)[0] === Number(key)) ?? `${key} год`;
}

/** The key of a column named in an act, or null. */
export function readColumnKey(name: string, columns: readonly string[]): string | null {
  const words = bareWords(name);
  const years = readYears(name);
  if (years.length === 1) return String(years[0]);
  if (/^(?:итого|всего)/.test(words)) return "total";
  if (/весов|^вес(?: |$)/.test(words)) return "weight";
  if (/базов|исходн|отчетн/.test(words)) return "base";
  return columns.find((column) => bareWords(column) === words) ?? null;
}

/** The number that a programme prints on an annex, from 1. */
export function annexNumber(programme: Programme, part: AnnexPart): number {
  const before = programme.partTexts.find((text) => text.part === part)?.before ?? [];
  for (const { text } of before) {
    const number = /^приложение\s*(?:№|N)?\s*(\d{1,2})(?!\d)/i.exec(oneLine(text))?.[1];
    if (number) return Number(number);
  }
  return ANNEXES.indexOf(part) + 1;
}
