import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseSince } from "./entry.ts";
import { listHistory } from "./history.ts";
import { type Entry, isShown, joinContents, listBelieved, readAsOf } from "./record.ts";

const at = (day: string) => new Date(`${day}T05:00:00Z`);
let made = 0;
const entry = (given: Partial<Entry>): Entry => ({
  id: `00000000-0000-0000-0000-${String(++made).padStart(12, "0")}`,
  section: "about",
  since: "2024-01-01",
  content: { about: "хор" },
  basis: "",
  corrects: null,
  recordedAt: at("2024-01-01"),
  ...given,
});

describe("as of a day, as known at a moment", () => {
  const first = entry({ since: "2024-01-01", content: { about: "хор" }, recordedAt: at("2024-01-02") });
  const change = entry({ since: "2024-06-01", content: { about: "театр" }, recordedAt: at("2024-06-05") });
  const correction = entry({
    since: "2024-07-01",
    content: { about: "театр" },
    recordedAt: at("2024-09-01"),
    corrects: change.id,
  });
  const entries = [first, change, correction];
  test.each([
    ["2023-12-31", null, undefined],
    ["2024-05-31", null, "хор"],
    ["2024-06-10", null, "хор"],
    ["2024-07-01", null, "театр"],
    ["2024-06-10", "2024-06-30", "театр"],
    ["2024-06-10", "2024-06-01", "хор"],
    ["2024-06-10", "2023-01-01", undefined],
  ])("%s, known %s", (on, known, about) => {
    const moment = { on, knownAt: known === null ? null : at(known) };
    expect(joinContents(readAsOf(entries, moment)).about).toBe(about);
  });

  test("what is taken back holds on no day any more, and did before", () => {
    const back = entry({ content: null, corrects: first.id, recordedAt: at("2024-03-01") });
    expect(listBelieved([first, back], null)).toEqual([]);
    expect(listBelieved([first, back], at("2024-02-01"))).toEqual([first]);
    expect(listHistory([first, back]).map(({ kind, isCorrected }) => [kind, isCorrected])).toEqual([
      ["taken-back", false],
      ["first", true],
    ]);
  });
});

test("whatever is recorded later, what was known before stays as it was", () => {
  const day = fc
    .integer({ min: 0, max: 300 })
    .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
  const drafts = fc.array(fc.record({ since: day, recorded: day, corrects: fc.nat(9) }), { maxLength: 12 });
  fc.assert(
    fc.property(drafts, day, day, (given, on, known) => {
      const entries: Entry[] = [];
      for (const { since, recorded, corrects } of given.toSorted((a, b) => a.recorded.localeCompare(b.recorded))) {
        const target = listBelieved(entries, null)[corrects];
        entries.push(
          entry({ since, recordedAt: at(recorded), content: { about: String(made) }, corrects: target?.id ?? null }),
        );
      }
      const moment = { on, knownAt: at(known) };
      const earlier = entries.filter(({ recordedAt }) => recordedAt <= at(known));
      expect(readAsOf(entries, moment)).toEqual(readAsOf(earlier, { on, knownAt: null }));
    }),
  );
});

test("a section begins on the day that it names, a charter with its last amendment", () => {
  const amendments = [{ date: "2024-05-05", number: "4", act: "" }];
  expect(chooseSince("charter", { charterDate: "2012-01-01", amendments }, "2026-01-01")).toBe("2024-05-05");
  expect(chooseSince("chair", { chairSince: "2022-02-02" }, "2026-01-01")).toBe("2022-02-02");
  expect(chooseSince("about", { about: "хор" }, "2026-01-01")).toBe("2026-01-01");
});

test("a public field may be kept to itself, an internal one never be shown", () => {
  expect(isShown({ key: "phone", isPublic: true }, {})).toBe(true);
  expect(isShown({ key: "phone", isPublic: true }, { hidden: ["phone"] })).toBe(false);
  expect(isShown({ key: "staffPhone", isPublic: false }, {})).toBe(false);
});
