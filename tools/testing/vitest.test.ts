import { describe, expect, test } from "vitest";
import { summarise } from "./summary.ts";
import { readReport } from "./vitest.ts";

const file = (status: string, tests: Record<string, string>) => ({
  name: "/elsewhere/pear.test.ts",
  status,
  assertionResults: Object.entries(tests).map(([fullName, result]) => ({ fullName, status: result })),
});

describe("vitest's report", () => {
  test("counts each test, and whatever did not run as skipped", () => {
    const outcomes = readReport({
      testResults: [file("passed", { a: "passed", b: "skipped", c: "todo", d: "pending" })],
    });
    expect(outcomes.map(({ result }) => result)).toEqual(["passed", "skipped", "skipped", "skipped"]);
  });

  test("counts a file that could not be loaded as one failure", () => {
    expect(readReport({ testResults: [file("failed", {})] })).toEqual([
      { name: "/elsewhere/pear.test.ts", result: "failed" },
    ]);
  });

  test("does not count a failed test twice", () => {
    const outcomes = readReport({ testResults: [file("failed", { a: "failed", b: "passed" })] });
    expect(outcomes.filter(({ result }) => result === "failed")).toHaveLength(1);
  });
});

test("the summary names what was skipped and what failed, and closes with the numbers", () => {
  const lines = summarise([
    { name: "a", result: "passed" },
    { name: "b", result: "skipped", detail: "no browser" },
    { name: "c", result: "failed" },
  ]);
  expect(lines).toEqual(["skipped: b (no browser)", "failed: c", "1 passed, 1 failed, 1 skipped"]);
});
