import { expect, test } from "vitest";
import { assess } from "./assess.ts";
import type { AssessmentInputs, ItemInput } from "./inputs.ts";
import { findPreset } from "./presets.ts";
import { listUncapped } from "./views.ts";

/** The example's indicators of 2024 as the demonstration has them: people came to the Neighbours' Day in hundreds. */
const FACTS = [
  ["1.1", "13", "12.92"],
  ["1.2", "6", "6"],
  ["4.2", "40", "270"],
] as const;
const indicators = FACTS.map(
  ([id, plan, fact]): ItemInput => ({
    ...{ id, number: id, name: id, unit: "", level: "objective", direction: "more", plan, fact },
    ...{ weight: null, planOfAllYears: null, plannedKopecks: null },
  }),
);
const inputs: AssessmentInputs = { year: 2024, indicators, activities: [], plans: {}, facts: {}, given: {} };
const preset = (key: string) => findPreset(key) ?? expect.fail(key);

test("a method without a cap names what draws its result above one", () => {
  const method = preset("samara");
  const outcome = assess(method, inputs);
  expect(Number(outcome.value?.split("/")[0]) / Number(outcome.value?.split("/")[1] ?? 1)).toBeGreaterThan(1);
  expect(listUncapped(method, outcome)).toEqual([{ id: "4.2", degree: "6.75" }]);
});

test("a method with a cap, or one that counts what was reached, names nothing", () => {
  for (const key of ["federal", "ratio", "achieved"]) {
    const method = preset(key);
    expect(listUncapped(method, assess(method, inputs))).toEqual([]);
  }
});
