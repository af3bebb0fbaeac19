import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { personWith } from "../../access/testing.ts";
import { newId } from "../../kernel/id.ts";
import { packOdf } from "../../office/testing.ts";
import { writeWorkbook } from "../../office/xlsx-write/write-xlsx.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { openTestLedger, runScenario, type TestLedger } from "../testing.ts";
import { encodeWindows } from "./testing.ts";

const DAY = "2024-05-10";
const HEAD = ["№ п/п", "Номер документа", "Дата документа", "Дата проведения", "Получатель", "Назначение платежа"];
const ROWS = [
  ["Выписка из лицевого счёта", "", "", "", "", "", "", ""],
  [...HEAD, "Выплаты, руб.", "Поступления, руб."],
  ["1", "2", "3", "4", "5", "6", "7", "8"],
  ["1", "112", "25.04.2024", "26.04.2024", "ТОС «Заря»", "Грант по соглашению № 1", "98 200,00", ""],
  ["2", "41", "27.04.2024", "27.04.2024", "ТОС «Заря»", "Возврат остатка", "", "100,00"],
  ["", "", "", "", "", "Итого", "98 200,00", "100,00"],
];

let database: Database;
let here: TestLedger;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  count += 1;
  here = await openTestLedger(database, `sheet-${count}`);
  await runScenario(
    here,
    `2024-01-15 appropriate limit activity=6 regional=708500 local=13000 = ok
    2024-04-18 commit dawn activity=6 regional=98200 local=1800 basis=соглашение_№_1 = ok`,
  );
  return () => here.close();
});
afterAll(() => database.close());

const code = (name: string) => expect.objectContaining({ code: name });
const writeCsv = (rows: readonly (readonly string[])[]) => `${rows.map((row) => row.join(";")).join("\r\n")}\r\n`;
const asXlsx = (rows: readonly (readonly string[])[]) => {
  const cells = rows.map((row) => row.map((value) => ({ value })));
  return writeWorkbook({
    title: "Выписка",
    sheets: [{ name: "Лист1", orientation: "landscape", columns: [], headRows: 0, rows: cells }],
  });
};
const asOds = (rows: readonly (readonly string[])[]) => {
  const cell = (text: string) => `<table:table-cell><text:p>${text}</text:p></table:table-cell>`;
  const lines = rows.map((row) => `<table:table-row>${row.map(cell).join("")}</table:table-row>`);
  return packOdf(`<table:table>${lines.join("")}</table:table>`, { kind: "spreadsheet" });
};
const run: TestLedger["on"] = (...given) => here.on(...given);
const take = async (bytes: Uint8Array) => {
  const read = await here.ledger.readStatement({ name: "выписка.xlsx", bytes });
  return run(DAY)((ctx) => here.ledger.takeStatement(ctx, read));
};
const open = (hash: string) => run(DAY)((ctx) => here.ledger.openStatement(ctx, hash));
const columns = (hash: string) => run(DAY)((ctx) => here.ledger.openColumns(ctx, hash));
const name = (hash: string, roles: readonly (string | null)[]) =>
  run(DAY)((ctx) => here.ledger.nameColumns(ctx, { hash, roles: roles.map((role) => role ?? "") }));

const PROPOSED = [null, "number", "date", "debited", "payee", "purpose", "sum", "income"];

describe("a treasury's spreadsheet", () => {
  test.each([
    [".csv in windows-1251", async () => encodeWindows(writeCsv(ROWS))],
    [".csv in UTF-8", async () => new TextEncoder().encode(`\uFEFF${writeCsv(ROWS)}`)],
    [".xlsx", () => asXlsx(ROWS)],
    [".ods", async () => asOds(ROWS)],
  ])("%s is read by its columns once a person has named them, and posted as any other", async (_name, write) => {
    const hash = await take(await write());
    await expect(open(hash)).rejects.toEqual(code("ledger-statement-columns"));
    const { roles, from, rows } = await columns(hash);
    expect([roles, from]).toEqual([PROPOSED, "words"]);
    expect(rows[0]).toContain("112");
    await name(hash, roles);
    const view = await open(hash);
    expect(view.rows.map(({ state, document }) => [document.number, state, document.kopecks])).toEqual([
      ["112", "proposed", 98_200_00n],
      ["41", "incoming", 100_00n],
    ]);
    expect([view.isTable, view.from, view.to, view.faults]).toEqual([true, "2024-04-26", "2024-04-27", []]);
    const [row] = view.rows;
    const [choice] = row?.state === "proposed" ? row.choices : [];
    const accepted = [
      { line: row?.document.line ?? 0, commitmentId: choice?.commitment.id ?? "", sums: { regional: "98200" } },
    ];
    const accept = () => run(DAY)((ctx) => here.ledger.acceptStatement(ctx, { hash, accepted }));
    expect([await accept(), await accept()]).toEqual([1, 0]);
    expect((await open(hash)).rows[0]).toMatchObject({ state: "recorded", entry: { date: "2024-04-26" } });
  });

  test("has its columns kept for every file with the same head, until a person names them otherwise", async () => {
    await name(await take(encodeWindows(writeCsv(ROWS))), PROPOSED);
    const other = await take(
      await asXlsx([...ROWS.slice(0, 4), ["3", "113", "25.04.2024", "26.04.2024", "", "", "5", ""]]),
    );
    expect((await columns(other)).from).toBe("kept");
    expect((await open(other)).rows).toHaveLength(2);
    await name(other, PROPOSED.with(6, "income").with(7, "sum"));
    expect((await open(other)).rows.map(({ state }) => state)).toEqual(["incoming", "incoming"]);
  });

  test("is told what a person left out or said twice", async () => {
    const hash = await take(encodeWindows(writeCsv(ROWS)));
    await expect(name(hash, PROPOSED.with(1, null))).rejects.toEqual(code("ledger-columns-missing"));
    await expect(name(hash, PROPOSED.with(7, "sum"))).rejects.toEqual(code("ledger-columns-twice"));
    const auditor = run(DAY, personWith(newId(), "auditor"));
    const naming = auditor((ctx) => here.ledger.nameColumns(ctx, { hash, roles: [] }));
    await expect(naming).rejects.toEqual(code("not-permitted"));
  });

  test.each([
    ["three decimals", ["3", "5", "25.04.2024", "26.04.2024", "Кто", "", "10,123", ""], "sum-decimals"],
    ["another currency", ["3", "5", "25.04.2024", "26.04.2024", "Кто", "", "100 USD", ""], "currency"],
    [
      "a day that is not in the calendar",
      ["3", "5", "25.04.2024", "31.04.2024", "Кто", "", "10", ""],
      "date-malformed",
    ],
    ["no number", ["3", "", "25.04.2024", "26.04.2024", "Кто", "", "10", ""], "number-missing"],
    ["no sum", ["3", "5", "25.04.2024", "26.04.2024", "Кто", "", "", ""], "sum-malformed"],
  ])("says of a row with %s what is wrong, and keeps the others", async (_name, row, fault) => {
    const hash = await take(encodeWindows(writeCsv([...ROWS.slice(0, 4), row])));
    await name(hash, PROPOSED);
    const view = await open(hash);
    expect(view.faults).toMatchObject([{ code: fault, line: 5 }]);
    expect(view.rows).toHaveLength(1);
  });

  test("that breaks off says so: .csv in the middle of its last row, .xlsx as a whole", async () => {
    const text = writeCsv(ROWS.slice(0, 5));
    const hash = await take(encodeWindows(text.slice(0, text.indexOf("Возврат"))));
    await name(hash, PROPOSED);
    const view = await open(hash);
    expect(view.faults).toMatchObject([{ code: "cut", line: 5 }]);
    expect(view.rows.map(({ document }) => document.number)).toEqual(["112"]);
    const xlsx = await asXlsx(ROWS);
    await expect(take(xlsx.slice(0, xlsx.length / 2))).rejects.toEqual(code("zip-broken"));
  });

  test("whose letters are damaged is read, and says so", async () => {
    const bytes = new TextEncoder().encode(writeCsv(ROWS));
    const at = new TextDecoder().decode(bytes.slice(0, 400)).length;
    bytes[Math.min(at, 20)] = 0xff;
    const hash = await take(bytes);
    const { roles } = await columns(hash);
    await name(hash, roles);
    expect((await open(hash)).faults).toMatchObject([{ code: "damaged-letters" }]);
  });

  test("is not a letter, and an exchange file has no columns to name", async () => {
    await expect(take(new TextEncoder().encode("Просим выдать выписку."))).rejects.toEqual(
      code("ledger-statement-unreadable"),
    );
    const exchange = await take(new TextEncoder().encode("1CClientBankExchange\r\nКонецФайла\r\n"));
    await expect(columns(exchange)).rejects.toEqual(code("ledger-statement-no-table"));
  });
});
