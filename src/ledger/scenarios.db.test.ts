import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Database, inTenant } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { ledgerRefusals, recountLedger } from "./index.ts";
import { openTestLedger, runScenario, type TestLedger } from "./testing.ts";

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
    const look = () => describeLedger(here);
    expect((await runScenario(here, text, look)).split("\n")).toEqual(text.split("\n"));
    const { faults } = await inTenant(database, here.municipalityId, (tx) => recountLedger(tx, here.municipalityId));
    expect(faults).toEqual([]);
  } finally {
    here.close();
  }
});

/** All that a command could leave: entries, postings, balances, numbers, the trail. */
async function describeLedger({ municipalityId }: TestLedger): Promise<string> {
  const tables = [
    "ledger_entry",
    "ledger_posting",
    "ledger_plan",
    "ledger_balance",
    "ledger_commitment",
    "ledger_counter",
  ];
  const found = tables.map((table) => `select '${table}' as name, to_jsonb(kept) as row from ${table} as kept`);
  const trail = "select 'audit_entry', to_jsonb(id) from audit_entry where action like 'ledger.%' and outcome = 'done'";
  const { rows } = await inTenant(database, municipalityId, (tx) =>
    sql<{ digest: string }>`select md5(string_agg(name || row::text, ' ' order by name, row::text)) as digest
      from (${sql.raw([...found, trail].join(" union all "))}) as kept`.execute(tx),
  );
  return rows[0]?.digest ?? "";
}

test("every refusal of the ledger ends a row of a scenario or is named by a test", () => {
  const rows = SCENARIOS.map(({ text }) => text).join("\n");
  const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts"))
    .map((path) => readFileSync(join(import.meta.dirname, path), "utf8"))
    .join("\n");
  const codes = Object.keys(ledgerRefusals);
  expect(codes.filter((code) => !new RegExp(`= ${code}$`, "m").test(rows) && !tests.includes(`"${code}"`))).toEqual([]);
});
