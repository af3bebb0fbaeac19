import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Id, newId } from "../../kernel/id.ts";
import { type Database, inOwnerTransaction, inTenant, type Tx } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { createPerson } from "../people/actions.ts";
import { createTestMunicipality, personWith, runAs, STRANGER } from "../testing.ts";
import { exportTrail, listTrailActions, readTrail, TRAIL_PAGE_ROWS } from "./actions.ts";
import { writeAudit } from "./store.ts";
import { type Anchor, checkChain, loadChainEnd } from "./store-chain.ts";
import { destroyKey, sealPersonal } from "./store-seal.ts";
import type { TrailFilter, TrailPage } from "./views.ts";

let database: Database;
let own: Id;
let other: Id;
let person: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  own = await createTestMunicipality(database, "ordynsky");
  other = await createTestMunicipality(database, "iskitimsky");
  const given = { email: "a@example.org", name: "Сидорова", password: "0123456789", basis: "приказ № 4" };
  person = await runAs(database, other)((ctx) => createPerson(ctx, { ...given, roles: ["auditor"] }));
});
afterAll(() => database.close());

const auditor = () => personWith(person, "auditor");
const write = (municipality: Id, action: string, rest: object = {}) =>
  runAs(database, municipality)((ctx) => writeAudit(ctx, { action, subject: { kind: "thing", id: newId() }, ...rest }));
const check = (municipality: Id, anchor: Anchor | null = null) =>
  inTenant(database, municipality, (tx) => checkChain(tx, municipality, anchor));

/** As somebody with the owner's password would do it: past row-level security and past the triggers. */
function tamper(work: (tx: Tx) => Promise<unknown>): Promise<void> {
  return inOwnerTransaction(database, async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await work(tx);
  });
}

/** A municipality whose chain has five links, for a test to break. */
async function makeChain(): Promise<Id> {
  const municipality = await createTestMunicipality(database, `chain-${newId()}`);
  for (const step of [1, 2, 3, 4, 5]) await write(municipality, `step.${step}`);
  return municipality;
}

describe("the chain", () => {
  test("holds for rows of every kind, and each municipality has its own", async () => {
    const municipality = await makeChain();
    await write(municipality, "step.6", { basis: "приказ № 1 «О назначении»", detail: { б: 1, a: "два\n" } });
    await write(municipality, "step.7", { before: { name: null }, after: { name: "ёж 🦔", count: 2 } });
    await write(municipality, "step.8", { refusal: "not-permitted", subject: { kind: "page", id: null } });
    await runAs(
      database,
      municipality,
      STRANGER,
    )((ctx) => writeAudit(ctx, { action: "x", subject: { kind: "y", id: null } }));
    const report = await check(municipality);
    expect(report).toMatchObject({ rows: 9, firstBroken: null });
    const end = await inTenant(database, municipality, (tx) => loadChainEnd(tx, municipality));
    expect(end).toEqual({ length: 9n, hash: report.head });
    expect((await check(own)).firstBroken).toBeNull();
  });

  test("holds where many transactions write at once, also where they wait for each other", async () => {
    const municipality = await createTestMunicipality(database, `race-${newId()}`);
    await Promise.all(
      Array.from({ length: 30 }, (_, writer) =>
        runAs(
          database,
          municipality,
        )(async (ctx) => {
          await writeAudit(ctx, { action: `first.${writer}`, subject: { kind: "thing", id: null } });
          await sql`select id from municipality where id = ${municipality} for no key update`.execute(
            // The lock of another table between the two rows would be a deadlock if the chain were locked at once.
            ctx.tx,
          );
          await writeAudit(ctx, { action: `second.${writer}`, subject: { kind: "thing", id: null } });
        }),
      ),
    );
    expect(await check(municipality)).toMatchObject({ rows: 60, firstBroken: null });
  });

  test("has no link for what was rolled back", async () => {
    const municipality = await makeChain();
    const failing = runAs(
      database,
      municipality,
    )(async (ctx) => {
      await writeAudit(ctx, { action: "never", subject: { kind: "thing", id: null } });
      throw new Error("rolled back");
    });
    await expect(failing).rejects.toThrow("rolled back");
    expect(await check(municipality)).toMatchObject({ rows: 5, firstBroken: null });
  });

  type Damage = (tx: Tx, municipality: Id) => Promise<unknown>;
  const third = sql`(select entry_id from audit_link where municipality_id = audit_entry.municipality_id and number = 3)`;
  test.each<[string, Damage, object]>([
    [
      "a word of a row changed",
      (tx, id) =>
        sql`update audit_entry set action = 'step.X' where municipality_id = ${id} and id = ${third}`.execute(tx),
      { fault: "altered", number: 3n, action: "step.X" },
    ],
    [
      "a time moved by a microsecond",
      (tx, id) =>
        sql`update audit_entry set at = at + interval '1 microsecond' where municipality_id = ${id} and id = ${third}`.execute(
          tx,
        ),
      { fault: "altered", number: 3n },
    ],
    [
      "a row taken away",
      (tx, id) => sql`delete from audit_entry where municipality_id = ${id} and id = ${third}`.execute(tx),
      { fault: "missing", number: 3n },
    ],
    [
      "a link taken away with its row",
      async (tx, id) => {
        await sql`delete from audit_entry where municipality_id = ${id} and id = ${third}`.execute(tx);
        await sql`delete from audit_link where municipality_id = ${id} and number = 3`.execute(tx);
      },
      { fault: "gap", number: 3n },
    ],
    [
      "a row slipped in",
      (tx, id) =>
        sql`insert into audit_entry (municipality_id, id, at, actor_kind, actor_name, action, subject_kind)
          values (${id}, ${newId()}, now(), 'system', 'cli', 'slipped-in', 'thing')`.execute(tx),
      { fault: "unlinked", number: null, action: "slipped-in" },
    ],
    [
      "links hung on beyond the end",
      (tx, id) =>
        sql`update audit_chain set length = 4, head = (select hash from audit_link
          where municipality_id = ${id} and number = 4) where municipality_id = ${id}`.execute(tx),
      { fault: "end", number: 4n },
    ],
    [
      "the end cut off",
      async (tx, id) => {
        await sql`delete from audit_entry where municipality_id = ${id}
          and id = (select entry_id from audit_link where municipality_id = ${id} and number = 5)`.execute(tx);
        await sql`delete from audit_link where municipality_id = ${id} and number = 5`.execute(tx);
      },
      { fault: "end", number: 4n },
    ],
  ])("%s is found, and the first row named", async (_what, damage, expected) => {
    const municipality = await makeChain();
    await tamper((tx) => damage(tx, municipality));
    expect((await check(municipality)).firstBroken).toMatchObject(expected);
  });

  test("cut at its end and mended within itself is given away by where it was last seen", async () => {
    const municipality = await makeChain();
    const seen = await inTenant(database, municipality, (tx) => loadChainEnd(tx, municipality));
    await write(municipality, "step.6");
    expect((await check(municipality, seen)).firstBroken).toBeNull();
    await tamper(async (tx) => {
      const gone = sql`(select entry_id from audit_link where municipality_id = ${municipality} and number > 3)`;
      await sql`delete from audit_entry where municipality_id = ${municipality} and id in ${gone}`.execute(tx);
      await sql`delete from audit_link where municipality_id = ${municipality} and number > 3`.execute(tx);
      await sql`update audit_chain set length = 3, head = (select hash from audit_link
        where municipality_id = ${municipality} and number = 3) where municipality_id = ${municipality}`.execute(tx);
    });
    expect((await check(municipality)).firstBroken).toBeNull();
    expect((await check(municipality, seen)).firstBroken).toMatchObject({ fault: "end", number: 3n });
  });
});

describe("nobody who works through the application", () => {
  test.each([
    ["changes a row", sql`update audit_entry set action = 'x'`],
    ["deletes a row", sql`delete from audit_entry`],
    ["empties the table", sql`truncate audit_entry cascade`],
    [
      "writes a link",
      sql`insert into audit_link select municipality_id, number + 100, gen_random_uuid(), hash from audit_link`,
    ],
    ["changes a link", sql`update audit_link set hash = ''`],
    ["moves the chain's end", sql`update audit_chain set length = 0`],
  ])("%s", async (_what, statement) => {
    await write(own, "something");
    await expect(inTenant(database, own, (tx) => statement.execute(tx))).rejects.toThrow(
      /permission denied|append-only/,
    );
    await expect(inOwnerTransaction(database, (tx) => statement.execute(tx))).rejects.toThrow();
  });

  test.each(["audit_entry", "audit_link", "audit_chain"])("sees another municipality's %s", async (table) => {
    await write(other, "something");
    const { rows } = await inTenant(database, own, (tx) =>
      sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where municipality_id = ${other}`.execute(
        tx,
      ),
    );
    expect(rows[0]?.n).toBe(0);
  });
});

describe("reading the trail", () => {
  const read = (filter: TrailFilter, after: string | null = null) =>
    runAs(database, own, auditor())((ctx) => readTrail(ctx, filter, after));

  test("pages hold every row once, newest first, and the export the same rows", async () => {
    const municipality = await createTestMunicipality(database, `pages-${newId()}`);
    const count = TRAIL_PAGE_ROWS * 2 + 3;
    await runAs(
      database,
      municipality,
    )(async (ctx) => {
      for (let row = 0; row < count; row += 1) {
        await writeAudit(
          { ...ctx, now: new Date(ctx.now.getTime() + (row % 7)) },
          { action: "many", subject: { kind: "thing", id: null } },
        );
      }
    });
    const run = runAs(database, municipality, auditor());
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const after: string | null = next;
      const page: TrailPage = await run((ctx) => readTrail(ctx, {}, after));
      seen.push(...page.rows.map(({ id }) => id));
      next = page.next;
    } while (next);
    expect(new Set(seen).size).toBe(count);
    const exported = await run((ctx) => exportTrail(ctx, {}));
    expect(exported.map(({ id }) => id)).toEqual(seen);
  });

  test("is narrowed by who, what, to what, outcome and the municipality's day", async () => {
    const subject = { kind: "thing", id: newId() };
    await runAs(
      database,
      own,
      personWith(person, "coordinator"),
    )(async (ctx) => {
      // Five in the morning of the 26th in Novosibirsk.
      const later = { ...ctx, now: new Date("2026-03-25T22:00:00Z") };
      await writeAudit(later, { action: "narrow.me", subject, refusal: "not-permitted", basis: "приказ № 7" });
    });
    for (const filter of [
      { subjectId: subject.id },
      { action: "narrow.me" },
      { personId: person, outcome: "refused" as const },
      { from: "2026-03-26", to: "2026-03-26" },
    ]) {
      const { rows } = await read(filter);
      expect(rows).toMatchObject([
        {
          action: "narrow.me",
          subject,
          roles: ["coordinator"],
          basis: "приказ № 7",
          refusal: "not-permitted",
          actor: { name: "Сидорова" },
        },
      ]);
    }
    expect((await read({ action: "narrow.me", to: "2026-03-25" })).rows).toEqual([]);
    expect(await runAs(database, own, auditor())(listTrailActions)).toContain("narrow.me");
  });

  test.each(["", "_", "yesterday", "2026-01-01T00:00:00Z_x'; drop table audit_entry"])(
    "a place «%s» that no page gave begins at the newest",
    async (place) => {
      expect((await read({}, place)).rows[0]?.id).toBe((await read({})).rows[0]?.id);
    },
  );

  test.each([
    ["a stranger", STRANGER, "not-signed-in"],
    ["a coordinator", personWith(newId(), "coordinator"), "not-permitted"],
  ])("is not for %s", async (_who, actor, code) => {
    await expect(runAs(database, own, actor)((ctx) => readTrail(ctx, {}, null))).rejects.toMatchObject({ code });
  });
});

describe("a person's data in the trail", () => {
  test("stand there sealed, open to the auditor, and shut for good when the key is destroyed", async () => {
    const run = runAs(database, own);
    const given = { email: "b@example.org", name: "Фёдорова", password: "0123456789", basis: "приказ" };
    const id = await run((ctx) => createPerson(ctx, { ...given, roles: [] }));
    const change = { action: "person.rename", subject: { kind: "person", id } };
    await run(async (ctx) => {
      const before = { name: await sealPersonal(ctx, id, "Фёдорова") };
      await writeAudit(ctx, {
        ...change,
        before,
        after: { name: await sealPersonal(ctx, id, "Кузнецова"), verified: true },
      });
    });
    const stored = await inOwnerTransaction(database, (tx) =>
      sql<{ text: string }>`select audit_entry::text as text from audit_entry`.execute(tx),
    );
    expect(stored.rows.filter(({ text }) => /Фёдорова|Кузнецова|b@example/.test(text))).toEqual([]);
    const read = async () =>
      (await runAs(database, own, auditor())((ctx) => readTrail(ctx, { action: "person.rename" }, null))).rows[0]
        ?.fields;
    expect(await read()).toEqual([
      { name: "name", before: { text: "Фёдорова", sealed: true }, after: { text: "Кузнецова", sealed: true } },
      { name: "verified", before: { state: "none" }, after: { text: "true" } },
    ]);
    await run((ctx) => destroyKey(ctx, id));
    expect((await read())?.[0]).toEqual({
      name: "name",
      before: { state: "destroyed" },
      after: { state: "destroyed" },
    });
    expect(await run((ctx) => sealPersonal(ctx, id, "снова"))).toBeNull();
    expect((await check(own)).firstBroken).toBeNull();
  });
});
