import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { formatDecimal, ONE } from "../../kernel/decimal.ts";
import { calculate } from "./calculate.ts";
import { checkRules, checkValues } from "./check.ts";
import { fieldShape, rulesShape } from "./contract.ts";

const folder = join(import.meta.dirname, "../../../examples/regulations");

const shape = z.object({
  title: z.string(),
  source: z.url(),
  facts: z.array(z.string()).min(1),
  assumed: z.array(z.string()),
  rules: z.unknown(),
  cases: z
    .array(
      z.object({
        title: z.string(),
        field: z.record(z.string(), z.unknown()),
        expected: z.object({
          outcome: z.string(),
          places: z.array(z.tuple([z.number(), z.number(), z.string()])),
          awarded: z.array(z.number()).optional(),
          sums: z.record(z.string(), z.string()).optional(),
          unranked: z.array(z.number()).optional(),
        }),
      }),
    )
    .min(1),
});

const regulations = readdirSync(folder)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, ...shape.parse(JSON.parse(readFileSync(join(folder, name), "utf8"))) }));

test("there are at least six published regulations, each with another source", () => {
  expect(new Set(regulations.map(({ source }) => source)).size).toBeGreaterThanOrEqual(6);
});

describe.each(regulations)("$name", ({ rules, cases }) => {
  test("its rules can be reckoned by", () => {
    expect(checkRules(rulesShape.parse(rules))).toEqual([]);
  });

  test.each(cases)("$title", ({ field: given, expected }) => {
    const field = fieldShape.parse({ ...given, rules });
    for (const { values } of field.reviews) expect(checkValues(field.rules, "juror", { values })).toEqual([]);
    for (const { facts } of field.entrants) expect(checkValues(field.rules, "fact", { values: facts })).toEqual([]);
    const { outcome, places, awards, unranked } = calculate(field);
    expect(outcome).toBe(expected.outcome);
    expect(places.map(({ number, place, total }) => [number, place, formatDecimal(total)])).toEqual(expected.places);
    const winners = awards.filter(({ outcome }) => outcome.startsWith("awarded"));
    if (expected.awarded) expect(winners.map(({ number }) => number)).toEqual(expected.awarded);
    const sums = winners.map(({ number, kopecks }) => [String(number), formatDecimal((kopecks * ONE) / 100n)]);
    if (expected.sums) expect(Object.fromEntries(sums)).toEqual(expected.sums);
    expect(unranked).toEqual(expected.unranked ?? []);
  });
});
