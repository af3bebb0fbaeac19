import type { Goal, Objective, Part, Programme, Rollup, Words } from "../contract.ts";
import type { EditionLine } from "../edition.ts";
import type { Change, ChangedLine } from "../views-comparison.ts";
import type { Side, Sides } from "./annexes.ts";
import { compareRows } from "./figure-rows.ts";
import { type Placed, pairLines, spotOf } from "./lines.ts";
import { compareWords } from "./make-change.ts";
import { meaningOf } from "./words.ts";

type Level = "goal" | "objective";

/** Wordings of goals and objectives in the tables; the text of sections is compared as text. A wording changed alike in two annexes is said once. */
export function compareTree({ was, became, pairs }: Sides): readonly Change[] {
  return (["goal", "objective"] as const).flatMap((level) => {
    const place = ({ programme, lines }: Side) =>
      placeTree(level === "goal" ? lines.goals : lines.objectives, programme, level);
    return pairLines(place(was), place(became), pairs).flatMap((pair) => {
      const spot = spotOf(pair, level, pairs);
      const said = new Set<string>();
      return (["annex2", "annex1"] as const).flatMap((part) => {
        const [old, now] = [pair.was?.thing[part], pair.became?.thing[part]];
        const wording = `${meaningOf(old?.text ?? "")}\n${meaningOf(now?.text ?? "")}`;
        // A part that names no objectives in one of the editions says nothing about this one.
        if (said.has(wording) || (pair.was && pair.became && !(old && now))) return [];
        const changes = compareWords({ ...spot, part }, { subject: level, field: "name", was: old, became: now });
        if (changes.length > 0) said.add(wording);
        return changes;
      });
    });
  });
}

type Wordings = Readonly<Partial<Record<Part, Words>>>;

function placeTree(lines: readonly EditionLine[], programme: Programme, level: Level): readonly Placed<Wordings>[] {
  const lists: Readonly<Record<"annex1" | "annex2", readonly (Goal | Objective)[]>> =
    level === "goal"
      ? { annex1: programme.indicatorGoals, annex2: programme.activityGoals }
      : { annex1: programme.indicatorObjectives, annex2: programme.activityObjectives };
  return lines.map((line, at) => {
    const find = (part: "annex1" | "annex2") => lists[part].find((one) => isLine(one, line))?.name;
    const [annex1, annex2] = [find("annex1"), find("annex2")];
    return { key: line.key, line, at, thing: { ...(annex1 && { annex1 }), ...(annex2 && { annex2 }) } };
  });
}

function isLine(one: Goal | Objective, line: EditionLine & { readonly goal?: string | null }): boolean {
  if (String(one.number) !== line.number) return false;
  const numbers = line.key.split(":").at(-1)?.split(".").map(Number) ?? [];
  const own = [one.subprogramme, "goal" in one ? one.goal : null, one.number].filter((number) => number !== null);
  return numbers.length === own.length
    ? numbers.join() === own.join()
    : numbers.join() === own.slice(-numbers.length).join();
}

/** «Итого» of objectives, goals, subprogrammes and the whole. */
export function compareRollups({ was, became, pairs }: Sides): readonly Change[] {
  const place = ({ programme }: Side) =>
    programme.rollups.map((thing, at) => {
      const key = rollupKey(thing);
      return {
        key,
        thing,
        at,
        line: { key, kind: "objective" as const, number: String(thing.number), name: labelOf(thing) },
      };
    });
  const [old, now] = [place(was), place(became)];
  const rollupPairs = new Map(now.map(({ key, thing }) => [key, earlierKey(thing, pairs)]));
  return pairLines(old, now, rollupPairs).flatMap((pair) => {
    const line: ChangedLine = { ...(spotOf(pair, "objective", pairs).line as ChangedLine), kind: "rollup" };
    const fate = !pair.was ? "added" : !pair.became ? "ended" : "kept";
    const rows = { was: pair.was?.thing.rows ?? [], became: pair.became?.thing.rows ?? [] };
    return compareRows(
      { part: "annex2", line: { ...line, key: `rollup:${line.key}` }, fate },
      { subject: "rollup", ...rows },
    );
  });
}

function rollupKey({ of, number, goal, subprogramme }: Rollup): string {
  return `${of}:${[subprogramme, of === "objective" ? goal : null, number].filter((part) => part !== null).join(".")}`;
}

/** A total belongs to its objective, whatever number that bore before. */
function earlierKey(rollup: Rollup, pairs: Sides["pairs"]): string {
  const key = rollupKey(rollup);
  return rollup.of === "objective" || rollup.of === "goal" ? (pairs.get(key) ?? key) : key;
}

function labelOf(rollup: Rollup): string {
  return rollup.rows[0]?.label.text ?? rollup.of;
}
