import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ActingOn, type ActTerm, effectOf, leadsTo } from "./effect.ts";

const act: ActTerm = { id: "a", state: "adopted", inForceFrom: "2020-03-01", inForceUntil: null };
const on = (kind: ActingOn["kind"], actId: string, holdsFrom: string): ActingOn => ({
  kind,
  actId,
  targetId: "a",
  holdsFrom,
});

describe("an act stands as", () => {
  test.each([
    ["draft, whatever the day", { ...act, state: "draft" as const }, [], "2030-01-01", "draft", null],
    ["not yet in force before its day", act, [], "2020-02-29", "not-yet", null],
    ["in force on its first day", act, [], "2020-03-01", "in-force", null],
    ["amended from the amendment's day", act, [on("amends", "b", "2021-01-01")], "2021-01-01", "amended", "b"],
    ["in force on the day before", act, [on("amends", "b", "2021-01-01")], "2020-12-31", "in-force", null],
    [
      "amended by the last of several, in whatever order they come",
      act,
      [on("amends", "c", "2022-01-01"), on("amends", "b", "2021-01-01")],
      "2023-01-01",
      "amended",
      "c",
    ],
    ["repealed", act, [on("repeals", "b", "2021-01-01")], "2021-01-01", "repealed", "b"],
    ["replaced, which is repealed", act, [on("replaces", "b", "2021-01-01")], "2022-01-01", "repealed", "b"],
    [
      "repealed by the first that did, not by a later one",
      act,
      [on("repeals", "c", "2023-01-01"), on("replaces", "b", "2021-01-01")],
      "2024-01-01",
      "repealed",
      "b",
    ],
    ["untouched by what is based on it", act, [on("based-on", "b", "2021-01-01")], "2022-01-01", "in-force", null],
    ["repealed before it came into force", act, [on("repeals", "b", "2020-02-01")], "2020-02-15", "repealed", "b"],
    [
      "in force on the last day of its term",
      { ...act, inForceUntil: "2020-12-31" },
      [],
      "2020-12-31",
      "in-force",
      null,
    ],
    ["expired on the day after", { ...act, inForceUntil: "2020-12-31" }, [], "2021-01-01", "expired", null],
    [
      "expired where somebody repealed what had run out",
      { ...act, inForceUntil: "2020-12-31" },
      [on("repeals", "b", "2021-06-01")],
      "2022-01-01",
      "expired",
      null,
    ],
  ] as const)("%s", (_case, term, acting, day, state, byId) => {
    expect(effectOf(term, acting, day)).toMatchObject({ state, byId });
  });
});

const day = fc
  .integer({ min: 0, max: 3000 })
  .map((days) => new Date(Date.UTC(2018, 0, 1 + days)).toISOString().slice(0, 10));
const relation = fc.record({
  kind: fc.constantFrom("amends", "replaces", "repeals", "based-on" as const),
  actId: fc.constantFrom("b", "c", "d"),
  targetId: fc.constantFrom("a", "x"),
  holdsFrom: day,
}) as fc.Arbitrary<ActingOn>;

test("an ended act never comes back, and the order of the relations does not matter", () => {
  fc.assert(
    fc.property(fc.array(relation), day, day, (acting, one, other) => {
      const [earlier, later] = [one, other].sort() as [string, string];
      const was = effectOf(act, acting, earlier);
      const became = effectOf(act, acting.toReversed(), later);
      expect(effectOf(act, acting.toReversed(), earlier)).toEqual(was);
      if (was.state === "repealed") expect(became).toEqual(was);
    }),
  );
});

test("a circle is seen over any number of steps, and a circle that is there does not hang it", () => {
  const links = [
    { actId: "a", targetId: "b" },
    { actId: "b", targetId: "c" },
    { actId: "c", targetId: "b" },
  ];
  expect(leadsTo(links, "a", "c")).toBe(true);
  expect(leadsTo(links, "a", "d")).toBe(false);
});
