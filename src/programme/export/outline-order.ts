import type { Goal, Objective, Programme, Rollup, Subprogramme, Words } from "../contract.ts";
import { readHeadingKind } from "../import/index.ts";

/** Under what a line of an annex stands, as the headings above it say. */
export interface Standing {
  readonly subprogramme: number | null;
  readonly goal: number | null;
  readonly objective: number | null;
}

export interface Heading {
  readonly entry: "heading";
  readonly kind: "subprogramme" | "goal" | "objective";
  readonly number: number;
  readonly name: Words;
  readonly standing: Standing;
}

export interface LineEntry<Line> {
  readonly entry: "line";
  readonly line: Line;
  readonly standing: Standing;
}

export interface RollupEntry {
  readonly entry: "rollup";
  readonly rollup: Rollup;
}

export type Entry<Line> = Heading | LineEntry<Line> | RollupEntry;

/** The headings of one annex, as its lists hold them. */
export interface Headings {
  readonly subprogrammes: readonly Subprogramme[];
  readonly goals: readonly Goal[];
  readonly objectives: readonly Objective[];
}

/** The headings in the order of the page: each subprogramme with its goals, each goal with its objectives. */
export function orderHeadings({ subprogrammes, goals, objectives }: Headings): Heading[] {
  const numbers = [null, ...subprogrammes.map(({ number }) => number)];
  return numbers.flatMap((subprogramme, at) => {
    const own = subprogrammes[at - 1];
    const ownGoals = goals.filter((goal) => goal.subprogramme === subprogramme);
    const ownObjectives = objectives.filter((objective) => objective.subprogramme === subprogramme);
    const free = ownObjectives.filter(({ goal }) => !ownGoals.some(({ number }) => number === goal));
    return [
      ...(own ? [headingOf("subprogramme", own, { subprogramme, goal: null, objective: null })] : []),
      ...free.map((one) => headingOf("objective", one, { subprogramme, goal: null, objective: one.number })),
      ...ownGoals.flatMap((goal, index) => [
        headingOf("goal", goal, { subprogramme, goal: goal.number, objective: null }),
        ...ownObjectives
          .filter((one) => one.goal === goal.number && ownGoals.findIndex((g) => g.number === one.goal) === index)
          .map((one) => headingOf("objective", one, { subprogramme, goal: goal.number, objective: one.number })),
      ]),
    ];
  });
}

function headingOf(kind: Heading["kind"], { number, name }: Goal | Subprogramme, standing: Standing): Heading {
  return { entry: "heading", kind, number, name, standing };
}

/** Puts each line, in its order, below the headings that it names. */
export function placeLines<Line>(
  headings: readonly Heading[],
  lines: readonly Line[],
  fits: (line: Line, standing: Standing) => boolean,
): (Heading | LineEntry<Line>)[] {
  const slots: (Heading | LineEntry<Line>)[][] = [[], ...headings.map((heading) => [heading])];
  const standings = [NOWHERE, ...headings.map(({ standing }) => standing)];
  let current = 0;
  for (const line of lines) {
    const found = standings.findIndex((standing, at) => at >= current && fits(line, standing));
    current = found >= 0 ? found : current;
    slots[current]?.push({ entry: "line", line, standing: standings[current] ?? NOWHERE });
  }
  return slots.flat();
}

const NOWHERE: Standing = { subprogramme: null, goal: null, objective: null };

/**
 * Puts each total below the last line that it adds up. One that the document prints before a smaller one stands where
 * such totals do, right below the heading of what it adds up.
 */
export function placeRollups<Line>(
  entries: readonly (Heading | LineEntry<Line>)[],
  rollups: readonly Rollup[],
): Entry<Line>[] {
  const positions = rollups.map((rollup) => findPosition(entries, rollup));
  const latest = positions.map((_, at) => Math.min(...positions.slice(at)));
  let reached = 0;
  const placed = rollups.map((rollup, at) => {
    const before = (positions[at] ?? 0) > (latest[at] ?? 0);
    reached = Math.max(reached, before ? findStart(entries, rollup) : (positions[at] ?? 0));
    return { rollup, position: Math.min(reached, latest[at] ?? entries.length) };
  });
  const after = (position: number): RollupEntry[] =>
    placed.filter((one) => one.position === position).map(({ rollup }) => ({ entry: "rollup", rollup }));
  return [...after(0), ...entries.flatMap((entry, at) => [...replaced(entry, rollups), ...after(at + 1)])];
}

function findStart<Line>(entries: readonly (Heading | LineEntry<Line>)[], rollup: Rollup): number {
  if (rollup.of === "programme") return 0;
  return entries.findIndex((entry) => isUnder(entry.standing, rollup)) + 1;
}

/** A heading with figures beside it is printed by its total. */
function replaced<Line>(entry: Heading | LineEntry<Line>, rollups: readonly Rollup[]): Entry<Line>[] {
  const isTotal = entry.entry === "heading" && rollups.some((rollup) => isHeadingOf(entry, rollup));
  return isTotal ? [] : [entry];
}

function isHeadingOf(entry: Heading, rollup: Rollup): boolean {
  return rollup.of === entry.kind && headsItself(rollup) && isUnder(entry.standing, rollup);
}

/** Whether the first row of a total is the heading itself. */
export function headsItself(rollup: Rollup): boolean {
  const label = rollup.rows[0]?.label.text ?? "";
  return readHeadingKind(label) === rollup.of;
}

function findPosition<Line>(entries: readonly (Heading | LineEntry<Line>)[], rollup: Rollup): number {
  if (rollup.of === "programme") return entries.length;
  if (headsItself(rollup)) {
    const heading = entries.findIndex((entry) => entry.entry === "heading" && isHeadingOf(entry, rollup));
    if (heading >= 0) return heading + 1;
  }
  const last = entries.findLastIndex((entry) => isUnder(entry.standing, rollup));
  return last >= 0 ? last + 1 : entries.length;
}

function isUnder(standing: Standing, { of, number, goal, subprogramme }: Rollup): boolean {
  if (of === "programme") return true;
  if (of === "subprogramme") return standing.subprogramme === number;
  if (standing.subprogramme !== subprogramme) return false;
  if (of === "goal") return (standing.goal ?? 1) === number;
  return standing.objective === number && (standing.goal ?? 1) === (goal ?? 1);
}

/** The subprogrammes that head the lines of an annex: those it names, or all where no annex names any. */
export function subprogrammesOf(programme: Programme, part: "annex1" | "annex2"): readonly Subprogramme[] {
  const [own, other] = part === "annex1" ? [0, 1] : [1, 0];
  const named = [
    [programme.indicatorGoals, programme.indicatorObjectives, programme.indicators],
    [programme.activityGoals, programme.activityObjectives, programme.activities],
  ].map((lists) => new Set(lists.flat().flatMap(({ subprogramme }) => subprogramme ?? [])));
  const isNamed = ({ number }: Subprogramme) => named[own]?.has(number) ?? false;
  const elsewhere = ({ number }: Subprogramme) => named[other]?.has(number) ?? false;
  return programme.subprogrammes.filter((one) => isNamed(one) || (part === "annex2" && !elsewhere(one)));
}
