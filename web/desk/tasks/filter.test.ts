import { describe, expect, test } from "vitest";
import { isNarrowed, readFilter, readPage, writeFilter } from "./filter.ts";

const read = (text: string) => readFilter(new URLSearchParams(text));

describe("the conditions of the list in its address", () => {
  test.each([
    ["", {}],
    ["mine=1&late=1", { mine: true, late: true }],
    ["year=2026&state=in-work&sort=executor", { year: 2026, state: "in-work", sort: "executor" }],
    ["executor=%D0%A6%D0%B5%D0%BD%D1%82%D1%80", { executor: "Центр" }],
    ["sort=due", {}],
    ["sort=due_date;drop table task&state=any&year=2026' or 1=1&mine=yes", {}],
    ["executor=%20", {}],
  ])("%s means %j", (text, filter) => {
    expect(read(text)).toEqual(filter);
    expect(read(writeFilter(read(text)).slice(1))).toEqual(filter);
  });

  test.each([
    ["page=3", 3],
    ["page=0", 1],
    ["page=-1", 1],
    ["page=x", 1],
  ])("%s is page %i", (text, page) => {
    expect(readPage(new URLSearchParams(text))).toBe(page);
  });

  test("an order alone narrows nothing", () => {
    expect(isNarrowed({ sort: "number" })).toBe(false);
    expect(isNarrowed({ sort: "number", late: true })).toBe(true);
  });
});
