import { expect, test } from "vitest";
import { readNewsFilter, writeNewsFilter } from "./filter.ts";

test("the address gives the conditions, and the conditions the address", () => {
  const address =
    "?kind=article&state=published&year=2024&text=%D1%81%D0%B0%D0%B4&outlet=01890000-0000-7000-8000-000000000001";
  const filter = readNewsFilter(new URLSearchParams(address));
  expect(filter).toMatchObject({ kind: "article", state: "published", year: 2024, text: "сад" });
  expect(writeNewsFilter(filter)).toBe(address);
});

test("what is no condition is left out", () => {
  expect(readNewsFilter(new URLSearchParams("?kind=poem&state=lost&year=24&text=%20&outlet=1"))).toEqual({});
  expect(writeNewsFilter({})).toBe("");
});
