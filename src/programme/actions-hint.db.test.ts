import { afterAll, beforeAll, expect, test } from "vitest";
import { personWith } from "../access/testing.ts";
import { readDocument } from "../office/read.ts";
import type { Database } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { CLEAN } from "./check/testing.ts";
import { NO_HINTS, type ReadingHints } from "./contract.ts";
import { readProgramme } from "./reading.ts";
import { openTestSlice } from "./testing-store.ts";

const STRANGE = new TextEncoder().encode(CLEAN.replace("Ед. измерения", "Мера"));
const UNIT = { kind: "column", key: "мера", answer: "unit" };
const read = (hints: ReadingHints = NO_HINTS) => readProgramme(readDocument(STRANGE), hints);

let database: Database;
let slice: ReturnType<typeof openTestSlice>;
let municipalities = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  slice = openTestSlice(database);
});
afterAll(async () => {
  slice.removeFiles();
  await database.close();
});

async function openReading() {
  municipalities += 1;
  const municipality = await slice.createMunicipality(`hints${municipalities}`);
  const run = slice.runAs(municipality);
  const given = { fileName: "программа.txt", bytes: STRANGE, reading: read() };
  const { id } = await run((ctx) => slice.door.saveReading(ctx, given));
  return { run, id, municipality };
}

const refusal = (code: string) => ({ name: "Refusal", code });

test("an answer changes this document and is there for the next one", async () => {
  const { run, id } = await openReading();
  const { bytes, hints } = await run((ctx) => slice.door.keepAnswers(ctx, { id, version: 1, answers: [UNIT] }));
  expect(new Uint8Array(bytes)).toEqual(STRANGE);
  await run((ctx) => slice.door.saveRereading(ctx, { id, version: 1, reading: read(hints) }));
  const view = await run((ctx) => slice.door.getReading(ctx, id));
  expect(view.content.indicators[0]?.unit?.text).toBe("единиц");
  expect(view).toMatchObject({ version: 2, questions: [{ key: "мера", answer: "unit" }] });
  expect(await run((ctx) => slice.door.loadHints(ctx))).toEqual({ tables: {}, columns: { мера: "unit" } });
});

test("the newest answer about a head counts, and another municipality has its own", async () => {
  const { run, id } = await openReading();
  for (const answer of ["label", "note"]) {
    await run((ctx) => slice.door.keepAnswers(ctx, { id, version: 1, answers: [{ ...UNIT, answer }] }));
  }
  expect((await run((ctx) => slice.door.loadHints(ctx))).columns).toEqual({ мера: "note" });
  const other = await openReading();
  expect((await other.run((ctx) => slice.door.loadHints(ctx))).columns).toEqual({});
});

test.each([
  ["an answer that is on no list", { ...UNIT, answer: "drop table" }],
  ["an answer of the other kind", { ...UNIT, answer: "annex1" }],
  ["an answer to what was not asked", { ...UNIT, key: "единица" }],
])("%s is refused and nothing is kept", async (_, answer) => {
  const { run, id } = await openReading();
  const answers = [UNIT, answer];
  await expect(run((ctx) => slice.door.keepAnswers(ctx, { id, version: 1, answers }))).rejects.toMatchObject(
    refusal("answer-unknown"),
  );
  expect((await run((ctx) => slice.door.loadHints(ctx))).columns).toEqual({});
});

test("an answer to a page that was overtaken is refused, and so is a reading that came too late", async () => {
  const { run, id } = await openReading();
  await run((ctx) => slice.door.saveRereading(ctx, { id, version: 1, reading: read() }));
  await expect(run((ctx) => slice.door.keepAnswers(ctx, { id, version: 1, answers: [UNIT] }))).rejects.toMatchObject(
    refusal("version-changed"),
  );
  await expect(run((ctx) => slice.door.saveRereading(ctx, { id, version: 1, reading: read() }))).rejects.toMatchObject(
    refusal("version-changed"),
  );
});

test("a closed reading is not read again, not even by the database", async () => {
  const { run, id } = await openReading();
  await run((ctx) => slice.door.discardReading(ctx, { id, version: 1 }));
  await expect(run((ctx) => slice.door.keepAnswers(ctx, { id, version: 2, answers: [UNIT] }))).rejects.toMatchObject(
    refusal("reading-closed"),
  );
});

test("only who may import documents may say how they are read", async () => {
  const { id, municipality } = await openReading();
  const auditor = slice.runAs(municipality, personWith("auditor"));
  await expect(
    auditor((ctx) => slice.door.keepAnswers(ctx, { id, version: 1, answers: [UNIT] })),
  ).rejects.toMatchObject({ name: "Refusal" });
});

test("two programmes of the same years live side by side, and the next edition finds its own", async () => {
  const { run } = await openReading();
  const text = CLEAN.replaceAll("Добрые соседи Приозёрного района", "Молодёжные инициативы Приозёрного района");
  const save = async (source: string, copy: string) => {
    const bytes = new TextEncoder().encode(source + copy);
    const reading = readProgramme(readDocument(bytes));
    const { id } = await run((ctx) => slice.door.saveReading(ctx, { fileName: "п.txt", bytes, reading }));
    const { slug, number } = await run((ctx) => slice.door.approveReading(ctx, id, { version: 1, basis: "акт" }));
    return [slug.replace(/^hints\d+/, ""), number];
  };
  expect(await save(CLEAN, "")).toEqual(["-2025-2026", 1]);
  expect(await save(text, "")).toEqual(["-2025-2026-n2", 1]);
  expect(await save(CLEAN, "\n")).toEqual(["-2025-2026", 2]);
  expect(await save(text, "\n")).toEqual(["-2025-2026-n2", 2]);
});
