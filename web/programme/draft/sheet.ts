import type {
  Activity,
  Figure,
  FigureRow,
  Indicator,
  Place,
  Programme,
  Rollup,
} from "../../../src/programme/contract.ts";
import type { Address } from "../../../src/programme/draft/edit.ts";
import { disagrees, isCounted, type TotalAddress } from "../../../src/programme/draft/written-totals.ts";
import { oneLine } from "../../ui/typography.ts";

/** A cell of a sheet: what stands there, where it lives, and whether it is counted from others. */
export interface SheetCell {
  readonly text: string;
  /** Null where nothing can be typed. */
  readonly address: Address | null;
  readonly kind: "figure" | "words";
  readonly isTotal: boolean;
  readonly place: Place | null;
}

export interface SheetRow {
  readonly key: string;
  readonly kind: "heading" | "line" | "figures" | "total";
  /** Which line of the programme it belongs to, from 0; null for headings and totals. */
  readonly at: number | null;
  /** What a listener hears of the row: «Конкурс …, местный бюджет, тыс. руб.». */
  readonly label: string;
  /** The first cell is the row's name. */
  readonly cells: readonly (SheetCell | null)[];
}

export interface SheetColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: "name" | "figure" | "words" | "short";
}

export interface Sheet {
  readonly list: "activities" | "indicators";
  readonly columns: readonly SheetColumn[];
  readonly rows: number;
  readonly row: (index: number) => SheetRow;
}

export interface SheetWords {
  readonly name: string;
  readonly total: string;
  readonly executors: string;
  readonly result: string;
  readonly number: string;
  readonly unit: string;
  readonly weight: string;
  readonly base: string;
  /** Heads the rows of annex 3. */
  readonly summary: string;
  readonly objective: (number: number | string) => string;
}

/** What a row of a sheet shows; made into cells only when it is looked at. */
type Source =
  | { readonly of: "objective"; readonly number: number | null; readonly name: string }
  | { readonly of: "activity"; readonly at: number }
  | { readonly of: "row"; readonly at: number; readonly row: number }
  | { readonly of: "rollup"; readonly at: number; readonly row: number }
  | { readonly of: "annex3" }
  | { readonly of: "summary"; readonly row: number }
  | { readonly of: "indicator"; readonly at: number };

/** Annex 2: each activity is a line with its rows below; totals stand where the document has them, and are typed only where they disagree. */
export function makeActivitySheet(programme: Programme, words: SheetWords): Sheet {
  const keys = [...programme.years.map(String), "total"];
  const sources = listActivitySources(programme);
  const columns: SheetColumn[] = [
    { key: "name", title: words.name, kind: "name" },
    ...keys.map((key) => ({ key, title: key === "total" ? words.total : key, kind: "figure" as const })),
    { key: "executors", title: words.executors, kind: "words" },
    { key: "result", title: words.result, kind: "words" },
  ];
  const row = (index: number) => makeRow(sources[index], { programme, keys, words });
  return { list: "activities", columns, rows: sources.length, row };
}

export function makeIndicatorSheet(programme: Programme, words: SheetWords): Sheet {
  const keys = indicatorKeys(programme);
  const hasWeights = programme.indicators.some((indicator) => indicator.weight);
  const columns: SheetColumn[] = [
    { key: "name", title: words.name, kind: "name" },
    { key: "number", title: words.number, kind: "short" },
    { key: "unit", title: words.unit, kind: "short" },
    ...(hasWeights ? [{ key: "weight", title: words.weight, kind: "figure" as const }] : []),
    ...keys.map((key) => ({ key, title: key === "base" ? words.base : key, kind: "figure" as const })),
  ];
  const sources = listIndicatorSources(programme);
  const row = (index: number) => {
    const source = sources[index];
    if (source?.of !== "indicator") return makeRow(source, { programme, keys: columns.slice(1).map(() => ""), words });
    const indicator = programme.indicators[source.at];
    return indicator ? indicatorRow(indicator, source.at, columns) : EMPTY;
  };
  return { list: "indicators", columns, rows: sources.length, row };
}

function indicatorKeys(programme: Programme): readonly string[] {
  const printed = new Set(programme.indicators.flatMap((indicator) => Object.keys(indicator.targets.values)));
  return [...(printed.has("base") ? ["base"] : []), ...[...printed].filter((key) => /^\d{4}$/.test(key)).sort()];
}

function listActivitySources(programme: Programme): readonly Source[] {
  const sources: Source[] = [];
  let above: string | null = null;
  programme.activities.forEach((activity, at) => {
    const here = `${activity.subprogramme}/${activity.goal}/${activity.objective}`;
    if (here !== above) {
      if (above !== null) sources.push(...rollupsAfter(programme, programme.activities[at - 1], activity));
      sources.push(objectiveSource(programme, activity));
    }
    above = here;
    sources.push({ of: "activity", at });
    for (let row = 0; row < figureRows(activity).length; row++) sources.push({ of: "row", at, row });
  });
  return [
    ...sources,
    ...rollupsAfter(programme, programme.activities.at(-1), undefined),
    ...listSummarySources(programme),
  ];
}

/** Annex 3 is counted from the activities; its rows that disagree with them are shown, to be put right. */
function listSummarySources(programme: Programme): readonly Source[] {
  const wrong = programme.summary.flatMap((row, at): Source[] => {
    const keys = Object.keys(row.values);
    return keys.some((key) => disagrees(programme, { of: "summary", kind: row.kind, key }))
      ? [{ of: "summary", row: at }]
      : [];
  });
  return wrong.length > 0 ? [{ of: "annex3" }, ...wrong] : [];
}

/** The totals that end where one activity's objective gives way to another's; goals and the whole at their last activity. */
function rollupsAfter(programme: Programme, last: Activity | undefined, next: Activity | undefined): readonly Source[] {
  if (!last) return [];
  const ends = (rollup: Rollup) => {
    if (rollup.of === "programme") return !next;
    if (rollup.of === "subprogramme")
      return rollup.number === last.subprogramme && next?.subprogramme !== last.subprogramme;
    if (rollup.of === "goal")
      return rollup.number === last.goal && (next?.goal !== last.goal || next.subprogramme !== last.subprogramme);
    return rollup.number === last.objective && (rollup.goal ?? last.goal) === last.goal;
  };
  return programme.rollups.flatMap((rollup, at) =>
    ends(rollup) && rollup.subprogramme === (rollup.of === "subprogramme" ? rollup.subprogramme : last.subprogramme)
      ? rollup.rows.map((_, row): Source => ({ of: "rollup", at, row }))
      : [],
  );
}

function listIndicatorSources(programme: Programme): readonly Source[] {
  const sources: Source[] = [];
  let above: number | null | undefined;
  programme.indicators.forEach((indicator, at) => {
    if (indicator.objective !== above) sources.push(objectiveSource(programme, indicator));
    above = indicator.objective;
    sources.push({ of: "indicator", at });
  });
  return sources;
}

function objectiveSource(programme: Programme, line: Activity | Indicator): Source {
  const printed = [...programme.activityObjectives, ...programme.indicatorObjectives, ...programme.sectionObjectives];
  const found = printed.find((one) => one.number === line.objective && (line.goal === null || one.goal === line.goal));
  return { of: "objective", number: line.objective, name: oneLine(found?.name.text ?? "") };
}

/** The rows of an activity that a sheet shows, in the order of the block. */
export function figureRows(activity: Activity): readonly FigureRow[] {
  return [activity.quantity, activity.unitCost, activity.cost, ...activity.sources].filter((row) => row !== null);
}

const EMPTY: SheetRow = { key: "", kind: "heading", at: null, label: "", cells: [] };

interface Making {
  readonly programme: Programme;
  readonly keys: readonly string[];
  readonly words: SheetWords;
}

function makeRow(source: Source | undefined, making: Making): SheetRow {
  const { programme, keys, words } = making;
  if (!source) return EMPTY;
  if (source.of === "objective") {
    const label = source.number === null ? source.name : `${words.objective(source.number)}. ${source.name}`;
    return headingRow(`o${source.number}-${source.name}`, label);
  }
  if (source.of === "activity") return activityRow(programme.activities[source.at], source.at, keys);
  if (source.of === "row") return figureRow(programme, source, keys);
  if (source.of === "annex3") return headingRow("annex3", words.summary);
  if (source.of === "rollup") {
    const row = programme.rollups[source.at]?.rows[source.row];
    return totalRow(row, { ...making, key: `t${source.at}-${source.row}`, of: { of: "rollup", at: source.at } });
  }
  if (source.of === "summary")
    return totalRow(programme.summary[source.row], { ...making, key: `s${source.row}`, of: { of: "summary" } });
  return EMPTY;
}

function headingRow(key: string, label: string): SheetRow {
  return { key, kind: "heading", at: null, label, cells: [fixed(label)] };
}

function fixed(text: string): SheetCell {
  return { text, address: null, kind: "words", isTotal: false, place: null };
}

function activityRow(activity: Activity | undefined, at: number, keys: readonly string[]): SheetRow {
  if (!activity) return EMPTY;
  const name = oneLine(activity.name.text);
  const words = (field: "name" | "executors" | "expectedResult", text: string, place: Place | null): SheetCell => ({
    text,
    address: { of: "activity", at, field },
    kind: "words",
    isTotal: false,
    place,
  });
  return {
    key: `a${at}`,
    kind: "line",
    at,
    label: name,
    cells: [
      words("name", activity.name.text, activity.name.place),
      ...keys.map(() => null),
      words("executors", activity.executorText?.text ?? "", activity.executorText?.place ?? null),
      words("expectedResult", activity.expectedResult?.text ?? "", activity.expectedResult?.place ?? null),
    ],
  };
}

function figureRow(
  programme: Programme,
  { at, row: index }: { at: number; row: number },
  keys: readonly string[],
): SheetRow {
  const activity = programme.activities[at];
  const row = activity && figureRows(activity)[index];
  if (!row) return EMPTY;
  const cell = (key: string): SheetCell | null => {
    const figure = row.values[key];
    if (!figure) return null;
    const address = { of: "figure", at, kind: row.kind, key } as const;
    return isCounted(programme, address) ? totalCell(programme, figure, address) : figureCell(figure, address, false);
  };
  const label = labelOf(row);
  return {
    key: `a${at}-${index}`,
    kind: "figures",
    at,
    label: `${oneLine(activity.name.text)}, ${label}`,
    cells: [{ ...fixed(label), place: row.label.place }, ...keys.map(cell), null, null],
  };
}

/** A total is typed only where it disagrees with what it adds up. */
function totalCell(programme: Programme, figure: Figure, address: TotalAddress): SheetCell {
  return figureCell(figure, disagrees(programme, address) ? address : null, true);
}

interface TotalMaking extends Making {
  readonly key: string;
  readonly of: { readonly of: "rollup"; readonly at: number } | { readonly of: "summary" };
}

function totalRow(row: FigureRow | undefined, { programme, keys, key: name, of }: TotalMaking): SheetRow {
  if (!row) return EMPTY;
  const label = labelOf(row);
  const cells = keys.map((key) => {
    const figure = row.values[key];
    return figure ? totalCell(programme, figure, { ...of, kind: row.kind, key }) : null;
  });
  return {
    key: name,
    kind: "total",
    at: null,
    label,
    cells: [{ ...fixed(label), place: row.label.place }, ...cells, null, null],
  };
}

function figureCell(figure: Figure, address: Address | null, isTotal: boolean): SheetCell {
  return { text: figure.printed.trim(), address, kind: "figure", isTotal, place: figure.place };
}

function indicatorRow(indicator: Indicator, at: number, columns: readonly SheetColumn[]): SheetRow {
  const name = oneLine(indicator.name.text);
  const cells = columns.map(({ key }): SheetCell | null => {
    const field = (["name", "number", "unit"] as const).find((one) => one === key);
    if (field) {
      const text = { name: indicator.name.text, number: indicator.number, unit: indicator.unit?.text ?? "" }[field];
      const place = field === "unit" ? (indicator.unit?.place ?? null) : field === "name" ? indicator.name.place : null;
      return { text, address: { of: "indicator", at, field }, kind: "words", isTotal: false, place };
    }
    if (key === "weight") return indicator.weight ? figureCell(indicator.weight, { of: "weight", at }, false) : null;
    const figure = indicator.targets.values[key];
    return figure ? figureCell(figure, { of: "target", at, key }, false) : null;
  });
  return { key: `i${at}`, kind: "line", at, label: name, cells };
}

function labelOf(row: FigureRow): string {
  return [row.label.text, row.unit?.text]
    .flatMap((text) => (text ? [oneLine(text).replace(/[,:;]$/, "")] : []))
    .join(", ");
}
