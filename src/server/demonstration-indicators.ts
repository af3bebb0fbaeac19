import { recordPopulation } from "../access/index.ts";
import type { Computation } from "../indicator/contract.ts";
import type { IndicatorDoor } from "../indicator/index.ts";
import { assert } from "../kernel/assert.ts";
import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import { type PlannedLine, selectPlannedLines } from "../programme/index.ts";

const POPULATION = { people: 34_000, source: "принято для примера, не по данным Росстата (пример)", assumed: true };
const YEARS = [2024, 2025, 2026];
const REASON = "решение координатора: документ способа расчёта не называет (пример)";

const CONTEST = "конкурса социально значимых проектов для ТОС «Если хочешь";
const YARD = "«А у нас во дворе ТОС»";
const BEST = "конкурса «Лучший ТОС»";
const NEIGHBOURS = "«День соседей»";
const TRAINING = "Обучение членов ТОС";

type Find = (words: string) => string;

/** How each indicator of annex 1 is computed, by its number. */
const listIndicators = (find: Find): Readonly<Record<string, Computation>> => ({
  "1.1": { kind: "people", count: "distinct", eventKinds: [], of: "population" },
  "1.2": { kind: "awards", contestIds: [] },
  "2.1": { kind: "events", eventKinds: ["seminar"] },
  "2.2": { kind: "money", activityIds: [find(TRAINING)], fact: "net", unit: "thousand" },
  "3.1": { kind: "events", eventKinds: ["meeting"] },
  "4.1": {
    kind: "money",
    activityIds: [CONTEST, YARD, BEST, NEIGHBOURS].map(find),
    fact: "net",
    unit: "thousand",
  },
  "4.2": { kind: "people", count: "visits", eventKinds: ["neighbours-day"], of: "none" },
});

/** How the quantity of each activity of annex 2 is computed, by words of its name. */
const ACTIVITIES: readonly (readonly [string, Computation])[] = [
  ["Проведение регулярных встреч", { kind: "events", eventKinds: ["meeting"] }],
  ["Информирование населения", { kind: "publications", kinds: [] }],
  ["Организационное и информационное", { kind: "acts" }],
  [TRAINING, { kind: "events", eventKinds: ["seminar"] }],
  ["Включение представителей", { kind: "seats", rule: "year-end", denominator: { kind: "all-seats" } }],
  [CONTEST, { kind: "contests", contestIds: [] }],
  [YARD, { kind: "contests", contestIds: [] }],
  [BEST, { kind: "contests", contestIds: [] }],
  [NEIGHBOURS, { kind: "events", eventKinds: ["neighbours-day"] }],
];

/** The passports of the demonstration's indicators and activities, and the population that the share is of. */
export async function fillIndicators(ctx: Context<Tx>, indicators: IndicatorDoor): Promise<void> {
  for (const year of YEARS) await recordPopulation(ctx, { year, ...POPULATION });
  const lines = await selectPlannedLines(ctx);
  const activities = lines.filter(({ kind }) => kind === "activity");
  const findLine = (words: string): PlannedLine => {
    const found = activities.find(({ name }) => name.includes(words));
    assert(found, `the example has the activity ${words}`);
    return found;
  };
  const set = (line: PlannedLine, computation: Computation) =>
    indicators.setPassport(ctx, {
      line: { kind: line.kind, id: line.id },
      version: "0",
      computation,
      direction: "more",
      level: line.kind === "activity" ? "activity" : "objective",
      printed: "",
      reason: REASON,
    });
  const byNumber = listIndicators((words) => findLine(words).id);
  for (const line of lines.filter(({ kind }) => kind === "indicator")) {
    const computation = byNumber[line.number ?? ""];
    assert(computation, `the example's indicator ${line.number} has a computation`);
    await set(line, computation);
  }
  for (const [words, computation] of ACTIVITIES) await set(findLine(words), computation);
}
