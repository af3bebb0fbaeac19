import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeAudit } from "./access/index.ts";
import { createTestMunicipality, runAs } from "./access/testing.ts";
import { verifyLedgers, verifyTrails } from "./commands-verify.ts";
import type { Id } from "./kernel/id.ts";
import { openTestLedger, runScenario } from "./ledger/testing.ts";
import { readConfig } from "./platform/config.ts";
import { type Database, inOwnerTransaction, type Tx } from "./platform/database/index.ts";
import { createTestDatabase } from "./platform/database/testing.ts";

let database: Database;
let folder: string;
let said: string[];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-verify-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

async function verify(): Promise<boolean> {
  said = [];
  const config = readConfig({}, { dataFolder: folder });
  return verifyTrails({ config, database }, (text) => said.push(text));
}

async function write(municipality: Id, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await runAs(
      database,
      municipality,
    )((ctx) => writeAudit(ctx, { action: "thing.do", subject: { kind: "thing", id: null } }));
  }
}

/** As somebody with the owner's password would do it. */
function tamper(work: (tx: Tx) => Promise<unknown>): Promise<void> {
  return inOwnerTransaction(database, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await work(tx);
  });
}

test("says that there is nothing to verify in an empty installation", async () => {
  await expect(verify()).rejects.toMatchObject({ code: "no-municipality" });
});

test("goes through every municipality, names the first row that does not hold, and goes on", async () => {
  const first = await createTestMunicipality(database, "ordynsky");
  const second = await createTestMunicipality(database, "iskitimsky");
  await write(first, 3);
  await write(second, 2);
  expect(await verify()).toBe(true);
  expect(said).toEqual([
    expect.stringMatching(/^ordynsky: журнал · trail: 3 ✓ [0-9a-f]{64}\n$/),
    expect.stringMatching(/^iskitimsky: журнал · trail: 2 ✓ [0-9a-f]{64}\n$/),
  ]);
  await tamper((tx) =>
    sql`update audit_entry set detail = '{"sum": 5}' where id =
      (select entry_id from audit_link where municipality_id = ${first} and number = 2)`.execute(tx),
  );
  expect(await verify()).toBe(false);
  expect(said[0]).toMatch(/^ordynsky: .*строка изменена после записи.*: № 2 [0-9a-f-]{36} .* thing\.do\n$/);
  expect(said[1]).toContain("iskitimsky: журнал · trail: 2 ✓");
});

test("finds a chain that was cut and mended within itself, by what it saw the last time", async () => {
  const third = await createTestMunicipality(database, "cherepanovsky");
  await write(third, 4);
  await verify();
  expect(said.at(-1)).toContain("trail: 4 ✓");
  await tamper(async (tx) => {
    await sql`delete from audit_entry where municipality_id = ${third} and id in
      (select entry_id from audit_link where municipality_id = ${third} and number > 2)`.execute(tx);
    await sql`delete from audit_link where municipality_id = ${third} and number > 2`.execute(tx);
    await sql`update audit_chain set length = 2, head = (select hash from audit_link
      where municipality_id = ${third} and number = 2) where municipality_id = ${third}`.execute(tx);
  });
  await verify();
  expect(said.at(-1)).toMatch(/^cherepanovsky: .*цепь обрезана.*№ 2/);
});

test("names a balance of the ledger that somebody changed by hand, and where", async () => {
  const here = await openTestLedger(database, "purse");
  try {
    await runScenario(here, "2024-01-15 appropriate limit activity=4 local=70000 = ok");
    const lines: string[] = [];
    const check = () => verifyLedgers({ database }, (text) => lines.push(text));
    expect(await check()).toBe(true);
    const change = (by: number) =>
      tamper((tx) =>
        sql`update ledger_balance set free = free + ${by}
          where municipality_id = ${here.municipalityId} and budget < 0`.execute(tx),
      );
    await change(1);
    lines.length = 0;
    expect(await check()).toBe(false);
    expect(lines.filter((line) => !line.includes("✓"))).toEqual([
      expect.stringMatching(/^purse: деньги · money: остаток не равен своим проводкам .* 2024\n$/),
    ]);
    await change(-1);
    expect(await check()).toBe(true);
  } finally {
    here.close();
  }
});
