import fc from "fast-check";
import type { Goal, Objective, Programme, Subprogramme, Words } from "../contract.ts";
import { orderHeadings, type Standing } from "./outline-order.ts";
import {
  activityArbitrary,
  indicatorArbitrary,
  rollupArbitrary,
  type Shape,
  shapeArbitrary,
  summaryArbitrary,
} from "./testing-annexes.ts";
import {
  type Letterhead,
  letterheadArbitrary,
  passportArbitrary,
  sectionsArbitrary,
  type TextParts,
} from "./testing-text.ts";
import { nameArbitrary, words } from "./testing-words.ts";

interface Skeleton {
  readonly subprogrammes: Subprogramme[];
  readonly goals: Goal[];
  readonly objectives: Objective[];
}

/** Subprogrammes, goals and objectives: each of them may be missing, as long as numbers still lead from a line to its headings. */
const skeletonArbitrary: fc.Arbitrary<Skeleton> = fc
  .record({
    subprogrammes: fc.integer({ min: 0, max: 2 }),
    goals: fc.integer({ min: 0, max: 2 }),
    objectives: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 }),
    names: fc.array(nameArbitrary, { minLength: 24, maxLength: 24 }),
  })
  .map(({ subprogrammes, goals, objectives, names }) => {
    let used = 0;
    const next = (): Words => words(names[used++ % names.length] ?? "");
    const numbers = subprogrammes === 0 ? [null] : Array.from({ length: subprogrammes }, (_, at) => at + 1);
    const made: Skeleton = { subprogrammes: [], goals: [], objectives: [] };
    for (const subprogramme of numbers) {
      if (subprogramme !== null) made.subprogrammes.push({ number: subprogramme, name: next() });
      for (let number = 1; number <= goals; number++) made.goals.push({ number, subprogramme, name: next() });
      for (let goal = 1; goal <= Math.max(1, goals); goal++) {
        const count = objectives[(subprogramme ?? 0) * 2 + goal - 1] ?? 0;
        for (let number = 1; number <= count; number++)
          made.objectives.push({ number, goal, subprogramme, name: next() });
      }
    }
    return made;
  });

/** Every standing under which lines may stand, in the order of the page. */
function standingsOf(skeleton: Skeleton): Standing[] {
  const standings = orderHeadings(skeleton).map(({ standing }) => standing);
  return standings.length > 0 ? standings : [{ subprogramme: null, goal: null, objective: null }];
}

/** Any programme that a document can say: several goals, subprogrammes, all sources, units and habits of print. Sums need not agree, as in life. */
export const programmeArbitrary: fc.Arbitrary<Programme> = fc
  .tuple(
    shapeArbitrary,
    skeletonArbitrary,
    nameArbitrary.filter((name) => !name.startsWith("«")),
  )
  .chain(([shape, skeleton, name]) => {
    const standings = standingsOf(skeleton);
    const title = `${name} на ${shape.years[0]} – ${shape.years.at(-1)} годы`;
    return fc
      .record({
        passport: passportArbitrary(title, shape),
        text: sectionsArbitrary,
        letterhead: fc.option(letterheadArbitrary),
        indicators: fc.tuple(...standings.map((standing, at) => indicatorArbitrary(shape, standing, at + 1))),
        activities: activitiesArbitrary(shape, standings),
        rollups: rollupsArbitrary(shape, skeleton),
        summary: fc.option(summaryArbitrary(shape)),
      })
      .map((parts) => assemble({ shape, skeleton, title }, parts));
  });

function activitiesArbitrary(shape: Shape, standings: readonly Standing[]) {
  const counts = fc.array(fc.integer({ min: 1, max: 2 }), { minLength: standings.length, maxLength: standings.length });
  return counts.chain((many) => {
    const places = standings.flatMap((standing, at) => new Array<Standing>(many[at] ?? 1).fill(standing));
    return fc.tuple(...places.map((standing, at) => activityArbitrary(shape, standing, at + 1)));
  });
}

/** Totals in the order of the page: of each objective, of each goal, of each subprogramme, of all. */
function rollupsArbitrary(shape: Shape, { subprogrammes, goals, objectives }: Skeleton) {
  const numbers = subprogrammes.length > 0 ? subprogrammes.map(({ number }) => number) : [null];
  const totals = numbers.flatMap((subprogramme) => {
    const ownGoals = goals.filter((goal) => goal.subprogramme === subprogramme).map(({ number }) => number);
    const inGoals = (ownGoals.length > 0 ? ownGoals : [null]).flatMap((goal) => [
      ...objectives
        .filter((one) => one.subprogramme === subprogramme && one.goal === (goal ?? 1))
        .map(({ number }) => rollupArbitrary(shape, "objective", { subprogramme, goal, objective: number })),
      ...(goal === null ? [] : [rollupArbitrary(shape, "goal", { subprogramme, goal, objective: null })]),
    ]);
    const own = { subprogramme, goal: null, objective: null };
    return subprogramme === null ? inGoals : [...inGoals, rollupArbitrary(shape, "subprogramme", own)];
  });
  const whole = rollupArbitrary(shape, "programme", { subprogramme: null, goal: null, objective: null });
  return fc.subarray([...totals, whole]).chain((chosen) => fc.tuple(...chosen));
}

function assemble(
  { shape, skeleton, title }: { shape: Shape; skeleton: Skeleton; title: string },
  parts: Pick<Programme, "passport" | "indicators" | "activities" | "rollups"> & {
    text: TextParts;
    letterhead: Letterhead | null;
    summary: Programme["summary"] | null;
  },
): Programme {
  const { text, letterhead, summary, ...lines } = parts;
  const annexes = ["annex1", "annex2", ...(summary ? (["annex3"] as const) : [])] as const;
  const above = (number: string) => [
    ...(letterhead?.lines ?? []),
    words(`Приложение № ${number}`),
    words("к программе"),
  ];
  return {
    ...lines,
    ...text,
    title: words(title),
    titleYears: [...shape.years],
    front: ["МУНИЦИПАЛЬНАЯ ПРОГРАММА", `«${title}»`].map(words),
    partTexts: annexes.map((part) => ({ part, before: above(part.slice(-1)), after: [] })),
    years: [...shape.years],
    resolutions: letterhead ? annexes.map(() => letterhead.act) : [],
    stateProgrammes: [],
    indicatorGoals: skeleton.goals,
    indicatorObjectives: skeleton.objectives,
    subprogrammes: skeleton.subprogrammes,
    activityGoals: skeleton.goals,
    activityObjectives: skeleton.objectives,
    summary: summary ?? [],
    heads: [],
  };
}
