import { expect, test } from "vitest";
import { readActFilter, writeActFilter } from "./filter.ts";

test("the address gives the conditions, and the conditions the address", () => {
  const address =
    "?kind=resolution&subject=boundaries&state=in-force&year=2016&text=%D0%A2%D0%9E%D0%A1&on=2024-05-25&due=yes";
  const filter = readActFilter(new URLSearchParams(address));
  expect(filter).toEqual({
    kind: "resolution",
    subject: "boundaries",
    state: "in-force",
    year: 2016,
    text: "ТОС",
    due: true,
    on: "2024-05-25",
  });
  expect(writeActFilter(filter)).toBe(address);
});

test("what is no condition is left out", () => {
  const asked = new URLSearchParams("?kind=ukaz&subject=&state=dead&year=20x4&text=%20%00&on=2024-13-45&due=1");
  expect(readActFilter(asked)).toEqual({});
  expect(writeActFilter({})).toBe("");
});
