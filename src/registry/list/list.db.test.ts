import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { personWith, STRANGER } from "../../access/testing.ts";
import type { Actor, Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { type Database, migrate, type Tx } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { openFiles } from "../../platform/files.ts";
import { openBoundaries } from "../boundary/actions.ts";
import { toGeometry } from "../geometry/geojson.ts";
import { box } from "../geometry/testing.ts";
import { registry } from "../index.ts";
import { chairTerm, openTestRegister } from "../testing.ts";
import { LIST_ROWS, type ListFilter } from "./views.ts";

let database: Database;
let folder: string;
let boundaries: ReturnType<typeof openBoundaries>;
let register: Awaited<ReturnType<typeof openTestRegister>>;
const ids: Record<"garden" | "shore" | "meadow", Id> = { garden: "", shore: "", meadow: "" };

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-list-"));
  boundaries = openBoundaries({ files: openFiles(folder) });
  register = await openTestRegister(database, "list");
  ids.garden = await register.enter("ТОС «Сад»");
  ids.shore = await register.enter("ТОС «Берег»");
  ids.meadow = await register.enter("ТОС «Луговая сторона»");
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const list = (filter: ListFilter = {}, asked: { readonly actor?: Actor; readonly day?: string } = {}) =>
  register.run((ctx) => registry.listRegister(ctx, filter), asked);
const listOpen = (filter: ListFilter = {}) =>
  register.run((ctx) => registry.listPublic(ctx, filter), { actor: STRANGER });
const save = (id: Id, section: string, typed: Record<string, string>) => register.saveOf(id, { section, typed });
const held = (role: "settlement" | "chair", subjectId: Id): Actor => ({
  ...(personWith(register.actors.resident.personId) as Actor & { kind: "person" }),
  holdings: [{ role, subjectId }],
});
const codesOf = async (id: Id, day?: string) => {
  const { rows } = await list({}, day ? { day } : {});
  return rows.find((row) => row.id === id)?.warnings.map(({ code }) => code) ?? [];
};

/** What the register says of everyone is what each one's card says, which is computed alone and anew. */
async function expectAsOnCards(day?: string) {
  const { rows } = await list({}, day ? { day } : {});
  for (const { id, warnings } of rows) {
    const card = await register.run((ctx) => registry.getCard(ctx, id), day ? { day } : {});
    expect(warnings, id).toEqual(card.warnings);
  }
}

describe("what the register keeps of warnings", () => {
  test("follows every change of a record", async () => {
    expect(await codesOf(ids.garden)).toContain("chair-missing");
    await save(ids.garden, "chair", chairTerm("Иванова А. А.", "2025-03-01", "2028-03-01"));
    expect(await codesOf(ids.garden)).not.toContain("chair-missing");
    await expectAsOnCards();
  });

  test("follows the day", async () => {
    expect(await codesOf(ids.garden)).not.toContain("chair-term-over");
    expect(await codesOf(ids.garden, "2028-03-02")).toContain("chair-term-over");
    expect(await codesOf(ids.garden)).not.toContain("chair-term-over");
    await expectAsOnCards("2028-03-02");
  });

  test("follows names, those of others too", async () => {
    expect(await codesOf(ids.meadow)).not.toContain("near-name");
    const near = await register.enter("ТОС «Луговая сторонка»");
    expect(await codesOf(ids.meadow)).toContain("near-name");
    await expectAsOnCards();
    await save(near, "state", { state: "ended", stateSince: "2026-02-01", stateBasis: "решение собрания" });
    expect(await codesOf(ids.meadow)).not.toContain("near-name");
  });

  test("follows boundaries, a neighbour's and the settlement's too, and what is cancelled", async () => {
    const act = { actKind: "council-decision", actNumber: "1", actDate: "2024-02-01", since: "2024-03-01" };
    const record = (kind: "association" | "settlement", id: Id, ...corners: Parameters<typeof box>) =>
      register.run((ctx) =>
        boundaries.recordBoundary(ctx, {
          ...{ subject: { kind, id }, geojson: JSON.stringify(toGeometry(box(...corners))) },
          ...{ version: 0, confirmed: [], ...act },
        }),
      );
    await record("settlement", register.settlementId, 82, 54, 82.1, 54.1);
    await record("association", ids.garden, 82.01, 54.01, 82.03, 54.03);
    expect(await codesOf(ids.garden)).not.toContain("boundary-overlap");
    await record("association", ids.shore, 82.02, 54.02, 82.04, 54.04);
    expect(await codesOf(ids.garden)).toContain("boundary-overlap");
    await record("association", ids.meadow, 82.09, 54.05, 82.12, 54.06);
    expect(await codesOf(ids.meadow)).toContain("boundary-outside");
    await expectAsOnCards();
    const card = await register.run((ctx) => boundaries.getBoundary(ctx, { kind: "association", id: ids.shore }));
    const id = card.inForce?.id ?? "";
    await register.run((ctx) => boundaries.cancelBoundary(ctx, { id, basis: "внесено по ошибке" }));
    expect(await codesOf(ids.garden)).not.toContain("boundary-overlap");
    expect(await codesOf(ids.shore)).toContain("no-boundary");
    await expectAsOnCards();
  });

  test("follows rules of quorum", async () => {
    await save(ids.shore, "founding", {
      foundingForm: "собрание",
      foundingDate: "2020-05-01",
      foundingProtocol: "1",
      foundingEntitled: "90",
      foundingAttended: "29",
    });
    expect(await codesOf(ids.shore)).toContain("quorum-below");
    const rule = { form: "meeting", validFrom: "2019-01-01", numerator: 1, denominator: 4, law: "устав района, ст. 9" };
    await register.run((ctx) => registry.addQuorumRule(ctx, rule));
    expect(await codesOf(ids.shore)).not.toContain("quorum-below");
  });

  test("keeps nothing of a change that was taken back with its transaction", async () => {
    const undo = new Error("undo");
    const before = await codesOf(ids.meadow);
    const section = "chair";
    const seen = await register.seenOf(ids.meadow, section);
    const typed = chairTerm("Петров П. П.", "2025-03-01", "2028-03-01");
    const undone = register.run(async (ctx) => {
      await registry.saveSection(ctx, ids.meadow, { section, seen, corrects: "", since: "", basis: "", typed });
      const { rows } = await registry.listRegister(ctx, {});
      expect(rows.find(({ id }) => id === ids.meadow)?.warnings.map(({ code }) => code)).not.toContain("chair-missing");
      throw undo;
    });
    await expect(undone).rejects.toBe(undo);
    expect(await codesOf(ids.meadow)).toEqual(before);
    await save(ids.shore, section, typed);
    expect(await codesOf(ids.meadow)).toEqual(before);
    await expectAsOnCards();
  });
});

test("two who write of the register at once do not wait for each other in a ring", async () => {
  const touch = (id: Id) => (ctx: Context<Tx>) =>
    sql`update association set particulars = particulars where id = ${id}`.execute(ctx.tx);
  const { promise: hasWritten, resolve: wrote } = Promise.withResolvers<void>();
  const { promise: isHeld, resolve: held } = Promise.withResolvers<void>();
  const one = register.run(async (ctx) => {
    await touch(ids.garden)(ctx);
    wrote();
    await isHeld;
    await touch(ids.shore)(ctx);
  });
  const other = register.run(async (ctx) => {
    await hasWritten;
    await sql`select from association where id = ${ids.shore} for update`.execute(ctx.tx);
    held();
    await touch(ids.shore)(ctx);
  });
  await expect(Promise.all([one, other])).resolves.toHaveLength(2);
});

test("a register that was there before its state was kept is brought up to date", async () => {
  await database.pool.query(`drop table register_state; drop function renew_register_state cascade;
    drop index boundary_relation_other; delete from sosedstvo_migration where name like '%-register-state%'`);
  expect(await migrate(database)).toEqual([
    expect.stringMatching(/-register-state\.sql$/),
    expect.stringMatching(/-register-state-at-commit\.sql$/),
  ]);
  await expectAsOnCards();
});

describe("a list", () => {
  test("lists alone, counts and gives out those of which something is to be mended", async () => {
    const all = await list();
    const isWarned = ({ warnings }: (typeof all.rows)[number]) => warnings.some(({ severity }) => severity !== "note");
    const expected = all.rows.filter(isWarned).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(0);
    expect(all.warned).toBe(expected.length);
    const warned = await list({ warned: true });
    expect(warned.rows.map(({ id }) => id)).toEqual(expected);
    const grid = await register.run((ctx) => registry.exportRegister(ctx, { warned: true }));
    expect(grid.length).toBe(expected.length + 1);
  });

  test("reaches as far as the right of who asks", async () => {
    const chair = await list({}, { actor: held("chair", ids.shore) });
    expect(chair.rows.map(({ id }) => id)).toEqual([ids.shore]);
    expect(chair.count).toBe(1);
    const actor = held("settlement", register.otherSettlementId);
    expect((await list({}, { actor })).count).toBe(0);
    const grid = await register.run((ctx) => registry.exportRegister(ctx), { actor: held("chair", ids.shore) });
    expect(grid.length).toBe(2);
    const most = await register.run((ctx) => registry.listMostWarned(ctx, 1), { actor: held("chair", ids.shore) });
    expect(most).toMatchObject({ count: 1, rows: [{ id: ids.shore }] });
    expect(await register.run((ctx) => registry.listMostWarned(ctx, 1), { actor })).toBeNull();
  });

  test("shows nobody outside what an association keeps to itself, neither by a filter nor by the order", async () => {
    const territory = { settlementId: "Берёзовка", kind: "house", territory: "" };
    await save(ids.garden, "territory", territory);
    await save(ids.garden, "population", { people: "5000", peopleDate: "2026-01-01", peopleSource: "" });
    await save(ids.shore, "population", { people: "40", peopleDate: "2026-01-01", peopleSource: "" });
    expect((await listOpen({ sort: "people" })).rows[0]).toMatchObject({ id: ids.garden, people: 5000, kind: "house" });
    expect((await listOpen({ kind: "house" })).count).toBe(1);
    await save(ids.garden, "visibility", { hidden: "Жителей; Вид территории" });
    const open = await listOpen({ sort: "people" });
    expect(open.rows[0]).toMatchObject({ id: ids.shore, people: 40 });
    expect(open.rows.find(({ id }) => id === ids.garden)).toMatchObject({ people: null, kind: null });
    expect(open.people).toBe(40);
    expect((await listOpen({ kind: "house" })).count).toBe(0);
    expect(await list({ kind: "house", sort: "people" })).toMatchObject({ count: 1, people: 5000 });
  });

  test("comes by pages, the last of them where one behind it is asked for", async () => {
    for (let at = 1; at <= LIST_ROWS; at++) await register.enter(`ТОС «Дом ${at}»`);
    const first = await list({ sort: "number" });
    expect([first.rows.length, first.pages]).toEqual([LIST_ROWS, 2]);
    const last = await list({ sort: "number", page: 9 });
    expect(last.page).toBe(2);
    const numbers = [...first.rows, ...last.rows].map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).toBe(first.count);
    expect((await listOpen({ page: 2 })).rows.length).toBe(first.count - LIST_ROWS);
  });
});
