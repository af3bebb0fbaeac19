import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  collectPersonal,
  endRole,
  giveRole,
  listInvitations,
  listPeople,
  listSubjectChoices,
  readTrail,
} from "../access/index.ts";
import type { Role } from "../access/roles.ts";
import { Browser, openSite, type Site } from "../access/sign-in/testing.ts";
import { createTestMunicipality, createTestPerson, personWith, runAs } from "../access/testing.ts";
import type { Actor } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Database } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { registry } from "../registry/index.ts";
import { personalSources } from "./personal.ts";
import { roleSubjects } from "./role-subjects.ts";

const TODAY = "2026-03-25";
const BASIS = "протокол № 1";

let database: Database;
let site: Site;
let here: Id;
let elsewhere: Id;
let village: Id;
let association: Id;
let foreign: Id;
let administrator: Actor;

beforeAll(async () => {
  database = await createTestDatabase();
  site = openSite(database, { roleSubjects });
  here = await createTestMunicipality(database, "ordynsky");
  elsewhere = await createTestMunicipality(database, "iskitimsky");
  ({ village, association } = await fill(here));
  foreign = (await fill(elsewhere)).association;
  administrator = personWith(await add("administrator"), "administrator");
});
afterAll(() => database.close());

function fill(municipalityId: Id): Promise<{ village: Id; association: Id }> {
  return runAs(
    database,
    municipalityId,
  )(async (ctx) => {
    const settlement = await registry.addSettlement(ctx, { name: "Верх-Ирмень", oktmo: "" });
    const entered = await registry.enterAssociation(ctx, { name: "ТОС «Заря»", settlementId: settlement });
    return { village: settlement, association: entered };
  });
}

const add = (...roles: Role[]) => runAs(database, here)((ctx) => createTestPerson(ctx, "Человек", roles));
const give = (personId: Id, role: string, subjectId: Id | null) =>
  runAs(database, here)((ctx) => giveRole(ctx, { personId, role, subjectId, on: TODAY, basis: BASIS }, roleSubjects));
const find = async (personId: Id) =>
  (await runAs(database, here)((ctx) => listPeople(ctx, roleSubjects))).find(({ id }) => id === personId);

describe("a role within a settlement or an association", () => {
  test("is given there, shown by its name and ended, and the trail has the name", async () => {
    const personId = await add("resident");
    await give(personId, "chair", association);
    await give(personId, "settlement", village);
    const held = (await find(personId))?.holdings.map(({ role, subject }) => [role, subject]);
    expect(held?.sort()).toEqual([
      ["chair", "ТОС «Заря»"],
      ["resident", null],
      ["settlement", "Верх-Ирмень"],
    ]);
    const chair = (await find(personId))?.holdings.find(({ role }) => role === "chair")?.id ?? "";
    await runAs(database, here)((ctx) => endRole(ctx, { id: chair, on: TODAY, basis: "протокол № 2" }, roleSubjects));
    expect((await find(personId))?.ended).toMatchObject([{ role: "chair", subject: "ТОС «Заря»" }]);
    const auditor = personWith(newId(), "auditor");
    const { rows } = await runAs(database, here, auditor)((ctx) => readTrail(ctx, { subjectId: personId }, null));
    const named = rows.map(({ action, fields }) => [action, fields.find(({ name }) => name === "subjectName")?.after]);
    expect(named).toContainEqual(["role.give", { text: "ТОС «Заря»" }]);
    expect(named).toContainEqual(["role.end", { text: "ТОС «Заря»" }]);
  });

  test("can be held in two of them, and in one only once", async () => {
    const known = await add("resident");
    const second = await runAs(
      database,
      here,
    )((ctx) => registry.enterAssociation(ctx, { name: "ТОС «Мир»", settlementId: village }));
    await give(known, "chair", association);
    await give(known, "chair", second);
    await expect(give(known, "chair", second)).rejects.toMatchObject({ code: "role-held" });
  });

  test.each<[string, string, () => Id | null]>([
    ["role-subject-missing", "chair", () => null],
    ["role-subject-missing", "settlement", () => null],
    ["role-subject-unknown", "chair", () => village],
    ["role-subject-unknown", "settlement", () => association],
    ["role-subject-unknown", "chair", () => foreign],
    ["role-subject-unknown", "chair", () => newId()],
    ["role-subject-unknown", "chair", () => "' or true --"],
    ["role-subject-unknown", "administrator", () => association],
  ])("is refused: %s of a %s", async (code, role, subjectId) => {
    const personId = await add("resident");
    await expect(give(personId, role, subjectId())).rejects.toMatchObject({ code });
    expect((await find(personId))?.holdings).toHaveLength(1);
  });

  test("is not given in an association that has ended, which keeps its name", async () => {
    const personId = await add("resident");
    const ended = await runAs(
      database,
      here,
    )((ctx) => registry.enterAssociation(ctx, { name: "ТОС «Былое»", settlementId: village }));
    await give(personId, "chair", ended);
    await database.pool.query("update association set state = 'ended' where id = $1", [ended]);
    await expect(give(await add("resident"), "chair", ended)).rejects.toMatchObject({ code: "role-subject-unknown" });
    expect((await find(personId))?.holdings).toContainEqual(expect.objectContaining({ subject: "ТОС «Былое»" }));
    const choices = await runAs(database, here)((ctx) => listSubjectChoices(ctx, roleSubjects));
    const [settlements, associations, calls] = choices;
    expect(calls).toEqual({ role: "juror", subjects: [] });
    expect(settlements).toEqual({ role: "settlement", subjects: [{ id: village, name: "Верх-Ирмень" }] });
    expect(associations?.subjects.map(({ name }) => name)).not.toContain("ТОС «Былое»");
  });

  test("is not given in a settlement that has ended, which keeps its name too, on pages and in the person's export", async () => {
    const personId = await add("resident");
    const gone = await runAs(database, here)((ctx) => registry.addSettlement(ctx, { name: "Былая", oktmo: "" }));
    await give(personId, "settlement", gone);
    await database.pool.query("update settlement set ended_on = '2026-03-24' where id = $1", [gone]);
    await expect(give(await add("resident"), "settlement", gone)).rejects.toMatchObject({
      code: "role-subject-unknown",
    });
    expect((await find(personId))?.holdings).toContainEqual(expect.objectContaining({ subject: "Былая" }));
    const sections = await runAs(
      database,
      here,
      personWith(personId, "resident"),
    )((ctx) => collectPersonal(ctx, personalSources, { personId, basis: "" }));
    const roles = sections.find(({ key }) => key === "roles")?.rows.map(({ role, within }) => [role, within]);
    expect(roles).toEqual([
      ["resident", null],
      ["settlement", "Былая"],
    ]);
  });
});

describe("an invitation", () => {
  let invited = 0;
  const nextEmail = () => `invited-${++invited}@example.org`;
  const invite = async (email: string, roles: readonly string[], subjectId: Id | null) => {
    const browser = new Browser(site, here);
    const door = site.access.open({ headers: browser.headers, run: (work) => browser.runAs(administrator, work) });
    await door.invite({ email, roles, subjectId, basis: BASIS, language: "ru" });
    return site.linkTo(email, "invitation");
  };

  test("offers the role in its association by name, and only that role is held there", async () => {
    const email = nextEmail();
    const secret = await invite(email, ["chair", "operator"], association);
    const roles = [
      { role: "chair", subject: "ТОС «Заря»" },
      { role: "operator", subject: null },
    ];
    const open = await runAs(database, here)((ctx) => listInvitations(ctx, roleSubjects));
    expect(open.find((one) => one.email === email)?.roles).toEqual(roles);
    const browser = new Browser(site, here);
    expect((await browser.door.readInvitation(secret))?.roles).toEqual(roles);
    browser.keep(await browser.door.acceptInvitation({ secret, name: "Лапина", password: "correct horse" }));
    expect((await browser.who()).actor).toMatchObject({
      holdings: [
        { role: "chair", subjectId: association },
        { role: "operator", subjectId: null },
      ],
    });
  });

  test.each<[string, readonly string[], () => Id | null]>([
    ["role-subject-missing", ["chair"], () => null],
    ["role-subject-unknown", ["settlement"], () => association],
    ["role-subject-unknown", ["chair"], () => foreign],
    ["role-subject-unknown", ["coordinator"], () => association],
    ["roles-of-two-subjects", ["chair", "settlement"], () => association],
  ])("is refused: %s of %j", async (code, roles, subjectId) => {
    await expect(invite(nextEmail(), roles, subjectId())).rejects.toMatchObject({ code });
  });
});
