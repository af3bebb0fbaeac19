import { expect, test } from "vitest";
import { findYears, makeSlug, makeTitle } from "./approval.ts";
import { flattenLines, listEditionLines } from "./edition.ts";
import { EXAMPLE_READING } from "./testing-store.ts";

const { programme } = EXAMPLE_READING;

test("an edition keeps every indicator and every activity of the document, each under a key of its own", () => {
  const lines = listEditionLines(programme);
  expect(lines.indicators.map((line) => line.name)).toEqual(programme.indicators.map(({ name }) => name.text));
  expect(lines.activities.map((line) => line.name)).toEqual(programme.activities.map(({ name }) => name.text));
  const keys = flattenLines(lines).map((line) => line.key);
  expect(new Set(keys).size).toBe(keys.length);
});

test("lines point to the goal and objective that the document prints above them", () => {
  const lines = listEditionLines(programme);
  const keys = new Set(flattenLines(lines).map((line) => line.key));
  for (const line of lines.activities) {
    expect(line.goal && keys.has(line.goal)).toBe(true);
    expect(line.objective && keys.has(line.objective)).toBe(true);
  }
  expect(lines.objectives.every((line) => line.goal === "goal:1")).toBe(true);
});

test("a plan holds years and no totals", () => {
  const { activities, indicators } = listEditionLines(programme);
  const years = activities.flatMap((line) => [...line.allocations, ...line.quantities].map(({ year }) => year));
  const targets = indicators.flatMap((line) => line.targets.map(({ year }) => year));
  expect([...new Set([...years, ...targets])].sort()).toEqual([2024, 2025, 2026]);
});

test("a figure that was not understood is no line of the plan", () => {
  const [first, ...rest] = programme.indicators;
  if (!first) throw new Error("the example has indicators");
  const figure = first.targets.values["2025"];
  if (!figure) throw new Error("the example has targets for 2025");
  const values = { ...first.targets.values, "2025": { ...figure, value: null } };
  const changed = { ...programme, indicators: [{ ...first, targets: { ...first.targets, values } }, ...rest] };
  const [line] = listEditionLines(changed).indicators;
  expect(line?.targets.map(({ year }) => year)).toEqual([2024, 2026]);
});

test("a row that is printed twice counts once", () => {
  const activities = programme.activities.map((activity) => ({
    ...activity,
    sources: [...activity.sources, ...activity.sources],
  }));
  expect(listEditionLines({ ...programme, activities })).toEqual(listEditionLines(programme));
});

test.each<[readonly number[], readonly number[], readonly number[], readonly number[]]>([
  [[2024, 2025], [2020], [2019], [2024, 2025]],
  [[], [2026, 2024, 2024], [2019], [2024, 2026]],
  [[], [], [2019], [2019]],
  [[], [], [], []],
])("years come from the tables %j, else the term %j, else the title %j", (years, termYears, titleYears, expected) => {
  const passport = { ...programme.passport, termYears };
  expect(findYears({ ...programme, years, passport, titleYears })).toEqual(expected);
});

test.each([
  [[2024, 2025, 2026], "ordynsky-2024-2026"],
  [[2024], "ordynsky-2024"],
  [[], undefined],
])("the short name of a programme of %j", (years, slug) => {
  expect(makeSlug("ordynsky", years)).toBe(slug);
});

test("the title is the passport's name, else the title page's words, in one line", () => {
  const name = { text: " Развитие\n ТОС ", place: programme.title.place };
  expect(makeTitle({ ...programme, passport: { ...programme.passport, name } })).toBe("Развитие ТОС");
  const withoutName = { ...programme, passport: { ...programme.passport, name: null } };
  expect(makeTitle(withoutName)).toBe(programme.title.text.replace(/\s+/g, " ").trim());
});
