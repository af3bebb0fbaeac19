import { expect, test } from "vitest";
import { readFilter, writeFilter } from "./filter.ts";

test.each([
  ["", { state: null, page: 1 }, ""],
  ["?state=failed&page=3", { state: "failed", page: 3 }, "?state=failed&page=3"],
  ["?state=handed-over", { state: "handed-over", page: 1 }, "?state=handed-over"],
  ["?page=2", { state: null, page: 2 }, "?page=2"],
  ["?state=x'--&page=-1", { state: null, page: 1 }, ""],
  ["?page=1.5", { state: null, page: 1 }, ""],
  ["?page=1e9", { state: null, page: 1 }, ""],
] as const)("the address %j shows %j", (search, filter, written) => {
  expect(readFilter(new URLSearchParams(search))).toEqual(filter);
  expect(writeFilter(filter)).toBe(written);
});
