import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Id } from "../../kernel/id.ts";
import { type Database, inOwnerTransaction, inTenant } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { endRole, listPeople, requireSecondFactor } from "../people/actions-roles.ts";
import { ROLES, type Role } from "../roles.ts";
import { insertInstallation } from "../set-up/store.ts";
import { Browser, openSite, type Site } from "../sign-in/testing.ts";
import { createMunicipality } from "../tenant/store.ts";
import { createTestMunicipality, createTestPerson, NOW, runAs, SYSTEM } from "../testing.ts";
import { addDemonstrationPerson, listDemonstrationDoors } from "./actions.ts";
import { insertDoor } from "./store.ts";

const EXAMPLE = {
  slug: "example",
  name: "Пример",
  nameGenitive: "Примера",
  nameShort: "Пример",
  timeZone: "Asia/Novosibirsk",
  demonstration: true,
};

/** As the first start does it: in a transaction of the owner of the tables. */
function addPeople(database: Database, municipalityId: Id, roles: readonly Role[]): Promise<void> {
  return inOwnerTransaction(database, async (tx) => {
    const ctx = { tx, actor: SYSTEM, municipalityId, today: "2026-03-25", now: NOW, language: "ru" as const };
    for (const role of roles) {
      const person = { role, name: `${role} (пример)`, email: `${role}@example.org`, subjectId: null, password: null };
      await addDemonstrationPerson(ctx, person);
    }
  });
}

describe("in a demonstration", () => {
  let database: Database;
  let site: Site;
  let here: Id;

  beforeAll(async () => {
    database = await createTestDatabase();
    site = openSite(database);
    await inOwnerTransaction(database, (tx) =>
      insertInstallation(tx, { kind: "demonstration", at: NOW, setUpAt: null }),
    );
    here = await inOwnerTransaction(database, (tx) => createMunicipality(tx, EXAMPLE));
    await addPeople(database, here, ROLES);
  });
  afterAll(() => database.close());

  test("each role has a door, named and in the order of roles", async () => {
    const doors = await runAs(database, here)(listDemonstrationDoors);
    expect(doors).toEqual(ROLES.map((role) => ({ role, name: `${role} (пример)` })));
  });

  test.each(ROLES)("one click lets in as %s, also where a second step is required of staff", async (role) => {
    await runAs(database, here)((ctx) => requireSecondFactor(ctx, true));
    const browser = new Browser(site, here);
    browser.keep(await browser.door.enterDemonstration(role));
    expect(await browser.who()).toMatchObject({
      gate: null,
      actor: { kind: "person", name: `${role} (пример)`, holdings: [{ role, subjectId: null }] },
    });
  });

  test("another click ends the session before it", async () => {
    const browser = new Browser(site, here);
    browser.keep(await browser.door.enterDemonstration("chair"));
    const before = browser.copy();
    browser.keep(await browser.door.enterDemonstration("juror"));
    expect((await before.who()).actor).toEqual({ kind: "stranger" });
    expect(await browser.who()).toMatchObject({ actor: { holdings: [{ role: "juror" }] } });
  });

  test("there is no other way in: nobody has a password", async () => {
    const signIn = new Browser(site, here).signIn("chair@example.org", "");
    await expect(signIn).rejects.toMatchObject({ code: "wrong-credentials" });
  });

  test.each(["", "owner", "__proto__", "chair' or true --"])("no door is named «%s»", async (role) => {
    await expect(new Browser(site, here).door.enterDemonstration(role)).rejects.toMatchObject({ code: "no-such-door" });
  });

  test("whose role was ended has no door any more", async () => {
    const people = await runAs(database, here)(listPeople);
    const operator = people.find(({ name }) => name.startsWith("operator"))?.holdings[0];
    const ending = { id: operator?.id ?? "", on: "2026-03-25", basis: "приказ № 1" };
    await runAs(database, here)((ctx) => endRole(ctx, ending));
    const enter = new Browser(site, here).door.enterDemonstration("operator");
    await expect(enter).rejects.toMatchObject({ code: "no-such-door" });
    const doors = await runAs(database, here)(listDemonstrationDoors);
    expect(doors.map(({ role }) => role)).not.toContain("operator");
  });

  test("a municipality beside it has no doors and can get none", async () => {
    const beside = await createTestMunicipality(database, "beside");
    expect(await runAs(database, beside)(listDemonstrationDoors)).toEqual([]);
    const enter = new Browser(site, beside).door.enterDemonstration("administrator");
    await expect(enter).rejects.toMatchObject({ code: "no-such-door" });
    await expect(addPeople(database, beside, ["auditor"])).rejects.toThrow();
  });
});

describe("in a clean installation", () => {
  let database: Database;
  let site: Site;
  let here: Id;

  beforeAll(async () => {
    database = await createTestDatabase();
    site = openSite(database);
    await inOwnerTransaction(database, (tx) => insertInstallation(tx, { kind: "clean", at: NOW, setUpAt: null }));
    here = await createTestMunicipality(database, "own");
  });
  afterAll(() => database.close());

  test("no role is entered with one click", async () => {
    expect(await runAs(database, here)(listDemonstrationDoors)).toEqual([]);
    for (const role of ROLES) {
      const enter = new Browser(site, here).door.enterDemonstration(role);
      await expect(enter).rejects.toMatchObject({ code: "no-such-door" });
    }
  });

  test("the database takes neither a demonstration nor its people, even of the owner of the tables", async () => {
    await expect(inOwnerTransaction(database, (tx) => createMunicipality(tx, EXAMPLE))).rejects.toThrow(
      "demonstration_of",
    );
    const turn = database.pool.query("update municipality set demonstration = true");
    await expect(turn).rejects.toThrow("demonstration_of");
    await expect(addPeople(database, here, ["administrator"])).rejects.toThrow("demonstration_person");
    const person = await runAs(database, here)((ctx) => createTestPerson(ctx, "М", ["auditor"]));
    for (const demonstration of [true, false]) {
      const insert = database.pool.query(
        "insert into demonstration_person (municipality_id, role, person_id, demonstration) values ($1, 'auditor', $2, $3)",
        [here, person, demonstration],
      );
      await expect(insert).rejects.toThrow("demonstration_person");
    }
    expect((await database.pool.query("select 1 from demonstration_person")).rowCount).toBe(0);
  });

  test("a municipality's own transaction may not even write there", async () => {
    const person = await runAs(database, here)((ctx) => createTestPerson(ctx, "К", ["auditor"]));
    const insert = runAs(database, here)((ctx) => insertDoor(ctx, "auditor", person));
    await expect(insert).rejects.toThrow("permission denied");
    const turn = inTenant(database, here, async (tx) => {
      await tx
        .$extendTables<{ municipality: { demonstration: boolean } }>()
        .updateTable("municipality")
        .set({ demonstration: true })
        .execute();
    });
    await expect(turn).rejects.toThrow("permission denied");
  });
});
