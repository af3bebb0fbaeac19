import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { readOrRefuse } from "../../office/testing-fuzz.ts";
import type { TypedContent } from "../application/contract.ts";
import { parseTerms } from "../call/input.ts";
import { CONTENT, TERMS } from "../testing.ts";
import { FORM_FORMATS, type FormFormat } from "./contract.ts";
import { readForm } from "./read-form.ts";
import { readTables, tablesShape } from "./read-tables.ts";
import { drawTestForm } from "./testing.ts";

const terms = parseTerms(TERMS);
const forms = new Map<FormFormat, Uint8Array>();
beforeAll(async () => {
  for (const format of FORM_FORMATS)
    forms.set(format, await drawTestForm(format, { terms, content: CONTENT, team: [{ name: "Анна", does: "смета" }] }));
});

describe.each(FORM_FORMATS)("a form as %s", (format) => {
  test("with any bytes changed is read, or refused by the reader, and its faults have codes", () => {
    const whole = forms.get(format) ?? new Uint8Array();
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        const tree = readOrRefuse(bytes);
        if (tree) expectSound(readForm(tablesShape.parse(readTables(tree)), terms));
      }),
      { numRuns: 300 },
    );
  });

  test("holds whatever is typed, and it comes back", async () => {
    const words = fc
      .string({ unit: fc.constantFrom(..."абвЯ 12=+-«»;,.()"), maxLength: 60 })
      .map((text) => text.replace(/\s+/g, " ").trim());
    const day = fc.constantFrom("2026-05-01", "2026-12-31", "", "весной");
    const figure = fc.constantFrom("", "0", "2", "1200,50", "-5", "много", "999999999999");
    const step = fc.record({ what: words.filter((text) => text !== ""), from: day, until: day, result: words });
    const line = fc.record({
      ...{ what: words.filter((text) => text !== ""), quantity: figure, unitCost: figure, asked: figure },
      ...{ ownMoney: figure, ownLabour: figure, ownThings: figure },
    });
    const content: fc.Arbitrary<TypedContent> = fc.record({
      ...{ title: words, summary: words, place: words },
      answers: fc.record({ people: figure }),
      plan: fc.array(step, { maxLength: 15 }),
      estimate: fc.array(line, { maxLength: 25 }),
    });
    await fc.assert(
      fc.asyncProperty(content, async (typed) => {
        const tree = readOrRefuse(await drawTestForm(format, { terms, content: typed, team: [] }));
        const read = tree && readForm(readTables(tree), terms);
        expect(read?.content).toEqual(typed);
      }),
      { numRuns: 25 },
    );
  });
});

function expectSound({ errors, remarks, content }: ReturnType<typeof readForm>): void {
  for (const { code, where } of [...errors, ...remarks]) expect([code, where].every((text) => text !== "")).toBe(true);
  expect(typeof content.title).toBe("string");
}
