import { cofinancingRatio } from "../check/cofinancing.ts";
import { reportDifference, reportRounding } from "../check/comparison.ts";
import { executorUnknown } from "../check/executors.ts";
import type { Check } from "../check/finding.ts";
import { numberMalformed, rowRepeated, unitMixed } from "../check/form.ts";
import { chooseHabit, countVotes, type Habit, type HabitVotes, meaninglessTotal } from "../check/habit.ts";
import { byPlace, CHECKS } from "../check/index.ts";
import {
  activityWithoutIndicator,
  indicatorActivity,
  indicatorMoney,
  misplacedIndicator,
} from "../check/indicators.ts";
import { activityRows, allRows, isHabitual } from "../check/rows.ts";
import { COMPARE, quantityCost, rollupGoal, rollupObjective, rounding, sumSources, sumYears } from "../check/sums.ts";
import { activitiesUnder } from "../consolidation.ts";
import type { Activity, Programme, ProgrammeFinding, Rollup } from "../contract.ts";

type Findings = readonly ProgrammeFinding[];

/** What checks say of one line alone, or of one total with what it adds up. */
interface Told {
  /** In the order of `PARTED`. */
  readonly parted: readonly Findings[];
  /** Differences and roundings of years, sources and products, in this order. */
  readonly differences: readonly Findings[];
  readonly roundings: readonly Findings[];
}

/** Checks that look at one activity at a time. */
const PARTED: readonly Check[] = [meaninglessTotal, cofinancingRatio, rowRepeated, numberMalformed];
/** Checks that say nothing where there is no indicator. */
const OF_INDICATORS: readonly Check[] = [
  indicatorActivity,
  indicatorMoney,
  activityWithoutIndicator,
  misplacedIndicator,
];
const SUMS: readonly Check[] = [sumYears, sumSources, quantityCost];

/**
 * The findings of a draft at every keystroke: exactly those of `checkProgramme`, with what is known of unchanged
 * lines remembered by their identity. One of these for each draft that is open.
 */
export function watchFindings(): (programme: Programme) => readonly ProgrammeFinding[] {
  const memory = new Memory();
  return (programme) => {
    const told = memory.tell(programme);
    return CHECKS.flatMap((check) => told(check)).sort(byPlace);
  };
}

class Memory {
  private votes = new WeakMap<Activity, HabitVotes>();
  private lines = new WeakMap<Activity, Told>();
  private totals = new WeakMap<Rollup, { readonly members: readonly Activity[]; readonly told: Pair }>();
  private under: { readonly years: readonly number[]; readonly habit: Habit | null } = { years: [], habit: null };
  private readonly unchanged = new Map<Check, { readonly inputs: readonly unknown[]; readonly findings: Findings }>();

  tell(programme: Programme): (check: Check) => Findings {
    const habit = this.readHabit(programme);
    if (habit !== this.under.habit) this.lines = new WeakMap();
    this.under = { years: programme.years, habit };
    const rest = tellOf({ ...programme, activities: [] }, habit);
    const lines = programme.activities.map((activity) => this.tellLine(activity));
    const told = [rest, ...lines];
    const totals = this.tellTotals(programme);
    const goals = pairOf(COMPARE.goals(programme));
    return (check) => {
      const sum = SUMS.indexOf(check);
      if (sum >= 0) return told.flatMap((one) => one.differences[sum] ?? []);
      if (check === rollupObjective) return totals.flatMap((one) => one.differences);
      if (check === rollupGoal) return goals.differences;
      if (check === rounding)
        return [
          ...SUMS.flatMap((_, at) => told.flatMap((one) => one.roundings[at] ?? [])),
          ...totals.flatMap((one) => one.roundings),
          ...goals.roundings,
        ];
      const parted = PARTED.indexOf(check);
      if (parted >= 0) return told.flatMap((one) => one.parted[parted] ?? []);
      return this.tellWhole(check, programme);
    };
  }

  private readHabit(programme: Programme): Habit | null {
    if (programme.years !== this.under.years) this.forget();
    const votes = { sum: 0, mean: 0, last: 0, other: 0 };
    const add = (some: HabitVotes) => {
      for (const habit of ["sum", "mean", "last", "other"] as const) votes[habit] += some[habit];
    };
    for (const activity of programme.activities) {
      const known = this.votes.get(activity) ?? countVotes(activityRows(activity).filter(isHabitual), programme.years);
      this.votes.set(activity, known);
      add(known);
    }
    add(countVotes(allRows({ ...programme, activities: [] }).filter(isHabitual), programme.years));
    return chooseHabit(votes);
  }

  private forget(): void {
    this.votes = new WeakMap();
    this.lines = new WeakMap();
    this.totals = new WeakMap();
    this.unchanged.clear();
  }

  private tellLine(activity: Activity): Told {
    const known = this.lines.get(activity);
    if (known) return known;
    const told = tellOf({ ...NOTHING, years: this.under.years, activities: [activity] }, this.under.habit);
    this.lines.set(activity, told);
    return told;
  }

  private tellTotals(programme: Programme): readonly Pair[] {
    return programme.rollups
      .filter((rollup) => rollup.of === "objective")
      .map((rollup) => {
        const members = activitiesUnder(programme, rollup);
        const known = this.totals.get(rollup);
        if (known && isSame(known.members, members)) return known.told;
        const alone = { ...NOTHING, years: programme.years, activities: members, rollups: [rollup] };
        const told = pairOf(COMPARE.objectives(alone));
        this.totals.set(rollup, { members, told });
        return told;
      });
  }

  /** A check of names and units need not run again where none of them changed. */
  private tellWhole(check: Check, programme: Programme): Findings {
    if (OF_INDICATORS.includes(check) && programme.indicators.length === 0) return [];
    const inputs = inputsOf(check, programme);
    if (!inputs) return check(programme);
    const known = this.unchanged.get(check);
    if (known && isSame(known.inputs, inputs)) return known.findings;
    const findings = check(programme);
    this.unchanged.set(check, { inputs, findings });
    return findings;
  }
}

/** All that a check looks at, where that changes seldom and is quick to compare. */
function inputsOf(check: Check, programme: Programme): readonly unknown[] | null {
  if (check === unitMixed) return allRows(programme).flatMap((row) => [row.unit, row.label]);
  if (check === executorUnknown)
    return [programme.passport.executors, ...programme.activities.map((activity) => activity.executors)];
  return null;
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

type Pair = Readonly<Record<"differences" | "roundings", Findings>>;

function pairOf(comparisons: ReturnType<typeof COMPARE.goals>): Pair {
  return { differences: comparisons.flatMap(reportDifference), roundings: comparisons.flatMap(reportRounding) };
}

function tellOf(programme: Programme, habit: Habit | null): Told {
  const pairs = [
    pairOf(COMPARE.years(programme, habit)),
    pairOf(COMPARE.sources(programme)),
    pairOf(COMPARE.products(programme)),
  ];
  return {
    parted: PARTED.map((check) => check(programme)),
    differences: pairs.map((pair) => pair.differences),
    roundings: pairs.map((pair) => pair.roundings),
  };
}

const NOWHERE = { text: "", place: { part: "title", table: null, row: null, column: null, text: "" } } as const;

/** A programme without anything, for one line at a time. */
const NOTHING: Programme = {
  title: NOWHERE,
  titleYears: [],
  front: [],
  partTexts: [],
  years: [],
  resolutions: [],
  stateProgrammes: [],
  passport: {
    rows: [],
    name: null,
    customers: [],
    drafters: [],
    heads: [],
    executors: [],
    term: null,
    termYears: [],
    finance: [],
    indicators: [],
    expectedResults: null,
  },
  sections: [],
  sectionGoals: [],
  sectionObjectives: [],
  sectionIndicators: [],
  sectionSums: [],
  indicatorGoals: [],
  indicatorObjectives: [],
  indicators: [],
  subprogrammes: [],
  activityGoals: [],
  activityObjectives: [],
  activities: [],
  rollups: [],
  summary: [],
  heads: [],
};
