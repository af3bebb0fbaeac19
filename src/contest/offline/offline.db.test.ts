import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRANGER } from "../../access/testing.ts";
import type { Id } from "../../kernel/id.ts";
import { readDocument } from "../../office/read.ts";
import type { Workbook } from "../../office/workbook.ts";
import { writeWorkbook } from "../../office/xlsx-write/write-xlsx.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import type { TypedContent } from "../application/contract.ts";
import type { TermsText } from "../call/contract.ts";
import { parseTerms } from "../call/input.ts";
import { announce, CONTENT, openTestContest, TERMS, type TestContest } from "../testing.ts";
import { readTables } from "./read-tables.ts";
import { type FormFile, fillForm } from "./testing.ts";

let database: Database;
let contest: TestContest;
let callId: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  contest = await openTestContest(database, "offline");
  callId = await announce(contest);
});
afterAll(async () => {
  contest.desk.close();
  await database.close();
});

const refused = (code: string) => ({ code });
const TEAM = [{ name: "Кузнецова Анна", does: "смета" }];
const draw = (format: "xlsx" | "docx", call: Id = callId) =>
  contest.run((ctx) => contest.door.drawForm(ctx, { callId: call, format }), STRANGER);
const fill = async (
  format: "xlsx" | "docx",
  content: Partial<TypedContent> = {},
  { call = callId, terms = TERMS }: { call?: Id; terms?: TermsText } = {},
): Promise<FormFile> => {
  const filled = { content: { ...CONTENT, ...content }, team: TEAM, terms: parseTerms(terms) };
  return fillForm(await draw(format, call), format, filled);
};
const preview = (tables: unknown, at = 0, applicationId = "") =>
  contest.run((ctx) => contest.door.previewForm(ctx, { callId, tables, applicationId }), contest.chairs[at]);
const accept = (tables: unknown, given: { at?: number; applicationId?: string; version?: string } = {}) => {
  const { at = 0, applicationId = "", version = "" } = given;
  const own = { associationId: contest.associations[at] ?? "", kind: "chair-person" };
  return contest.run(
    (ctx) => contest.door.acceptForm(ctx, { callId, tables, applicationId, version, ...own }),
    contest.chairs[at],
  );
};
const count = async () =>
  (await contest.run((ctx) => contest.door.listApplications(ctx, callId), contest.chairs[0])).length;

describe("a form filled without a network", () => {
  test.each(["xlsx", "docx"] as const)("%s becomes a draft with what was typed", async (format) => {
    const other = await announce(contest);
    const tables = await contest.door.openForm((await fill(format, {}, { call: other })).bytes);
    const given = { callId: other, tables, applicationId: "" };
    const seen = await contest.run((ctx) => contest.door.previewForm(ctx, given), contest.chairs[0]);
    expect(seen).toMatchObject({ content: CONTENT, team: TEAM, errors: [], isBook: format === "xlsx" });
    expect(seen.remarks).toEqual([{ code: "paper-missing", where: "papers.charter", place: null }]);
    const own = { associationId: contest.associations[0], kind: "chair-person", version: "" };
    const id = await contest.run((ctx) => contest.door.acceptForm(ctx, { ...given, ...own }), contest.chairs[0]);
    const view = await contest.run((ctx) => contest.door.getApplication(ctx, id), contest.chairs[0]);
    expect(view).toMatchObject({ state: "draft", content: CONTENT, applicant: { team: TEAM } });
  });

  test("fills a draft that is there, and is refused where somebody saved it meanwhile", async () => {
    const own = { callId, associationId: contest.associations[1], kind: "chair-person" };
    const id = await contest.run((ctx) => contest.door.beginApplication(ctx, own), contest.chairs[1]);
    const { tables } = await fill("docx", { title: "Двор" });
    expect(await accept(tables, { at: 1, applicationId: id, version: "1" })).toBe(id);
    const view = await contest.run((ctx) => contest.door.getApplication(ctx, id), contest.chairs[1]);
    expect(view).toMatchObject({ content: { title: "Двор" }, version: 2 });
    const late = accept(tables, { at: 1, applicationId: id, version: "1" });
    await expect(late).rejects.toMatchObject(refused("application-changed"));
  });

  test("errors are said by cell, and nothing is stored", async () => {
    const [line] = CONTENT.estimate;
    if (!line) throw new Error("no line");
    const before = await count();
    const { tables } = await fill("xlsx", {
      answers: { people: "много" },
      plan: [{ what: "Купить", from: "весной", until: "01.06.2026", result: "" }],
      estimate: [line, { ...line, asked: "800" }, { ...line, unitCost: "-5" }, { ...line, asked: "9".repeat(30) }],
    });
    const { errors } = await preview(tables);
    const cell = (sheet: string, at: string) => ({ kind: "sheet", sheet, cell: at });
    expect(errors).toEqual([
      { code: "not-a-number", where: "answers.people", place: cell("Заявка", "C9") },
      { code: "not-a-day", where: "plan.0.from", place: cell("Календарный план", "C4") },
      { code: "line-differs", where: "estimate.1", allowed: 100_000n, place: cell("Смета", "B5") },
      { code: "not-a-sum", where: "estimate.2.unitCost", place: cell("Смета", "D6") },
      { code: "not-a-sum", where: "estimate.3.asked", place: cell("Смета", "E7") },
    ]);
    await expect(accept(tables)).rejects.toMatchObject(refused("form-faults"));
    expect(await count()).toBe(before);
    const paper = await fill("docx", { estimate: [{ ...line, asked: "800" }] });
    expect((await preview(paper.tables)).errors).toEqual([
      {
        code: "line-differs",
        where: "estimate.0",
        allowed: 100_000n,
        place: { kind: "table", table: 3, row: 2, column: 2 },
      },
    ]);
  });

  test("a text that no field holds, and a team without names, are errors", async () => {
    const { tables } = await fill("docx", { summary: "а".repeat(20_001) });
    expect((await preview(tables)).errors).toMatchObject([{ code: "too-long", where: "summary" }]);
    const team = [{ name: "", does: "смета" }];
    const nameless = await fillForm(await draw("xlsx"), "xlsx", { content: CONTENT, team, terms: parseTerms(TERMS) });
    expect((await preview(nameless.tables)).errors).toMatchObject([{ code: "missing", where: "team.0.name" }]);
    const many = await fill("docx", { plan: Array.from({ length: 201 }, () => CONTENT.plan).flat() });
    expect((await preview(many.tables)).errors).toMatchObject([{ code: "too-many", where: "plan" }]);
  });

  test("is refused in words: foreign, of another call, of an older layout, of other questions", async () => {
    const { tables } = await fill("xlsx");
    const marked = (mark: string) => preview({ ...tables, mark });
    await expect(marked("")).rejects.toMatchObject(refused("form-foreign"));
    await expect(preview("нет")).rejects.toMatchObject(refused("form-foreign"));
    const other = await announce(contest);
    const foreign = await contest.door.openForm(await draw("docx", other));
    await expect(preview(foreign)).rejects.toMatchObject(refused("form-other-call"));
    await expect(marked(tables.mark.replace("/1 ", "/0 "))).rejects.toMatchObject(refused("form-older"));
    const questions = tables.mark.replace(/[0-9a-f]{12}$/, "0123456789ab");
    await expect(marked(questions)).rejects.toMatchObject(refused("form-older"));
  });

  test("a broken file and one that is no document are refused by the reader", async () => {
    const { bytes } = await fill("xlsx");
    await expect(contest.door.openForm(bytes.slice(0, bytes.length / 2))).rejects.toMatchObject({ code: "zip-broken" });
    await expect(contest.door.openForm(new Uint8Array())).rejects.toMatchObject({ code: "empty-document" });
  });

  test("of a call that takes none there is no form, and a stranger has none taken", async () => {
    const over = await announce(contest);
    await contest.run((ctx) =>
      contest.door.moveCall(ctx, { id: over, version: "2", move: "void", reason: "проверка" }),
    );
    await expect(draw("xlsx", over)).rejects.toMatchObject(refused("application-not-open"));
    const { tables } = await fill("xlsx");
    const stranger = contest.run(
      (ctx) => contest.door.previewForm(ctx, { callId, tables, applicationId: "" }),
      STRANGER,
    );
    await expect(stranger).rejects.toMatchObject(refused("not-signed-in"));
  });
});

test("a group is chosen by its number, its name or its key; another word is an error", async () => {
  const categories = [
    { key: "small", name: "Малые дела" },
    { key: "big", name: "Большие дела" },
  ];
  const terms: TermsText = {
    ...TERMS,
    fields: [...(TERMS.fields ?? []), { key: "category", label: "Группа", kind: "text" }],
    rules: { ...TERMS.rules, categories },
  };
  const grouped = await announce(contest, { terms });
  const read = async (category: string) => {
    const { tables } = await fill("docx", { answers: { people: "5", category } }, { call: grouped, terms });
    const given = { callId: grouped, tables, applicationId: "" };
    return contest.run((ctx) => contest.door.previewForm(ctx, given), contest.chairs[0]);
  };
  for (const typed of ["2", "большие дела", "2 — Большие дела", "big"])
    expect((await read(typed)).content.answers.category).toBe("big");
  expect((await read("третьи")).errors).toMatchObject([{ code: "group-unknown", where: "answers.category" }]);
});

test("figures, days and added lines are read as Excel has them", async () => {
  const bytes = await draw("xlsx");
  const tables = readTables(readDocument(bytes));
  const book: Workbook = {
    title: "",
    sheets: [
      {
        ...{ name: "Смета", orientation: "landscape", columns: [6], headRows: 0 },
        rows: [
          [{ value: tables.mark }],
          [],
          [{ value: "Код" }, { value: "Что нужно" }],
          [
            { value: "С1" },
            { value: "Качели" },
            { value: 2_000_000n },
            { value: 500_500_000n },
            { value: 1_001_000_000n },
          ],
          [null, { value: "Песок" }, { value: "3" }, { value: "1 200,50 руб." }, { value: "3 601,50" }],
        ],
      },
    ],
  };
  const { content, errors } = await preview(await contest.door.openForm(await writeWorkbook(book)));
  expect(errors).toEqual([]);
  expect(content.estimate).toMatchObject([
    { what: "Качели", quantity: "2", unitCost: "500,5", asked: "1001" },
    { what: "Песок", quantity: "3", unitCost: "1 200,50", asked: "3 601,50" },
  ]);
});
