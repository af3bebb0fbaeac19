import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName } from "../participant/input.ts";
import { isNear, soughtFor, Visitors } from "./people.ts";

const known = (key: string, name: string, birthYear: number | null = null) => ({
  key,
  name,
  search: foldName(name),
  birthYear,
});
const open = { similarDiffer: false };

describe("who is who", () => {
  test.each([
    ["иванов петр сергеевич", "иванов петр сергеевич", true],
    ["иванов петр сергеевич", "иванов петр сергеевчи", true],
    ["иванов петр сергеевич", "иваноф петр сергеевич", true],
    ["иванов петр сергеевич", "иванов п с", true],
    ["иванов петр", "иванов петр сергеевич", true],
    ["петр иванов", "иванов петр", true],
    ["иванов петр сергеевич", "иванова полина сергеевна", false],
    ["иванов петр сергеевич", "иванов павел сергеевич", false],
    ["ли ан", "ли он", false],
  ])("%s and %s: near %s", (a, b, expected) => {
    expect(isNear(a, b)).toBe(expected);
    expect(isNear(b, a)).toBe(expected);
  });

  test("the same name is one person unless years of birth say otherwise", () => {
    const visitors = new Visitors([known("a", "Иванов Пётр", 1960)]);
    expect(visitors.recognise("ИВАНОВ  ПЕТР", null, open)).toMatchObject({ kind: "one" });
    expect(visitors.recognise("Иванов Пётр", 1960, open)).toMatchObject({ kind: "one" });
    expect(visitors.recognise("Иванов Пётр", 1988, open)).toEqual({ kind: "new" });
  });

  test("of several namesakes a person decides, and the year of birth where it is said", () => {
    const visitors = new Visitors([known("a", "Иванов Пётр", 1960), known("b", "Иванов Пётр", 1988)]);
    expect(visitors.recognise("Иванов Пётр", null, open)).toMatchObject({
      kind: "ask",
      candidates: [{ key: "a" }, { key: "b" }],
    });
    expect(visitors.recognise("Иванов Пётр", 1988, open)).toMatchObject({ kind: "one", visitor: { key: "b" } });
  });

  test("among whom a table may mean the same people are found as among all", () => {
    const name = fc.tuple(
      fc.constantFrom("иванов", "иваноф", "яковлев", "п"),
      fc.constantFrom("петр", "п", "иван", "яков"),
    );
    const names = fc.array(
      name.map((words) => words.join(" ")),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(names, names, fc.boolean(), (there, written, similarDiffer) => {
        const all = there.map((one, at) => known(`k${at}`, one));
        const sought = soughtFor(written, { similarDiffer });
        const few = all.filter(({ search }) => {
          const [first = "", second = ""] = search.split(" ");
          return sought.names.includes(search) || sought.initials.includes(first.slice(0, 1) + second.slice(0, 1));
        });
        for (const one of written) {
          const expected = new Visitors(all).recognise(one, null, { similarDiffer });
          expect(new Visitors(few).recognise(one, null, { similarDiffer })).toEqual(expected);
        }
      }),
    );
  });

  test("of any list of names the same list is recognised whole", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[а-я]{2,9} [а-я]{2,7}$/), { maxLength: 40 }),
        fc.integer({ min: 1930, max: 2015 }),
        (names, year) => {
          const visitors = new Visitors(names.map((name, at) => known(`k${at}`, name, year)));
          for (const [at, name] of names.entries()) {
            const found = visitors.recognise(name, year, open);
            expect(found).toMatchObject({ kind: "one", visitor: { key: `k${at}` } });
          }
        },
      ),
    );
  });
});
