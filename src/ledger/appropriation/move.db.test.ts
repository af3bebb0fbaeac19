import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createTestPerson, personWith } from "../../access/testing.ts";
import type { Actor } from "../../kernel/context.ts";
import { newId } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { openTestLedger, runScenario, type TestLedger } from "../testing.ts";
import type { LineInput } from "./actions-move.ts";

const DAY = "2024-06-01";

let database: Database;
let here: TestLedger;
let coordinator: Actor;
let count = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  count += 1;
  here = await openTestLedger(database, `moves-${count}`);
  const system = here.on("2024-01-15", { kind: "system", name: "test" });
  coordinator = personWith(await system((ctx) => createTestPerson(ctx, "Координатор", ["coordinator"])), "coordinator");
  return () => here.close();
});
afterAll(() => database.close());

const code = (name: string) => expect.objectContaining({ code: name });
const line = (activity: number, year = "2024", source = "local"): LineInput => ({
  activityId: here.activityAt(activity),
  year,
  source,
});
const move = (from: LineInput, to: LineInput, sum: string) =>
  here.on(DAY, coordinator)((ctx) => here.ledger.moveMoney(ctx, { from, to, sum }));
const slug = "moves";
const changes = async () => {
  const comparison = await here.on(
    DAY,
    coordinator,
  )((ctx) => here.slice.door.compareDraft(ctx, `${slug}-${count}-2024-2026`));
  return JSON.stringify(comparison, (_key, value) => (typeof value === "bigint" ? String(value) : value));
};

test("money goes from activity to activity, and from year to year: the draft has the figures and their totals", async () => {
  expect(await move(line(4), line(8), "5 000,00")).toEqual({ slug: `${slug}-${count}-2024-2026` });
  await move(line(4, "2025"), line(4, "2026"), "1000");
  const draft = await here.on(DAY, coordinator)((ctx) => here.slice.door.getDraft(ctx, `${slug}-${count}-2024-2026`));
  const figureOf = (activity: number, year: string) =>
    draft?.content.activities[activity - 1]?.sources.find(({ kind }) => kind === "local")?.values[year]?.value;
  expect([figureOf(4, "2024"), figureOf(8, "2024"), figureOf(4, "2025"), figureOf(4, "2026")]).toEqual([
    65_000_00n,
    45_000_00n,
    69_000_00n,
    71_000_00n,
  ]);
  const costOf = (activity: number) => draft?.content.activities[activity - 1]?.cost?.values["2024"]?.value;
  expect([costOf(4), costOf(8)]).toEqual([65_000_00n, 45_000_00n]);
  expect(draft?.content.summary.find(({ kind }) => kind === "cost")?.values["2024"]?.value).toBe(858_500_00n);
  expect(await changes()).toContain("65");
  // Nothing is posted until the edition is approved.
  const { total } = await here.on(DAY)((ctx) => here.ledger.getBalance(ctx, 2024));
  expect(total.allocated).toBe(858_500_00n);
});

test("what obligations have taken stays, also when the draft has moved the rest already", async () => {
  await runScenario(
    here,
    `2024-01-15 appropriate limit activity=4 local=70000 = ok
    2024-02-01 commit seminar activity=4 local=35000 = ok
    2024-03-01 pay paid of=seminar local=35000 = ok
    2024-03-02 refund back of=paid local=1000 = ok`,
  );
  await expect(move(line(4), line(8), "36000,01")).rejects.toMatchObject({
    code: "ledger-move-committed",
    values: { planned: "70\u00a0000,00", taken: "34\u00a0000,00", left: "36\u00a0000,00" },
  });
  await move(line(4), line(8), "30000");
  await expect(move(line(4), line(8), "6000,01")).rejects.toEqual(code("ledger-move-committed"));
  await move(line(4), line(8), "6000");
});

test.each<[string, () => readonly [LineInput, LineInput, string], string]>([
  ["to the same line", () => [line(4), line(4), "1"], "ledger-move-same"],
  ["of nothing", () => [line(4), line(8), "0"], "ledger-sum-missing"],
  ["of a part of a kopeck", () => [line(4), line(8), "0,001"], "ledger-sum-decimals"],
  [
    "to a source that the activity does not print",
    () => [line(4), line(8, "2024", "federal"), "1"],
    "ledger-move-no-row",
  ],
  ["to a source that there is not", () => [line(4), line(8, "2024", "lottery"), "1"], "ledger-source-unknown"],
  ["to a year outside", () => [line(4), line(4, "2027"), "1"], "ledger-year-outside"],
  ["to an activity that there is not", () => [line(4), line(99), "1"], "ledger-activity-unknown"],
])("a move %s is refused", async (_name, given, refusal) => {
  await expect(move(...given())).rejects.toEqual(code(refusal));
});

test("money does not move between programmes, nor by somebody who may not draft", async () => {
  const accountant = here.on(DAY, personWith(newId(), "accountant"));
  const moving = accountant((ctx) => here.ledger.moveMoney(ctx, { from: line(4), to: line(8), sum: "1" }));
  await expect(moving).rejects.toEqual(code("not-permitted"));
  const { EXAMPLE_READING, moveYears } = await import("../../programme/testing-store.ts");
  await here.approve("2024-05-01", moveYears(EXAMPLE_READING, [2027, 2028, 2029]));
  const { activities } = await here.on(DAY)((ctx) => here.ledger.listLedgerChoices(ctx));
  const other = activities.find(({ years }) => years.includes(2027));
  const to = { activityId: other?.id ?? "", year: "2027", source: "local" };
  await expect(move(line(4), to, "1")).rejects.toEqual(code("ledger-move-programmes"));
});
