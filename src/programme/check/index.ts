import { PARTS, type Part, type Programme, type ProgrammeFinding } from "../contract.ts";
import { indicatorList, objectiveList, passportSummary, summaryActivities } from "./agreement.ts";
import { cofinancingRatio } from "./cofinancing.ts";
import { executorUnknown } from "./executors.ts";
import type { Check } from "./finding.ts";
import { columnUnnumbered, numberMalformed, rowRepeated, unitMixed, unitTwice } from "./form.ts";
import { meaninglessTotal } from "./habit.ts";
import { activityWithoutIndicator, indicatorActivity, indicatorMoney, misplacedIndicator } from "./indicators.ts";
import { resolutionDiffers } from "./resolutions.ts";
import { quantityCost, rollupGoal, rollupObjective, rounding, sumSources, sumYears } from "./sums.ts";
import { sumsUnderAnotherName, weightsNotWeights } from "./weights.ts";
import { yearsDiffer } from "./years.ts";

/** What a programme document is checked for, in the order of a careful reader. `cell-torn` and `not-understood` come from reading itself. */
export const CHECKS: readonly Check[] = [
  // Arithmetic
  sumYears,
  sumSources,
  quantityCost,
  rollupObjective,
  rollupGoal,
  meaninglessTotal,
  rounding,
  // Between the parts
  passportSummary,
  summaryActivities,
  indicatorList,
  objectiveList,
  indicatorActivity,
  indicatorMoney,
  activityWithoutIndicator,
  misplacedIndicator,
  yearsDiffer,
  executorUnknown,
  resolutionDiffers,
  cofinancingRatio,
  // Columns and form
  weightsNotWeights,
  sumsUnderAnotherName,
  unitMixed,
  unitTwice,
  rowRepeated,
  columnUnnumbered,
  numberMalformed,
];

/** Every finding of every check, in the order of the document; those of reading go along. */
export function checkProgramme(programme: Programme, reading: readonly ProgrammeFinding[] = []): ProgrammeFinding[] {
  return [...reading, ...CHECKS.flatMap((check) => check(programme))].sort(byPlace);
}

/** The order of the document. */
export function byPlace(a: ProgrammeFinding, b: ProgrammeFinding): number {
  const part = (where: Part) => PARTS.indexOf(where);
  return (
    part(a.where.part) - part(b.where.part) ||
    (a.where.table ?? 0) - (b.where.table ?? 0) ||
    (a.where.row ?? 0) - (b.where.row ?? 0) ||
    (a.where.column ?? 0) - (b.where.column ?? 0)
  );
}
