import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { consolidateCosts } from "../consolidation.ts";
import { type Programme, SOURCES } from "../contract.ts";
import { listEditionLines } from "../edition.ts";
import { pairByContent } from "../match/index.ts";
import { readProgramme } from "../reading.ts";
import { readExampleTree } from "../testing.ts";
import type { Change } from "../views-comparison.ts";
import { compareProgrammes, makeComparison } from "./index.ts";
import { changeActivity, rename, setFigure, setMoney } from "./testing.ts";

const WAS = readProgramme(readExampleTree()).programme;
const place = WAS.title.place;
const words = (text: string) => ({ text, place });

const short = ({ subject, field, fate, key, kind, was, became, difference }: Change) => ({
  subject,
  ...(field && { field }),
  fate,
  key,
  kind,
  was,
  became,
  difference,
});

test("an edition does not differ from itself", () => {
  expect(compareProgrammes(WAS, WAS)).toEqual([]);
});

const indicator = WAS.indicators[0];
const first = WAS.passport.rows[2];
const finance = WAS.passport.finance[0];
const paragraph = WAS.sections[0]?.paragraphs[0];
if (!indicator || !first || !finance || !paragraph)
  throw new Error("the example has an indicator, a passport, a section");

const ONE_CHANGE: readonly [string, Programme, object][] = [
  ["the title", { ...WAS, title: rename(WAS.title, "О другом") }, { subject: "title", became: "О другом" }],
  [
    "a row of the passport",
    {
      ...WAS,
      passport: {
        ...WAS.passport,
        rows: WAS.passport.rows.map((row, at) => (at === 2 ? { ...row, text: words("Отдел") } : row)),
      },
    },
    { subject: "passport-row", became: "Отдел", line: { kind: "passport-row", was: 2, became: 2 } },
  ],
  [
    "a figure of the passport's money",
    {
      ...WAS,
      passport: {
        ...WAS.passport,
        finance: [
          setFigure(finance, "2024", { value: 85_850_001n, printed: "858,50001" }),
          ...WAS.passport.finance.slice(1),
        ],
      },
    },
    { subject: "passport-finance", kind: "cost", key: "2024", was: "858,5", difference: 1n, unit: "тыс. руб." },
  ],
  [
    "a paragraph of a section",
    {
      ...WAS,
      sections: WAS.sections.map((one, at) =>
        at === 0 ? { ...one, paragraphs: [words("Новые слова"), ...one.paragraphs.slice(1)] } : one,
      ),
    },
    { subject: "section", field: "paragraph", was: paragraph.text.trim(), became: "Новые слова", fate: "kept" },
  ],
  [
    "a target",
    {
      ...WAS,
      indicators: WAS.indicators.map((one, at) =>
        at === 0 ? { ...one, targets: setFigure(one.targets, "2025", { value: 0n, printed: "0" }) } : one,
      ),
    },
    { fate: "kept", subject: "target", key: "2025", unit: "Процент", became: "0" },
  ],
  [
    "a target that is planned no longer, which is not a target of zero",
    {
      ...WAS,
      indicators: WAS.indicators.map((one, at) =>
        at === 0 ? { ...one, targets: setFigure(one.targets, "2025", { value: null, printed: "–" }) } : one,
      ),
    },
    { subject: "target", key: "2025", became: "–" },
  ],
  [
    "an allocation",
    changeActivity(WAS, 5, (one) => setMoney(one, { kind: "local", key: "2025" }, 7n)),
    { subject: "allocation", kind: "local", key: "2025", became: "0,00", line: { number: null, was: 5, became: 5 } },
  ],
  [
    "executors",
    changeActivity(WAS, 5, (one) => ({ ...one, executors: [words("Отдел")], executorText: words("Отдел") })),
    { subject: "activity", field: "executors", became: "Отдел" },
  ],
  [
    "the name of an activity",
    changeActivity(WAS, 5, (one) => ({ ...one, name: words(`${one.name.text}, районный этап`) })),
    { subject: "activity", field: "name", fate: "renamed", line: { was: 5, became: 5 } },
  ],
  [
    "the objective of an activity",
    changeActivity(WAS, 5, (one) => ({ ...one, objective: 1 })),
    { subject: "activity", field: "objective", fate: "moved" },
  ],
];

test.each(ONE_CHANGE)("one thing that differs is one change: %s", (_name, became, expected) => {
  const changes = compareProgrammes(WAS, became);
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject(expected);
});

const NO_CHANGE: readonly [string, Programme][] = [
  [
    "figures printed with more zeros",
    changeActivity(WAS, 5, (one) => ({
      ...one,
      sources: one.sources.map((row) => {
        const figure = row.values["2025"];
        return figure ? setFigure(row, "2025", { value: figure.value, printed: `${figure.printed}00` }) : row;
      }),
    })),
  ],
  [
    "a dash for zero money",
    changeActivity(WAS, 0, (one) => ({
      ...one,
      sources: one.sources.map((row) => setFigure(row, "2025", { value: null, printed: "–" })),
    })),
  ],
  [
    "other quotes, spaces and a full stop",
    changeActivity(WAS, 5, (one) => ({
      ...one,
      name: words(` ${one.name.text.replaceAll("«", "„").replaceAll(" ", "  ")}.`),
    })),
  ],
  ["other places in the file", changeActivity(WAS, 5, (one) => ({ ...one, name: words(one.name.text) }))],
];

test.each(NO_CHANGE)("what means the same is no change: %s", (_name, became) => {
  expect(compareProgrammes(WAS, became)).toEqual([]);
});

test("the figures of the passport's row are not said again as its words", () => {
  const at = WAS.passport.rows.findIndex((row) => row.text.text.includes("858,5"));
  const replace = (text: string) => text.replaceAll("2024 год – 858,5", "2024 год – 900,0");
  const year = finance.values["2024"];
  if (!year) throw new Error("the example plans 2024");
  const text = replace(year.place.text);
  const became: Programme = {
    ...WAS,
    passport: {
      ...WAS.passport,
      rows: WAS.passport.rows.map((row, index) =>
        index === at ? { ...row, text: words(replace(row.text.text)) } : row,
      ),
      finance: [
        {
          ...finance,
          values: {
            ...finance.values,
            "2024": { value: 90_000_000n, printed: "900,0", place: { ...year.place, text } },
          },
        },
        ...WAS.passport.finance.slice(1),
      ],
    },
  };
  expect(became.passport.rows[at]?.text.text).not.toBe(WAS.passport.rows[at]?.text.text);
  expect(compareProgrammes(WAS, became).map(short)).toEqual([
    {
      subject: "passport-finance",
      fate: "kept",
      key: "2024",
      kind: "cost",
      was: "858,5",
      became: "900,0",
      difference: 4_150_000n,
    },
  ]);
});

describe("lines that come and go", () => {
  const activity = WAS.activities[5];
  if (!activity) throw new Error("the example has six activities");
  const more: Programme = {
    ...WAS,
    activities: [
      ...WAS.activities.slice(0, 3),
      { ...activity, name: words("Приобретение инвентаря для субботников") },
      ...WAS.activities.slice(3),
    ],
  };

  test("an added line is named once and brings its figures, and is at its place in the order", () => {
    const changes = compareProgrammes(WAS, more);
    expect(changes[0]).toMatchObject({ subject: "activity", field: "name", fate: "added", was: null });
    expect(new Set(changes.map(({ line, fate }) => `${fate} ${line?.was} ${line?.became}`))).toEqual(
      new Set(["added null 3"]),
    );
    expect(makeComparison(named(WAS), named(more)).counts).toEqual({ added: 1, ended: 0, changed: 0 });
  });

  test("a struck line is ended, with its figures gone", () => {
    const changes = compareProgrammes(more, WAS);
    expect(new Set(changes.map(({ line, fate }) => `${fate} ${line?.was} ${line?.became}`))).toEqual(
      new Set(["ended 3 null"]),
    );
  });

  test("pairs that are given decide, whatever the names say", () => {
    const pairs = new Map(pairByContent(listEditionLines(WAS), listEditionLines(more)));
    pairs.set("activity:4", "activity:6");
    pairs.delete("activity:7");
    const changes = compareProgrammes(WAS, more, pairs);
    expect(changes.map(({ subject, field, fate }) => `${subject} ${field} ${fate}`)).toContain("activity name renamed");
    expect(changes.filter(({ fate, field }) => fate === "added" && field === "name")).toHaveLength(1);
  });
});

function named(programme: Programme) {
  return { programme, called: { title: programme.title.text, name: "", basis: null } };
}

const edits = fc.array(
  fc.record({
    at: fc.nat(WAS.activities.length - 1),
    kind: fc.constantFrom("regional", "local"),
    key: fc.constantFrom("2024", "2025", "2026"),
    kopecks: fc.bigInt(0n, 10n ** 9n),
    what: fc.constantFrom("set", "remove", "rename"),
  }),
  { maxLength: 6 },
);
type Edits = typeof edits extends fc.Arbitrary<infer Value> ? Value : never;

function applyEdits(list: Edits): Programme {
  const removed = new Set(list.filter((edit) => edit.what === "remove").map((edit) => edit.at));
  const changed = list.reduce((programme, { at, what, kopecks, ...where }) => {
    if (what === "set") return changeActivity(programme, at, (one) => setMoney(one, where, kopecks));
    return what === "rename"
      ? changeActivity(programme, at, (one) => ({ ...one, name: words(`${one.name.text} села`) }))
      : programme;
  }, WAS);
  return { ...changed, activities: changed.activities.filter((_, at) => !removed.has(at)) };
}

test("differences of allocations add up to the difference of the sums, source by source and year by year", () => {
  fc.assert(
    fc.property(edits, edits, (one, other) => {
      const [was, became] = [applyEdits(one), applyEdits(other)];
      const [before, after] = [consolidateCosts(was), consolidateCosts(became)];
      const changes = compareProgrammes(was, became).filter(({ subject }) => subject === "allocation");
      for (const source of SOURCES) {
        for (const year of ["2024", "2025", "2026"]) {
          const sum = changes
            .filter(({ kind, key }) => kind === source && key === year)
            .reduce((all, { difference }) => all + (difference ?? 0n), 0n);
          expect(sum).toBe((after[source][year] ?? 0n) - (before[source][year] ?? 0n));
        }
      }
    }),
    { numRuns: 60 },
  );
});

const FATES: Readonly<Record<string, string>> = { added: "ended", ended: "added" };

test("the comparison seen from the other side says the same", () => {
  fc.assert(
    fc.property(edits, edits, (one, other) => {
      const [was, became] = [applyEdits(one), applyEdits(other)];
      const pairs = pairByContent(listEditionLines(was), listEditionLines(became));
      const back = new Map([...pairs].map(([after, before]) => [before, after]));
      const print = (changes: readonly object[]) =>
        changes
          .map((change) => JSON.stringify(change, (_, value) => (typeof value === "bigint" ? `${value}` : value)))
          .sort();
      const there = compareProgrammes(was, became, pairs).map(({ fate, was: old, became: now, difference, ...rest }) =>
        short({
          ...rest,
          was: now,
          became: old,
          fate: (FATES[fate] ?? fate) as Change["fate"],
          difference: difference && -difference,
        }),
      );
      expect(print(compareProgrammes(became, was, back).map(short))).toEqual(print(there));
    }),
    { numRuns: 60 },
  );
});
