import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { personWith } from "../../access/testing.ts";
import { newId } from "../../kernel/id.ts";
import { type Database, inTenant } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { recountLedger } from "../index.ts";
import { openTestLedger, runScenario, type TestLedger } from "../testing.ts";
import { encodeWindows, OWN_ACCOUNT, type TestDocument, writeExchange } from "./testing.ts";
import type { StatementView } from "./views.ts";

const DAY = "2024-05-10";
const dawn: TestDocument = {
  number: "112",
  date: "26.04.2024",
  sum: "98200.00",
  payee: "ТОС «Заря»",
  purpose: "Грант по соглашению от 18.04.2024 № 1",
};
const byHand = { ...dawn, number: "9", sum: "1800.00" };
const stranger = { ...dawn, number: "115", payee: "ООО «Ромашка»", purpose: "Канцелярские товары", sum: "500.00" };

let database: Database;
let here: TestLedger;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  count += 1;
  here = await openTestLedger(database, `district-${count}`);
  await runScenario(
    here,
    `2024-01-15 appropriate limit activity=6 regional=708500 local=13000 = ok
    2024-04-18 commit dawn activity=6 regional=98200 local=1800 basis=соглашение_от_18.04.2024_№_1 = ok`,
  );
  return () => here.close();
});
afterAll(() => database.close());

const code = (name: string) => expect.objectContaining({ code: name });
const takeFile = async (name: string, bytes: Uint8Array) => {
  const read = await here.ledger.readStatement({ name, bytes });
  return here.on(DAY)((ctx) => here.ledger.takeStatement(ctx, read));
};
const take = (documents: readonly TestDocument[]) => takeFile("kl_to_1c.txt", encodeWindows(writeExchange(documents)));
const open = (hash: string) => here.on(DAY)((ctx) => here.ledger.openStatement(ctx, hash));
const accept = (hash: string, view: StatementView) => {
  const accepted = view.rows.flatMap((row) =>
    row.state === "proposed"
      ? [
          {
            line: row.document.line,
            commitmentId: row.choices[0]?.commitment.id ?? "",
            sums: Object.fromEntries(
              (row.choices[0]?.parts ?? []).map(({ source, kopecks }) => [
                source,
                `${kopecks / 100n},${String(kopecks % 100n).padStart(2, "0")}`,
              ]),
            ),
          },
        ]
      : [],
  );
  return here.on(DAY)((ctx) => here.ledger.acceptStatement(ctx, { hash, accepted }));
};
const paid = async () => (await here.on(DAY)((ctx) => here.ledger.getBalance(ctx, 2024))).total.paid;

describe("a statement", () => {
  test("proposes its payments with reasons, and posts what a person accepts", async () => {
    const hash = await take([dawn, stranger]);
    const view = await open(hash);
    expect(view.rows.map(({ state }) => state)).toEqual(["proposed", "none"]);
    expect(view.rows[0]).toMatchObject({
      choices: [{ reasons: ["number", "sum", "payee", "date"], parts: [{ source: "regional", kopecks: 98_200_00n }] }],
    });
    expect(await paid()).toBe(0n);
    expect(await accept(hash, view)).toBe(1);
    expect(await paid()).toBe(98_200_00n);
    expect((await open(hash)).rows[0]).toMatchObject({ state: "recorded", entry: { date: "2024-04-26" } });
  });

  test("posts nothing twice: the same file, the same form, the same document in another file", async () => {
    const hash = await take([dawn]);
    const view = await open(hash);
    await accept(hash, view);
    expect(await take([dawn])).toBe(hash);
    expect(await accept(hash, view)).toBe(0);
    const other = await take([dawn, stranger]);
    expect((await open(other)).rows[0]?.state).toBe("recorded");
    expect(await paid()).toBe(98_200_00n);
    expect(await here.on(DAY)((ctx) => here.ledger.listStatements(ctx))).toHaveLength(2);
  });

  test("knows a payment that was recorded by hand, says where sums differ, and what it does not have", async () => {
    await runScenario(
      here,
      `2024-05-01 pay hand of=${await commitmentId()} local=1800 date=2024-04-26 basis=п/п_№_9 = ok
      2024-05-01 pay other of=${await commitmentId()} regional=100 date=2024-04-26 basis=п/п_№_10 = ok`,
    );
    const view = await open(await take([byHand]));
    expect(view.rows.map(({ state }) => state)).toEqual(["recorded"]);
    expect(view.absent.map(({ basis }) => basis)).toEqual(["п/п № 10"]);
    const wrong = await open(await take([{ ...byHand, sum: "1700.00" }]));
    expect(wrong.rows.map(({ state }) => state)).toEqual(["differs-sum"]);
  });

  test("posts all that was accepted or none of it", async () => {
    const hash = await take([dawn, { ...byHand, purpose: dawn.purpose }]);
    const view = await open(hash);
    expect(view.rows.map(({ state }) => state)).toEqual(["proposed", "proposed"]);
    await runScenario(here, `2024-05-01 pay before of=${await commitmentId()} local=1 date=2024-04-20 = ok`);
    await expect(accept(hash, view)).rejects.toEqual(code("ledger-over-commitment"));
    expect(await paid()).toBe(1_00n);
  });

  test("posts a document once that a form names twice, and two documents no further than their obligation goes", async () => {
    const hash = await take([dawn, { ...dawn, number: "113", sum: "1800.01" }]);
    const id = await commitmentId();
    const [line, other] = (await open(hash)).rows.map(({ document }) => document.line);
    const whole = { line: line ?? 0, commitmentId: id, sums: { regional: "98200" } };
    const run = here.on(DAY);
    const over = { line: other ?? 0, commitmentId: id, sums: { local: "1800,01" } };
    const both = run((ctx) => here.ledger.acceptStatement(ctx, { hash, accepted: [whole, over] }));
    await expect(both).rejects.toEqual(code("ledger-over-commitment"));
    expect(await paid()).toBe(0n);
    expect(await run((ctx) => here.ledger.acceptStatement(ctx, { hash, accepted: [whole, whole] }))).toBe(1);
    expect(await paid()).toBe(98_200_00n);
    const { faults } = await inTenant(database, here.municipalityId, (tx) => recountLedger(tx, here.municipalityId));
    expect(faults).toEqual([]);
  });

  test("of another format, or that there is not, is refused; so is accepting nothing, and a reader who may not", async () => {
    const run = here.on(DAY);
    const bytes = new TextEncoder().encode("дата;сумма");
    await expect(takeFile("a.csv", bytes)).rejects.toEqual(code("ledger-statement-unreadable"));
    const large = takeFile("a.txt", new Uint8Array(20_000_001));
    await expect(large).rejects.toEqual(code("ledger-statement-large"));
    await expect(open("0".repeat(64))).rejects.toEqual(code("ledger-statement-unknown"));
    const hash = await take([dawn]);
    const nothing = run((ctx) => here.ledger.acceptStatement(ctx, { hash, accepted: [] }));
    await expect(nothing).rejects.toEqual(code("ledger-statement-empty"));
    const resident = here.on(DAY, personWith(newId(), "resident"));
    await expect(resident((ctx) => here.ledger.openStatement(ctx, hash))).rejects.toEqual(code("not-permitted"));
    await expect(resident((ctx) => here.ledger.requireTaker(ctx))).rejects.toEqual(code("not-permitted"));
    const read = await here.ledger.readStatement({ name: "a.txt", bytes: encodeWindows(writeExchange([dawn])) });
    await expect(resident((ctx) => here.ledger.takeStatement(ctx, read))).rejects.toEqual(code("not-permitted"));
  });

  test("posts a document once more after its payment was reversed, and an order split in two both of its parts", async () => {
    const hash = await take([dawn, { ...dawn, sum: "1800.00" }]);
    const view = await open(hash);
    expect(await accept(hash, view)).toBe(2);
    expect(await paid()).toBe(100_000_00n);
    const { rows } = await here.on(DAY)((ctx) => here.ledger.listJournal(ctx, { kind: "payment" }, null));
    const entryId = rows.find(({ kopecks }) => kopecks === 98_200_00n)?.id ?? "";
    const reversal = { key: "undo", date: DAY, basis: "справка", note: "не то обязательство", entryId };
    await here.on(DAY)((ctx) => here.ledger.reverse(ctx, reversal));
    const again = await open(hash);
    expect(again.rows.map(({ state }) => state)).toEqual(["proposed", "recorded"]);
    expect(await accept(hash, again)).toBe(1);
    expect((await open(hash)).rows.map(({ state }) => state)).toEqual(["recorded", "recorded"]);
    expect(await paid()).toBe(100_000_00n);
  });

  test("disagrees by day, by a refund and by a year of no programme; what it has and has not of refunds is said", async () => {
    await runScenario(
      here,
      `2024-05-01 pay hand of=${await commitmentId()} local=1800 date=2024-04-25 basis=п/п_№_9 = ok
      2024-05-02 refund back of=hand total=100 date=2024-04-27 basis=п/п_№_41 = ok
      2024-05-03 refund lost of=hand total=7 date=2024-04-27 basis=п/п_№_42 = ok`,
    );
    const income = { ПлательщикСчет: "40703810000000000001", ПолучательСчет: OWN_ACCOUNT, ДатаПоступило: "27.04.2024" };
    const refund = { ...dawn, number: "41", date: "27.04.2024", sum: "100.00", debited: "", more: income };
    const unknown = { ...refund, number: "43", sum: "5.00" };
    const outside = { ...dawn, number: "116", date: "26.04.2023", debited: "26.04.2023" };
    const view = await open(await take([byHand, refund, unknown, outside]));
    expect(view.rows.map(({ state }) => state)).toEqual(["differs-date", "recorded", "incoming", "outside"]);
    expect(view.absent.map(({ basis }) => basis)).toEqual(["п/п № 42"]);
  });

  test("is asked for the whole sum of a document, and for no document that it does not have or that disagrees", async () => {
    const hash = await take([dawn, byHand]);
    const run = here.on(DAY);
    const commitment = await commitmentId();
    const send = (line: number, sums: Record<string, string>) =>
      run((ctx) => here.ledger.acceptStatement(ctx, { hash, accepted: [{ line, commitmentId: commitment, sums }] }));
    const [first, second] = (await open(hash)).rows.map(({ document }) => document.line);
    await expect(send(first ?? 0, { regional: "1" })).rejects.toEqual(code("ledger-statement-sum"));
    await expect(send(999, { regional: "98200" })).rejects.toEqual(code("ledger-statement-changed"));
    await runScenario(here, `2024-05-01 pay hand of=${commitment} local=1700 date=2024-04-26 basis=п/п_№_9 = ok`);
    await expect(send(second ?? 0, { local: "1800" })).rejects.toEqual(code("ledger-statement-changed"));
    expect(await paid()).toBe(1_700_00n);
  });

  test("speaks for the days of its head, and not for another account", async () => {
    await runScenario(
      here,
      `2024-05-01 pay hand of=${await commitmentId()} local=1 date=2024-05-01 basis=п/п_№_77 = ok
      2024-05-01 pay elsewhere of=${await commitmentId()} local=2 date=2024-04-26 basis=п/п_№_78 key=bank_40204643000000000001_2024-04-26_78 = ok`,
    );
    const head = `РасчСчет=${OWN_ACCOUNT}\r\nДатаНачала=01.04.2024\r\nДатаКонца=02.05.2024`;
    const text = writeExchange([dawn]).replace(`РасчСчет=${OWN_ACCOUNT}`, head);
    const hash = await takeFile("a.txt", encodeWindows(text));
    const view = await open(hash);
    expect([view.from, view.to]).toEqual(["2024-04-01", "2024-05-02"]);
    expect(view.absent.map(({ basis }) => basis)).toEqual(["п/п № 77"]);
  });

  const commitmentId = async () => {
    const { rows } = await here.on(DAY)((ctx) => here.ledger.listJournal(ctx, { kind: "commitment" }, null));
    return rows[0]?.id ?? "";
  };
});
