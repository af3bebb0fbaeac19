import { describe, expect, test } from "vitest";
import { assess, isRecounted } from "./assess.ts";
import type { Method } from "./contract.ts";
import type { AssessmentInputs, ItemInput } from "./inputs.ts";
import { parseMethod } from "./parse.ts";
import { findPreset, PRESET_FILES, PRESET_KEYS } from "./presets.ts";

/** A worked example as the files write it: what it does not say of an item is not there. */
interface Example {
  readonly name: string;
  readonly indicators: readonly Partial<ItemInput>[];
  readonly activities: readonly Partial<ItemInput>[];
  readonly plans: AssessmentInputs["plans"];
  readonly facts: AssessmentInputs["facts"];
  readonly given: AssessmentInputs["given"];
  readonly terms: Readonly<Record<string, string | null>>;
  readonly value: string | null;
  readonly band: string | null;
}

const NO_ITEM: ItemInput = {
  id: "",
  number: "",
  name: "",
  unit: "",
  level: "objective",
  direction: "more",
  plan: null,
  fact: null,
  weight: null,
  planOfAllYears: null,
  plannedKopecks: null,
};

function readInputs({ indicators, activities, plans, facts, given }: Example): AssessmentInputs {
  const items = (rows: readonly Partial<ItemInput>[]) =>
    rows.map((row, at) => ({ ...NO_ITEM, ...row, id: String(at) }));
  return { year: 2024, indicators: items(indicators), activities: items(activities), plans, facts, given };
}

const preset = (key: string): Method => findPreset(key) ?? expect.fail(`no preset ${key}`);

describe.each(PRESET_KEYS)("the preset %s", (key) => {
  const file: { readonly examples: readonly unknown[] } = PRESET_FILES[key];
  const examples = file.examples as readonly Example[];

  test("is a method without a problem, with its source and at least one worked example", () => {
    expect(parseMethod(PRESET_FILES[key].method)).toHaveProperty("method");
    expect(preset(key).source.addresses.length).toBeGreaterThan(0);
    expect(examples.length).toBeGreaterThan(0);
  });

  test.each(examples.map((example) => [example.name, example] as const))("%s", (_name, example) => {
    const method = preset(key);
    const inputs = readInputs(example);
    const outcome = assess(method, inputs);
    const found = Object.fromEntries(outcome.terms.map(({ symbol, value }) => [symbol, value]));
    expect(found).toMatchObject(example.terms);
    expect([outcome.value, outcome.band === null ? null : method.bands[outcome.band]?.name]).toEqual([
      example.value,
      example.band,
    ]);
    expect(isRecounted(JSON.parse(JSON.stringify({ method, inputs, outcome })))).toBe(true);
  });
});

test("ten methods at least are shipped, and no other key finds one", () => {
  expect(PRESET_KEYS.length).toBeGreaterThanOrEqual(10);
  expect(findPreset("toString")).toBeUndefined();
});
