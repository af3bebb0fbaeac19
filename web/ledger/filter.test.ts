import { expect, test } from "vitest";
import { readFilter, readYear, writeFilter } from "./filter.ts";

const ID = "01a20d91-4e13-7325-8bd0-c0ebd5fc5e3e";

test("the conditions of an address come back as the same address", () => {
  const asked = `kind=payment&source=local&year=2024&from=2024-01-01&to=2024-12-31&text=${encodeURIComponent("№")}&activity=${ID}`;
  const filter = readFilter(new URLSearchParams(asked));
  expect(filter).toEqual({
    kind: "payment",
    source: "local",
    year: 2024,
    activityId: ID,
    from: "2024-01-01",
    to: "2024-12-31",
    text: "№",
  });
  expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter);
});

test.each([
  "kind=gift",
  "year=24",
  "year=3024",
  "activity=1",
  "from=2024-99-01",
  "from=2024-02-31",
  "from=yesterday",
  "text=%20%00",
  "",
])("«%s» narrows nothing", (asked) => {
  expect(readFilter(new URLSearchParams(asked))).toEqual({});
});

test.each([
  ["year=2025", 2025],
  ["year=all", null],
  ["", 2026],
  ["year=никакой", 2026],
])("«%s» is the year %s", (asked, year) => {
  expect(readYear(new URLSearchParams(asked), 2026)).toBe(year);
});
