import fc from "fast-check";
import { expect, test } from "vitest";
import { Refusal } from "../../kernel/refusal.ts";
import { type Holding, overlap, requireFreeSeat } from "./seat.ts";

const body = { since: "2020-01-01", until: null, sizes: [{ since: "2020-01-01", seats: 3 }] };
const day = fc.integer({ min: 0, max: 60 }).map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
const wanted = fc.record({
  id: fc.constant(null),
  seat: fc.integer({ min: 0, max: 5 }),
  holderName: fc.constantFrom(null, "Иванова А. А.", "Петров П. П."),
  since: day,
  until: fc.option(day, { nil: null }),
});

const covers = ({ since, until }: Holding, on: string) => since <= on && (until === null || on <= until);

test("whatever is tried, on no day do two hold a seat, nor one person two", () => {
  fc.assert(
    fc.property(fc.array(wanted, { maxLength: 30 }), (tries) => {
      const taken: Holding[] = [];
      for (const one of tries) {
        try {
          requireFreeSeat(body, one, taken);
          taken.push({ ...one, id: String(taken.length) });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
      }
      for (let at = 0; at < 90; at += 1) {
        const on = new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10);
        const held = taken.filter((holding) => covers(holding, on));
        expect(new Set(held.map(({ seat }) => seat)).size).toBe(held.length);
        expect(held.length).toBeLessThanOrEqual(3);
        const names = held.flatMap(({ holderName }) => holderName ?? []);
        expect(new Set(names).size).toBe(names.length);
      }
    }),
  );
});

test.each([
  ["2024-01-01", "2024-01-10", "2024-01-10", null, true],
  ["2024-01-01", "2024-01-10", "2024-01-11", null, false],
  ["2024-01-01", null, "2030-01-01", "2030-01-02", true],
] as const)("%s – %s and %s – %s", (since, until, otherSince, otherUntil, meets) => {
  const [one, other] = [
    { since, until },
    { since: otherSince, until: otherUntil },
  ];
  expect([overlap(one, other), overlap(other, one)]).toEqual([meets, meets]);
});
