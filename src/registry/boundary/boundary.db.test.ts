import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STRANGER } from "../../access/testing.ts";
import { openTestDistrict } from "../../desk/testing.ts";
import type { Id } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { openFiles } from "../../platform/files.ts";
import { toGeometry } from "../geometry/geojson.ts";
import { box } from "../geometry/testing.ts";
import { registry } from "../index.ts";
import { openBoundaries } from "./actions.ts";
import type { BoundaryInput } from "./actions-record.ts";
import type { BoundarySubject } from "./views.ts";

let database: Database;
let folder: string;
let boundaries: ReturnType<typeof openBoundaries>;
let district: Awaited<ReturnType<typeof openTestDistrict<"coordinator" | "administrator" | "resident">>>;
let settlementId: Id;
const ids: Record<"friends" | "shore" | "light", Id> = { friends: "", shore: "", light: "" };

const as = () => district.as(district.actors.coordinator);
const text = (...given: Parameters<typeof box>) => JSON.stringify(toGeometry(box(...given)));

function input(subject: BoundarySubject, geojson: string, given: Partial<BoundaryInput> = {}): BoundaryInput {
  const act = { actKind: "council-decision", actNumber: "12", actDate: "2024-02-01", since: "2024-03-01" };
  return { subject, geojson, version: 0, confirmed: [], ...act, ...given };
}

const association = (id: Id): BoundarySubject => ({ kind: "association", id });
const record = (given: BoundaryInput) => as()((ctx) => boundaries.recordBoundary(ctx, given));
const warnings = (asOf?: string) => district.as(STRANGER)((ctx) => boundaries.listBoundaryWarnings(ctx, asOf));

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-boundary-"));
  boundaries = openBoundaries({ files: openFiles(folder) });
  const people = { coordinator: ["coordinator"], administrator: ["administrator"], resident: ["resident"] } as const;
  district = await openTestDistrict(database, "boundary", people);
  settlementId = await as()((ctx) => registry.addSettlement(ctx, { name: "Берёзовка", oktmo: "" }));
  for (const [key, name] of [
    ["friends", "ТОС «Дружба»"],
    ["shore", "ТОС «Берег»"],
    ["light", "ТОС «Луч»"],
  ] as const) {
    ids[key] = await as()((ctx) => registry.enterAssociation(ctx, { name, settlementId }));
  }
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

describe("a boundary", () => {
  test("is kept with its act, its area and its corners, and read by anybody", async () => {
    await record(input({ kind: "settlement", id: settlementId }, text(82, 54, 82.1, 54.1)));
    await record(input(association(ids.friends), text(82.01, 54.01, 82.02, 54.02)));
    const card = await district.as(STRANGER)((ctx) => boundaries.getBoundary(ctx, association(ids.friends)));
    expect(card).toMatchObject({ name: "ТОС «Дружба»", version: 1, settlement: { name: "Берёзовка" }, warnings: [] });
    expect(card.inForce).toMatchObject({ since: "2024-03-01", points: 4, act: { number: "12", date: "2024-02-01" } });
    // A hundredth of a degree each way near 54° N: 655,6 m by 1 113,1 m.
    expect((card.inForce?.squareMetres ?? 0) / 10_000).toBeCloseTo(72.99, 1);
    expect(card.inForce?.shape).toEqual(box(82.01, 54.01, 82.02, 54.02));
  });

  test("that somebody saved meanwhile is not overwritten", async () => {
    const later = input(association(ids.friends), text(82.01, 54.01, 82.03, 54.02), { since: "2025-01-01" });
    await expect(record(later)).rejects.toMatchObject({ code: "boundary-stale" });
    const both = await Promise.allSettled([1, 2].map(() => record({ ...later, version: 1 })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")).toMatchObject({ reason: { code: "boundary-stale" } });
  });

  test("is that of the day that is asked for, and a cancelled record never was", async () => {
    const areaOn = async (day: string) => {
      const card = await district.as(STRANGER)((ctx) => boundaries.getBoundary(ctx, association(ids.friends), day));
      return card.inForce && Math.round(card.inForce.squareMetres / 10_000);
    };
    expect([await areaOn("2024-02-28"), await areaOn("2024-12-31"), await areaOn("2025-01-01")]).toEqual([
      null,
      73,
      146,
    ]);
    const { history } = await as()((ctx) => boundaries.getBoundary(ctx, association(ids.friends)));
    const cancel = (basis: string) =>
      as()((ctx) => boundaries.cancelBoundary(ctx, { id: history[0]?.id ?? "", basis }));
    await expect(cancel(" ")).rejects.toMatchObject({ code: "boundary-basis" });
    await cancel("внесена не та линия");
    await expect(cancel("ещё раз")).rejects.toMatchObject({ code: "boundary-cancelled" });
    expect(await areaOn("2025-01-01")).toBe(73);
    const again = await as()((ctx) => boundaries.getBoundary(ctx, association(ids.friends)));
    expect(again.history.map(({ cancellation }) => cancellation?.basis)).toEqual(["внесена не та линия", undefined]);
  });

  test("is kept by the officer of its settlement alone, and by nobody else", async () => {
    const officer = (subjectId: Id) => ({ ...district.actors.resident, holdings: [{ role: "settlement", subjectId }] });
    const attempt = (actor: Parameters<typeof district.as>[0], subject: BoundarySubject) =>
      district.as(actor)((ctx) => boundaries.recordBoundary(ctx, input(subject, text(82.05, 54.05, 82.06, 54.06))));
    await expect(attempt(STRANGER, association(ids.light))).rejects.toMatchObject({ code: "not-signed-in" });
    await expect(attempt(officer(ids.light), association(ids.shore))).rejects.toMatchObject({ code: "not-permitted" });
    const own: BoundarySubject = { kind: "settlement", id: settlementId };
    await expect(attempt(officer(settlementId), own)).rejects.toMatchObject({ code: "not-permitted" });
    expect(await attempt(officer(settlementId), association(ids.light))).toMatch(/-/);
  });
});

describe("warnings", () => {
  test("name an overlap at both, a part beyond the settlement, and who has no boundary", async () => {
    expect(await warnings()).toEqual([{ kind: "no-boundary", associationId: ids.shore }]);
    await record(input(association(ids.shore), text(81.99, 54.015, 82.015, 54.03)));
    const found = await warnings();
    const pairs = found.map(({ kind, associationId }) => `${kind} ${associationId}`);
    const expected = [`overlap ${ids.shore}`, `outside ${ids.shore}`, `overlap ${ids.friends}`];
    expect(pairs.toSorted()).toEqual(expected.toSorted());
    const overlap = found.find((one) => one.kind === "overlap" && one.associationId === ids.shore);
    expect(overlap).toMatchObject({ other: { name: "ТОС «Дружба»" }, squareMetres: expect.closeTo(182_450, -3) });
    expect(found.find(({ kind }) => kind === "outside")).toMatchObject({ other: { id: settlementId } });
    expect((await warnings("2024-02-01")).every(({ kind }) => kind === "no-boundary")).toBe(true);
  });

  test("follow an association to another settlement, and a settlement to its new boundary", async () => {
    const subject: BoundarySubject = { kind: "settlement", id: settlementId };
    await record(input(subject, text(81.9, 54, 82.1, 54.1), { version: 1, since: "2024-03-02" }));
    expect((await warnings()).some(({ kind }) => kind === "outside")).toBe(false);
  });
});

describe("what cannot be a boundary", () => {
  const bow =
    '{"type":"Polygon","coordinates":[[[82.07,54.07],[82.08,54.08],[82.08,54.07],[82.07,54.08],[82.07,54.07]]]}';
  const moscow = text(37.6, 55.7, 37.7, 55.8);
  const turned = '{"type":"Polygon","coordinates":[[[54.07,82.07],[54.07,82.08],[54.08,82.08],[54.07,82.07]]]}';
  const metres =
    '{"type":"Polygon","coordinates":[[[9136000,7190000],[9137000,7190000],[9137000,7191000],[9136000,7190000]]]}';
  const local =
    '{"type":"Polygon","coordinates":[[[4212300,485100],[4212500,485100],[4212500,485300],[4212300,485100]]]}';
  const many = JSON.stringify({
    type: "FeatureCollection",
    features: [1, 2].map(() => ({ type: "Feature", properties: {}, geometry: JSON.parse(text(82, 54, 82.01, 54.01)) })),
  });
  const detailed = JSON.stringify({
    type: "Polygon",
    coordinates: [
      Array.from({ length: 50_001 }, (_, at) => [82 + Math.cos(at / 8000) / 100, 54 + Math.sin(at / 8000) / 100]),
    ],
  });

  test.each([
    ["nothing", "", {}, "boundary-file-missing"],
    ["half a file", '{"type":', {}, "boundary-not-json"],
    ["another JSON", "{}", {}, "boundary-not-geojson"],
    ["a point", '{"type":"Point","coordinates":[82,54]}', {}, "boundary-no-polygon"],
    ["words for numbers", '{"type":"Polygon","coordinates":[[["a","b"]]]}', {}, "boundary-coordinates"],
    ["many objects", many, {}, "boundary-many"],
    ["metres of МСК-54", local, {}, "boundary-foreign"],
    ["latitude first", turned, {}, "boundary-swapped"],
    ["metres of Web Mercator", metres, {}, "boundary-mercator"],
    ["Moscow", moscow, {}, "boundary-far"],
    ["a bow", bow, {}, "boundary-crossing"],
    ["a line", '{"type":"Polygon","coordinates":[[[82,54],[82.01,54.01],[82,54]]]}', {}, "boundary-empty"],
    ["too many corners", detailed, {}, "boundary-detailed"],
    ["half of the globe", text(60, 54, 82, 55), { confirmed: ["far"] }, "boundary-wide"],
    ["no kind of act", text(82, 54, 82.01, 54.01), { actKind: "song" }, "boundary-act"],
    ["no day", text(82, 54, 82.01, 54.01), { since: "2024-02-30" }, "boundary-since"],
    ["a text of 20 MB", `"${"x".repeat(20_000_000)}"`, {}, "boundary-file-large"],
  ] as [string, string, Partial<BoundaryInput>, string][])("%s is refused", async (_name, geojson, given, code) => {
    const attempt = record(input(association(ids.light), geojson, given));
    await expect(attempt).rejects.toMatchObject({ code });
  });

  test.each([
    ["swapped", turned],
    ["mercator", metres],
    ["far", moscow],
    ["repair", bow],
  ] as const)("is one once a person agrees: %s", async (confirmation, geojson) => {
    const { version } = await as()((ctx) => boundaries.getBoundary(ctx, association(ids.light)));
    const id = await record(input(association(ids.light), geojson, { version, confirmed: [confirmation] }));
    await as()((ctx) => boundaries.cancelBoundary(ctx, { id, basis: "проверка" }));
    expect(id).toMatch(/-/);
  });

  test("belongs to nobody known", async () => {
    for (const subject of [
      association(settlementId),
      { kind: "settlement", id: ids.light },
      { kind: "district", id: "x" },
    ]) {
      const attempt = record(input(subject as BoundarySubject, text(82, 54, 82.01, 54.01)));
      await expect(attempt).rejects.toMatchObject({ code: "boundary-subject-unknown" });
      const look = as()((ctx) => boundaries.getBoundary(ctx, subject as BoundarySubject));
      await expect(look).rejects.toMatchObject({ code: "boundary-subject-unknown" });
    }
    const cancel = as()((ctx) => boundaries.cancelBoundary(ctx, { id: ids.light, basis: "нет" }));
    await expect(cancel).rejects.toMatchObject({ code: "boundary-unknown" });
  });
});

describe("a file of many boundaries", () => {
  const feature = (properties: object, ...given: Parameters<typeof box>) => ({
    type: "Feature",
    properties,
    geometry: toGeometry(box(...given)),
  });
  const bytes = (features: readonly object[]) =>
    new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features }));
  const act = { actKind: "resolution", actNumber: "5", actDate: "", since: "2024-06-01", confirmed: [] };

  test("is shown before anything is recorded, and only what was chosen becomes boundaries", async () => {
    const file = bytes([
      feature({ name: 'Тос "ДРУЖБА"' }, 82.01, 54.01, 82.02, 54.02),
      feature({ Номер: 2 }, 82.03, 54.03, 82.04, 54.04),
      feature({ id: ids.light, name: "Дружба" }, 82.05, 54.05, 82.06, 54.06),
      feature({ name: "Неизвестный" }, 82.07, 54.07, 82.08, 54.08),
      feature({ number: "2" }, 82.03, 54.03, 82.04, 54.05),
      { type: "Feature", properties: {}, geometry: null },
    ]);
    const hash = await as()((ctx) => boundaries.takeUpload(ctx, { name: "границы.geojson", bytes: file }));
    const preview = await as()((ctx) => boundaries.previewUpload(ctx, hash));
    expect(preview.rows.map(({ state, subject }) => [state, subject?.by])).toEqual([
      ["same", "name"],
      ["changed", "number"],
      ["same", "id"],
      ["unknown", undefined],
      ["twice", "number"],
    ]);
    expect(preview).toMatchObject({ passedBy: 1, question: null, name: "границы.geojson" });
    const accept = (places: readonly number[]) => as()((ctx) => boundaries.acceptUpload(ctx, { hash, places, ...act }));
    await expect(accept([1, 4, 5])).rejects.toMatchObject({ code: "boundary-none-chosen" });
    expect(await accept([2, 4])).toHaveLength(1);
    const card = await as()((ctx) => boundaries.getBoundary(ctx, association(ids.shore)));
    expect(card).toMatchObject({ version: 2, warnings: [], inForce: { since: "2024-06-01" } });
  });

  test("that is too large, or was never uploaded, is refused", async () => {
    const large = { name: "x", bytes: new Uint8Array(50_000_000) };
    await expect(as()((ctx) => boundaries.takeUpload(ctx, large))).rejects.toMatchObject({
      code: "boundary-file-large",
    });
    const unknown = as()((ctx) => boundaries.previewUpload(ctx, "0".repeat(64)));
    await expect(unknown).rejects.toMatchObject({ code: "boundary-upload-unknown" });
    const accept = as()((ctx) => boundaries.acceptUpload(ctx, { hash: "x", places: [1], ...act }));
    await expect(accept).rejects.toMatchObject({ code: "boundary-upload-unknown" });
  });

  test("that the district exports comes back as it was", async () => {
    const exported = await district.as(STRANGER)((ctx) => boundaries.exportBoundaries(ctx));
    expect(exported.features.map(({ properties }) => properties.number)).toEqual([1, 2, 3]);
    const file = { name: "x", bytes: new TextEncoder().encode(JSON.stringify(exported)) };
    const hash = await as()((ctx) => boundaries.takeUpload(ctx, file));
    const { rows } = await as()((ctx) => boundaries.previewUpload(ctx, hash));
    expect(rows.map(({ state, subject }) => [state, subject?.by])).toEqual(Array(3).fill(["same", "id"]));
  });
});

describe("the map", () => {
  test("shows what is in force, and the list also what has no boundary", async () => {
    await as()((ctx) =>
      boundaries.setWater(
        ctx,
        JSON.stringify({
          type: "Feature",
          properties: { name: "Обь" },
          geometry: toGeometry(box(82.02, 54, 82.03, 54.1)),
        }),
      ),
    );
    const map = await district.as(STRANGER)((ctx) => boundaries.getDistrictMap(ctx));
    expect(map).toMatchObject({ district: null, settlements: [{ name: "Берёзовка" }], water: [{ name: "Обь" }] });
    expect(map.rows.map(({ name }) => name)).toEqual(["ТОС «Берег»", "ТОС «Дружба»", "ТОС «Луч»"]);
    const before = await district.as(STRANGER)((ctx) => boundaries.getDistrictMap(ctx, "2024-01-01"));
    expect(before.associations).toEqual([]);
    expect(before.rows.every(({ squareMetres }) => squareMetres === null)).toBe(true);
  });

  test("of another municipality holds none of ours", async () => {
    const other = await openTestDistrict(database, "boundary-other", {});
    expect(await other.as()((ctx) => boundaries.getDistrictMap(ctx))).toMatchObject({
      associations: [],
      rows: [],
      water: [],
    });
  });

  test.each([
    ["https://tiles.example.org/{z}/{x}/{y}.png", true],
    ["https://example.org/district.pmtiles", true],
    ["/maps/district.pmtiles", true],
    ["http://localhost:8080/{z}/{x}/{y}.png", true],
    ["http://tiles.example.org/{z}/{x}/{y}.png", false],
    ["https://tiles.example.org/{z}/{x}.png", false],
    ["https://a.example; script-src *//{z}/{x}/{y}.png", false],
    ["/maps/../secret.pmtiles", false],
    ["javascript:alert(1)//.pmtiles", false],
  ])("takes its ground from %s: %s", async (url, isTaken) => {
    const run = district.as(district.actors.administrator);
    const { version } = await run((ctx) => boundaries.getMapTiles(ctx));
    const attempt = run((ctx) => boundaries.setMapTiles(ctx, { url, credit: "© свои данные", version }));
    if (!isTaken) return expect(attempt).rejects.toMatchObject({ code: "map-tiles" });
    await attempt;
    expect((await run((ctx) => boundaries.getMapTiles(ctx))).tiles).toEqual({ url, credit: "© свои данные" });
    const again = run((ctx) => boundaries.setMapTiles(ctx, { url: "", credit: "", version }));
    await expect(again).rejects.toMatchObject({ code: "map-stale" });
  });
});

describe("a map", () => {
  let own: typeof district;
  const named: Record<string, Id> = {};
  const map = (on?: string) => own.as(STRANGER)((ctx) => boundaries.getDistrictMap(ctx, on));
  const names = async (on?: string) => (await map(on)).associations.map(({ name }) => name);

  beforeAll(async () => {
    own = await openTestDistrict(database, "boundary-maps", {
      coordinator: ["coordinator"],
      administrator: ["administrator"],
      resident: ["resident"],
    });
    const run = own.as(own.actors.coordinator);
    const settlement = await run((ctx) => registry.addSettlement(ctx, { name: "Верх", oktmo: "" }));
    const places = [
      ["Близко", 82.01, "2020-01-01"],
      ["Рядом", 82.025, "2024-03-01"],
      ["Далеко", 83, "2024-03-01"],
    ] as const;
    for (const [name, west, since] of places) {
      const id = await run((ctx) => registry.enterAssociation(ctx, { name, settlementId: settlement }));
      named[name] = id;
      const shape = text(west, 54.01, west + 0.01, 54.02);
      await run((ctx) => boundaries.recordBoundary(ctx, input(association(id), shape, { since, confirmed: ["far"] })));
    }
    named.none = await run((ctx) => registry.enterAssociation(ctx, { name: "Без границы", settlementId: settlement }));
  });

  test("of a day gone by shows what had a boundary then", async () => {
    expect(await names("2019-12-31")).toEqual([]);
    expect(await names("2023-01-01")).toEqual(["Близко"]);
    expect(await names()).toEqual(["Близко", "Далеко", "Рядом"]);
    expect((await map("2023-01-01")).rows.map(({ name }) => name)).toEqual(["Близко"]);
    expect((await map()).rows.map(({ name }) => name)).toEqual(["Без границы", "Близко", "Далеко", "Рядом"]);
  });

  test("of one association shows what lies around it and nothing further off; without a boundary there is none", async () => {
    const around = (id: Id, on?: string) => own.as(STRANGER)((ctx) => boundaries.getSurroundings(ctx, id, on));
    const shown = await around(named.Рядом ?? "");
    expect(shown?.associations.map(({ name }) => name)).toEqual(["Близко", "Рядом"]);
    expect((await around(named.Далеко ?? ""))?.associations.map(({ name }) => name)).toEqual(["Далеко"]);
    expect(await around(named.none ?? "")).toBeNull();
    expect(await around(named.Рядом ?? "", "2023-01-01")).toBeNull();
  });
});

test("a map is of what was known at a moment", async () => {
  const id = await as()((ctx) => registry.enterAssociation(ctx, { name: "ТОС «Память»", settlementId }));
  await record(input(association(id), text(82.06, 54.06, 82.07, 54.07)));
  const view = await as()((ctx) => boundaries.getBoundary(ctx, association(id)));
  await as()((ctx) => boundaries.cancelBoundary(ctx, { id: view.inForce?.id ?? "", basis: "не тот участок" }));
  const seen = (knownAt: Date | null) => as()((ctx) => boundaries.getSurroundings(ctx, id, { on: ctx.today, knownAt }));
  const recorded = new Date(view.inForce?.recordedAt ?? "");
  expect(await seen(null)).toBeNull();
  expect(await seen(new Date(recorded.getTime() - 1))).toBeNull();
  await database.pool.query("update boundary set cancelled_at = cancelled_at + interval '1 hour' where id = $1", [
    view.inForce?.id,
  ]);
  expect((await seen(new Date(recorded.getTime() + 60_000)))?.associations.map((one) => one.id)).toContain(id);
  expect(await seen(new Date(recorded.getTime() + 3_700_000))).toBeNull();
});
