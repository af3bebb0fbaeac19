import { consolidateCosts } from "../consolidation.ts";
import type { Programme } from "../contract.ts";
import { type LinePairs, pairByContent } from "../match/index.ts";
import type { Change, ComparedEdition, ComparedMoney, Comparison } from "../views-comparison.ts";
import { compareActivities, compareIndicators, describeSide } from "./annexes.ts";
import { compareRows } from "./figure-rows.ts";
import { comparePassport } from "./passport.ts";
import { compareSections, compareTitle } from "./text.ts";
import { compareRollups, compareTree } from "./tree.ts";

/**
 * Everything in which two programmes differ in meaning, in the order of the later document. `pairs` says which of its
 * lines (by key of `listEditionLines`) is which line of the earlier; without it lines are matched by their content.
 */
export function compareProgrammes(was: Programme, became: Programme, pairs?: LinePairs): readonly Change[] {
  const [before, after] = [describeSide(was), describeSide(became)];
  const sides = { was: before, became: after, pairs: pairs ?? pairByContent(before.lines, after.lines) };
  return [
    ...compareTitle(was, became),
    ...comparePassport(was, became),
    ...compareSections(was, became),
    ...compareTree(sides),
    ...compareIndicators(sides),
    ...compareActivities(sides),
    ...compareRollups(sides),
    ...compareRows(
      { part: "annex3", line: null, fate: "kept" },
      { subject: "summary", was: was.summary, became: became.summary },
    ),
  ];
}

/** A programme with what a comparison calls it. */
export interface NamedProgramme {
  readonly programme: Programme;
  readonly called: ComparedEdition;
}

/** Two editions, or two files, side by side. */
export function makeComparison(was: NamedProgramme, became: NamedProgramme, pairs?: LinePairs): Comparison {
  const changes = compareProgrammes(was.programme, became.programme, pairs);
  return {
    was: was.called,
    became: became.called,
    changes,
    counts: countChanges(changes),
    money: compareMoney(was.programme, became.programme),
  };
}

/** Lines that came, went and changed; what belongs to no line counts one by one. */
export function countChanges(changes: readonly Change[]): Comparison["counts"] {
  const keys = (wanted: (change: Change) => boolean) =>
    new Set(
      changes
        .filter(wanted)
        .map(({ line, subject, kind, key, part }, at) => line?.key ?? `${part} ${subject} ${kind} ${key} ${at}`),
    ).size;
  const isLine = (change: Change) => change.line !== null && change.line.kind !== "rollup";
  return {
    added: keys((change) => change.fate === "added" && isLine(change)),
    ended: keys((change) => change.fate === "ended" && isLine(change)),
    changed: keys((change) => !(["added", "ended"].includes(change.fate) && isLine(change))),
  };
}

function compareMoney(was: Programme, became: Programme): ComparedMoney {
  const years = [...new Set([...was.years, ...became.years])].sort((a, b) => a - b);
  const sum = ({ activities }: Programme) => consolidateCosts({ activities, years });
  return { years, was: sum(was), became: sum(became) };
}
