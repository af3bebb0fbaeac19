import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runScenario } from "../../ledger/testing.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { selectPlannedLines } from "../../programme/index.ts";
import type { EntryInput } from "../entry/actions.ts";
import type { PassportInput } from "../passport/actions.ts";
import { codeOf, openTestIndicators, type TestIndicators } from "../testing.ts";
import type { SignOffInput } from "./actions.ts";

let database: Database;
let here: TestIndicators;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestIndicators(database, "signing");
  await runScenario(
    here,
    `2024-02-01 appropriate limit activity=4 local=70_000,00 = ok
    2024-03-01 commit deal of=limit activity=4 local=60_000,00 payee=Школа = ok
    2024-04-01 pay first of=deal local=40_000,00 = ok`,
  );
  await here.bind("2.2", { kind: "money", activityIds: [here.activityAt(4)], fact: "net", unit: "thousand" });
  await here.bind("2.1", { kind: "own", take: "sum" });
}, 120_000);
afterAll(async () => {
  here.close();
  await database.close();
});

const as = (who: keyof TestIndicators["people"] = "coordinator") => here.on("2025-01-20", here.people[who]);

describe("a passport", () => {
  const set = (given: Partial<PassportInput>) =>
    as()((ctx) =>
      here.indicators.setPassport(ctx, {
        line: here.lineOf("4.2"),
        version: "0",
        computation: { kind: "own", take: "sum" },
        direction: "more",
        level: "objective",
        printed: "Дн = население ÷ участники × 10",
        reason: "приказ № 1",
        ...given,
      }),
    );

  test.each<[string, Partial<PassportInput>, string]>([
    ["of an unknown line", { line: { kind: "goal", id: "' or 1=1" } }, "actual-line-unknown"],
    [
      "of another kind's id",
      { line: { kind: "activity", id: "01890000-0000-7000-8000-000000000000" } },
      "actual-line-unknown",
    ],
    ["computed by code", { computation: { kind: "code", text: "1+1" } }, "passport-malformed"],
    ["with a field that the way does not ask for", { computation: { kind: "acts", year: 1 } }, "passport-malformed"],
    ["without a direction", { direction: "up" }, "passport-malformed"],
    ["without a reason", { reason: " \u0000" }, "passport-reason"],
    [
      "of an activity that there is not",
      {
        computation: {
          kind: "money",
          activityIds: ["01890000-0000-7000-8000-000000000000"],
          fact: "paid",
          unit: "rouble",
        },
      },
      "passport-activity",
    ],
    ["seen in another version", { version: "7" }, "passport-changed"],
  ])("%s is refused", async (_name, given, code) => {
    expect(await codeOf(set(given))).toBe(code);
  });

  test("keeps its versions, prints what the document prints, and two who save at once do not both", async () => {
    const both = await Promise.allSettled([set({}), set({})]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await set({ version: "1", computation: { kind: "own", take: "last" } });
    expect((await here.get("4.2")).passport).toMatchObject({ version: 2, printed: "Дн = население ÷ участники × 10" });
    expect(
      await codeOf(
        here.on("2025-01-20", here.people.operator)((ctx) => here.indicators.setPassport(ctx, {} as PassportInput)),
      ),
    ).toBe("not-permitted");
  });
});

describe("a correction", () => {
  const add = (given: Partial<EntryInput> = {}, who: "coordinator" | "operator" | "resident" = "operator") =>
    as(who)((ctx) =>
      here.indicators.addEntry(ctx, {
        ...{ line: here.lineOf("2.2"), year: "2024", kind: "correction", date: "2024-12-31", value: "-1,5" },
        ...{ reason: "двойной счёт", evidence: "акт сверки № 3", link: "", ...given },
      }),
    );

  test.each<[string, Partial<EntryInput>, string]>([
    ["of nothing", { value: "0" }, "entry-value"],
    ["of words", { value: "много" }, "entry-value"],
    ["with seven decimals", { value: "0,0000001" }, "entry-value"],
    ["that leaves less than nothing", { value: "−40,01" }, "entry-below-nothing"],
    ["without evidence", { evidence: " " }, "entry-evidence"],
    ["without a reason", { reason: "" }, "entry-evidence"],
    ["with a script for a link", { link: "javascript:alert(1)" }, "entry-evidence"],
    ["of tomorrow", { year: "2025", date: "2025-01-21" }, "actual-period"],
    ["of another year than its day", { date: "2023-12-31" }, "actual-period"],
    ["of no year", { year: "MMXXIV" }, "actual-period"],
    ["as an own value where it is computed", { kind: "own", value: "1" }, "entry-not-own"],
  ])("%s is refused", async (_name, given, code) => {
    expect(await codeOf(add(given))).toBe(code);
  });

  test("where there is no value yet is refused", async () => {
    expect(await codeOf(add({ line: here.lineOf("2.1") }))).toBe("entry-nothing-to-correct");
    expect(await codeOf(add({}, "resident"))).toBe("not-permitted");
  });

  test("stands beside what was computed, and is taken back, once, without being lost", async () => {
    const id = await add();
    const { actual } = await here.get("2.2");
    expect([actual.computed, actual.value, actual.total]).toEqual(["40", "38.5", "40"]);
    expect(actual.corrections).toMatchObject([
      { value: "-1.5", reason: "двойной счёт", evidence: "акт сверки № 3", by: "Ресурсный центр" },
    ]);
    const withdraw = (entryId: string, reason = "ошибка") =>
      as("operator")((ctx) => here.indicators.withdrawEntry(ctx, { id: entryId, reason }));
    expect(await codeOf(withdraw(id, " "))).toBe("entry-evidence");
    expect(await codeOf(withdraw("' or 1=1"))).toBe("entry-unknown");
    await withdraw(id);
    expect(await codeOf(withdraw(id))).toBe("entry-withdrawn");
    expect((await here.get("2.2")).actual.value).toBe("40");
  });
});

describe("signing off", () => {
  const move = (given: Partial<SignOffInput>, who: keyof TestIndicators["people"] = "coordinator") =>
    as(who)((ctx) =>
      here.indicators.moveSignOff(ctx, {
        ...{ line: here.lineOf("2.2"), year: "2024", until: "2024-12-31", move: "propose", step: "0" },
        ...{ value: "40", reason: "", ...given },
      }),
    );

  test("goes from proposal to confirmation, over a return with its reason, and by nobody else", async () => {
    expect(await codeOf(move({}, "resident"))).toBe("not-permitted");
    expect(await codeOf(move({ move: "burn" }))).toBe("sign-off-move");
    expect(await codeOf(move({ move: "confirm" }))).toBe("sign-off-move");
    expect(await codeOf(move({ value: "41" }))).toBe("sign-off-changed");
    expect(await codeOf(move({ line: here.lineOf("2.1") }))).toBe("sign-off-missing");
    await move({}, "operator");
    expect(await codeOf(move({ move: "confirm", step: "1" }, "operator"))).toBe("not-permitted");
    expect(await codeOf(move({ move: "return", step: "1" }))).toBe("sign-off-reason");
    await move({ move: "return", step: "1", reason: "нет акта" });
    await move({ step: "2" }, "operator");
    expect(await codeOf(move({ move: "confirm", step: "2" }))).toBe("sign-off-move");
    await move({ move: "confirm", step: "3" });
    const { signed, moves } = await here.get("2.2");
    expect([signed.state, signed.value, signed.difference, signed.isIntact, moves]).toEqual([
      "signed",
      "40",
      null,
      true,
      ["reopen"],
    ]);
    expect(signed.steps.map((step) => [step.move, step.by])).toEqual([
      ["propose", "Ресурсный центр"],
      ["return", "Координатор"],
      ["propose", "Ресурсный центр"],
      ["confirm", "Координатор"],
    ]);
  });

  test("locks the period, and a later record shows as a difference that changes nothing signed", async () => {
    const correction = { line: here.lineOf("2.2"), year: "2024", kind: "correction", date: "2024-06-01", value: "1" };
    const add = () =>
      as()((ctx) => here.indicators.addEntry(ctx, { ...correction, reason: "забыли", evidence: "акт", link: "" }));
    expect(await codeOf(add())).toBe("actual-signed");
    const deal = await here.on("2025-01-15")((ctx) => here.ledger.listJournal(ctx, { kind: "commitment" }, null));
    const commitmentId = deal.rows[0]?.id ?? "";
    const sums = { local: "20 000,00" };
    const payment = {
      key: "late",
      commitmentId,
      date: "2024-12-30",
      basis: "п/п № 9",
      note: "",
      sums,
      confirmed: false,
    };
    await here.on("2025-01-15")((ctx) => here.ledger.pay(ctx, payment));
    const { signed, actual } = await here.get("2.2");
    expect([signed.value, actual.value, signed.isIntact]).toEqual(["40", "60", true]);
    expect(signed.difference?.records).toMatchObject([{ before: null, after: "20", reason: "recorded-later" }]);
    const { rows } = await as()((ctx) => here.indicators.listYear(ctx, { year: "2024" }));
    expect(rows.find(({ line }) => line.number === "2.2")).toMatchObject({ state: "signed", isDifferent: true });
    await move({ move: "reopen", step: "4", reason: "пришла выписка" });
    await add();
    expect((await here.get("2.2")).actual.value).toBe("61");
  });
});

describe("what everybody may see", () => {
  const ask = (name: string) =>
    here.on("2025-01-20", { kind: "stranger" })(async (ctx) => {
      const line = (await selectPlannedLines(ctx)).find(({ number }) => number === "3.1");
      const { slug = "", position = 0 } = line ?? {};
      return here.indicators.getPublicActuals(ctx, { slug, position, name: name || (line?.name ?? "") });
    });

  test("is what was confirmed and nothing else, of the line that the page names", async () => {
    const line = here.lineOf("3.1");
    const id = { line, year: "2024", until: "2024-12-31", reason: "" };
    await here.bind("3.1", { kind: "own", take: "sum" });
    const own = { kind: "own", date: "2024-12-31", value: "2", reason: "учёт", evidence: "акт", link: "" };
    const as = here.on("2025-01-20", here.people.coordinator);
    await as((ctx) => here.indicators.addEntry(ctx, { line, year: "2024", ...own }));
    const seen = { value: "2" };
    await as((ctx) => here.indicators.moveSignOff(ctx, { ...id, ...seen, move: "propose", step: "0" }));
    expect((await ask(""))?.facts).toEqual([]);
    await as((ctx) => here.indicators.moveSignOff(ctx, { ...id, ...seen, move: "confirm", step: "1" }));
    expect((await ask(""))?.facts).toMatchObject([{ year: 2024, plan: "2", value: "2", achieved: "1", records: 1 }]);
    expect(await ask("Другой показатель")).toBeNull();
  });
});
