import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { personWith, STRANGER } from "../access/testing.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Database } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import type { ProgrammeFinding, Reading } from "./contract.ts";
import type { ApprovedEdition } from "./hooks.ts";
import { EXAMPLE_BYTES, EXAMPLE_READING, moveYears, openTestSlice } from "./testing-store.ts";

const BASIS = "решение от 18.08.2023 № 1056/89";
const approved: ApprovedEdition[] = [];

let database: Database;
let slice: ReturnType<typeof openTestSlice>;
let municipalities = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  slice = openTestSlice(database, async (_ctx, edition) => {
    approved.push(edition);
  });
});
afterAll(async () => {
  slice.removeFiles();
  await database.close();
});

async function newPlace() {
  municipalities += 1;
  const id = await slice.createMunicipality(`place${municipalities}`);
  return { id, slug: `place${municipalities}`, run: slice.runAs(id) };
}

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
    database.kysely,
  );
  return rows[0]?.n ?? 0;
}

const refusal = (code: string) => ({ name: "Refusal", code });

test("a document that was read is kept whole: file, content, findings", async () => {
  const { run, slug } = await newPlace();
  const given = { fileName: "программа.docx", bytes: EXAMPLE_BYTES, reading: EXAMPLE_READING };
  const { id, already } = await run((ctx) => slice.door.saveReading(ctx, given));
  expect(already).toBe(false);
  const view = await run((ctx) => slice.door.getReading(ctx, id));
  expect(view.content).toEqual(EXAMPLE_READING.programme);
  expect(view.findings).toEqual(EXAMPLE_READING.findings);
  expect(view).toMatchObject({ state: "open", version: 1, readBy: "test", fileBytes: EXAMPLE_BYTES.length });
  expect(view.wouldBe).toEqual({ slug: `${slug}-2024-2026`, edition: 1 });
});

test("the same file while it is open gives the reading that is there", async () => {
  const { run } = await newPlace();
  const file = slice.makeFile();
  const first = await run((ctx) => slice.door.saveReading(ctx, file));
  const second = await run((ctx) => slice.door.saveReading(ctx, file));
  expect(second).toEqual({ id: first.id, already: true });
});

test("approval makes edition 1 with the content that was read and tells the later slices", async () => {
  const { run, slug } = await newPlace();
  const { id } = await run((ctx) => slice.door.saveReading(ctx, slice.makeFile()));
  const edition = await run((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: ` ${BASIS} ` }));
  expect(edition).toMatchObject({ slug: `${slug}-2024-2026`, number: 1 });
  expect(approved.at(-1)).toEqual(edition);
  const view = await run((ctx) => slice.door.getEdition(ctx, edition.slug));
  expect(view).toMatchObject({ number: 1, basis: BASIS, approvedBy: "test", content: EXAMPLE_READING.programme });
  expect(await run((ctx) => slice.door.listProgrammes(ctx))).toEqual([view.programme]);
  expect(view.programme).toMatchObject({ years: [2024, 2025, 2026], edition: 1 });
});

test("the file of the last edition is not taken in again", async () => {
  const { run } = await newPlace();
  const file = slice.makeFile();
  const { id } = await run((ctx) => slice.door.saveReading(ctx, file));
  await run((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: BASIS }));
  const again = run((ctx) => slice.door.saveReading(ctx, file));
  await expect(again).rejects.toMatchObject(refusal("file-is-edition"));
});

test("an approved or discarded reading can neither be approved nor discarded", async () => {
  const { run } = await newPlace();
  const { id } = await run((ctx) => slice.door.saveReading(ctx, slice.makeFile()));
  await run((ctx) => slice.door.discardReading(ctx, { id, version: 1 }));
  const approve = run((ctx) => slice.door.approveReading(ctx, id, { version: 2, basis: BASIS }));
  await expect(approve).rejects.toMatchObject(refusal("reading-closed"));
  const discard = run((ctx) => slice.door.discardReading(ctx, { id, version: 2 }));
  await expect(discard).rejects.toMatchObject(refusal("reading-closed"));
  const [card] = await run((ctx) => slice.door.listReadings(ctx));
  expect(card).toMatchObject({ id, state: "discarded", version: 2 });
});

test("of two people who approve at once one is told that the document changed", async () => {
  const { run } = await newPlace();
  const { id } = await run((ctx) => slice.door.saveReading(ctx, slice.makeFile()));
  const approve = () => run((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: BASIS }));
  const results = await Promise.allSettled([approve(), approve()]);
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  const rejected = results.find((result) => result.status === "rejected");
  expect(["version-changed", "reading-closed"]).toContain(rejected?.reason.code);
});

test("editions that are approved at once get different numbers", async () => {
  const { run } = await newPlace();
  const saved = [slice.makeFile(), slice.makeFile(), slice.makeFile()].map((file) =>
    run((ctx) => slice.door.saveReading(ctx, file)),
  );
  const ids = (await Promise.all(saved)).map((reading) => reading.id);
  const editions = await Promise.all(
    ids.map((id) => run((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: BASIS, carry: {} }))),
  );
  expect(editions.map((edition) => edition.number).sort()).toEqual([1, 2, 3]);
});

const ERROR: ProgrammeFinding = {
  ...(EXAMPLE_READING.findings[0] as ProgrammeFinding),
  severity: "error",
};
const WRONG: Reading = { ...EXAMPLE_READING, findings: [...EXAMPLE_READING.findings, ERROR] };

test("a document with errors is approved only by somebody who says so", async () => {
  const { run } = await newPlace();
  const { id } = await run((ctx) => slice.door.saveReading(ctx, slice.makeFile(WRONG)));
  const approve = (acceptErrors: boolean) =>
    run((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: BASIS, acceptErrors }));
  await expect(approve(false)).rejects.toMatchObject({ ...refusal("reading-has-errors"), values: { errors: 1 } });
  expect(await approve(true)).toMatchObject({ number: 1 });
});

test.each([
  ["years-unknown", { years: [], titleYears: [], passport: { ...EXAMPLE_READING.programme.passport, termYears: [] } }],
])("a document is not kept: %s", async (code, change) => {
  const { run } = await newPlace();
  const reading = { ...EXAMPLE_READING, programme: { ...EXAMPLE_READING.programme, ...change } };
  const save = run((ctx) => slice.door.saveReading(ctx, slice.makeFile(reading)));
  await expect(save).rejects.toMatchObject(refusal(code));
});

test.each<[string, { version?: number; basis?: string; carry?: Record<string, Id> }]>([
  ["basis-missing", { basis: " " }],
  ["version-changed", { version: 7 }],
  ["carry-wrong", { carry: { "indicator:1": newId() } }],
])("an approval is refused: %s", async (code, change) => {
  const { run } = await newPlace();
  const { id } = await run((ctx) => slice.door.saveReading(ctx, slice.makeFile()));
  const approve = run((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: BASIS, ...change }));
  await expect(approve).rejects.toMatchObject(refusal(code));
  expect(await run((ctx) => slice.door.getReading(ctx, id))).toMatchObject({ state: "open", version: 1 });
});

test.each(["", "no id", newId(), "'; drop table edition; --"])("the reading «%s» is unknown", async (id) => {
  const { run } = await newPlace();
  await expect(run((ctx) => slice.door.getReading(ctx, id))).rejects.toMatchObject(refusal("reading-unknown"));
});

test("an unknown programme and an unknown edition are refused by name", async () => {
  const { run } = await newPlace();
  const { id } = await run((ctx) => slice.door.saveReading(ctx, slice.makeFile()));
  const { slug } = await run((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: BASIS }));
  await expect(run((ctx) => slice.door.getEdition(ctx, "x"))).rejects.toMatchObject(refusal("programme-unknown"));
  await expect(run((ctx) => slice.door.getEdition(ctx, slug, 2))).rejects.toMatchObject(refusal("edition-unknown"));
});

test.each([
  ["a stranger", STRANGER, "not-signed-in"],
  ["an auditor", personWith(newId(), "auditor"), "not-permitted"],
])("%s may not import", async (_who, actor, code) => {
  const { id } = await newPlace();
  const save = slice.runAs(id, actor)((ctx) => slice.door.saveReading(ctx, slice.makeFile()));
  await expect(save).rejects.toMatchObject(refusal(code));
});

test("half of an import is never stored: where a line breaks a rule of the database, nothing of the edition stays", async () => {
  const { run } = await newPlace();
  // More kopecks than a bigint column holds: the database itself says no, after content and identities are written.
  const activities = EXAMPLE_READING.programme.activities.map((activity) => ({
    ...activity,
    sources: activity.sources.map((row) => ({
      ...row,
      values: { ...row.values, "9999": { value: 2n ** 70n, printed: "x", place: row.label.place } },
    })),
  }));
  const reading = { ...EXAMPLE_READING, programme: { ...EXAMPLE_READING.programme, activities } };
  const { id } = await run((ctx) => slice.door.saveReading(ctx, slice.makeFile(reading)));
  const tables = ["programme", "edition", "goal", "indicator", "edition_goal", "edition_activity", "audit_entry"];
  const before = await Promise.all(tables.map(count));
  const approve = run((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: BASIS }));
  await expect(approve).rejects.toThrow("out of range");
  expect(await Promise.all(tables.map(count))).toEqual(before);
  expect(await run((ctx) => slice.door.getReading(ctx, id))).toMatchObject({ state: "open", version: 1 });
});

test("where a later slice refuses, the edition is not made either", async () => {
  const strict = openTestSlice(database, async () => {
    throw new Error("the ledger says no");
  });
  const { run } = await newPlace();
  const { id } = await run((ctx) => strict.door.saveReading(ctx, strict.makeFile()));
  const approve = run((ctx) => strict.door.approveReading(ctx, id, { version: 1, basis: BASIS }));
  await expect(approve).rejects.toThrow("the ledger says no");
  expect(await run((ctx) => strict.door.listProgrammes(ctx))).toEqual([]);
  strict.removeFiles();
});

test("a programme of other years is another programme", async () => {
  const { run, slug } = await newPlace();
  for (const years of [[2024, 2025, 2026], [2021, 2022, 2023], [2027]]) {
    const { id } = await run((ctx) => slice.door.saveReading(ctx, slice.makeFile(moveYears(EXAMPLE_READING, years))));
    await run((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: BASIS }));
  }
  const slugs = (await run((ctx) => slice.door.listProgrammes(ctx))).map((card) => card.slug);
  expect(slugs).toEqual([`${slug}-2027`, `${slug}-2024-2026`, `${slug}-2021-2023`]);
});
