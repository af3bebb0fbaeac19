import { expect, test } from "vitest";
import { keepsQuery } from "./kept-queries.ts";

test.each([
  ["an earlier edition's overview", "/programmes/a-2024?edition=1", true],
  ["its English indicator", "/en/programmes/a-2024/indicators/1.1?edition=12", true],
  ["its table as CSV", "/programmes/a-2024/finance.csv?edition=1", true],
  ["a later page of a list", "/programmes/a-2024/activities?page=2", true],
  ["a later page of an earlier edition's list", "/programmes/a-2024/findings?edition=1&page=2", true],
  ["a comparison", "/programmes/a-2024/compare?was=1&became=2&show=money", true],
  ["a comparison that shows what there is not", "/programmes/a-2024/compare?was=1&became=2&show=x", false],
  ["a page number where nothing is paged", "/programmes/a-2024/finance?page=2", false],
  ["an edition where it changes nothing", "/privacy?edition=1", false],
  ["an edition on the list of editions", "/programmes/a-2024/editions?edition=1", false],
  ["an unknown parameter", "/programmes/a-2024?utm=1", false],
  ["an unknown parameter beside a known one", "/programmes/a-2024?edition=1&utm=1", false],
  ["the same edition written otherwise", "/programmes/a-2024?edition=01", false],
  ["a region in a year", "/?year=2026", true],
  ["a region over all years, in English under a path", "/m/oblast/en?year=all", true],
  ["a region's table", "/m/oblast/districts.csv?year=2026", true],
  ["a region in what is no year", "/?year=20261", false],
  ["the same parameter twice", "/programmes/a-2024?edition=1&edition=2", false],
])("%s", (_name, address, kept) => {
  expect(keepsQuery(address)).toBe(kept);
});
