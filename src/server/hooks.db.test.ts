import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestMunicipality, createTestPerson, personWith, runAs } from "../access/testing.ts";
import type { Actor, Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { readConfig } from "../platform/config.ts";
import type { Database, Tx } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { openFiles } from "../platform/files.ts";
import { EXAMPLE_READING } from "../programme/testing-store.ts";
import { openSlices } from "./parts.ts";

let database: Database;
let folder: string;
let slices: ReturnType<typeof openSlices>;
let municipalityId: Id;
let coordinator: Actor;
let operator: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-hooks-"));
  slices = openSlices(openFiles(folder), readConfig({}));
  municipalityId = await createTestMunicipality(database, "hooks");
  const as = runAs(database, municipalityId);
  coordinator = personWith(await as((ctx) => createTestPerson(ctx, "anna", ["coordinator"])), "coordinator");
  operator = personWith(await as((ctx) => createTestPerson(ctx, "vera", ["operator"])), "operator");
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

/** In the January in which the programme begins. */
const act = <T>(work: (ctx: Context<Tx>) => Promise<T>, actor = coordinator) =>
  runAs(database, municipalityId, actor)((ctx) => work({ ...ctx, today: "2024-01-15" }));

async function approve(name: string): Promise<void> {
  const given = { fileName: `${name}.docx`, bytes: Buffer.from(name), reading: EXAMPLE_READING };
  const { id } = await act((ctx) => slices.programme.saveReading(ctx, given));
  await act((ctx) => slices.programme.approveReading(ctx, id, { version: 1, basis: "постановление" }));
}

test("an approved edition gives each executor the activities of each year, and the same edition again changes none", async () => {
  await approve("first");
  const lines = await act((ctx) => slices.desk.overseeExecutors(ctx, 2024));
  expect(lines.map(({ role, total }) => [role, total])).toEqual([
    ["coordinator", 8],
    ["operator", 2],
    ["settlement", 5],
    ["coordinator", 1],
  ]);
  const before = await act((ctx) => slices.desk.listTasks(ctx, {}));
  expect(await act((ctx) => slices.desk.listChoices(ctx))).toMatchObject({ years: [2024, 2025, 2026] });
  await approve("second");
  const after = await act((ctx) => slices.desk.listTasks(ctx, {}));
  expect(after).toEqual(before);
});

test("people who may see a draft talk about it, and nobody else", async () => {
  const draft = await act((ctx) => slices.programme.openDraft(ctx, "hooks-2024-2026"));
  const thread = { kind: "programme-draft", id: draft.id };
  await act((ctx) => slices.desk.writeMessage(ctx, { thread, text: "Перенесём 100 тысяч?", files: [] }));
  const seen = await act((ctx) => slices.desk.openThread(ctx, thread));
  expect(seen).toMatchObject({
    href: "/programmes/hooks-2024-2026/draft",
    messages: [{ text: "Перенесём 100 тысяч?" }],
  });
  await expect(act((ctx) => slices.desk.openThread(ctx, thread), operator)).rejects.toMatchObject({
    code: "subject-unknown",
  });
});
