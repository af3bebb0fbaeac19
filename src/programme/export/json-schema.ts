import { z } from "zod";
import { FIGURE_KINDS, PARTS, SOURCES } from "../contract.ts";

const number = z.int().min(0).max(1_000_000);
const place = z.object({
  part: z.enum(PARTS),
  table: number.nullable(),
  row: number.nullable(),
  column: number.nullable(),
  text: z.string(),
});
const words = z.object({ text: z.string(), place });
const figure = z.object({
  value: z
    .string()
    .regex(/^-?\d{1,30}$/)
    .nullable(),
  printed: z.string(),
  place,
});
const figureRow = z.object({
  kind: z.enum(FIGURE_KINDS),
  label: words,
  unit: words.nullable(),
  values: z.record(z.string().regex(/^(?:\d{4}|total|base)$/), figure),
});
const sourceRow = figureRow.extend({ kind: z.enum(SOURCES) });
const resolution = z.object({
  kind: z.string(),
  role: z.enum(["develop", "approve", "amend", "stateProgramme", "law", "other"]),
  date: z.string().nullable(),
  number: z.string().nullable(),
  issuer: z.string().nullable(),
  printed: words,
});
const passport = z.object({
  rows: z.array(z.object({ label: words, text: words })),
  name: words.nullable(),
  customers: z.array(words),
  drafters: z.array(words),
  heads: z.array(words),
  executors: z.array(words),
  term: words.nullable(),
  termYears: z.array(number),
  finance: z.array(figureRow),
  indicators: z.array(words),
  expectedResults: words.nullable(),
});
const section = z.object({ number: z.string().nullable(), heading: words, paragraphs: z.array(words) });
const subprogramme = z.object({ number, name: words });
const goal = z.object({ number, subprogramme: number.nullable(), name: words });
const objective = goal.extend({ goal: number });
const note = z.object({ heading: z.string(), text: words });
const standing = { subprogramme: number.nullable(), objective: number.nullable() };
const indicator = z.object({
  number: z.string(),
  goal: number.nullable(),
  ...standing,
  name: words,
  unit: words.nullable(),
  weight: figure.nullable(),
  targets: figureRow,
  others: z.array(z.object({ heading: z.string(), figure })),
  notes: z.array(note),
});
const activity = z.object({
  number: z.string().nullable(),
  goal: number,
  ...standing,
  name: words,
  quantity: figureRow.nullable(),
  unitCost: figureRow.nullable(),
  cost: figureRow.nullable(),
  sources: z.array(sourceRow),
  repeated: z.array(figureRow),
  executorText: words.nullable(),
  executors: z.array(words),
  expectedResult: words.nullable(),
  notes: z.array(note),
});
const rollup = z.object({
  of: z.enum(["objective", "goal", "subprogramme", "programme"]),
  number,
  goal: number.nullable(),
  subprogramme: number.nullable(),
  rows: z.array(figureRow),
  repeated: z.array(figureRow),
});
const head = z.object({
  part: z.enum(PARTS),
  table: number,
  columns: z.array(
    z.object({
      column: number,
      meaning: z.string(),
      key: z.string().nullable().default(null),
      text: z.string(),
      numbered: z.string().nullable(),
      place,
    }),
  ),
});

/** A programme as the file writes it: as in `contract.ts`, the value of a figure as a string of digits. Unknown keys are dropped. */
export const programmeSchema = z.object({
  title: words,
  titleYears: z.array(number),
  front: z.array(words),
  partTexts: z.array(
    z.object({
      part: z.enum(["passport", "annex1", "annex2", "annex3"]),
      before: z.array(words),
      after: z.array(words),
    }),
  ),
  years: z.array(number),
  resolutions: z.array(resolution),
  stateProgrammes: z.array(z.object({ name: words, resolution: resolution.nullable() })),
  passport,
  sections: z.array(section),
  sectionGoals: z.array(goal),
  sectionObjectives: z.array(objective),
  sectionIndicators: z.array(words),
  sectionSums: z.array(figure),
  indicatorGoals: z.array(goal),
  indicatorObjectives: z.array(objective),
  indicators: z.array(indicator),
  subprogrammes: z.array(subprogramme),
  activityGoals: z.array(goal),
  activityObjectives: z.array(objective),
  activities: z.array(activity),
  rollups: z.array(rollup),
  summary: z.array(figureRow),
  heads: z.array(head),
});
