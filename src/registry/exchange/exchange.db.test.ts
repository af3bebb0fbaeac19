import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM } from "../../access/testing.ts";
import type { Actor } from "../../kernel/context.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { registry } from "../index.ts";
import { openTestRegister } from "../testing.ts";
import type { ImportAnswers } from "./views.ts";

let database: Database;
let register: Awaited<ReturnType<typeof openTestRegister>>;

beforeAll(async () => {
  database = await createTestDatabase();
  register = await openTestRegister(database, "exchange");
});
afterAll(() => database.close());

const NONE: ImportAnswers = { columns: {}, cells: {}, rows: {}, addSettlements: false };
const give = (grid: readonly (readonly string[])[], answers: Partial<ImportAnswers> = {}) => ({
  text: registry.writeCsv(grid),
  answers: { ...NONE, ...answers },
});
const HEADS = ["Наименование", "Поселение", "Председатель", "Члены совета", "ИНН"];
const ROWS = [
  ["ТОС «Луч»", "Берёзовка", "Иванова А. А.", "Петров П.; Орлова О.", "7707083893"],
  ["ТОС «Бор»", "Заречная", "", "", ""],
];
const accept = (given: ReturnType<typeof give>, actor?: Actor) =>
  register.run((ctx) => registry.acceptImport(ctx, given), actor ? { actor } : {});

describe("a table", () => {
  test("is taken in whole, and again changes nothing", async () => {
    expect(await accept(give([HEADS, ...ROWS]))).toEqual({ entered: 2, changed: 0 });
    const { rows } = await register.run((ctx) => registry.listRegister(ctx, {}));
    expect(rows.map(({ name, chair }) => [name, chair])).toEqual([
      ["ТОС «Бор»", null],
      ["ТОС «Луч»", "Иванова А. А."],
    ]);
    await expect(accept(give([HEADS, ...ROWS]))).rejects.toMatchObject({ code: "import-nothing" });
  });

  test("changes the sections that it says otherwise of, as entries of the history", async () => {
    const changed = [HEADS, ["ТОС «Луч»", "Берёзовка", "Сидоров С. С.", "", ""]];
    expect(await accept(give(changed))).toEqual({ entered: 0, changed: 1 });
    const [found] = (await register.run((ctx) => registry.listRegister(ctx, { text: "сидоров" }))).rows;
    expect(found?.chair).toBe("Сидоров С. С.");
    expect(await register.readOf(found?.id ?? "", "legal")).toMatchObject({ inn: "7707083893" });
  });

  test("with an error or an open question stores nothing; mended in the preview it is taken", async () => {
    const before = await register.run((ctx) => registry.listPublic(ctx, {}));
    const wrong = [HEADS, ["ТОС «Клён»", "Берёзовка", "", "", "12"], ["ТОС «Дуб»", "Атлантида", "", "", ""]];
    const { errors } = await register.run((ctx) => registry.previewImport(ctx, give(wrong)));
    expect(errors.map(({ row, column, sentence }) => [row, column, sentence])).toEqual([
      [2, 5, "ИНН: должно быть цифр: 10."],
      [3, 2, "Поселение: в перечне поселений нет «Атлантида»."],
    ]);
    await expect(accept(give(wrong))).rejects.toMatchObject({ code: "import-errors" });
    await expect(accept(give([HEADS, ["Луч", "Берёзовка", "", "", ""]]))).rejects.toMatchObject({
      code: "import-questions",
    });
    expect((await register.run((ctx) => registry.listPublic(ctx, {}))).count).toBe(before.count);
    const mended = { cells: { "2:5": "7707083893" }, addSettlements: true };
    expect(await accept(give(wrong, mended))).toEqual({ entered: 2, changed: 0 });
    expect((await register.run(registry.listSettlements)).map(({ name }) => name)).toContain("Атлантида");
  });

  test("is refused where it is none, has no head, or is too long", async () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    for (const text of ["", "просто слова", "раз\nдва"]) {
      await expect(registry.readTable(bytes(text))).rejects.toMatchObject({ code: "import-no-table" });
    }
    expect(await registry.readTable(bytes("Название;Поселение\nА;Б"))).toEqual([
      ["Название", "Поселение"],
      ["А", "Б"],
    ]);
    await expect(
      accept(
        give([
          ["раз", "два"],
          ["три", "четыре"],
        ]),
      ),
    ).rejects.toMatchObject({ code: "import-no-heads" });
    const long = [HEADS, ...Array.from({ length: 5_001 }, (_, at) => [`ТОС ${at}`, "", "", "", ""])];
    await expect(accept(give(long))).rejects.toMatchObject({ code: "import-too-many" });
  });

  test("is read and taken by keepers alone, an officer's in their settlement", async () => {
    const { auditor, resident } = register.actors;
    await expect(accept(give([HEADS, ...ROWS]), auditor)).rejects.toMatchObject({ code: "not-permitted" });
    await expect(register.run((ctx) => registry.exportRegister(ctx), { actor: resident })).rejects.toMatchObject({
      code: "not-permitted",
    });
    const officer = { ...resident, holdings: [{ role: "settlement", subjectId: register.settlementId }] };
    const preview = await register.run(
      (ctx) => registry.previewImport(ctx, give([HEADS, ["ТОС «Юг»", "Заречная", "", "", ""]])),
      {
        actor: officer,
      },
    );
    expect(preview.errors.map(({ code }) => code)).toEqual(["import-not-yours"]);
    expect(await accept(give([HEADS, ["ТОС «Юг»", "Берёзовка", "", "", ""]]), officer)).toMatchObject({ entered: 1 });
  });
});

test("a register written out and taken in elsewhere is the same, numbers and all", async () => {
  const grid = await register.run((ctx) => registry.exportRegister(ctx, { sort: "number" }));
  const other = await openTestRegister(database, "exchange-other");
  const table = await registry.readTable(await registry.writeXlsx(grid));
  await other.run((ctx) => registry.acceptImport(ctx, give(table, { addSettlements: true })), { actor: SYSTEM });
  expect(await other.run((ctx) => registry.exportRegister(ctx, { sort: "number" }))).toEqual(grid);
});

test("the demonstration's workbook of 45 associations is taken in, given out as a workbook, and that changes nothing", async () => {
  const own = await openTestRegister(database, "exchange-demonstration");
  const bytes = readFileSync(new URL("../../../examples/demonstration/associations.xlsx", import.meta.url));
  const table = await registry.readTable(bytes);
  const given = give(table, { addSettlements: true });
  const preview = await own.run((ctx) => registry.previewImport(ctx, given));
  expect(preview.errors).toEqual([]);
  expect(await own.run((ctx) => registry.acceptImport(ctx, given))).toEqual({ entered: 45, changed: 0 });
  const grid = await own.run((ctx) => registry.exportRegister(ctx, { sort: "number" }));
  const workbook = await registry.readTable(await registry.writeXlsx(grid));
  // Every cell of the demonstration's file that says something stands in what is given out, under its own head.
  const [heads = [], ...rows] = table.filter((cells) => cells.some((cell) => cell !== ""));
  const out = workbook.find((cells) => cells.includes(heads[0] ?? "")) ?? [];
  const columns = heads.map((head) => out.indexOf(head));
  const kept = workbook.slice(workbook.indexOf(out) + 1);
  for (const cells of rows) {
    const row = kept.find((one) => one[columns[0] ?? -1] === cells[0]) ?? [];
    expect(heads.map((_, at) => (cells[at] === "" ? "" : row[columns[at] ?? -1]))).toEqual(cells);
  }
  await expect(own.run((ctx) => registry.acceptImport(ctx, give(workbook)))).rejects.toMatchObject({
    code: "import-nothing",
  });
});

test("a charter with amendments, given out and taken in again, changes nothing; one cell changed is given out changed", async () => {
  const own = await openTestRegister(database, "exchange-again");
  const heads = ["Наименование", "Поселение", "Вид территории", "Устав: дата регистрации", "Устав: изменения"];
  const row = ["ТОС «Клён»", "Берёзовка", "группа домов", "05.09.2011", "09.08.2025; № 1; решение № 12"];
  await own.run((ctx) => registry.acceptImport(ctx, give([heads, row])));
  const exported = () => own.run((ctx) => registry.exportRegister(ctx, { sort: "number" }));
  const before = await exported();
  await expect(own.run((ctx) => registry.acceptImport(ctx, give(before)))).rejects.toMatchObject({
    code: "import-nothing",
  });
  const changed = before.map((cells) =>
    cells.map((cell) => (cell === "группа домов" ? "сельский населённый пункт" : cell)),
  );
  expect(await own.run((ctx) => registry.acceptImport(ctx, give(changed)))).toEqual({ entered: 0, changed: 1 });
  expect(await exported()).toEqual(changed);
});
