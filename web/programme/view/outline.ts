import type { Programme } from "../../../src/programme/contract.ts";
import { type EditionLine, type EditionLines, listEditionLines } from "../../../src/programme/edition.ts";
import { oneLine } from "../../ui/typography.ts";

/** Where a line stands, in the numbers of its document; an objective's number counts within its goal, that within its subprogramme. */
export interface Standing {
  readonly subprogramme: number | null;
  readonly goal: number | null;
  readonly objective: number | null;
}

export interface ObjectiveGroup<Item> extends Standing {
  readonly name: string | null;
  readonly items: readonly Item[];
  /** Those of this page, where a list goes over several. */
  readonly shown: readonly Item[];
}

export interface GoalGroup<Item> {
  readonly goal: number | null;
  readonly name: string | null;
  readonly objectives: readonly ObjectiveGroup<Item>[];
}

/** All lines of one subprogramme; of a programme without subprogrammes there is one chapter. */
export interface Chapter<Item> {
  readonly subprogramme: number | null;
  readonly name: string | null;
  readonly goals: readonly GoalGroup<Item>[];
}

/** The goals and objectives of a document with their words, and where its lines stand. */
export interface Outline {
  readonly lines: EditionLines;
  readonly subprogrammeName: (number: number | null) => string | null;
  readonly goalName: (standing: Standing) => string | null;
  readonly objectiveName: (standing: Standing) => string | null;
  /** Of the indicator or activity of this position, from 1. */
  readonly standingOf: (kind: "indicators" | "activities", position: number) => Standing;
}

export function describeOutline(content: Programme): Outline {
  const lines = listEditionLines(content);
  const goals = new Map(lines.goals.map((goal) => [keyOf(standingOfGoal(goal)), oneLine(goal.name)]));
  const objectives = new Map(lines.objectives.map((one) => [keyOf(standingOfObjective(one)), oneLine(one.name)]));
  const subprogrammes = new Map<number | null, string>();
  for (const { number, name } of content.subprogrammes) {
    if (!subprogrammes.has(number)) subprogrammes.set(number, oneLine(name.text));
  }
  return {
    lines,
    subprogrammeName: (number) => subprogrammes.get(number) ?? null,
    goalName: (standing) => goals.get(keyOf({ ...standing, objective: null })) ?? null,
    objectiveName: (standing) => objectives.get(keyOf(standing)) ?? null,
    standingOf: (kind, position) => {
      const found = lines.objectives.find((one) => one.key === lines[kind][position - 1]?.objective);
      const printed = content[kind][position - 1] ?? NOWHERE;
      return found ? standingOfObjective(found) : standingOfLine(printed);
    },
  };
}

const NOWHERE: Standing = { subprogramme: null, goal: null, objective: null };

function standingOfLine({ subprogramme, goal, objective }: Standing): Standing {
  return { subprogramme, goal, objective };
}

/** A line's key says its numbers: `goal:1`, `goal:2/1`, `objective:1.2`, `objective:2/1.2` (see edition.ts). */
const NUMBERS = /^\w+:(?:(\d+)\/)?(\d+)(?:\.(\d+))?$/;

function readKey({ key }: EditionLine): Standing {
  const [, subprogramme, goal, objective] = NUMBERS.exec(key) ?? [];
  const numberOf = (text: string | undefined) => (text === undefined ? null : Number(text));
  return { subprogramme: numberOf(subprogramme), goal: numberOf(goal), objective: numberOf(objective) };
}

export const standingOfGoal = readKey;
export const standingOfObjective = readKey;

function keyOf({ subprogramme, goal, objective }: Standing): string {
  return `${subprogramme}/${goal}.${objective}`;
}

/** Every goal and objective of the document, also those under which nothing stands. */
export function listOutline(outline: Outline): readonly Chapter<never>[] {
  const objectives = outline.lines.objectives.map(standingOfObjective);
  const bare = outline.lines.goals
    .map(standingOfGoal)
    .filter((goal) => !objectives.some((one) => one.subprogramme === goal.subprogramme && one.goal === goal.goal));
  const places = [...objectives, ...bare].map((standing) => ({ standing, items: [] }));
  return arrange(outline, places).toSorted((a, b) => (a.subprogramme ?? 0) - (b.subprogramme ?? 0));
}

/** Indicators or activities by subprogramme, goal and objective, in the order of the document. */
export function groupItems<Item extends { readonly position: number }>(
  outline: Outline,
  kind: "indicators" | "activities",
  items: readonly Item[],
): readonly Chapter<Item>[] {
  return arrange(
    outline,
    items.map((item) => ({ standing: outline.standingOf(kind, item.position), items: [item] })),
  );
}

interface Placed<Item> {
  readonly standing: Standing;
  readonly items: readonly Item[];
}

function arrange<Item>(outline: Outline, placed: readonly Placed<Item>[]): readonly Chapter<Item>[] {
  return groupBy(placed, (one) => one.standing.subprogramme).map(([subprogramme, inChapter]) => ({
    subprogramme,
    name: outline.subprogrammeName(subprogramme),
    goals: groupBy(inChapter, (one) => one.standing.goal).map(([goal, inGoal]) => ({
      goal,
      name: outline.goalName({ subprogramme, goal, objective: null }),
      objectives: groupBy(inGoal, (one) => one.standing.objective).map(([objective, inObjective]) => {
        const items = inObjective.flatMap((one) => one.items);
        const standing = { subprogramme, goal, objective };
        return { ...standing, name: outline.objectiveName(standing), items, shown: items };
      }),
    })),
  }));
}

function groupBy<Item, Key>(
  items: readonly Item[],
  keyOfItem: (item: Item) => Key,
): (readonly [Key, readonly Item[]])[] {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
}

export function listGroups<Item>(chapters: readonly Chapter<Item>[]): readonly ObjectiveGroup<Item>[] {
  return chapters.flatMap((chapter) => chapter.goals.flatMap((goal) => goal.objectives));
}

/** Whether a goal must be named beside an objective's number: a subprogramme, or the programme, has several. */
export function hasSeveralGoals(chapters: readonly Chapter<unknown>[]): boolean {
  return chapters.some((chapter) => chapter.goals.length > 1);
}
