import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import type { JournalFilter } from "../contract.ts";
import { loadFrame } from "../entry/actions-frame.ts";
import { openTestLedger, runScenario, type TestLedger } from "../testing.ts";
import { type JournalPlace, walkJournal } from "./store.ts";
import { selectNarrowing } from "./store-narrowing.ts";

const TODAY = "2024-06-01";
let database: Database;
let here: TestLedger;
let other: TestLedger;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestLedger(database, "searched");
  other = await openTestLedger(database, "beside");
  for (const ledger of [here, other]) {
    await runScenario(
      ledger,
      `2024-01-15 appropriate seminars activity=4 local=70000 basis=роспись = ok
      2024-01-15 appropriate contest activity=6 regional=708500 local=13000 basis=роспись = ok
      2024-03-01 commit seminar activity=4 local=35000 payee=АНО_«Ёлочка» basis=контракт_№_5/К_100% = ok
      2024-03-02 commit dawn activity=6 regional=98200 local=1800 payee=ТОС_«Заря» basis=соглашение_№_17 = ok
      2024-04-01 pay first of=seminar local=1000 basis=п/п_№_77777-3 = ok`,
    );
  }
}, 120_000);
afterAll(async () => {
  here.close();
  other.close();
  await database.close();
});

/** Kinds of what is found, walking down the journal and by ids: the same, whichever way is the quicker. */
async function find(given: { readonly text?: string; readonly source?: "regional" | "local" | "federal" }) {
  return here.on(TODAY)(async (ctx) => {
    const { sourceIds } = await loadFrame(ctx);
    const sourceId = (given.source && sourceIds.get(given.source)) ?? null;
    const ways = [0, 5_000].map(async (seldom) => {
      const narrowing = await selectNarrowing(ctx, { text: given.text ?? "", sourceId }, seldom);
      const query = { filter: {}, narrowing, after: null, limit: 50 };
      const { rows } = await walkJournal(ctx, query, { parts: 10, part: 2 });
      return rows.map(({ kind, basis }) => `${kind} ${basis}`);
    });
    const [walked, named] = await Promise.all(ways);
    expect(walked).toEqual(named);
    return named ?? [];
  });
}

const SEMINAR = "commitment контракт № 5/К 100%";
const PAYMENT = "payment п/п № 77777-3";
const DAWN = "commitment соглашение № 17";

describe("the journal is searched", () => {
  test.each<[string, string, readonly string[]]>([
    ["by a payee, whatever the case and whether ё or е", "ЕЛОЧКА", [PAYMENT, SEMINAR]],
    ["by part of a word", "оглашен", [DAWN]],
    ["by several words, as they stand beside each other", "ано «ёлочка»", [PAYMENT, SEMINAR]],
    ["by several words, of which one breaks off", "контракт № 5/К 1", [SEMINAR]],
    ["by words that nothing has beside each other", "соглашение № 5", []],
    ["by the number of a document", "№ 77777-3", [PAYMENT]],
    ["by two letters, where a word begins", "за", [DAWN]],
    ["by two letters, not within a word", "ря", []],
    ["by the first letter of a document's number", "7", [PAYMENT]],
    ["by signs that mean something to the database, as they are", "100%", [SEMINAR]],
    ["by such signs, which stand for themselves", "1_0%", []],
    ["by a backslash and a quotation mark", "\\'", []],
    ["by words that nothing has", "ромашка", []],
  ])("%s", async (_name, text, expected) => {
    expect(await find({ text })).toEqual(expected);
  });

  test("by the whole number of an entry", async () => {
    const { rows } = await here.on(TODAY)((ctx) => here.ledger.listJournal(ctx, { kind: "payment" }, null));
    expect(await find({ text: rows[0]?.number ?? "" })).toEqual([PAYMENT]);
    expect(await find({ text: "999/2024" })).toEqual([]);
  });

  test("by a source, an edition's allocation of many lines among it, and by both", async () => {
    const regional = await find({ source: "regional" });
    expect(regional.slice(0, 2)).toEqual([DAWN, "appropriation роспись"]);
    expect(regional.at(-1)).toMatch(/^allocation/);
    expect(await find({ source: "regional", text: "заря" })).toEqual([DAWN]);
    expect(await find({ source: "federal" })).toEqual([]);
  });

  test("by frequent words part by part: a page says how far down it looked, and the next goes on from there", async () => {
    await here.on(TODAY)(async (ctx) => {
      const narrowing = await selectNarrowing(ctx, { text: "соглашение", sourceId: null }, 0);
      const pages: { readonly found: number; readonly reached: string | null }[] = [];
      let after: JournalPlace | null = null;
      do {
        const query = { filter: {}, narrowing, after, limit: 50 };
        const page = await walkJournal(ctx, query, { parts: 1, part: 2 });
        pages.push({ found: page.rows.length, reached: page.reached?.date ?? null });
        after = page.reached;
      } while (after !== null);
      expect(pages).toEqual([
        { found: 1, reached: "2024-03-02" },
        { found: 0, reached: "2024-01-15" },
        { found: 0, reached: "2023-08-18" },
        { found: 0, reached: null },
      ]);
    });
  });

  test("and says what its payments and refunds come to, by balances or by entries alike", async () => {
    const sum = async (filter: JournalFilter) =>
      (await here.on(TODAY)((ctx) => here.ledger.listJournal(ctx, filter, null))).sums;
    const paid = { paid: 1_000_00n, refunded: 0n, net: 1_000_00n };
    expect(await sum({})).toMatchObject(paid);
    expect(await sum({ text: "77777" })).toMatchObject(paid);
    expect(await sum({ from: "2024-04-01" })).toMatchObject(paid);
    expect(await sum({ from: "2024-04-02" })).toMatchObject({ paid: 0n, net: 0n });
    expect(await sum({ source: "regional" })).toMatchObject({ paid: 0n, paidParts: [] });
    expect(await sum({ kind: "commitment" })).toBeNull();
  });
});
