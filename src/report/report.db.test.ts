import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { FORM_PRESETS } from "./form/presets.data.ts";
import { openReports, readContent } from "./index.ts";
import { codeOf, openTestReports, type TestReports } from "./testing.ts";
import { REPORT_FORMATS } from "./views.ts";

let database: Database;
let here: TestReports;
let id: string;
const COUNCIL = { kind: "council", year: "2024", quarter: "4" };

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestReports(database, "reports");
  id = await here.as(here.people.coordinator)((ctx) => here.reports.beginReport(ctx, COUNCIL));
}, 120_000);
afterAll(async () => {
  here.close();
  await database.close();
});

const coordinator = <T>(work: Parameters<ReturnType<TestReports["as"]>>[0]) =>
  here.as(here.people.coordinator)(work) as Promise<T>;
const view = (of = id) => here.as(here.people.coordinator)((ctx) => here.reports.getReport(ctx, of));
const refused = (work: Parameters<ReturnType<TestReports["as"]>>[0], actor = here.people.coordinator, today?: string) =>
  codeOf(here.as(actor, today)(work));

describe("what a report says", () => {
  test("two plans and two facts, by activity and source, that agree with plain SQL over the postings", async () => {
    const { content } = await view();
    const { total, rows, records, execution } = content.money;
    expect([total.paid, total.refunded, total.net]).toEqual([791_500_00n, 5_000_00n, 786_500_00n]);
    expect([total.plannedAtStart, total.planned, total.appropriated]).toEqual([858_500_00n, 858_500_00n, 791_500_00n]);
    const { rows: plain } = await here.as(here.people.coordinator)((ctx) =>
      sql<{ paid: bigint; refunded: bigint }>`select sum(paid)::bigint as paid, sum(-refunded)::bigint as refunded
        from ledger_balance where year = 2024`.execute(ctx.tx),
    );
    expect(plain[0]).toEqual({ paid: total.paid, refunded: total.refunded });
    for (const row of rows) {
      const own = records.filter(({ activityId, source }) => activityId === row.activityId && source === row.source);
      const add = (account: string) =>
        own.reduce((sum, one) => (one.account === account ? sum + one.kopecks : sum), 0n);
      expect([add("paid"), add("refunded")]).toEqual([row.paid, row.refunded]);
    }
    expect(execution).toEqual({ plan: "budget-list", fact: "net", share: "1573/1583" });
  });

  test("seven indicators and nine activities, each fact with the records that add up to it", async () => {
    const { indicators, activities } = (await view()).content;
    expect([indicators.length, activities.length]).toEqual([7, 9]);
    const grants = indicators.find(({ number }) => number === "4.1");
    expect([grants?.fact, grants?.total, grants?.records.length]).toEqual(["716.5", "716.5", 2]);
  });

  test("a reason is asked for beyond the form's share either way, and for what has no fact", async () => {
    const { indicators } = (await view()).content;
    expect(indicators.map(({ number, asks }) => `${number} ${asks}`)).toEqual([
      "1.1 true",
      "1.2 true",
      "2.1 true",
      "2.2 false",
      "3.1 true",
      "4.1 true",
      "4.2 true",
    ]);
  });

  test("of the first half-year it asks for no reasons, and assesses nothing", async () => {
    const key = { kind: "economy", year: "2024", quarter: "2" };
    const own = await here.as(here.people.coordinator)((ctx) => here.reports.beginReport(ctx, key));
    const { content, gaps } = await view(own);
    expect([content.until, gaps, content.assessments]).toEqual(["2024-06-30", [], []]);
    expect([content.money.total.paid, content.money.total.refunded]).toEqual([791_500_00n, 0n]);
  });

  test("an executor's report is of that executor's activities and money, and of no indicator", async () => {
    const { executor } = await anExecutor();
    const key = { kind: "executor", year: "2024", quarter: "4", executor };
    const own = await here.as(here.people.operator)((ctx) => here.reports.beginReport(ctx, key));
    const { content } = await view(own);
    expect(content.indicators).toEqual([]);
    expect(content.activities.length).toBeGreaterThan(0);
    expect(content.activities.every(({ executors }) => executors.includes(executor))).toBe(true);
  });
});

async function anExecutor() {
  const calendar = await here.as(here.people.coordinator)((ctx) => here.reports.getCalendar(ctx, { year: "2024" }));
  const row = calendar.rows.find(({ kind }) => kind === "executor");
  if (!row) throw new Error("the example names executors");
  return row;
}

describe("the calendar", () => {
  test("asks for every form's periods, in order of their days, and says which are late", async () => {
    const { rows, years } = await here.as(here.people.coordinator)((ctx) =>
      here.reports.getCalendar(ctx, { year: "2024" }),
    );
    expect(years).toEqual([2024, 2025]);
    const economy = rows.filter(({ kind }) => kind === "economy");
    expect(economy.map(({ due, isLate }) => [due, isLate])).toEqual([
      ["2024-04-20", true],
      ["2024-07-20", true],
      ["2024-10-20", true],
      ["2025-02-15", false],
    ]);
    expect(rows.map(({ due }) => due)).toEqual(rows.map(({ due }) => due).toSorted());
  });

  test("a year that is none is refused", async () => {
    expect(await refused((ctx) => here.reports.getCalendar(ctx, { year: "24" }))).toBe("report-period");
  });
});

describe("a half-finished report", () => {
  test("is kept, and a stale save is refused", async () => {
    const { version, content } = await view();
    const [row] = content.indicators;
    const save = (reason: string) =>
      here.as(here.people.coordinator)((ctx) =>
        here.reports.saveDraft(ctx, {
          id,
          version: String(version),
          reasons: { [row?.id ?? ""]: reason },
          narrative: { conclusions: "Программа выполнена." },
        }),
      );
    await save("учёт начат в марте");
    expect(await codeOf(save("иначе"))).toBe("report-changed");
    const after = await view();
    expect(after.content.indicators[0]?.reason).toBe("учёт начат в марте");
    const conclusions = after.content.narrative.find(({ key }) => key === "conclusions");
    expect([conclusions?.text, conclusions?.isEdited]).toEqual(["Программа выполнена.", true]);
    const publications = after.content.narrative.find(({ key }) => key === "publications");
    expect([publications?.text, publications?.isEdited]).toEqual(["Публикаций за 2024 год нет.", false]);
  });

  test("an emptied section follows the records again", async () => {
    const { version } = await view();
    await coordinator((ctx) =>
      here.reports.saveDraft(ctx, { id, version: String(version), narrative: { conclusions: " " } }),
    );
    const conclusions = (await view()).content.narrative.find(({ key }) => key === "conclusions");
    expect([conclusions?.isEdited, conclusions?.text.startsWith("Достигли плана года")]).toEqual([false, true]);
  });

  test("too long a text is refused", async () => {
    const { version } = await view();
    const narrative = { conclusions: "я".repeat(20_001) };
    expect(await refused((ctx) => here.reports.saveDraft(ctx, { id, version: String(version), narrative }))).toBe(
      "report-malformed",
    );
  });
});

describe("signing", () => {
  const move = (
    name: string,
    given: { seen?: string; version?: number; reason?: string } = {},
    actor = here.people.coordinator,
  ) =>
    here.as(actor)(async (ctx) => {
      const { seen, version } = await here.reports.getReport(ctx, id);
      const own = { id, move: name, seen: given.seen ?? seen, reason: given.reason ?? "" };
      await here.reports.moveReport(ctx, { ...own, version: String(given.version ?? version) });
    });

  test("is refused while reasons are missing, and names them", async () => {
    expect(await codeOf(move("sign"))).toBe("report-gaps");
  });

  test("freezes the figures that were seen, with their hash", async () => {
    const { gaps, version } = await view();
    const reasons = Object.fromEntries(gaps.map(({ field }) => [field, "факт собирают с будущего года"]));
    await coordinator((ctx) => here.reports.saveDraft(ctx, { id, version: String(version), reasons }));
    expect(await codeOf(move("sign", { seen: "other" }))).toBe("report-seen");
    expect(await codeOf(move("sign", { version: 1 }))).toBe("report-changed");
    await move("sign");
    const signed = await view();
    expect([signed.state, signed.isIntact, signed.differences, signed.mayWrite]).toEqual(["signed", true, [], false]);
    expect(await codeOf(move("sign"))).toBe("report-move");
    const saving = { id, version: String(signed.version), reasons: {} };
    expect(await refused((ctx) => here.reports.saveDraft(ctx, saving))).toBe("report-closed");
  });

  test("a later record never changes what was signed, it shows as a difference", async () => {
    here.awards.push({
      id: "01900000-0000-7000-8000-000000000001",
      associationId: here.associationId,
      association: "Заря",
      contestId: "01900000-0000-7000-8000-000000000002",
      date: "2024-04-20",
      recordedAt: null,
    });
    const { content, differences } = await view();
    expect(content.indicators.find(({ number }) => number === "1.2")?.fact).toBe("0");
    expect(differences.map(({ signed, today }) => [signed, today])).toContainEqual(["0", "1"]);
  });

  test("its JSON is the frozen text, and reads back to the same", async () => {
    const file = await here.as(here.people.coordinator)((ctx) => here.reports.writeReport(ctx, { id, format: "json" }));
    const content = readContent(new TextDecoder().decode(file.bytes));
    expect(content).toEqual((await view()).content);
    const { rows } = await here.as(here.people.coordinator)((ctx) =>
      sql<{ content: string }>`select content from report_step where report_id = ${id} and move = 'sign'`.execute(
        ctx.tx,
      ),
    );
    expect(rows[0]?.content).toBe(new TextDecoder().decode(file.bytes));
  });

  test("its files are written from the frozen text alone: nothing is asked of the records", async () => {
    const nobody = new Proxy({} as never, {
      get: (_target, name) => () => expect.fail(`${String(name)} was asked for what is signed`),
    });
    const blind = openReports({ indicators: nobody, contests: nobody });
    for (const format of REPORT_FORMATS) {
      const [own, usual] = await here.as(here.people.coordinator)(async (ctx) => [
        await blind.writeReport(ctx, { id, format }),
        await here.reports.writeReportOf(ctx, { ...COUNCIL, format }),
      ]);
      expect(own?.bytes.length).toBe(usual?.bytes.length);
    }
    const open = await here.as(here.people.coordinator)((ctx) =>
      here.reports.beginReport(ctx, { ...COUNCIL, kind: "region" }),
    );
    await expect(
      here.as(here.people.coordinator)((ctx) => blind.writeReport(ctx, { id: open, format: "json" })),
    ).rejects.toThrow("loadLines was asked");
  });

  test("is handed over with a date and number, and returned with a reason", async () => {
    expect(await codeOf(move("accept"))).toBe("report-reason");
    await move("accept", { reason: "исх. № 12 от 20.01.2025" });
    await move("return", { reason: "уточнить показатель 1.1" });
    expect((await view()).state).toBe("returned");
  });

  test("who may not is refused, and whoever reads the programme's figures may read", async () => {
    expect(await codeOf(move("sign", {}, here.people.operator))).toBe("not-permitted");
    expect(await refused((ctx) => here.reports.getReport(ctx, id), here.people.resident)).toBe("not-permitted");
  });

  test("a period that still runs cannot be signed", async () => {
    const key = { kind: "economy", year: "2025", quarter: "1" };
    const own = await here.as(here.people.coordinator)((ctx) => here.reports.beginReport(ctx, key));
    const sign = { id: own, version: "1", move: "sign", seen: "", reason: "" };
    expect(await refused((ctx) => here.reports.moveReport(ctx, sign))).toBe("report-running");
    expect(await refused((ctx) => here.reports.moveReport(ctx, { ...sign, move: "burn" }))).toBe("report-move");
  });
});

describe("which report", () => {
  test.each([
    [{ kind: "newspaper" }, "report-unknown"],
    [{ quarter: "5" }, "report-period"],
    [{ year: "2026" }, "report-period"],
    [{ year: "24" }, "report-period"],
    [{ year: "2025", quarter: "2" }, "report-period"],
    [{ kind: "executor", executor: "Никто" }, "report-executor"],
    [{ slug: "other" }, "report-none"],
  ])("%o is refused", async (given, code) => {
    expect(await refused((ctx) => here.reports.beginReport(ctx, { ...COUNCIL, ...given }))).toBe(code);
  });

  test("of one that was begun there is one, however often it is begun", async () => {
    const again = await here.as(here.people.coordinator)((ctx) => here.reports.beginReport(ctx, COUNCIL));
    expect(again).toBe(id);
    expect(await refused((ctx) => here.reports.getReport(ctx, "none"))).toBe("report-unknown");
  });
});

describe("forms", () => {
  const set =
    (form: unknown, version = "0") =>
    (ctx: Parameters<Parameters<ReturnType<TestReports["as"]>>[0]>[0]) =>
      here.reports.setForm(ctx, { kind: "region", version, form });

  test("are settings: kept in versions, and a stale save is refused", async () => {
    const form = {
      ...FORM_PRESETS.region,
      deviation: "10",
      signatory: { office: "Глава района", name: "П. П. Подписантов" },
    };
    await coordinator(set(form));
    expect(await refused(set(form))).toBe("form-changed");
    const kept = await here.as(here.people.coordinator)((ctx) => here.reports.getForm(ctx, "region"));
    expect([kept.version, kept.form.signatory.office]).toEqual([1, "Глава района"]);
    const { rows } = await here.as(here.people.coordinator)((ctx) =>
      sql<{ told: string }>`select told from (select entry::text as told from audit_entry as entry) as entries
        where told like '%report.set%'`.execute(ctx.tx),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.told).toContain("Глава района");
    expect(rows[0]?.told).not.toContain("Подписантов");
  });

  test("without a title, with a method that nobody has, by who may not: refused", async () => {
    expect(await refused(set({ ...FORM_PRESETS.region, title: "" }, "1"))).toBe("form-malformed");
    expect(await refused(set({ ...FORM_PRESETS.region, methods: ["guess"] }, "1"))).toBe("form-method");
    expect(await refused(set(FORM_PRESETS.region, "1"), here.people.operator)).toBe("not-permitted");
  });
});
