import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Id, newId } from "../kernel/id.ts";
import { type Database, inTenant } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { consolidateCosts } from "./consolidation.ts";
import type { Programme, Reading } from "./contract.ts";
import type { Approval } from "./hooks.ts";
import { EXAMPLE_READING, openTestSlice } from "./testing-store.ts";

const BASIS = "решение от 18.08.2023 № 1056/89";
const PROGRAMME = EXAMPLE_READING.programme;

let database: Database;
let slice: ReturnType<typeof openTestSlice>;
let places = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  slice = openTestSlice(database);
});
afterAll(async () => {
  slice.removeFiles();
  await database.close();
});

async function newPlace(door = slice.door) {
  places += 1;
  const id = await slice.createMunicipality(`comparing${places}`);
  const run = slice.runAs(id);
  const save = (reading: Reading) => run((ctx) => door.saveReading(ctx, slice.makeFile(reading)));
  const approve = async (reading: Reading, more: Partial<Approval> = {}) => {
    const saved = await save(reading);
    return run((ctx) => door.approveReading(ctx, saved.id, { version: 1, basis: BASIS, ...more }));
  };
  return { id, run, save, approve, door };
}

function change(work: (programme: Programme) => Programme): Reading {
  return { ...EXAMPLE_READING, programme: work(PROGRAMME) };
}

/** The last activity in two halves, the second under a name of its own. */
const SPLIT = change((programme) => {
  const [last, ...rest] = programme.activities.toReversed();
  if (!last) throw new Error("the example has activities");
  const sources = last.sources.map((row) => ({
    ...row,
    values: Object.fromEntries(
      Object.entries(row.values).map(([key, figure]) => [key, { ...figure, value: (figure.value ?? 0n) / 2n }]),
    ),
  }));
  const half = { ...last, sources };
  return {
    ...programme,
    activities: [...rest.toReversed(), half, { ...half, name: { ...last.name, text: "Подведение итогов года" } }],
  };
});
const RENAMED = change((programme) => ({
  ...programme,
  activities: programme.activities.map((one, at) =>
    at === 0 ? { ...one, name: { ...one.name, text: `${one.name.text} в сёлах` } } : one,
  ),
}));
const SHORTER = change((programme) => ({ ...programme, activities: programme.activities.slice(0, -1) }));

const LAST = PROGRAMME.activities.at(-1)?.name.text ?? "";

test("a renamed line is proposed with its reason and is one line in the comparison", async () => {
  const { run, save, approve, door } = await newPlace();
  await approve(EXAMPLE_READING);
  const { id } = await save(RENAMED);
  const proposal = await run((ctx) => door.proposeCarry(ctx, id));
  expect(proposal.lines.find((line) => line.key === "activity:1")).toMatchObject({ reason: "reworded", moved: false });
  expect(proposal).toMatchObject({ ended: [], older: null });
  expect((await run((ctx) => door.compareReading(ctx, id)))?.changes).toMatchObject([
    { fate: "renamed", field: "name" },
  ]);
  const { slug } = await run((ctx) => door.approveReading(ctx, id, { version: 1, basis: "решение № 2" }));
  const comparison = await run((ctx) => door.compareEditions(ctx, { slug, was: 1, became: 2 }));
  expect(comparison.changes).toMatchObject([
    { subject: "activity", field: "name", fate: "renamed", line: { was: 0, became: 0 } },
  ]);
  expect(comparison).toMatchObject({
    was: { name: "редакция 1" },
    became: { basis: "решение № 2" },
    counts: { changed: 1 },
  });
});

test("a division is written with the edition and told by the comparison, whose money adds up", async () => {
  const { id, run, approve, door } = await newPlace();
  await approve(EXAMPLE_READING);
  const { slug } = await approve(SPLIT);
  const rows = await inTenant(database, id, (tx) =>
    sql<{
      kind: string;
      line_kind: string;
      decided_by_name: string;
    }>`select kind, line_kind, decided_by_name from succession`.execute(tx),
  );
  expect(rows.rows).toEqual([{ kind: "split", line_kind: "activity", decided_by_name: "test" }]);
  const { changes } = await run((ctx) => door.compareEditions(ctx, { slug, was: 1, became: 2 }));
  const added = changes.find((one) => one.fate === "added" && one.field === "name");
  expect(added?.line?.succession).toEqual({ kind: "split", names: [LAST], reason: null });
  const sum = changes
    .filter((one) => one.subject === "allocation" && one.kind === "regional" && one.key === "2025")
    .reduce((all, one) => all + (one.difference ?? 0n), 0n);
  const of = (programme: Programme) => consolidateCosts(programme).regional["2025"] ?? 0n;
  expect(sum).toBe(of(SPLIT.programme) - of(PROGRAMME));
});

test("a line that is no longer there has ended, and what a person says of it is kept", async () => {
  const { run, save, approve, door } = await newPlace();
  await approve(EXAMPLE_READING);
  const { id } = await save(SHORTER);
  const { lines, ended } = await run((ctx) => door.proposeCarry(ctx, id));
  expect(ended.map((line) => line.name)).toEqual([LAST]);
  const carry = Object.fromEntries(lines.map((line) => [line.key, line.identityId ?? ""]));
  const succession = [
    { kind: "ended" as const, from: ended[0]?.identityId ?? "", to: null, reason: "работы выполнены" },
  ];
  const { slug } = await run((ctx) => door.approveReading(ctx, id, { version: 1, basis: BASIS, carry, succession }));
  const { changes } = await run((ctx) => door.compareEditions(ctx, { slug, was: 1, became: 2 }));
  expect(changes.find((one) => one.fate === "ended" && one.field === "name")).toMatchObject({
    reason: "работы выполнены",
    line: { succession: { kind: "ended", names: [] } },
  });
});

test("a line with payments does not end, but may be joined into another", async () => {
  let used: Id | null = null;
  const strict = openTestSlice(database, async () => {}, {
    linesInUse: async (_ctx, ids) =>
      ids.filter((id) => id === used).map((identityId) => ({ identityId, why: "по нему оплачено 120 000 руб." })),
  });
  const { run, save, approve, door } = await newPlace(strict.door);
  await approve(EXAMPLE_READING);
  const { id } = await save(SHORTER);
  const { lines, ended } = await run((ctx) => door.proposeCarry(ctx, id));
  used = ended[0]?.identityId ?? null;
  const end = run((ctx) => door.approveReading(ctx, id, { version: 1, basis: BASIS }));
  await expect(end).rejects.toMatchObject({
    code: "line-in-use",
    values: { name: LAST, uses: "по нему оплачено 120 000 руб." },
  });
  const carry = Object.fromEntries(lines.map((line) => [line.key, line.identityId ?? ""]));
  const succession = [{ kind: "joined" as const, from: used ?? "", to: "activity:1" }];
  await run((ctx) => door.approveReading(ctx, id, { version: 1, basis: BASIS, carry, succession }));
  strict.removeFiles();
});

test("a line that is carried on cannot be ended as well, nor a line that nobody knows", async () => {
  const { run, save, approve, door } = await newPlace();
  await approve(EXAMPLE_READING);
  const { id } = await save(RENAMED);
  const { lines } = await run((ctx) => door.proposeCarry(ctx, id));
  const carry = Object.fromEntries(lines.map((line) => [line.key, line.identityId ?? ""]));
  for (const from of [carry["activity:1"] ?? "", newId(), "no id"]) {
    const succession = [{ kind: "ended" as const, from, to: null }];
    const work = run((ctx) => door.approveReading(ctx, id, { version: 1, basis: BASIS, carry, succession }));
    await expect(work).rejects.toMatchObject({ code: "succession-wrong" });
  }
});

test("what was decided about lines cannot be changed", async () => {
  const { id, approve } = await newPlace();
  await approve(EXAMPLE_READING);
  await approve(SHORTER);
  for (const work of ["update succession set kind = 'split'", "delete from succession"]) {
    const done = inTenant(database, id, (tx) => sql.raw(work).execute(tx));
    await expect(done).rejects.toThrow("permission denied");
  }
});

test("what was decided about lines is seen in its own municipality alone, and written there alone", async () => {
  const { id, approve } = await newPlace();
  const other = await newPlace();
  await approve(EXAMPLE_READING);
  const { id: editionId } = await approve(SHORTER);
  const count = (municipality: Id) =>
    inTenant(database, municipality, async (tx) => {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from succession`.execute(tx);
      return rows[0]?.n;
    });
  expect([await count(id), await count(other.id)]).toEqual([1, 0]);
  const foreign = inTenant(database, other.id, (tx) =>
    sql`insert into succession (municipality_id, id, edition_id, kind, line_kind, from_id, decided_at, decided_by_name)
      values (${id}, ${newId()}, ${editionId}, 'ended', 'goal', ${newId()}, now(), 'x')`.execute(tx),
  );
  await expect(foreign).rejects.toThrow("row-level security");
});

const amended = (date: string) =>
  change((programme) => {
    const [act] = programme.resolutions;
    if (!act) throw new Error("the example names acts");
    return { ...programme, resolutions: [...programme.resolutions, { ...act, role: "amend", date }] };
  });

test("a document whose last act is older than that of the edition in force is kept only knowingly", async () => {
  const { run, save, approve, door } = await newPlace();
  await approve(amended("2025-06-01"));
  const { id } = await save(amended("2025-01-20"));
  const expected = {
    code: "edition-older",
    values: { edition: 1, documentDate: "20.01.2025", inForceDate: "01.06.2025" },
  };
  const { older } = await run((ctx) => door.proposeCarry(ctx, id));
  expect(older).toMatchObject({ code: "edition-older", sentence: expect.stringContaining("от 20.01.2025") });
  await expect(run((ctx) => door.approveReading(ctx, id, { version: 1, basis: BASIS }))).rejects.toMatchObject(
    expected,
  );
  const kept = await run((ctx) => door.approveReading(ctx, id, { version: 1, basis: BASIS, acceptOlder: true }));
  expect(kept.number).toBe(2);
});

test("a document that says what an earlier edition said is kept only knowingly", async () => {
  const { approve } = await newPlace();
  await approve(EXAMPLE_READING);
  await approve(SHORTER);
  const expected = { code: "edition-repeats", values: { edition: 2, earlier: 1 } };
  await expect(approve(EXAMPLE_READING)).rejects.toMatchObject(expected);
});

test("a comparison is refused for editions that are not there", async () => {
  const { run, approve, door } = await newPlace();
  const { slug } = await approve(EXAMPLE_READING);
  const compare = (pair: { slug: string; was: number; became: number }) =>
    run((ctx) => door.compareEditions(ctx, pair));
  await expect(compare({ slug: "x", was: 1, became: 2 })).rejects.toMatchObject({ code: "programme-unknown" });
  await expect(compare({ slug, was: 1, became: 2 })).rejects.toMatchObject({ code: "edition-unknown" });
  expect((await compare({ slug, was: 1, became: 1 })).changes).toEqual([]);
});

test.each(["docx", "xlsx"] as const)("the comparison is given out as .%s", async (format) => {
  const { run, approve, door } = await newPlace();
  await approve(EXAMPLE_READING);
  const { slug } = await approve(SHORTER);
  const { bytes, fileName } = await run((ctx) => door.writeComparison(ctx, { slug, was: 1, became: 2 }, format));
  expect(fileName).toBe(`${slug}-1-2.${format}`);
  expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
});
