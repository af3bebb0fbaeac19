import type { Millionths } from "../kernel/decimal.ts";
import type { Kopecks } from "../kernel/money.ts";
import {
  type Activity,
  type FigureRow,
  type FundingSource,
  type Indicator,
  type Programme,
  SOURCES,
} from "./contract.ts";

export const LINE_KINDS = ["goal", "objective", "indicator", "activity"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** A line of an edition. `key` names it within this one document: `goal:1`, `objective:1.2` (goal and number), within a subprogramme `goal:2/1` and `objective:2/1.2`, `indicator:3` and `activity:7` (position from 1). */
export interface EditionLine {
  readonly key: string;
  readonly kind: LineKind;
  readonly number: string | null;
  readonly name: string;
}

/** `goal` and `objective` of lines are keys of other lines of the same edition. */
export interface ObjectiveLine extends EditionLine {
  readonly goal: string | null;
}

export interface IndicatorLine extends EditionLine {
  readonly position: number;
  readonly objective: string | null;
  readonly unit: string | null;
  readonly targets: readonly { readonly year: number; readonly value: Millionths }[];
}

export interface ActivityLine extends EditionLine {
  readonly position: number;
  readonly goal: string | null;
  readonly objective: string | null;
  readonly executors: readonly string[];
  readonly expectedResult: string | null;
  readonly quantities: readonly QuantityLine[];
  readonly allocations: readonly AllocationLine[];
}

export interface QuantityLine {
  readonly year: number;
  readonly quantity: Millionths | null;
  readonly unit: string | null;
  readonly unitCost: Kopecks | null;
}

/** «Объём финансирования»: the plan of one activity from one source in one year. */
export interface AllocationLine {
  readonly source: FundingSource;
  readonly year: number;
  readonly kopecks: Kopecks;
}

export interface EditionLines {
  readonly goals: readonly EditionLine[];
  readonly objectives: readonly ObjectiveLine[];
  readonly indicators: readonly IndicatorLine[];
  readonly activities: readonly ActivityLine[];
}

/** The lines that an edition with this content keeps. Annex 2 names goals and objectives first; what it leaves out comes from annex 1. The sections count only where no annex names any: their lists do not say which goal an objective serves. */
export function listEditionLines(programme: Programme): EditionLines {
  const goals = listGoals(programme);
  const objectives = listObjectives(programme, new Set(goals.map((goal) => goal.key)));
  const tree = { goals, objectives };
  return {
    goals,
    objectives,
    indicators: programme.indicators.map((indicator, index) => describeIndicator(indicator, index + 1, tree)),
    activities: programme.activities.map((activity, index) => describeActivity(activity, index + 1, tree)),
  };
}

/** All lines of one edition, goals first. */
export function flattenLines(lines: EditionLines): readonly EditionLine[] {
  return [...lines.goals, ...lines.objectives, ...lines.indicators, ...lines.activities];
}

interface Tree {
  readonly goals: readonly EditionLine[];
  readonly objectives: readonly ObjectiveLine[];
}

function listGoals(programme: Programme): readonly EditionLine[] {
  const annexes = [...programme.activityGoals, ...programme.indicatorGoals];
  const printed = annexes.length > 0 ? annexes : programme.sectionGoals;
  return firstOfEachKey(
    printed.map((goal) => ({
      key: goalKey(goal.subprogramme, goal.number),
      kind: "goal" as const,
      number: String(goal.number),
      name: goal.name.text,
    })),
  );
}

function listObjectives(programme: Programme, goals: ReadonlySet<string>): readonly ObjectiveLine[] {
  const annexes = [...programme.activityObjectives, ...programme.indicatorObjectives];
  const printed = annexes.length > 0 ? annexes : programme.sectionObjectives;
  return firstOfEachKey(
    printed.map((objective) => ({
      key: objectiveKey(objective.subprogramme, objective.goal, objective.number),
      kind: "objective" as const,
      number: String(objective.number),
      name: objective.name.text,
      goal: orNull(goalKey(objective.subprogramme, objective.goal), goals),
    })),
  );
}

function goalKey(subprogramme: number | null, goal: number): string {
  return subprogramme === null ? `goal:${goal}` : `goal:${subprogramme}/${goal}`;
}

function objectiveKey(subprogramme: number | null, goal: number, objective: number | null): string {
  return `objective:${subprogramme === null ? "" : `${subprogramme}/`}${goal}.${objective}`;
}

function orNull(key: string, known: ReadonlySet<string>): string | null {
  return known.has(key) ? key : null;
}

function firstOfEachKey<Line extends EditionLine>(lines: readonly Line[]): readonly Line[] {
  const byKey = new Map<string, Line>();
  for (const line of lines) if (!byKey.has(line.key)) byKey.set(line.key, line);
  return [...byKey.values()];
}

function describeIndicator(indicator: Indicator, position: number, tree: Tree): IndicatorLine {
  const exact = objectiveKey(indicator.subprogramme, indicator.goal ?? 1, indicator.objective);
  // Where annex 1 gives no goal beside an objective's number, the first objective of that number is meant.
  const objective =
    tree.objectives.find((line) => line.key === exact) ??
    tree.objectives.find((line) => line.number === String(indicator.objective));
  return {
    key: `indicator:${position}`,
    kind: "indicator",
    position,
    number: indicator.number,
    name: indicator.name.text,
    objective: objective?.key ?? null,
    unit: indicator.unit?.text ?? null,
    targets: listYears(indicator.targets).map(([year, value]) => ({ year, value })),
  };
}

function describeActivity(activity: Activity, position: number, tree: Tree): ActivityLine {
  const goal = tree.goals.find((line) => line.key === goalKey(activity.subprogramme, activity.goal));
  const key = objectiveKey(activity.subprogramme, activity.goal, activity.objective);
  const objective = tree.objectives.find((line) => line.key === key);
  return {
    key: `activity:${position}`,
    kind: "activity",
    position,
    number: activity.number,
    name: activity.name.text,
    goal: goal?.key ?? null,
    objective: objective?.key ?? null,
    executors: activity.executors.map((executor) => executor.text),
    expectedResult: activity.expectedResult?.text ?? null,
    quantities: listQuantities(activity),
    allocations: listAllocations(activity),
  };
}

function listQuantities(activity: Activity): readonly QuantityLine[] {
  const { quantity, unitCost } = activity;
  const unit = quantity?.unit?.text ?? null;
  const lines = listYears(quantity).map(([year, value]) => ({
    year,
    quantity: value as bigint | null,
    unit,
    unitCost: unitCost?.values[year]?.value ?? null,
  }));
  for (const [year, value] of listYears(unitCost)) {
    if ((quantity?.values[year]?.value ?? null) !== null) continue;
    lines.push({ year, quantity: null, unit, unitCost: value });
  }
  return lines.sort((a, b) => a.year - b.year);
}

function listAllocations(activity: Activity): readonly AllocationLine[] {
  return SOURCES.flatMap((source) => {
    // The first row counts: a second one of the same source is a finding of the reader.
    const row = activity.sources.find((candidate) => candidate.kind === source) ?? null;
    return listYears(row).map(([year, kopecks]) => ({ source, year, kopecks }));
  });
}

/** The figures of a row that were understood, by year; its total is no year. */
function listYears(row: FigureRow | null): readonly (readonly [number, bigint])[] {
  const years: (readonly [number, bigint])[] = [];
  const values = row?.values ?? {};
  for (const key of Object.keys(values)) {
    const value = values[key]?.value ?? null;
    if (value !== null && /^\d{4}$/.test(key)) years.push([Number(key), value]);
  }
  return years;
}
