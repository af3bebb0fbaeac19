import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { findPreset, isRecounted, withEqualWeights } from "../index.ts";
import { codeOf, openTestIndicators, type TestIndicators } from "../testing.ts";

let database: Database;
let here: TestIndicators;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestIndicators(database, "methods");
}, 120_000);
afterAll(async () => {
  here.close();
  await database.close();
});

const REASON = "постановление № 7";
const on = (actor = here.people.coordinator) => here.on("2025-01-20", actor);
const weighted = () => findPreset("ossetia");
const save = (given: { key?: string; version?: string; method?: unknown; reason?: string }) =>
  on()((ctx) =>
    here.indicators.saveMethod(ctx, { ...{ key: "", version: "0", reason: REASON, method: weighted() }, ...given }),
  );

describe("an own method", () => {
  test("is kept in versions, stands before those that come along, and a stale save is refused", async () => {
    const key = await save({});
    await save({ key, version: "1", method: { ...weighted(), name: "Наша методика" } });
    expect(await codeOf(save({ key, version: "1" }))).toBe("method-changed");
    const [first, second] = await on()((ctx) => here.indicators.listMethods(ctx));
    expect([first?.method.name, first?.version, first?.isOwn]).toEqual(["Наша методика", 2, true]);
    expect(second?.isOwn).toBe(false);
  });

  test.each([
    [{ key: "01900000-0000-7000-8000-000000000009" }, "method-unknown"],
    [{ reason: " " }, "passport-reason"],
    [{ method: { name: "Без ничего" } }, "method-malformed"],
  ])("%o is refused", async (given, code) => {
    expect(await codeOf(save(given))).toBe(code);
  });

  test("is nothing for who may not, and an unknown key names none", async () => {
    const other = here.people.operator;
    const given = { key: "", version: "0", reason: REASON, method: weighted() };
    expect(await codeOf(on(other)((ctx) => here.indicators.saveMethod(ctx, given)))).toBe("not-permitted");
    expect(await codeOf(on()((ctx) => here.indicators.getMethod(ctx, "none")))).toBe("method-unknown");
  });
});

describe("several methods at once", () => {
  const period = { slug: "", year: 2024, until: "2024-12-31" };
  const assess = (keys: readonly string[], given = {}) =>
    on()(async (ctx) => {
      const slug = (await here.slice.door.listProgrammes(ctx))[0]?.slug ?? "";
      const lines = await here.indicators.loadLines(ctx, { ...period, slug });
      return here.indicators.assessLines(ctx, lines, { ...period, slug, keys, given });
    });

  test("the seven weights of the example are refused as weights, with equal ones proposed", async () => {
    for (const [name, value] of [
      ["1.1", "13"],
      ["1.2", "6"],
      ["2.1", "2"],
      ["2.2", "70"],
      ["3.1", "2"],
      ["4.1", "788.5"],
      ["4.2", "40"],
    ] as const) {
      await here.bind(name, { kind: "own", take: "sum" });
      await on()((ctx) =>
        here.indicators.addEntry(ctx, {
          line: here.lineOf(name),
          ...{ year: "2024", kind: "own", date: "2024-12-31", value, reason: "учёт", evidence: "акт", link: "" },
        }),
      );
    }
    const { inputs, assessments } = await assess(["ossetia"]);
    const [found] = assessments;
    expect(found?.outcome.terms[0]?.lack).toBe("weights-are-sums-of-years");
    expect(Object.values(found?.outcome.terms[0]?.proposed ?? {})).toEqual(Array(7).fill("1/7"));
    expect(found?.withEqual?.value).toBe("1");
    expect(inputs.indicators.map(({ weight }) => weight)).toEqual(["18", "21", "6", "210", "9", "3365.5", "60"]);
  });

  test("each is reckoned anew from what was stored, to the same", async () => {
    const { inputs, assessments } = await assess(["federal", "achieved", "expert", "nobody"], { "expert КЧ": "0.5" });
    expect(assessments.map(({ key }) => key)).toEqual(["federal", "achieved", "expert"]);
    for (const { method, outcome, given } of assessments) {
      const kept = JSON.parse(JSON.stringify({ method, outcome, inputs: { ...inputs, given } }));
      expect(isRecounted(kept)).toBe(true);
    }
  });

  test("equal weights are for methods that ask for a document's alone", () => {
    const federal = findPreset("federal");
    expect(federal && withEqualWeights(federal)).toBeNull();
    const own = weighted();
    expect(own && withEqualWeights(own)?.terms[0]).toMatchObject({ weights: { kind: "equal" } });
  });
});
