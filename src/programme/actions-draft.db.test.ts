import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { personWith, STRANGER } from "../access/testing.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Database } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { applyChange } from "./draft/change.ts";
import type { Address, Change, Edit } from "./draft/edit.ts";
import { encodeChanges } from "./draft/transport.ts";
import { readValue } from "./draft/values.ts";
import { readProgrammeBytes } from "./reading.ts";
import { listFigures } from "./testing.ts";
import { EXAMPLE_READING, openTestSlice } from "./testing-store.ts";
import type { DraftNews, DraftView } from "./views-draft.ts";

const BASIS = "постановление от 01.06.2024 № 500";
const YARD = EXAMPLE_READING.programme.activities.findIndex((one) => one.name.text.includes("А у нас во дворе"));
const SLUG = (place: string) => `${place}-2024-2026`;

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

/** A municipality with its first edition approved and a draft open. */
async function newDraft() {
  places += 1;
  const place = `draft${places}`;
  const id = await slice.createMunicipality(place);
  const run = slice.runAs(id);
  const slug = SLUG(place);
  await approve(run, EXAMPLE_READING);
  const draft = await run((ctx) => slice.door.openDraft(ctx, slug));
  return { id, run, slug, draft };
}

type Run = ReturnType<typeof slice.runAs>;

async function approve(run: Run, reading: typeof EXAMPLE_READING) {
  const { id } = await run((ctx) => slice.door.saveReading(ctx, slice.makeFile(reading)));
  return run((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: BASIS, acceptErrors: true }));
}

function local(year: number): Address {
  return { of: "figure", at: YARD, kind: "local", key: String(year) };
}

function set(draft: DraftView, address: Address, text: string): Edit {
  return { do: "set", address, was: readValue(draft.content, address) ?? "", text };
}

function save(
  run: Run,
  given: { draft: DraftView; version?: number; visitor?: string; tokens?: string[] },
  ...edits: Edit[]
) {
  const changes: Change[] = edits.map((edit) => ({ edits: [edit] }));
  const sent = changes.map((change, at) => ({
    token: given.tokens?.[at] ?? randomUUID(),
    change: JSON.parse(encodeChanges([change]))[0],
  }));
  const voice = { id: given.draft.id, version: given.version ?? 0, visitor: given.visitor ?? randomUUID() };
  return run((ctx) => slice.door.saveChanges(ctx, { ...voice, place: local(2025), changes: sent }));
}

const refusal = (code: string) => ({ name: "Refusal", code });

test("a draft begins as the edition in force, and there is one of it", async () => {
  const { run, slug, draft } = await newDraft();
  expect(draft.content).toEqual(EXAMPLE_READING.programme);
  expect(draft).toMatchObject({ slug, base: 1, inForce: 1, version: 0, state: "open", openedBy: "test" });
  const again = await run((ctx) => slice.door.openDraft(ctx, slug));
  expect(again.id).toBe(draft.id);
});

test("a saved change is there when the draft is opened again, with all totals", async () => {
  const { run, slug, draft } = await newDraft();
  const news = await save(run, { draft }, set(draft, local(2025), "400"), set(draft, local(2026), "600"));
  expect(news).toMatchObject({ version: 2, conflicts: [] });
  expect(news.changes.map((one) => [one.version, one.madeBy])).toEqual([
    [1, "test"],
    [2, "test"],
  ]);
  const now = await run((ctx) => slice.door.getDraft(ctx, slug));
  expect(now?.content && readValue(now.content, local(2025))).toBe("400,0");
  expect(now?.content.summary.find((row) => row.kind === "local")?.values["2025"]?.printed).toBe("550,0");
});

test("of two people who change one cell the second is told, and nothing is overwritten", async () => {
  const { run, slug, draft } = await newDraft();
  await save(run, { draft }, set(draft, local(2025), "400"));
  const news = await save(run, { draft }, set(draft, local(2025), "300"), set(draft, local(2026), "600"));
  expect(news.conflicts).toEqual([
    expect.objectContaining({ code: "changed", text: "300", there: "400,0", address: local(2025) }),
  ]);
  expect(news.version).toBe(2);
  const now = await run((ctx) => slice.door.getDraft(ctx, slug));
  expect(now?.content && readValue(now.content, local(2025))).toBe("400,0");
  expect(now?.content && readValue(now.content, local(2026))).toBe("600,0");
});

test("a change made without sight of a new line above lands on its own line", async () => {
  const { run, slug, draft } = await newDraft();
  await save(run, { draft }, { do: "insert", list: "activities", at: 0, name: "Новое", objective: 0 });
  const news = await save(run, { draft }, set(draft, local(2025), "400"));
  expect(news.conflicts).toEqual([]);
  const now = await run((ctx) => slice.door.getDraft(ctx, slug));
  expect(now?.content && readValue(now.content, { ...local(2025), at: YARD + 1 } as Address)).toBe("400,0");
});

test("a change of a line that another person took out comes back", async () => {
  const { run, draft } = await newDraft();
  const name = draft.content.activities[YARD]?.name.text ?? "";
  await save(run, { draft }, { do: "remove", list: "activities", at: YARD, name });
  const news = await save(run, { draft }, set(draft, local(2025), "400"));
  expect(news.conflicts).toEqual([expect.objectContaining({ code: "gone", text: "400", address: null })]);
});

test("a save that is sent twice is made once", async () => {
  const { run, draft } = await newDraft();
  const tokens = [randomUUID()];
  const insert: Edit = { do: "insert", list: "activities", at: 0, name: "Новое", objective: 0 };
  await save(run, { draft, tokens }, insert);
  const news = await save(run, { draft, tokens }, insert);
  expect(news.version).toBe(1);
  expect(news.changes).toHaveLength(1);
});

test("windows learn of each other, and forget who is silent", async () => {
  const { run, draft } = await newDraft();
  const [one, two] = [randomUUID(), randomUUID()];
  const voice = { id: draft.id, version: 0 };
  await run((ctx) => slice.door.hearDraft(ctx, { ...voice, visitor: one, place: local(2025) }));
  const heard = await run((ctx) => slice.door.hearDraft(ctx, { ...voice, visitor: two, place: null }));
  expect(heard.others).toEqual([{ visitor: one, name: "test", place: local(2025) }]);
  const later = await run((ctx) =>
    slice.door.hearDraft(
      { ...ctx, now: new Date(ctx.now.getTime() + 60_000) },
      { ...voice, visitor: two, place: { of: "nonsense" } },
    ),
  );
  expect(later.others).toEqual([]);
});

test("two saves at one moment both count", async () => {
  const { run, slug, draft } = await newDraft();
  const targets = [0, 1, 2, 3].map((at): Address => ({ of: "target", at, key: "2024" }));
  await Promise.all(targets.map((address, at) => save(run, { draft }, set(draft, address, String(50 + at)))));
  const now = await run((ctx) => slice.door.getDraft(ctx, slug));
  expect(now?.version).toBe(4);
  expect(targets.map((address) => now && readValue(now.content, address))).toEqual(["50", "51", "52", "53,0"]);
});

test("changes that no page sends are refused whole", async () => {
  const { run, draft } = await newDraft();
  const voice = { id: draft.id, version: 0, visitor: randomUUID(), place: null };
  for (const changes of [
    null,
    "x",
    [{ token: "x", change: { edits: [] } }],
    [{ token: randomUUID(), change: { edits: [{ do: "drop" }] } }],
  ]) {
    await expect(run((ctx) => slice.door.saveChanges(ctx, { ...voice, changes }))).rejects.toMatchObject(
      refusal("draft-changes-wrong"),
    );
  }
});

test("a submitted draft is a document to approve: its content, its Word file, its lines", async () => {
  const { id, run, slug, draft } = await newDraft();
  const name = draft.content.activities[0]?.name.text ?? "";
  const news: DraftNews = await save(
    run,
    { draft },
    set(draft, local(2025), "400"),
    set(draft, local(2026), "600"),
    {
      do: "set",
      address: { of: "activity", at: YARD, field: "name" },
      was: draft.content.activities[YARD]?.name.text ?? "",
      text: "Конкурс дворов",
    },
    { do: "move", list: "activities", from: 0, to: 1 },
  );
  expect(news.conflicts).toEqual([]);
  const { readingId } = await run((ctx) => slice.door.submitDraft(ctx, { id: draft.id, version: 4 }));
  const reading = await run((ctx) => slice.door.getReading(ctx, readingId));
  expect(reading).toMatchObject({ state: "open", wouldBe: { slug, edition: 2 } });
  expect(reading.content.activities[1]?.name.text).toBe(name);
  const before = await linesOf(id, 1);
  await run((ctx) => slice.door.approveReading(ctx, readingId, { version: 1, basis: BASIS, acceptErrors: true }));
  const after = await linesOf(id, 2);
  expect(after[YARD]).toMatchObject({ name: "Конкурс дворов", id: before[YARD]?.id });
  expect([after[0]?.id, after[1]?.id]).toEqual([before[1]?.id, before[0]?.id]);
  await expect(save(run, { draft }, set(draft, local(2025), "1"))).rejects.toMatchObject(refusal("draft-closed"));
});

test("the Word file of a submitted draft says what the draft says", async () => {
  const { run, draft } = await newDraft();
  await save(run, { draft }, set(draft, local(2025), "400"), set(draft, local(2026), "600"));
  const { readingId } = await run((ctx) => slice.door.submitDraft(ctx, { id: draft.id, version: 2 }));
  const reading = await run((ctx) => slice.door.getReading(ctx, readingId));
  const { openFiles } = await import("../platform/files.ts");
  const file = await openFiles(slice.folder).read(reading.fileHash);
  const values = (programme: DraftView["content"]) =>
    listFigures(programme).map(({ key, figure }) => [key, figure.value]);
  expect(values(readProgrammeBytes(file).programme)).toEqual(values(reading.content));
});

async function linesOf(municipality: Id, edition: number): Promise<{ id: string; name: string }[]> {
  const { rows } = await slice.runAs(municipality)((ctx) =>
    sql<{ id: string; name: string }>`
      select activity_id as id, name from edition_activity
      join edition on edition.municipality_id = edition_activity.municipality_id and edition.id = edition_activity.edition_id
      where edition.number = ${edition} order by position`.execute(ctx.tx),
  );
  return rows;
}

test("a draft of an edition that is no longer in force is refused, and its changes move onto the new one", async () => {
  const { run, slug, draft } = await newDraft();
  await save(run, { draft }, set(draft, local(2025), "400"), set(draft, { of: "target", at: 0, key: "2024" }, "20"));
  const other = applyChange(EXAMPLE_READING.programme, {
    edits: [
      set(draft, { of: "target", at: 0, key: "2024" }, "25"),
      { do: "insert", list: "activities", at: 0, name: "Новое", objective: 0 },
    ],
  }).programme;
  await approve(run, { ...EXAMPLE_READING, programme: other });
  await expect(run((ctx) => slice.door.submitDraft(ctx, { id: draft.id, version: 2 }))).rejects.toMatchObject(
    refusal("draft-outdated"),
  );
  const moved = await run((ctx) => slice.door.rebaseDraft(ctx, draft.id));
  expect(moved.draft).toMatchObject({ slug, base: 2, inForce: 2, version: 1 });
  expect(readValue(moved.draft.content, { ...local(2025), at: YARD + 1 } as Address)).toBe("400,0");
  expect(moved.conflicts).toEqual([expect.objectContaining({ code: "changed", text: "20", there: "25" })]);
});

test("the comparison of a draft names its changes, a renamed line as one line", async () => {
  const { run, slug, draft } = await newDraft();
  const name = draft.content.activities[YARD]?.name.text ?? "";
  const address = { of: "activity", at: YARD, field: "name" } as const;
  await save(
    run,
    { draft },
    { do: "set", address, was: name, text: "Иное название" },
    { do: "insert", list: "activities", at: 0, name: "Новое", objective: 0 },
  );
  const comparison = await run((ctx) => slice.door.compareDraft(ctx, slug));
  expect(comparison?.counts).toMatchObject({ added: 1, ended: 0 });
  expect(comparison?.changes).toContainEqual(expect.objectContaining({ was: name, became: "Иное название" }));
  expect(await run((ctx) => slice.door.compareDraft(ctx, "another"))).toBeNull();
});

test("a discarded draft makes room for another", async () => {
  const { run, slug, draft } = await newDraft();
  await run((ctx) => slice.door.discardDraft(ctx, draft.id));
  expect(await run((ctx) => slice.door.getDraft(ctx, slug))).toBeNull();
  const next = await run((ctx) => slice.door.openDraft(ctx, slug));
  expect(next.id).not.toBe(draft.id);
  await expect(run((ctx) => slice.door.submitDraft(ctx, { id: next.id, version: 0 }))).rejects.toMatchObject(
    refusal("draft-unchanged"),
  );
});

test("only who may draft does, and only in their own municipality", async () => {
  const { id, draft, slug } = await newDraft();
  const stranger = slice.runAs(id, STRANGER);
  await expect(stranger((ctx) => slice.door.openDraft(ctx, slug))).rejects.toMatchObject(refusal("not-signed-in"));
  const auditor = slice.runAs(id, personWith(newId(), "auditor"));
  expect((await auditor((ctx) => slice.door.getDraft(ctx, slug)))?.id).toBe(draft.id);
  await expect(auditor((ctx) => slice.door.discardDraft(ctx, draft.id))).rejects.toMatchObject(
    refusal("not-permitted"),
  );
  const elsewhere = slice.runAs(await slice.createMunicipality("elsewhere"));
  await expect(elsewhere((ctx) => slice.door.discardDraft(ctx, draft.id))).rejects.toMatchObject(
    refusal("draft-unknown"),
  );
  for (const wrong of ["x", newId()]) {
    await expect(elsewhere((ctx) => slice.door.discardDraft(ctx, wrong))).rejects.toMatchObject(
      refusal("draft-unknown"),
    );
  }
});

test("the record of changes cannot be altered", async () => {
  const { id, run, draft } = await newDraft();
  await save(run, { draft }, set(draft, local(2025), "400"));
  for (const statement of ["update programme_draft_change set version = 9", "delete from programme_draft_change"]) {
    await expect(slice.runAs(id)((ctx) => sql.raw(statement).execute(ctx.tx))).rejects.toThrow(/denied|permission/i);
  }
});
