import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Database, inOwnerTransaction } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { openTestLedger, runScenario, type TestLedger } from "../testing.ts";
import { RECOUNT_CHECKS, type RecountCheck, recountLedger } from "./store.ts";

let database: Database;
let here: TestLedger;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  count += 1;
  here = await openTestLedger(database, `recount-${count}`);
  await runScenario(
    here,
    `2024-01-15 appropriate limit activity=4 local=70000 = ok
    2024-02-01 commit seminar activity=4 local=35000 = ok
    2024-03-01 pay wrong of=seminar local=1000 = ok
    2024-03-02 reverse undo of=wrong = ok
    2024-03-03 pay right of=seminar local=2000 = ok
    2024-03-04 perform act of=seminar local=2000 = ok
    2024-03-05 refund back of=right local=500 = ok`,
  );
  return () => here.close();
});
afterAll(() => database.close());

/** «Of this test's municipality» in the statements below. */
const OWN = "municipality_id = $own";
const postingOf = (kind: string) =>
  `${OWN} and entry_id in (select id from ledger_entry where ${OWN} and kind = '${kind}')`;

/** Each is done by the administrator of the database with triggers off, as only who holds the server can. */
const TAMPERED: readonly (readonly [string, string, readonly RecountCheck[]])[] = [
  [
    "a posting that is gone",
    `delete from ledger_posting where ${postingOf("performance")} and position = 1`,
    ["entry-incomplete", "entry-unbalanced", "sum-not-zero", "balance-differs", "commitment-differs"],
  ],
  [
    "a posting with a kopeck more",
    `update ledger_posting set kopecks = kopecks + 1 where ${postingOf("appropriation")} and position = 1`,
    ["entry-unbalanced", "sum-not-zero", "balance-differs", "sum-differs"],
  ],
  [
    "a balance with a kopeck more",
    `update ledger_balance set free = free + 1 where ${OWN} and budget < 0`,
    ["balance-differs"],
  ],
  [
    "an obligation with a kopeck more",
    `update ledger_commitment set reserved = reserved + 1 where ${OWN}`,
    ["commitment-differs"],
  ],
  [
    "a refund beyond its payment",
    `update ledger_posting set kopecks = kopecks * 5 where ${postingOf("refund")}`,
    ["limit-broken", "balance-differs", "commitment-differs", "sum-differs"],
  ],
  [
    "a reversal of another sum",
    `with turned as (update ledger_posting set kopecks = kopecks * 2 where ${postingOf("reversal")}),
      line as (update ledger_balance set paid = paid - 100000, reserved = reserved + 100000 where ${OWN} and budget < 0)
      update ledger_commitment set paid = paid - 100000, reserved = reserved + 100000 where ${OWN}`,
    ["reversal-differs"],
  ],
  [
    "an edition's plan with a kopeck more",
    `update allocation set kopecks = kopecks + 1 where ${OWN} and kopecks = 7000000 and year = 2024`,
    ["allocation-differs"],
  ],
  [
    "an entry of another sum than its postings and the trail",
    `update ledger_entry set kopecks = kopecks + 1 where ${OWN} and kind = 'payment' and kopecks = 200000`,
    ["sum-differs", "trail-differs"],
  ],
  [
    "a payment moved to another day",
    `update ledger_entry set date = '2024-02-29' where ${OWN} and kind = 'payment' and kopecks = 200000`,
    ["trail-differs"],
  ],
  [
    "an obligation with another document",
    `update ledger_entry set basis = 'договор № 13' where ${OWN} and kind = 'commitment'`,
    ["trail-differs"],
  ],
  [
    "an entry whose row of the trail is gone",
    `delete from audit_entry where ${OWN} and action = 'ledger.refund'`,
    ["trail-differs"],
  ],
  ["a number that no entry has", `update ledger_counter set last = last + 1 where ${OWN}`, ["number-missing"]],
];

test.each(TAMPERED)("%s is found out", async (_name, statement, checks) => {
  // Taken back with the transaction: the error carries out what was found.
  const found: RecountCheck[] = [];
  const tampering = inOwnerTransaction(database, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await sql.raw(statement.replaceAll("$own", `'${here.municipalityId}'`)).execute(tx);
    found.push(...(await recountLedger(tx, here.municipalityId)).faults.map(({ check }) => check));
    throw new Error("taken back");
  });
  await expect(tampering).rejects.toThrow("taken back");
  expect([...new Set(found)].sort()).toEqual([...checks].sort());
});

test("every check of the recount is provoked by one of them", () => {
  expect([...new Set(TAMPERED.flatMap(([, , checks]) => checks))].sort()).toEqual([...RECOUNT_CHECKS].sort());
});
