import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestPerson, STRANGER } from "../access/testing.ts";
import { openTestDistrict } from "../desk/testing.ts";
import type { Actor } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import { type Database, inTenant } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { belongingOf } from "./contract.ts";
import { officialSource, registry } from "./index.ts";

let database: Database;
let district: Awaited<ReturnType<typeof openTestDistrict<"coordinator" | "resident">>>;
let settlementId: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  district = await openTestDistrict(database, "registry", { coordinator: ["coordinator"], resident: ["resident"] });
  settlementId = await asCoordinator()((ctx) => registry.addSettlement(ctx, { name: "Берёзовка", oktmo: "50640404" }));
});
afterAll(() => database.close());

const asCoordinator = () => district.as(district.actors.coordinator);

describe("settlements", () => {
  test("are listed by name, as one would look for them", async () => {
    await asCoordinator()((ctx) => registry.addSettlement(ctx, { name: "  Ёлкино ", oktmo: "" }));
    await asCoordinator()((ctx) => registry.addSettlement(ctx, { name: "Яр", oktmo: "50640404101" }));
    const names = (await district.as(STRANGER)(registry.listSettlements)).map(({ name }) => name);
    expect(names).toEqual(["Берёзовка", "Ёлкино", "Яр"]);
  });

  test.each([
    ["without a name", { name: "  ", oktmo: "" }, "settlement-name"],
    ["with a code of nine digits", { name: "Новая", oktmo: "506404041" }, "settlement-oktmo"],
    ["that is there, in other letters", { name: "берёзовка", oktmo: "" }, "settlement-known"],
  ])("%s are refused", async (_case, given, code) => {
    await expect(asCoordinator()((ctx) => registry.addSettlement(ctx, given))).rejects.toMatchObject({ code });
  });
});

describe("associations", () => {
  test("take numbers that rise, also when two are entered at once", async () => {
    const enter = (name: string) => asCoordinator()((ctx) => registry.enterAssociation(ctx, { name, settlementId }));
    const ids = await Promise.all(["Дружба", "Берег", "Альтернатива"].map(enter));
    const listed = await district.as(STRANGER)(registry.listAssociations);
    expect(listed.map(({ name }) => name)).toEqual(["Альтернатива", "Берег", "Дружба"]);
    expect(listed.map(({ number }) => number).toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
    const first = await district.as(STRANGER)((ctx) => registry.getAssociation(ctx, ids[0] ?? ""));
    expect(first).toMatchObject({ name: "Дружба", settlement: "Берёзовка", state: "active" });
    expect(belongingOf(first)).toEqual([ids[0], settlementId]);
  });

  test.each([
    ["without a name", () => ({ name: "", settlementId }), "association-name"],
    ["in no settlement", () => ({ name: "Заря", settlementId: "' or 1=1" }), "settlement-unknown"],
  ])("%s are refused", async (_case, given, code) => {
    const attempt = asCoordinator()((ctx) => registry.enterAssociation(ctx, given()));
    await expect(attempt).rejects.toMatchObject({ code });
  });

  test("are entered by a settlement's officer in that settlement alone", async () => {
    const officer = (subjectId: Id) => ({
      ...district.actors.resident,
      holdings: [{ role: "settlement", subjectId }],
    });
    const enter = (subjectId: Id) =>
      district.as(officer(subjectId))((ctx) => registry.enterAssociation(ctx, { name: "Луч", settlementId }));
    await expect(enter(district.municipalityId)).rejects.toMatchObject({ code: "not-permitted" });
    expect(await enter(settlementId)).toMatch(/-/);
  });

  test("of another municipality are unknown here, and its settlements hold none of ours", async () => {
    const other = await openTestDistrict(database, "registry-other", { coordinator: ["coordinator"] });
    expect(await other.as()(registry.listAssociations)).toEqual([]);
    const attempt = other.as(other.actors.coordinator)((ctx) =>
      registry.enterAssociation(ctx, { name: "Чужой", settlementId }),
    );
    await expect(attempt).rejects.toMatchObject({ code: "settlement-unknown" });
    const rows = inTenant(database, other.municipalityId, (tx) =>
      tx.$extendTables<{ settlement: { id: string } }>().selectFrom("settlement").select("id").execute(),
    );
    expect(await rows).toEqual([]);
  });
});

describe("settlements that change", () => {
  const change = (id: Id, given: Partial<Parameters<typeof registry.changeSettlement>[1]>, actor?: Actor) =>
    district.as(actor ?? district.actors.coordinator)((ctx) =>
      registry.changeSettlement(ctx, { id, name: "Старица", oktmo: "", endedOn: "", version: 1, ...given }),
    );
  const enter = (name: string) => asCoordinator()((ctx) => registry.addSettlement(ctx, { name, oktmo: "" }));

  test("are renamed, and end when no association is left there; what named them still does", async () => {
    const id = await enter("Старицы");
    await change(id, { oktmo: "50640407" });
    const association = await asCoordinator()((ctx) =>
      registry.enterAssociation(ctx, { name: "Старичане", settlementId: id }),
    );
    const ending = { version: 2, endedOn: "25.03.2026" };
    await expect(change(id, ending)).rejects.toMatchObject({ code: "settlement-in-use" });
    const typed = { state: "ended", stateSince: "2026-03-25", stateBasis: "решение собрания" };
    const card = await asCoordinator()((ctx) => registry.getCard(ctx, association));
    const seen = card.sections.find(({ section }) => section === "state")?.seen ?? "";
    const saving = { section: "state", seen, corrects: "", since: "", basis: "", typed };
    await asCoordinator()((ctx) => registry.saveSection(ctx, association, saving));
    await change(id, ending);
    expect((await district.as(STRANGER)(registry.listSettlements)).map(({ name }) => name)).not.toContain("Старица");
    const every = await district.as(STRANGER)(registry.listEverySettlement);
    expect(every.find((one) => one.id === id)).toMatchObject({ name: "Старица", endedOn: "2026-03-25" });
    await asCoordinator()((ctx) => registry.addSettlement(ctx, { name: "Старица", oktmo: "" }));
    await expect(change(id, { version: 3 })).rejects.toMatchObject({ code: "settlement-known" });
  });

  test("are changed by who may, as they stand now, and with a day that there is", async () => {
    const id = await enter("Тихое");
    await expect(change(id, {}, district.actors.resident)).rejects.toMatchObject({ code: "not-permitted" });
    await expect(change(id, { version: 7 })).rejects.toMatchObject({ code: "settlement-known" });
    await expect(change(id, { name: "Тихое", version: 7 })).rejects.toMatchObject({ code: "settlement-changed" });
    for (const endedOn of ["2999-01-01", "30.02.2024", "вчера"]) {
      await expect(change(id, { name: "Тихое", endedOn })).rejects.toMatchObject({ code: "settlement-ended" });
    }
    await expect(change(newId(), {})).rejects.toMatchObject({ code: "settlement-unknown" });
  });
});

describe("officials", () => {
  const deputy = { kind: "deputy", name: "Петров П. П.", office: "округ № 4", since: "2025-09-20", until: "" };

  test("stand with their office and term", async () => {
    await asCoordinator()((ctx) => registry.addOfficial(ctx, deputy));
    expect(await district.as(STRANGER)(registry.listOfficials)).toMatchObject([{ ...deputy, until: null }]);
  });

  test("are given to the person of that name with their data, and stay when the person is erased: the law names them", async () => {
    const personId = await asCoordinator()((ctx) => createTestPerson(ctx, "Сидоров С. С.", ["resident"]));
    await asCoordinator()((ctx) =>
      registry.addOfficial(ctx, { ...deputy, name: "сидоров С. С.", office: "округ № 7" }),
    );
    const collect = () => asCoordinator()((ctx) => officialSource.collect(ctx, personId));
    const kept = {
      key: "offices",
      rows: [{ name: "сидоров С. С.", office: "округ № 7", since: "2025-09-20", until: null }],
    };
    expect(await collect()).toMatchObject([kept]);
    await asCoordinator()((ctx) => officialSource.erase(ctx, personId));
    expect(await collect()).toMatchObject([kept]);
    const nobody = await asCoordinator()((ctx) => createTestPerson(ctx, "Никто Н. Н.", ["resident"]));
    expect(await asCoordinator()((ctx) => officialSource.collect(ctx, nobody))).toMatchObject([{ rows: [] }]);
  });

  test("are mended by who may, as they stand now; an event keeps its host", async () => {
    const id = await asCoordinator()((ctx) => registry.addOfficial(ctx, deputy));
    const change = (fields: object, version: number, actor = district.actors.coordinator) =>
      district.as(actor)((ctx) => registry.changeOfficial(ctx, { id, version, fields }));
    await change({ ...deputy, until: "2026-03-01" }, 1);
    await expect(change(deputy, 1)).rejects.toMatchObject({ code: "official-changed" });
    await expect(change({ ...deputy, until: "2025-01-01" }, 2)).rejects.toMatchObject({ code: "official-term" });
    await expect(change(deputy, 2, district.actors.resident)).rejects.toMatchObject({ code: "not-permitted" });
    expect(await asCoordinator()((ctx) => registry.getOfficial(ctx, id))).toMatchObject({
      until: "2026-03-01",
      version: 2,
    });
    for (const unknown of [newId(), "x"]) {
      const given = { id: unknown, version: 1, fields: deputy };
      await expect(asCoordinator()((ctx) => registry.changeOfficial(ctx, given))).rejects.toMatchObject({
        code: "official-unknown",
      });
    }
  });

  test.each([
    ["without an office", { ...deputy, office: " " }, "official-name"],
    ["of an unknown kind", { ...deputy, kind: "mayor" }, "official-name"],
    ["whose term ends before it begins", { ...deputy, until: "2025-09-19" }, "official-term"],
    ["with a day that no month has", { ...deputy, since: "2025-02-30" }, "official-term"],
  ])("%s are refused", async (_case, given, code) => {
    await expect(asCoordinator()((ctx) => registry.addOfficial(ctx, given))).rejects.toMatchObject({ code });
  });
});
