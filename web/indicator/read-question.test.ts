import { expect, test } from "vitest";
import type { ActualRecord } from "../../src/indicator/contract.ts";
import { readQuestion, takePage, writeQuestion } from "./read-question.ts";

const record = (at: number): ActualRecord => ({
  kind: "event",
  id: String(at),
  title: `№ ${at}`,
  date: "2024-05-18",
  recordedAt: null,
  amount: "1",
});
const MANY = Array.from({ length: 250 }, (_, at) => record(at + 1));

test("the pages together are all the records, each once", () => {
  const pages = ["1", "2", "3"].map((page) => takePage(MANY, page));
  expect(pages.flatMap(({ records }) => records)).toEqual(MANY);
  expect(pages.map(({ page, pages: of, from, all }) => [page, of, from, all])).toEqual([
    [1, 3, 1, 250],
    [2, 3, 101, 250],
    [3, 3, 201, 250],
  ]);
});

test.each([
  ["", 1],
  ["0", 1],
  ["-1", 1],
  ["two", 1],
  ["99", 3],
])("a page %j that there is not is the nearest", (asked, page) => {
  expect(takePage(MANY, asked).page).toBe(page);
});

test("no records are one empty page", () => {
  expect(takePage([], "5")).toMatchObject({ records: [], page: 1, pages: 1 });
});

test("an address is read and written back without its page and without what is empty", () => {
  const request = new Request("http://tos.example/indicators/indicator/1?quarter=2&knownOn=2024-05-01&page=3");
  const asked = readQuestion(request, "2024-07-01");
  expect(asked).toMatchObject({ year: "2024", quarter: "2", knownOn: "2024-05-01", page: "3", until: "" });
  expect(writeQuestion(asked)).toEqual({ year: "2024", quarter: "2", knownOn: "2024-05-01" });
});
