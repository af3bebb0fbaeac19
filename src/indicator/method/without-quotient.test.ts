import fc from "fast-check";
import { expect, test } from "vitest";
import { makeFraction, writeFraction } from "../../kernel/fraction.ts";
import { assess } from "./assess.ts";
import type { AssessmentInputs, ItemInput } from "./inputs.ts";
import { findPreset, PRESET_KEYS } from "./presets.ts";

/** Figures among which nothing, what is below nothing and what is missing are frequent. */
const figure = fc.oneof(
  { weight: 2, arbitrary: fc.constant<string | null>("0") },
  { weight: 1, arbitrary: fc.constant<string | null>(null) },
  {
    weight: 3,
    arbitrary: fc.bigInt(-1000n, 10_000n).map((top): string | null => writeFraction(makeFraction(top, 10n))),
  },
);
const item = fc.record({
  direction: fc.constantFrom<ItemInput["direction"]>("more", "less"),
  level: fc.constantFrom<ItemInput["level"]>("goal", "objective", "activity"),
  plan: figure,
  fact: figure,
  weight: figure,
  planOfAllYears: figure,
  plannedKopecks: fc.constantFrom(null, "0", "100", "70000"),
});
const items = fc
  .array(item, { maxLength: 6 })
  .map((rows) => rows.map((row, at) => ({ ...row, id: String(at), number: String(at), name: "", unit: "" })));
const money = fc.constantFrom("0", "1", "85850000");
const inputs: fc.Arbitrary<AssessmentInputs> = fc.record({
  year: fc.constant(2024),
  indicators: items,
  activities: items,
  plans: fc.record({ "budget-list": money, programme: money, "programme-start": money }, { requiredKeys: [] }),
  facts: fc.record({ net: money, paid: money }, { requiredKeys: [] }),
  given: fc.dictionary(fc.constantFrom("R", "z1.1", "z1.2"), fc.constantFrom("0", "0.5", "1", "12")),
});

test.each(PRESET_KEYS)("%s gives a value or says why not, whatever is nothing, missing or below nothing", (key) => {
  const method = findPreset(key) ?? expect.fail(key);
  fc.assert(
    fc.property(inputs, (given) => {
      const { terms } = assess(method, given);
      for (const { value, lack, isOtherwise } of terms) {
        expect(value === null ? lack !== null : lack === null || isOtherwise).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
