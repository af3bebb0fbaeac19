import fc from "fast-check";
import { expect, test } from "vitest";
import { ASSIGNMENT_WAYS, assign, type Pair, shareSurname } from "./assign.ts";

const ids = (letter: string, count: number) => Array.from({ length: count }, (_, at) => `${letter}${at + 1}`);
const base = { applications: ids("a", 4), jurors: ids("j", 3), given: [], barred: [], perApplication: 2 };

test("by number they take turns, by balance nobody has more than one above others", () => {
  const count = (pairs: readonly Pair[]) =>
    base.jurors.map((id) => pairs.filter(({ jurorId }) => jurorId === id).length);
  const inTurn = assign({ ...base, way: "by-number" });
  expect(inTurn.slice(0, 4).map(({ jurorId }) => jurorId)).toEqual(["j1", "j2", "j3", "j1"]);
  const counts = count(assign({ ...base, way: "by-balance" }));
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  expect(assign({ ...base, way: "everybody" })).toHaveLength(12);
});

test("nobody gets what they are barred from or have, and each application gets all it can", () => {
  const pair = fc.record({ jurorId: fc.constantFrom(...ids("j", 4)), applicationId: fc.constantFrom(...ids("a", 5)) });
  const field = fc.record({
    applications: fc.constant(ids("a", 5)),
    jurors: fc.constant(ids("j", 4)),
    given: fc.array(pair),
    barred: fc.array(pair),
    way: fc.constantFrom(...ASSIGNMENT_WAYS),
    perApplication: fc.integer({ min: 1, max: 5 }),
  });
  const property = fc.property(field, (field) => {
    const key = ({ jurorId, applicationId }: Pair) => `${jurorId} ${applicationId}`;
    const barred = new Set(field.barred.map(key));
    const had = new Set(field.given.map(key));
    const made = assign(field).map(key);
    expect(made.filter((one) => barred.has(one) || had.has(one))).toEqual([]);
    expect(new Set(made).size).toBe(made.length);
    for (const applicationId of field.applications) {
      const free = field.jurors.filter((jurorId) => !barred.has(key({ jurorId, applicationId })));
      const held = free.filter(
        (jurorId) => had.has(key({ jurorId, applicationId })) || made.includes(key({ jurorId, applicationId })),
      );
      const wanted = field.way === "everybody" ? free.length : Math.min(field.perApplication, free.length);
      expect(held.length).toBeGreaterThanOrEqual(wanted);
    }
  });
  fc.assert(property, { numRuns: 500 });
});

test.each([
  ["Кузнецова Анна", "Кузнецов Иван", true],
  ["Белая Мария", "Белый Пётр", true],
  ["Соловьёв И.", "СОЛОВЬЕВА А.", true],
  ["Орлов", "Орловский", false],
  ["", "", false],
])("%s and %s share a surname: %s", (one, other, share) => {
  expect(shareSurname(one, other)).toBe(share);
});
