import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, inTenant } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { ledgerRefusals, recountLedger } from "./index.ts";
import { openTestLedger, runScenario } from "./testing.ts";

/**
 * A file a theme; each row ends in `ok` or in a refusal code. Activity 6 is the contest (regional and local), 4 the seminars,
 * 8 a prize, 9 Neighbours' Day.
 */
const FOLDER = join(import.meta.dirname, "scenarios");
const SCENARIOS = readdirSync(FOLDER).map((name) => {
  const [title = name, ...lines] = readFileSync(join(FOLDER, name), "utf8").trim().split("\n");
  return { title: title.replace(/^# /, ""), name, text: lines.join("\n") };
});

let database: Database;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test.each(SCENARIOS)("$title", async ({ name, text }) => {
  const here = await openTestLedger(database, `district-${name.replace(/\W/g, "-")}`);
  try {
    expect((await runScenario(here, text)).split("\n")).toEqual(text.split("\n"));
    const { faults } = await inTenant(database, here.municipalityId, (tx) => recountLedger(tx, here.municipalityId));
    expect(faults).toEqual([]);
  } finally {
    here.close();
  }
});

test("every refusal of the ledger ends a row of a scenario or is named by a test", () => {
  const rows = SCENARIOS.map(({ text }) => text).join("\n");
  const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts"))
    .map((path) => readFileSync(join(import.meta.dirname, path), "utf8"))
    .join("\n");
  const codes = Object.keys(ledgerRefusals);
  expect(codes.filter((code) => !new RegExp(`= ${code}$`, "m").test(rows) && !tests.includes(`"${code}"`))).toEqual([]);
});
