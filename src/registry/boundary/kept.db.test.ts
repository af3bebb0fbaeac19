import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestDistrict } from "../../desk/testing.ts";
import type { Id } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { openFiles } from "../../platform/files.ts";
import { toGeometry } from "../geometry/geojson.ts";
import { box } from "../geometry/testing.ts";
import { openBoundaries, registry } from "../index.ts";
import type { BoundarySubject, KeptFilter } from "./views.ts";

let database: Database;
let folder: string;
let boundaries: ReturnType<typeof openBoundaries>;
let district: Awaited<ReturnType<typeof openTestDistrict<"coordinator" | "resident">>>;
let near: Id;
let far: Id;
const ids: Record<string, Id> = {};

const as = () => district.as(district.actors.coordinator);
const list = (filter: KeptFilter = {}, page = 1) => as()((ctx) => boundaries.listKept(ctx, { filter, page }));

async function record(subject: BoundarySubject, ...corners: Parameters<typeof box>): Promise<void> {
  const act = { actKind: "council-decision", actNumber: "12", actDate: "2024-02-01", since: "2024-03-01" };
  const given = { subject, geojson: JSON.stringify(toGeometry(box(...corners))), version: 0 };
  await as()((ctx) => boundaries.recordBoundary(ctx, { ...given, ...act, confirmed: [] }));
}

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-kept-"));
  boundaries = openBoundaries({ files: openFiles(folder) });
  district = await openTestDistrict(database, "kept", { coordinator: ["coordinator"], resident: ["resident"] });
  near = await as()((ctx) => registry.addSettlement(ctx, { name: "Берёзовка", oktmo: "" }));
  far = await as()((ctx) => registry.addSettlement(ctx, { name: "Дальняя", oktmo: "" }));
  for (const name of ["Дружба", "Берег", "Луч"]) {
    ids[name] = await as()((ctx) => registry.enterAssociation(ctx, { name: `ТОС «${name}»`, settlementId: near }));
  }
  for (let number = 1; number <= 51; number += 1) {
    await as()((ctx) => registry.enterAssociation(ctx, { name: `ТОС «Двор ${number}»`, settlementId: far }));
  }
  await record({ kind: "settlement", id: near }, 82, 54, 82.1, 54.1);
  await record({ kind: "association", id: ids.Дружба ?? "" }, 82.01, 54.01, 82.02, 54.02);
  await record({ kind: "association", id: ids.Берег ?? "" }, 82.015, 54.01, 82.025, 54.02);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

describe("the list of those who keep boundaries", () => {
  test("is narrowed by number, words, settlement and by what is amiss, and agrees with the warnings", async () => {
    const whole = await list({ settlementId: near });
    expect(whole.rows.map(({ name }) => name)).toEqual(["ТОС «Берег»", "ТОС «Дружба»", "ТОС «Луч»"]);
    expect(whole.ground.map(({ kind }) => kind)).toEqual(["district", "settlement", "settlement"]);
    expect(whole.ground.map(({ squareMetres }) => squareMetres !== null)).toEqual([false, true, false]);
    expect((await list({ text: "дружба тос" })).rows.map(({ id }) => id)).toEqual([ids.Дружба]);
    expect((await list({ text: "№ 3" })).rows[0]?.id).toBe(ids.Луч);
    expect((await list({ text: "ромашка" })).total).toBe(0);
    const all = await as()((ctx) => boundaries.listBoundaryWarnings(ctx));
    const amiss = await list({ only: "amiss" });
    expect(amiss.total).toBe(new Set(all.map(({ associationId }) => associationId)).size);
    // Narrowed, the same warnings are read of the page's associations alone.
    for (const row of whole.rows) {
      expect(row.warnings).toEqual(all.filter(({ associationId }) => associationId === row.id));
      expect(row.warnings).toHaveLength(1);
    }
    const missing = await list({ only: "missing", settlementId: near });
    expect(missing.rows.map(({ id }) => id)).toEqual([ids.Луч]);
  });

  test("goes by pages of fifty, and a page behind the last is the last", async () => {
    const first = await list({ settlementId: far });
    expect([first.rows.length, first.total, first.pages]).toEqual([50, 51, 2]);
    const last = await list({ settlementId: far }, 9);
    expect([last.rows.length, last.page]).toEqual([1, 2]);
    expect(first.rows.some(({ id }) => id === last.rows[0]?.id)).toBe(false);
  });

  test("is for those who keep boundaries", async () => {
    const look = district.as(district.actors.resident)((ctx) => boundaries.listKept(ctx, { filter: {}, page: 1 }));
    await expect(look).rejects.toMatchObject({ code: "not-permitted" });
  });
});
