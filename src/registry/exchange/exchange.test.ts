import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDataRow } from "../../office/grid/heads.ts";
import { readGrid, writeGrid } from "../../office/grid/values.ts";
import { readDocument } from "../../office/read.ts";
import { cellText, type Table, tableGrid } from "../../office/tree.ts";
import { FIELDS, type Field, type FieldKey } from "../record/fields.data.ts";
import { parseValue } from "../record/parse.ts";
import type { Content, FieldValue } from "../record/record.ts";
import { writeXlsx } from "./actions-file.ts";
import { findHeads } from "./heads.ts";
import { type ImportFrame, type KnownAssociation, planImport } from "./plan.ts";
import { writeRegister } from "./table.ts";
import type { Grid, ImportAnswers } from "./views.ts";

const NONE: ImportAnswers = { columns: {}, cells: {}, rows: {}, addSettlements: false };
const TODAY = "2026-03-25";
const frame = (associations: readonly KnownAssociation[] = [], more: Partial<ImportFrame> = {}): ImportFrame => ({
  today: TODAY,
  settlements: [
    { id: "s1", name: "Берёзовка" },
    { id: "s2", name: "р.п. Заречный" },
  ],
  associations,
  mayKeep: () => true,
  ...more,
});
const known = (name: string, particulars: Content = {}): KnownAssociation => ({
  id: `id of ${name}`,
  number: 7,
  name,
  settlementId: "s1",
  particulars: { name, settlementId: "Берёзовка", state: "active", ...particulars },
});
const plan = (grid: Grid, answers: Partial<ImportAnswers> = {}, given = frame()) => {
  const made = planImport(grid, { ...NONE, ...answers }, given);
  if (!made) throw new Error("no head was found");
  return made;
};
const HEADS = ["Наименование", "Поселение"];

/** Texts as people type them, also such as spreadsheets mistake for formulas, numbers and ends of cells. */
const word = fc.oneof(
  fc.constantFrom(
    "ТОС «Рассвет»",
    "=1+1",
    "+7 383 590-00-00",
    "-5",
    "'=A1",
    "0012",
    '"кавычки"',
    "a;b",
    "Ёж, ёлка",
    "1,5",
    "\t|",
  ),
  fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }),
);
const day = fc
  .integer({ min: 0, max: 9_000 })
  .map((days) => new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10));

/** What a clerk could have saved in a field: a text as it is after parsing, or nothing. */
function arbitraryOf(field: Field): fc.Arbitrary<FieldValue | undefined> {
  const texts: Partial<Record<Field["kind"], fc.Arbitrary<string>>> = {
    date: day,
    count: fc.nat(10_000_000).map(String),
    flag: fc.constantFrom("да", "нет"),
    choice: fc.constantFrom(...(field.choices ?? ["-"])),
    digits: fc.constantFrom(...(field.lengths ?? [10]).map((length) => "0123456789012".slice(0, length))),
    settlement: fc.constantFrom("Берёзовка", "р.п. Заречный"),
    acts: fc
      .array(
        fc.tuple(day, word, word).map((parts) => parts.join("; ").replaceAll("\n", " ")),
        { maxLength: 3 },
      )
      .map((lines) => lines.join("\n")),
    people: fc.array(word, { maxLength: 4 }).map((names) => names.join("\n")),
    long: fc.array(word, { maxLength: 4 }).map((lines) => lines.join("\n")),
    hidden: fc.subarray(["phone", "email", "people"]).map((keys) => keys.join(";")),
  };
  const text = texts[field.kind] ?? word;
  const value = text.map((typed) => {
    const parsed = parseValue(field, typed);
    return "value" in parsed ? parsed.value : undefined;
  });
  return field.isRequired ? value.filter((one) => one !== undefined) : fc.option(value, { nil: undefined });
}

const particulars = fc
  .record(Object.fromEntries((FIELDS as readonly Field[]).map((field) => [field.key, arbitraryOf(field)])))
  .map((whole) => {
    const filled = Object.entries(whole).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    );
    return Object.fromEntries(filled) as Content;
  });

describe("what is written out reads back the same", () => {
  const register = fc
    .array(particulars, { minLength: 1, maxLength: 4 })
    .map((all) => all.map((one, at) => ({ number: at + 1, particulars: one })));
  const names = { get: (id: string) => id } as unknown as ReadonlyMap<string, string>;
  const readBack = (grid: Grid) =>
    plan(grid).rows.map(({ drafts }) => Object.assign({}, ...drafts.map(({ content }) => content)));
  const normal = (value: unknown) => JSON.parse(JSON.stringify(value));

  test("as separated values", () => {
    fc.assert(
      fc.property(register, (all) => {
        const grid = writeRegister(all, names);
        const read = readGrid(writeGrid(grid));
        expect(read).toEqual(grid);
      }),
    );
  });

  test("as a workbook, cell by cell and field by field", async () => {
    await fc.assert(
      fc.asyncProperty(register, async (all) => {
        const grid = writeRegister(all, names);
        const tree = readDocument(await writeXlsx(grid));
        const table = tree.blocks.find((block): block is Table => block.kind === "table");
        const cells = table ? tableGrid(table).map((row) => row.map((cell) => (cell ? cellText(cell) : ""))) : [];
        const fields = FIELDS.map(({ key }) => key as FieldKey);
        const pick = (from: Content) =>
          Object.fromEntries(fields.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])));
        expect(normal(readBack(cells).map(pick))).toEqual(normal(readBack(grid).map(pick)));
      }),
      { numRuns: 25 },
    );
  });

  test("a table of what the register holds changes nothing in it", () => {
    fc.assert(
      fc.property(particulars, (one) => {
        const own = {
          ...known(String(one.name)),
          number: 1,
          particulars: one,
          settlementId: one.settlementId === "Берёзовка" ? "s1" : "s2",
        };
        const { rows } = plan(writeRegister([own], names), {}, frame([own]));
        expect(rows.map(({ state, sections }) => ({ state: state === "error" ? "same" : state, sections }))).toEqual([
          { state: "same", sections: [] },
        ]);
      }),
    );
  });
});

describe("a head is found", () => {
  test("in another order, under other names, below titles, with numbers of columns under it", () => {
    const { heads, rows } = plan([
      ["Реестр ТОС района", "Реестр ТОС района", "Реестр ТОС района"],
      ["", "", ""],
      ["Населённый пункт", "ФИО председателя", "Наименование ТОС"],
      ["1", "2", "3"],
      ["с. Березовка", "Иванова А. А.", "ТОС «Рассвет»"],
      ["Итого", "", "1"],
    ]);
    expect(heads.columns.map(({ meaning }) => meaning)).toEqual(["settlementId", "chair", "name"]);
    expect(rows).toMatchObject([{ row: 5, state: "new", name: "ТОС «Рассвет»", settlement: "Берёзовка" }]);
  });

  test("over two rows of merged cells", () => {
    const { heads } = plan([
      ["№ п/п", "Название", "Устав", "Устав", "Поселение"],
      ["№ п/п", "Название", "дата регистрации", "регистрационный номер", "Поселение"],
      ["1", "ТОС", "12.03.2012", "4", "Берёзовка"],
    ]);
    expect(heads).toMatchObject({ rows: 2 });
    expect(heads.columns.map(({ meaning }) => meaning)).toEqual([
      "none",
      "name",
      "charterDate",
      "charterNumber",
      "settlementId",
    ]);
  });

  test("with what a person says of a column, and no field twice", () => {
    const grid = [
      ["Имя", "Поселение", "Название", "Название"],
      ["x", "Берёзовка", "ТОС «А»", "ТОС «Б»"],
    ];
    const { heads } = plan(grid, { columns: { 1: "fullName" } });
    expect(heads.columns.map(({ meaning }) => meaning)).toEqual(["fullName", "settlementId", "name", "none"]);
  });

  test("nowhere, where nothing is named", () => {
    expect(
      findHeads(
        [
          ["а", "б"],
          ["в", "г"],
        ],
        {},
      ),
    ).toBeNull();
    expect(findHeads([], {})).toBeNull();
  });

  test.each([
    [["", " "], false],
    [["1", "2", "3"], false],
    [["Всего по району", "45"], false],
    [["1", "ТОС"], true],
  ])("%j is a row of data: %s", (row, is) => {
    expect(isDataRow(row)).toBe(is);
  });
});

describe("a row", () => {
  test("is wrong by its cells, each named", () => {
    const { rows, errors } = plan([
      [...HEADS, "ИНН", "Дата регистрации", "Статус"],
      ["ТОС «А»", "Атлантида", "12", "30.02.2020", "спит"],
      ["", "Берёзовка", "", "", ""],
    ]);
    expect(errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 5, "association-choice"],
      [2, 4, "association-date"],
      [2, 3, "association-digits"],
      [2, 2, "association-settlement"],
      [3, 1, "association-required"],
    ]);
    expect(rows.map(({ state }) => state)).toEqual(["error", "error"]);
  });

  test("holds dates as numbers of a spreadsheet and as text", () => {
    const { rows } = plan([
      [...HEADS, "Дата регистрации"],
      ["ТОС «А»", "Берёзовка", "41000"],
      ["ТОС «Бор»", "Берёзовка", "1 апреля 2012 г."],
    ]);
    const dates = rows.map(({ drafts }) => drafts.find(({ section }) => section === "charter")?.content.charterDate);
    expect(dates).toEqual(["2012-04-01", "2012-04-01"]);
  });

  test("may enter a settlement that the list does not have, where that was said", () => {
    const grid = [HEADS, ["ТОС «А»", "Новая"]];
    expect(plan(grid).errors).toHaveLength(1);
    const { errors, newSettlements } = plan(grid, { addSettlements: true });
    expect([errors, newSettlements]).toEqual([[], ["Новая"]]);
  });

  test("that may be one that is there is asked about, and does as it is answered", () => {
    const there = frame([known("ТОС «Рассвет»", { phone: "22-100" })]);
    const grid = [
      [...HEADS, "Телефон"],
      ["ТОС «Рассветы»", "Берёзовка", "22-200"],
    ];
    expect(plan(grid, {}, there).rows).toMatchObject([{ state: "ask", candidates: [{ name: "ТОС «Рассвет»" }] }]);
    expect(plan(grid, { rows: { 2: "new" } }, there).rows).toMatchObject([{ state: "new" }]);
    expect(plan(grid, { rows: { 2: "skip" } }, there).rows).toMatchObject([{ state: "skipped" }]);
    const said = plan(grid, { rows: { 2: "id of ТОС «Рассвет»" } }, there).rows;
    expect(said).toMatchObject([{ state: "changed", sections: ["name", "contacts"] }]);
  });

  test("that repeats an earlier one of the file is asked about", () => {
    const { rows } = plan([
      HEADS,
      ["ТОС «Рассвет»", "Берёзовка"],
      ["Рассвет", "Берёзовка"],
      ["ТОС «Рассвет»", "Заречный"],
    ]);
    expect(rows.map(({ state, twin }) => [state, twin])).toEqual([
      ["new", null],
      ["ask", 2],
      ["new", null],
    ]);
  });

  test("with a number that another has is asked about; an empty cell takes nothing away", () => {
    const there = frame([known("ТОС «Рассвет»", { phone: "22-100" })]);
    const other = plan(
      [
        ["№ в реестре", ...HEADS],
        ["7", "ТОС «Соседи»", "Заречный"],
      ],
      {},
      there,
    );
    expect(other.rows).toMatchObject([{ state: "ask", candidates: [{ number: 7 }] }]);
    const same = plan(
      [
        ["№ в реестре", ...HEADS, "Телефон"],
        ["7", "ТОС «Рассвет»", "", ""],
      ],
      {},
      there,
    );
    expect(same.rows).toMatchObject([{ state: "same" }]);
  });

  test("of another officer is an error", () => {
    const { errors } = plan([HEADS, ["ТОС «А»", "Заречный"]], {}, frame([], { mayKeep: (id) => id === "s1" }));
    expect(errors.map(({ code }) => code)).toEqual(["import-not-yours"]);
  });
});

test.each([
  [
    "a,b\n1,2",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    "a\tb\r\n1\t2\r\n",
    [
      ["a", "b"],
      ["1", "2"],
    ],
  ],
  [
    '\uFEFFa;"b;c"\r\n"1\n2";',
    [
      ["a", "b;c"],
      ["1\n2", ""],
    ],
  ],
  ['a;b\n"не закрыта;2', [["a", "b"], ["не закрыта;2"]]],
  ["", []],
])("separated values: %j", (text, grid) => {
  expect(readGrid(text)).toEqual(grid);
});
