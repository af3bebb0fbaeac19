import { z } from "zod";
import { FIGURE_KINDS, PARTS } from "../contract.ts";
import { type Change, MOST_EDITS } from "./edit.ts";
import { reviveChange } from "./transport.ts";

const count = z.int().min(0).max(100_000);
const text = z.string().max(50_000);
const nullableCount = z.number().nullable();
const place = z.strictObject({
  part: z.enum(PARTS),
  table: nullableCount,
  row: nullableCount,
  column: nullableCount,
  text,
});
const words = z.strictObject({ text, place });
const figure = z.strictObject({
  value: z
    .string()
    .regex(/^-?\d{1,30}$/)
    .nullable(),
  printed: text,
  place,
});
const row = z.strictObject({
  kind: z.enum(FIGURE_KINDS),
  label: words,
  unit: words.nullable(),
  values: z.record(z.string().max(20), figure),
});
const note = z.strictObject({ heading: text, text: words });
const above = { goal: nullableCount, subprogramme: nullableCount, objective: nullableCount };
const indicator = z.strictObject({
  ...above,
  number: text,
  name: words,
  unit: words.nullable(),
  weight: figure.nullable(),
  targets: row,
  others: z.array(z.strictObject({ heading: text, figure })).max(100),
  notes: z.array(note).max(100),
});
const activity = z.strictObject({
  ...above,
  goal: z.number(),
  number: text.nullable(),
  name: words,
  quantity: row.nullable(),
  unitCost: row.nullable(),
  cost: row.nullable(),
  sources: z.array(row).max(20),
  repeated: z.array(row).max(50),
  executorText: words.nullable(),
  executors: z.array(words).max(200),
  expectedResult: words.nullable(),
  notes: z.array(note).max(100),
});

const key = z.string().max(20);
const address = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("passport"), row: count }),
  z.strictObject({ of: z.literal("section"), section: count, paragraph: count }),
  z.strictObject({ of: z.literal("indicator"), at: count, field: z.enum(["number", "name", "unit"]) }),
  z.strictObject({ of: z.literal("weight"), at: count }),
  z.strictObject({ of: z.literal("target"), at: count, key }),
  z.strictObject({
    of: z.literal("activity"),
    at: count,
    field: z.enum(["name", "unit", "executors", "expectedResult"]),
  }),
  z.strictObject({ of: z.literal("figure"), at: count, kind: z.enum(FIGURE_KINDS), key }),
  z.strictObject({ of: z.literal("rollup"), at: count, kind: z.enum(FIGURE_KINDS), key }),
  z.strictObject({ of: z.literal("summary"), kind: z.enum(FIGURE_KINDS), key }),
]);

const list = z.enum(["indicators", "activities"]);
const insert = { do: z.literal("insert"), at: count, name: text, objective: count.nullable() };
const edit = z.union([
  z.strictObject({ do: z.literal("set"), address, was: text, text, restores: z.literal(true).optional() }),
  z.strictObject({ ...insert, list: z.literal("indicators"), line: indicator.optional() }),
  z.strictObject({ ...insert, list: z.literal("activities"), line: activity.optional() }),
  z.strictObject({ do: z.literal("remove"), list, at: count, name: text }),
  z.strictObject({ do: z.literal("move"), list, from: count, to: count, objective: count.nullable().optional() }),
]);

const numbers = z.array(text.nullable()).max(100_000).optional();
const change = z.strictObject({
  edits: z.array(edit).min(1).max(MOST_EDITS),
  keep: z.array(z.string().max(100)).max(MOST_EDITS).optional(),
  prints: z.record(z.string().max(100), z.string().max(200)).optional(),
  numbers: z.strictObject({ indicators: numbers, activities: numbers }).optional(),
});

/** An address as a page sends it, or null. */
export function parseAddress(given: unknown): z.infer<typeof address> | null {
  return address.safeParse(given).data ?? null;
}

/** Changes as a page sends them; null where they are none, or where one sets more cells than `MOST_EDITS`. */
export function parseChanges(given: unknown): readonly { readonly token: string; readonly change: Change }[] | null {
  const parsed = z
    .array(z.strictObject({ token: z.uuid(), change }))
    .max(200)
    .safeParse(given);
  return parsed.data?.map((one) => ({ token: one.token, change: reviveChange(one.change) })) ?? null;
}
