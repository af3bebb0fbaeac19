import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportCalculation } from "./contest/rules/replay.ts";
import { PLAIN_RULES } from "./contest/rules/testing.ts";

const root = join(import.meta.dirname, "..");
let made: string;
beforeAll(() => {
  made = mkdtempSync(join(tmpdir(), "sosedstvo-replay-"));
});
afterAll(() => rmSync(made, { recursive: true }));

const file = exportCalculation("Конкурс (пример)", {
  rules: { ...PLAIN_RULES, money: { sources: [{ source: "local", limit: "150" }] } },
  entrants: [
    { number: 1, submittedAt: "2024-03-01T09:00:00.000Z", requested: "100", own: "0" },
    { number: 2, submittedAt: "2024-03-01T09:00:00.000Z", requested: "100", own: "0" },
  ],
  reviews: [
    { juror: "juror-1", number: 1, values: { use: "5", life: "6" } },
    { juror: "juror-1", number: 2, values: { use: "9", life: "9" } },
  ],
});

function replay(content: unknown, ...flags: string[]) {
  const path = join(made, "calculation.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return spawnSync(join(root, "bin/sosedstvo"), ["replay", path, ...flags], { encoding: "utf8" });
}

test("an exported calculation replays in every figure and is printed as a ranking", () => {
  const { status, stdout } = replay(file);
  expect(status).toBe(0);
  expect(stdout.split("\n").slice(0, 4)).toEqual([
    "Конкурс (пример): состоялся",
    "   1. № 2  18  присуждено 100",
    "   2. № 1  11  деньги кончились",
    "Расчёт совпал полностью.",
  ]);
});

test("a mark altered afterwards is found at every figure that follows from it", () => {
  const [first, ...others] = file.field.reviews;
  const altered = {
    ...file,
    field: { ...file.field, reviews: [{ ...first, values: { use: "10", life: "10" } }, ...others] },
  };
  const { status, stdout } = replay(altered, "--language", "en");
  expect(status).toBe(1);
  expect(stdout).toContain("! result.awards.0.number: the file has 2, reckoned 1");
});

test("what is no calculation is refused with where it fails", () => {
  expect(replay("{").status).toBe(2);
  expect(replay({ ...file, format: "sosedstvo-contest-9" }).stdout).toBe("Это не файл расчёта конкурса: format\n");
});
