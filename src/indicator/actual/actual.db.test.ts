import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishConsentText, recordPopulation } from "../../access/index.ts";
import { add, makeFraction, readFraction, writeFraction } from "../../kernel/fraction.ts";
import { newId } from "../../kernel/id.ts";
import { runScenario } from "../../ledger/testing.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { bodies } from "../../registry/index.ts";
import { codeOf, openTestIndicators, type TestIndicators } from "../testing.ts";
import type { ActualView } from "../views.ts";

let database: Database;
let here: TestIndicators;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestIndicators(database, "actuals");
}, 120_000);
afterAll(async () => {
  here.close();
  await database.close();
});

/** What the list of the records adds up to. */
const totalOf = ({ actual }: ActualView) =>
  writeFraction(
    actual.records.reduce((sum, { amount }) => add(sum, readFraction(amount) ?? makeFraction(0n)), makeFraction(0n)),
  );

describe("money", () => {
  beforeAll(async () => {
    const lines = await runScenario(
      here,
      `2024-02-01 appropriate limit activity=4 local=70_000,00 = ok
      2024-03-01 commit deal of=limit activity=4 local=60_000,00 payee=Школа = ok
      2024-04-01 pay first of=deal local=40_000,00 = ok
      2024-04-02 pay wrong of=deal local=15_000,00 = ok
      2024-04-05 reverse undo of=wrong = ok
      2024-05-01 pay second of=deal local=20_000,00 = ok
      2024-12-10 refund back of=second total=5_000,00 = ok`,
    );
    expect(lines).not.toMatch(/= (?!ok)/);
    const money = { kind: "money" as const, activityIds: [here.activityAt(4)], unit: "thousand" as const };
    await here.bind("2.2", { ...money, fact: "paid" });
    await here.bind("4.1", { ...money, fact: "net" });
  });

  test("is paid, or paid less refunded, by entries that add up to it", async () => {
    const [paid, net] = [await here.get("2.2"), await here.get("4.1")];
    expect([paid.actual.value, totalOf(paid), paid.actual.records.length]).toEqual(["60", "60", 4]);
    expect([net.actual.value, totalOf(net), net.actual.records.length]).toEqual(["55", "55", 5]);
    expect(paid.achieved).toBe("6/7");
  });

  test("agrees with plain SQL over the postings", async () => {
    const { rows } = await here.on("2025-01-20")((ctx) =>
      sql<{ net: bigint }>`select sum(paid + refunded)::bigint as net from ledger_balance
        where activity_id = ${here.activityAt(4)} and year = 2024`.execute(ctx.tx),
    );
    expect(rows[0]?.net).toBe(5_500_000n);
  });

  test("is told as of any day, and as it was known on any", async () => {
    const values = [];
    for (const until of ["2024-03-31", "2024-04-03", "2024-04-30", "2024-12-31"])
      values.push((await here.get("4.1", { until })).actual.value);
    expect(values).toEqual(["0", "40", "40", "55"]);
    expect((await here.get("4.1", { knownOn: "2024-04-03" })).actual.value).toBe("55");
    expect((await here.get("4.1", { knownOn: "2024-11-01" })).actual.value).toBe("60");
  });

  test("says what changed between two days, and why", async () => {
    const { since } = await here.get("4.1", { since: "2024-05-31" });
    expect([since?.difference.before, since?.difference.after]).toEqual(["60", "55"]);
    expect(since?.difference.records.map(({ after, reason }) => [after, reason])).toEqual([["-5", "came-later"]]);
    const known = (await here.get("4.1", { sinceKnownOn: "2024-05-31" })).since;
    expect(known?.difference.records.map(({ reason }) => reason)).toEqual(["recorded-later"]);
  });

  test("of a year without any record is nothing, not missing", async () => {
    const given = { line: here.lineOf("4.1"), year: "2025" };
    const { actual, achieved } = await here.on(
      "2025-01-20",
      here.people.coordinator,
    )((ctx) => here.indicators.getActual(ctx, given));
    expect([actual.value, actual.lack, achieved]).toEqual(["0", null, "0"]);
  });
});

describe("people", () => {
  const at = (day: string) => here.on(day, { kind: "system", name: "test" });
  const ids: string[] = [];

  beforeAll(async () => {
    await at("2024-01-10")((ctx) => publishConsentText(ctx, { purpose: "participation", body: "Согласен." }));
    const [anna, boris] = [person("Анна"), person("Борис")];
    for (const [day, who] of [
      ["2024-04-18", [anna, boris]],
      ["2024-05-18", [anna]],
    ] as const) {
      const id = await at("2024-03-01")((ctx) => here.events.planEvent(ctx, cleanUp(day)));
      ids.push(id);
      const [site] = await at(day)((ctx) => here.events.listSites(ctx, id));
      const siteId = site?.id ?? "";
      const fresh = day === "2024-04-18" ? [...who] : [];
      await at(day)(async (ctx) => {
        const marks = who.map(({ id: participantId }) => ({
          id: newId(),
          siteId,
          participantId,
          markedAt: `${day}T04:00:00Z`,
        }));
        await here.events.attendance.recordMarks(ctx, id, { channel: "device", participants: fresh, marks });
        const count = { eventId: id, siteId, people: "5", method: "counted", note: "у входа", evidencePaperId: "" };
        await here.events.attendance.countHeads(ctx, count);
      });
    }
    for (const [id, day] of ids.map((own, place) => [own, ["2024-04-20", "2024-05-20"][place] ?? ""] as const))
      await at(day)(async (ctx) => {
        await here.events.moveEvents(ctx, { ids: [id], move: "hold" });
        await here.events.moveEvents(ctx, { ids: [id], move: "confirm" });
      });
    await here.bind("1.1", { kind: "people", count: "distinct", eventKinds: [], of: "population" });
    await here.bind("4.2", { kind: "people", count: "visits", eventKinds: ["clean-up"], of: "none" });
    await here.bind("3.1", { kind: "events", eventKinds: ["clean-up"] });
  });

  const person = (name: string) => ({ id: newId(), name, birthYear: null, consent: true });
  const cleanUp = (date: string) => ({
    kind: "clean-up",
    title: `Субботник ${date}`,
    organiser: "association",
    associationId: here.associationId,
    date,
    from: "10:00",
    until: "13:00",
    sites: [{ place: "Двор" }],
  });

  test("are different people by name in per cent of the population, or visits", async () => {
    expect((await here.get("1.1")).actual).toMatchObject({ lack: "no-population", value: null, total: "2" });
    const population = { year: 2023, people: 40, source: "Росстат", assumed: true };
    await at("2024-01-10")((ctx) => recordPopulation(ctx, population));
    const distinct = await here.get("1.1");
    expect([distinct.actual.value, totalOf(distinct)]).toEqual(["5", "2"]);
    expect(distinct.actual.divisor).toMatchObject({ value: "40", words: "Росстат (2023)", isAssumed: true });
    expect(distinct.actual.records.map(({ amount }) => amount)).toEqual(["2", "0"]);
    const visits = await here.get("4.2");
    expect([visits.actual.value, totalOf(visits)]).toEqual(["10", "10"]);
  });

  test("count from the day on which the event was, and were known once it was confirmed", async () => {
    const values = async (asked: object) => [
      (await here.get("4.2", asked)).actual.value,
      (await here.get("3.1", asked)).actual.value,
    ];
    expect(await values({ until: "2024-05-01" })).toEqual(["5", "1"]);
    expect(await values({ knownOn: "2024-04-19" })).toEqual(["0", "0"]);
    expect(await values({ knownOn: "2024-05-19" })).toEqual(["5", "1"]);
  });

  test("of a reopened event are gone, and the difference says so", async () => {
    await at("2024-06-01")((ctx) =>
      here.events.moveEvents(ctx, { ids: ids.slice(0, 1), move: "reopen", reason: "ошибка" }),
    );
    const { actual, since } = await here.get("4.2", { sinceKnownOn: "2024-05-31" });
    expect(actual.value).toBe("5");
    expect(since?.difference.records.map(({ before, after, reason }) => [before, after, reason])).toEqual([
      ["5", null, "taken-back"],
    ]);
    await at("2024-06-02")((ctx) => here.events.moveEvents(ctx, { ids: ids.slice(0, 1), move: "confirm" }));
    expect((await here.get("4.2")).actual.value).toBe("10");
  });
});

describe("publications, acts, seats, awards and own values", () => {
  const as = (day: string) => here.on(day, here.people.coordinator);

  test("publications are those that came out and were not withdrawn", async () => {
    await here.bind("№2", { kind: "publications", kinds: [] });
    const given = { kind: "news", outletId: "", title: "Новость", lead: "", text: "Текст.", link: "", issue: "" };
    const form = { ...given, publishedOn: "", activityId: "", associationIds: [], authorName: "" };
    const id = await as("2024-03-01")((ctx) => here.news.draftPublication(ctx, form));
    for (const [place, move] of ["submit", "approve", "publish"].entries())
      await as("2024-03-02")((ctx) =>
        here.news.movePublication(ctx, { id, version: String(place + 1), move, reason: "", publishedOn: "" }),
      );
    expect((await here.get("№2")).actual).toMatchObject({
      value: "1",
      records: [{ title: "Новость", date: "2024-03-02" }],
    });
    await as("2024-09-01")((ctx) =>
      here.news.movePublication(ctx, { id, version: "4", move: "withdraw", reason: "ошибка", publishedOn: "" }),
    );
    expect([
      (await here.get("№2")).actual.value,
      (await here.get("№2", { knownOn: "2024-08-31" })).actual.value,
    ]).toEqual(["0", "1"]);
  });

  test("acts are those brought up to date, and say that they are told as known today", async () => {
    await here.bind("№3", { kind: "acts" });
    expect((await here.get("№3", { knownOn: "2024-08-31" })).actual).toMatchObject({ value: "0", isKnownThen: false });
  });

  test("seats are in per cent of what the municipality chose", async () => {
    await here.bind("№5", { kind: "seats", rule: "year-end", denominator: { kind: "all-seats" } });
    expect((await here.get("№5")).actual).toMatchObject({ value: null, lack: "no-seats" });
    const body = {
      kind: "council",
      name: "Общественный совет",
      authority: "Администрация",
      actId: "",
      actWords: "№ 1",
      until: "",
    };
    await as("2024-01-10")(async (ctx) => {
      const id = await bodies.enterBody(ctx, { ...body, since: "2024-01-01", seats: "8", basis: "№ 1" });
      const seat = { bodyId: id, seat: "1", holder: "association", associationId: here.associationId, holderName: "" };
      await bodies.takeSeats(ctx, { ...seat, consent: "", since: "2024-01-01", until: "", basis: "№ 2" });
    });
    const all = await here.get("№5");
    expect([all.actual.value, totalOf(all), all.actual.divisor?.value]).toEqual(["12.5", "1", "8"]);
    const given = { kind: "given", value: 4, words: "комиссии, в которые звали ТОС" } as const;
    await here.bind("№5", { kind: "seats", rule: "mean", denominator: given }, { version: "1" });
    expect((await here.get("№5")).actual).toMatchObject({
      value: "25",
      divisor: { kind: "given", words: given.words },
    });
  });

  test("awards count an association once, and are missing where nobody keeps contests", async () => {
    const contestId = newId();
    await here.bind("1.2", { kind: "awards", contestIds: [contestId] });
    await here.bind("№6", { kind: "contests", contestIds: [contestId] });
    const award = { association: "Заря", associationId: here.associationId, contestId, recordedAt: null };
    here.awards.push({ ...award, id: newId(), date: "2024-11-20" }, { ...award, id: newId(), date: "2024-04-18" });
    here.awards.push({ ...award, id: newId(), date: "2024-04-18", contestId: newId(), associationId: newId() });
    here.held.push({
      contestId,
      callId: newId(),
      activityId: null,
      title: "Конкурс 2024",
      date: "2024-04-18",
      recordedAt: null,
    });
    expect((await here.get("1.2")).actual).toMatchObject({ value: "1", records: [{ date: "2024-04-18" }] });
    expect((await here.get("№6")).actual.value).toBe("1");
    const without = await as("2025-01-20")((ctx) =>
      here.alone.getActual(ctx, { line: here.lineOf("1.2"), year: "2024" }),
    );
    expect(without.actual).toMatchObject({ value: null, lack: "no-contests" });
  });

  test("own values are added up, or the last of them is taken", async () => {
    await here.bind("№9", { kind: "own", take: "sum" });
    expect((await here.get("№9")).actual.lack).toBe("no-values");
    const enter = (value: string, date: string) =>
      as("2024-12-31")((ctx) =>
        here.indicators.addEntry(ctx, {
          ...{ line: here.lineOf("№9"), year: "2024", kind: "own", date, value, reason: "по справке" },
          ...{ evidence: "справка № 1", link: "" },
        }),
      );
    await enter("1,5", "2024-03-31");
    await enter("2", "2024-06-30");
    expect((await here.get("№9")).actual).toMatchObject({ value: "3.5", total: "3.5" });
    expect((await here.get("№9", { until: "2024-04-01" })).actual.value).toBe("1.5");
    await here.bind("№9", { kind: "own", take: "last" }, { version: "1", day: "2024-12-31" });
    const last = await here.get("№9");
    expect([last.actual.value, totalOf(last), last.actual.records.length]).toEqual(["2", "2", 1]);
    expect(await codeOf(enter("-1", "2024-06-30"))).toBe("entry-value");
  });

  test("a line without a passport says that nobody has chosen how it is computed", async () => {
    expect((await here.get("№7")).actual).toMatchObject({ value: null, lack: "no-passport", passportVersion: null });
  });

  test("the year's list has every line with the same figures", async () => {
    const { rows, years } = await as("2025-01-20")((ctx) => here.indicators.listYear(ctx, { year: "2024" }));
    expect([rows.length, years]).toEqual([16, [2024, 2025]]);
    const row = rows.find(({ line }) => line.number === "4.1");
    expect([row?.value, row?.plan, row?.records]).toEqual(["55", "788.5", 5]);
  });

  test("a part of the year ends with its quarter, in the list as on the line's own page", async () => {
    const list = (quarter: string) =>
      as("2025-01-20")((ctx) => here.indicators.listYear(ctx, { year: "2024", quarter }));
    const of = async (quarter: string) => {
      const { until, rows } = await list(quarter);
      return [until, rows.find(({ line }) => line.number === "4.1")?.value];
    };
    expect([await of("1"), await of("2"), await of("4")]).toEqual([
      ["2024-03-31", "0"],
      ["2024-06-30", "60"],
      ["2024-12-31", "55"],
    ]);
    const half = await as("2025-01-20")((ctx) =>
      here.indicators.getActual(ctx, { line: here.lineOf("4.1"), year: "2024", quarter: "2" }),
    );
    expect([half.actual.until, half.actual.value, half.quarter]).toEqual(["2024-06-30", "60", 2]);
    expect(await codeOf(list("7"))).toBe("actual-period");
  });
});
