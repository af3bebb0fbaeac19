import { calculate } from "../../src/contest/rules/calculate.ts";
import { type Field, fieldShape, type RulesText } from "../../src/contest/rules/contract.ts";
import { benchArchive } from "./contest-archive.ts";
import { benchWriters } from "./contest-writing.ts";
import { type Measured, median } from "./measure.ts";
import { withContests } from "./open-contest.ts";

const APPLICATIONS = 500;
const JURORS = 5;
const CRITERIA = 10;
const ROUNDS = 20;
const LIMIT = 200;

/** A contest's ranking, its writers, and the archive of its applications. */
export async function benchContest(): Promise<Measured[]> {
  const ranked = rank();
  return withContests(async (bench) => [...ranked, ...(await benchArchive(bench)), ...(await benchWriters(bench))]);
}

/** 500 applications × 5 jurors × 10 criteria, scored and ranked with every term, ties broken, money of two sources given out. */
function rank(): Measured[] {
  const fields = { "criterion-first": makeField("criterion-first"), "juror-first": makeField("juror-first") };
  return Object.entries(fields).map(([order, field]) => {
    calculate(field);
    const times = Array.from({ length: ROUNDS }, () => timeOnce(field));
    const middle = median(times);
    const high = times.toSorted((a, b) => a - b)[Math.ceil(ROUNDS * 0.95) - 1] ?? Number.NaN;
    return {
      what: `ranking ${APPLICATIONS} × ${JURORS} × ${CRITERIA}, ${order}: median; ${high.toFixed(0)} ms at 95 %`,
      value: `${middle.toFixed(0)} ms`,
      target: `< ${LIMIT} ms`,
      met: middle < LIMIT,
    };
  });
}

function timeOnce(field: Field): number {
  const start = performance.now();
  calculate(field);
  return performance.now() - start;
}

/** Always the same field: marks by a linear congruence, so that totals often meet. */
function makeField(order: RulesText["aggregation"]["order"]): Field {
  let state = 1;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const keys = Array.from({ length: CRITERIA }, (_, at) => `criterion-${at}`);
  const rules: RulesText = {
    criteria: keys.map((key) => ({
      key,
      name: key,
      weight: "0.7",
      measure: { kind: "mark", scale: { min: "0", max: "10" } },
    })),
    aggregation: { order, by: "without-extremes" },
    rounding: { total: 2, step: 2 },
    winners: { amount: { kind: "requested" }, overrun: "skip" },
    money: {
      sources: [
        { source: "regional", limit: "20000000" },
        { source: "local", limit: "1000000" },
      ],
    },
    tieBreaks: [
      { by: "higher-criterion", criterion: "criterion-0" },
      { by: "more-jurors" },
      { by: "earlier-application" },
    ],
  };
  const entrants = Array.from({ length: APPLICATIONS }, (_, at) => ({
    number: at + 1,
    submittedAt: new Date(Date.UTC(2024, 2, 1) + next(86_400_000)).toISOString(),
    requested: String(50_000 + next(200_000)),
    own: "0",
  }));
  const reviews = entrants.flatMap(({ number }) =>
    Array.from({ length: JURORS }, (_, juror) => ({
      juror: `juror-${juror}`,
      number,
      values: Object.fromEntries(keys.map((key) => [key, String(next(11))])),
    })),
  );
  return fieldShape.parse({ rules, entrants, reviews });
}
