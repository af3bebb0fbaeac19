import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeFindings, decodeProgramme, encodeFindings, encodeProgramme } from "./codec.ts";
import type { Figure, FigureRow, Programme, Words } from "./contract.ts";
import { EXAMPLE_READING } from "./testing-store.ts";

/** What `jsonb` can hold: whole characters, no NUL. */
const text = fc.string({ unit: "binary" }).map((value) => value.replaceAll("\0", ""));
const place = fc.record({
  part: fc.constantFrom("title" as const, "annex2" as const),
  table: fc.option(fc.nat()),
  row: fc.option(fc.nat()),
  column: fc.option(fc.nat()),
  text,
});
const words: fc.Arbitrary<Words> = fc.record({ text, place });
const figure: fc.Arbitrary<Figure> = fc.record({ value: fc.option(fc.bigInt()), printed: text, place });
const row: fc.Arbitrary<FigureRow> = fc.record({
  kind: fc.constantFrom("cost" as const, "local" as const, "target" as const),
  label: words,
  unit: fc.option(words),
  values: fc.dictionary(fc.oneof(fc.constantFrom("2024", "total", "value", "place"), text), figure),
});
const programme: fc.Arbitrary<Programme> = fc
  .record({ title: words, summary: fc.array(row), sectionSums: fc.array(figure), years: fc.array(fc.nat()) })
  .map((change) => ({ ...EXAMPLE_READING.programme, ...change }));

test("every programme comes back from jsonb as it went in", () => {
  fc.assert(
    fc.property(programme, (before) => {
      expect(decodeProgramme(JSON.parse(encodeProgramme(before)))).toEqual(before);
    }),
    { numRuns: 200 },
  );
});

test("the example comes back with its findings", () => {
  const { programme: content, findings } = EXAMPLE_READING;
  expect(decodeProgramme(JSON.parse(encodeProgramme(content)))).toEqual(content);
  expect(decodeFindings(JSON.parse(encodeFindings(findings)))).toEqual(findings);
});

test("what jsonb cannot hold becomes the sign for an unknown character", () => {
  const title = { ...EXAMPLE_READING.programme.title, text: "а\0б\uD800в" };
  const encoded = encodeProgramme({ ...EXAMPLE_READING.programme, title });
  expect(decodeProgramme(JSON.parse(encoded)).title.text).toBe("а\uFFFDб\uFFFDв");
});
