import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "../../kernel/id.ts";
import { type Database, inOwnerTransaction, inTenant } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { recountLedger } from "../index.ts";
import { openTestLedger, runScenario, type TestLedger } from "../testing.ts";

let database: Database;
let here: TestLedger;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  count += 1;
  here = await openTestLedger(database, `place-${count}`);
  return () => here.close();
});
afterAll(() => database.close());

describe("the database itself", () => {
  beforeEach(async () => {
    await runScenario(
      here,
      `2024-01-15 appropriate limit activity=4 local=70000 = ok
      2024-02-01 commit seminar activity=4 local=35000 = ok`,
    );
  });

  test.each(["ledger_entry", "ledger_posting", "ledger_plan", "ledger_balance", "ledger_commitment"])(
    "refuses to change or delete a row of %s, even to its owner",
    async (table) => {
      for (const statement of [`update ${table} set municipality_id = municipality_id`, `delete from ${table}`]) {
        await expect(inOwnerTransaction(database, (tx) => sql.raw(statement).execute(tx))).rejects.toThrow(
          "append-only",
        );
        await expect(inTenant(database, here.municipalityId, (tx) => sql.raw(statement).execute(tx))).rejects.toThrow(
          "permission denied",
        );
      }
      const truncate = inOwnerTransaction(database, (tx) => sql.raw(`truncate ${table} cascade`).execute(tx));
      await expect(truncate).rejects.toThrow("append-only");
    },
  );

  /** An entry written past the application: a payment of the seminar. */
  const write = (postings: readonly (readonly [string, bigint])[], posting_count = postings.length) =>
    inTenant(database, here.municipalityId, async (tx) => {
      const id = newId();
      await sql`insert into ledger_entry (municipality_id, id, number, number_year, kind, date, year, activity_id, kopecks,
          basis_kind, basis, commitment_id, posting_count, key, digest, at, by_name)
        select municipality_id, ${id}, 1000, 2000, 'payment', '2024-03-01', 2024, activity_id, 1, 'other', 'мимо', id,
          ${posting_count}, ${id}, '', now(), 'мимо'
        from ledger_entry where municipality_id = ${here.municipalityId} and kind = 'commitment'`.execute(tx);
      for (const [position, [account, kopecks]] of postings.entries()) {
        await sql`insert into ledger_posting (municipality_id, entry_id, position, activity_id, source_id, year, account, kopecks)
          select entry.municipality_id, ${id}, ${position}, entry.activity_id, source.id, 2024, ${account}, ${kopecks}
          from ledger_entry as entry join funding_source as source
            on source.municipality_id = entry.municipality_id and source.kind = 'local'
          where entry.municipality_id = ${here.municipalityId} and entry.id = ${id}`.execute(tx);
      }
    });

  test("takes a balanced entry", async () => {
    await write([
      ["reserved", -1n],
      ["paid", 1n],
    ]);
  });

  test.each<[string, readonly (readonly [string, bigint])[], number | undefined, string]>([
    ["that does not balance", [["paid", 1n]], undefined, "does not balance"],
    ["without all its postings", [], 2, "has not all its postings"],
    [
      "with more postings than it says",
      [
        ["reserved", -1n],
        ["paid", 1n],
      ],
      1,
      "no further postings",
    ],
    [
      "over the obligation",
      [
        ["reserved", -35_000_01n],
        ["paid", 35_000_01n],
      ],
      undefined,
      "_reserved",
    ],
    [
      "over the limit",
      [
        ["free", -35_000_01n],
        ["reserved", 35_000_01n],
      ],
      undefined,
      "ledger_free",
    ],
  ])("refuses an entry %s", async (_name, postings, postingCount, message) => {
    await expect(write(postings, postingCount)).rejects.toThrow(message);
  });

  test("lets one of fifty writers have the last rouble", async () => {
    const activityId = here.activityAt(4);
    const own = { date: "2024-03-01", basis: "договор", basisKind: "contract", payee: "ИП", activityId, year: "2024" };
    const tries = Array.from({ length: 50 }, (_, at) =>
      here
        .on("2024-03-01")((ctx) =>
          here.ledger.commit(ctx, { ...own, key: `race ${at}`, sums: { local: "35000" }, confirmed: true }),
        )
        .then(
          () => "ok",
          (error) => error.code,
        ),
    );
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(["ok", "ledger-over-appropriation"]));
  });

  test("lets one of fifty writers past the application have it, too", async () => {
    const postings = [
      ["reserved", -35_000_00n],
      ["paid", 35_000_00n],
    ] as const;
    const tries = Array.from({ length: 50 }, (_, at) => writeNumbered(postings, at));
    const outcomes = await Promise.all(tries);
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome !== "ok" && !outcome.includes("_reserved"))).toEqual([]);
  });

  const writeNumbered = (postings: readonly (readonly [string, bigint])[], at: number) =>
    inTenant(database, here.municipalityId, async (tx) => {
      const id = newId();
      await sql`insert into ledger_entry (municipality_id, id, number, number_year, kind, date, year, activity_id, kopecks,
          basis_kind, basis, commitment_id, posting_count, key, digest, at, by_name)
        select municipality_id, ${id}, ${at + 1}, 2001, 'payment', '2024-03-01', 2024, activity_id, 1, 'other', 'мимо', id,
          2, ${id}, '', now(), 'мимо'
        from ledger_entry where municipality_id = ${here.municipalityId} and kind = 'commitment'`.execute(tx);
      const rows = postings.map(
        ([account, kopecks], position) => sql`(${account}::text, ${kopecks}::bigint, ${position}::int)`,
      );
      await sql`insert into ledger_posting (municipality_id, entry_id, position, activity_id, source_id, year, account, kopecks)
        select entry.municipality_id, entry.id, row.position, entry.activity_id, source.id, 2024, row.account, row.kopecks
        from ledger_entry as entry join funding_source as source
          on source.municipality_id = entry.municipality_id and source.kind = 'local'
        cross join (values ${sql.join(rows)}) as row (account, kopecks, position)
        where entry.municipality_id = ${here.municipalityId} and entry.id = ${id}`.execute(tx);
    }).then(
      () => "ok",
      (error: Error) => error.message,
    );
});

test("the recount names what does not hold", async () => {
  await runScenario(here, "2024-01-15 appropriate limit activity=4 local=70000 = ok");
  await inOwnerTransaction(database, (tx) =>
    sql`alter table ledger_balance disable trigger user`
      .execute(tx)
      .then(() =>
        sql`update ledger_balance set free = free + 1 where municipality_id = ${here.municipalityId} and budget < 0`.execute(
          tx,
        ),
      ),
  );
  const { faults } = await inTenant(database, here.municipalityId, (tx) => recountLedger(tx, here.municipalityId));
  await inOwnerTransaction(database, (tx) => sql`alter table ledger_balance enable trigger user`.execute(tx));
  expect(faults.map(({ check }) => check)).toEqual(["balance-differs"]);
});
