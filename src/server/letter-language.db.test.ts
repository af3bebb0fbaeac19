import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chooseOwnLanguage, createPerson, readOwnLanguage } from "../access/index.ts";
import { Browser, openSite, type Site } from "../access/sign-in/testing.ts";
import { createTestMunicipality, personWith, runAs, STRANGER } from "../access/testing.ts";
import { openDesk } from "../desk/index.ts";
import { TASK } from "../desk/testing.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Language } from "../kernel/refusal.ts";
import { readConfig } from "../platform/config.ts";
import { type Database, inTenant } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { openFiles } from "../platform/files.ts";
import { openDeskLetters } from "./desk-letters.ts";

const ENVIRONMENT = {
  SOSEDSTVO_SMTP_URL: "smtp://localhost:1",
  SOSEDSTVO_MAIL_FROM: "tos@example.org",
  SOSEDSTVO_URL: "https://example.org",
};
const PASSWORD = "correct horse";

let database: Database;
let site: Site;
let own: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  site = openSite(database);
  own = await createTestMunicipality(database, "ordynsky");
});
afterAll(() => database.close());

/** Somebody whose account was made on pages in this language. */
async function add(language: Language): Promise<{ id: Id; email: string }> {
  const email = `${newId()}@example.org`;
  const given = { email, name: "Орлова Вера", password: PASSWORD, roles: ["operator" as const], basis: "приказ" };
  const id = await runAs(database, own)((ctx) => createPerson({ ...ctx, language }, given));
  return { id, email };
}

const as = (id: Id) => runAs(database, own, personWith(id, "operator"));

async function giveTask(owner: Id) {
  const config = readConfig(ENVIRONMENT, {});
  const desk = openDesk({ files: openFiles("."), subjects: {}, letters: openDeskLetters(config) });
  await runAs(database, own)((ctx) => desk.giveTask(ctx, { ...TASK, role: "", owner }));
  const { rows } = await inTenant(database, own, (tx) =>
    sql<{ language: string; what: string; link: string }>`
      select language, content->>'what' as what, content->>'link' as link from mail_letter where person_id = ${owner}`.execute(
      tx,
    ),
  );
  return rows;
}

describe("letters of the desk", () => {
  test.each([
    ["ru", "Вам дали поручение", /^https:\/\/example\.org\/m\/ordynsky\/desk\//],
    ["en", "You were given a task", /^https:\/\/example\.org\/m\/ordynsky\/en\/desk\//],
  ] as const)(
    "come in %s to whom that is the language of letters, with links to pages in it",
    async (language, what, link) => {
      const { id } = await add(language);
      expect(await giveTask(id)).toEqual([{ language, what, link: expect.stringMatching(link) }]);
    },
  );

  test("come in the language that the person chose since", async () => {
    const { id } = await add("ru");
    await as(id)((ctx) => chooseOwnLanguage(ctx, "en"));
    expect(await giveTask(id)).toMatchObject([{ language: "en" }]);
  });
});

describe("letters about signing in", () => {
  test("come in the person's language, whatever page they were asked for on", async () => {
    const { email } = await add("en");
    await new Browser(site, own).door.askReset(email);
    const letter = site.letters.list.findLast(({ to }) => to === email);
    expect(letter).toMatchObject({ template: "reset-password", language: "en" });
    expect(letter?.values.link).toMatch(/^https:\/\/example\.org\/en\/new-password\//);
  });

  test("come to who was invited in the language of the pages on which they accepted", async () => {
    const inviter = personWith((await add("ru")).id, "administrator");
    const email = `${newId()}@example.org`;
    const browser = new Browser(site, own);
    const offer = { roles: ["auditor"], subjectId: null, basis: "приказ", language: "ru" as const, email };
    await site.access.open({ headers: browser.headers, run: (work) => browser.runAs(inviter, work) }).invite(offer);
    const secret = site.linkTo(email, "invitation");
    const english = site.access.open({
      headers: browser.headers,
      run: (work) => browser.runAs(STRANGER, (ctx) => work({ ...ctx, language: "en" })),
    });
    await english.acceptInvitation({ secret, name: "Jane", password: PASSWORD });
    await browser.door.askReset(email);
    expect(site.letters.list.findLast(({ to }) => to === email)).toMatchObject({ language: "en" });
  });
});

describe("one's own choice", () => {
  test("is Russian or English, and nobody else's", async () => {
    const { id } = await add("en");
    expect(await as(id)(readOwnLanguage)).toBe("en");
    await expect(as(id)((ctx) => chooseOwnLanguage(ctx, "de"))).rejects.toMatchObject({ code: "language-unknown" });
    const stranger = runAs(database, own, STRANGER);
    await expect(stranger((ctx) => chooseOwnLanguage(ctx, "ru"))).rejects.toMatchObject({ code: "not-signed-in" });
  });

  test("stands in the trail sealed, and not at all where nothing changed", async () => {
    const { id } = await add("en");
    await as(id)((ctx) => chooseOwnLanguage(ctx, "en"));
    await as(id)((ctx) => chooseOwnLanguage(ctx, "ru"));
    const { rows } = await inTenant(database, own, (tx) =>
      sql<{ after: string }>`select after::text from audit_entry
        where action = 'letters.language' and subject_id = ${id}`.execute(tx),
    );
    expect(rows).toEqual([{ after: expect.stringContaining('"sealed"') }]);
  });
});
