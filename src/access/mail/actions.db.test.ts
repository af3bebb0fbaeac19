import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { MailSender, queueMail } from "../../platform/mail/index.ts";
import { accessLetters } from "../letters.ts";
import { createPerson } from "../people/actions.ts";
import { createTestMunicipality, NOW, personWith, runAs, STRANGER, SYSTEM } from "../testing.ts";
import { openMail } from "./actions.ts";

const LINK = "https://tos.example/invitation/very-secret-token";
const mail = openMail({ letters: accessLetters, hasServer: false });

let database: Database;
let own: Id;
let personId: Id;
let administrator: Actor;
let letter: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  own = await createTestMunicipality(database, "ordynsky");
  const person = { email: "anna@example.org", name: "Анна Орлова", password: "0123456789", basis: "приказ" };
  personId = await runAs(database, own)((ctx) => createPerson(ctx, { ...person, roles: ["administrator"] }));
  administrator = personWith(personId, "administrator");
  letter = await queue("invitation:1");
  await new MailSender({ database, letters: accessLetters, deliver: null, clock: () => NOW }).send();
});
afterAll(() => database.close());

async function queue(key: string): Promise<Id> {
  const values = { municipality: "Ордынский район", link: LINK, days: "7" };
  const { id } = await runAs(
    database,
    own,
  )((ctx) =>
    queueMail(ctx, accessLetters, {
      to: "anna@example.org",
      personId,
      template: "invitation",
      language: "ru",
      values,
      key,
    }),
  );
  return id;
}

const deeds = {
  list: (ctx) => mail.list(ctx, {}, 1),
  repeat: (ctx) => mail.repeat(ctx, letter),
  cancel: (ctx) => mail.cancel(ctx, letter),
  "hand over": (ctx) => mail.handOver(ctx, letter),
  test: (ctx) => mail.test(ctx, "a@example.org"),
} satisfies Record<string, Parameters<ReturnType<typeof runAs>>[0]>;

test.each(Object.keys(deeds) as (keyof typeof deeds)[])("only an administrator may %s", async (deed) => {
  const attempt = (actor: Actor) => runAs(database, own, actor)<unknown>(deeds[deed]);
  await expect(attempt(STRANGER)).rejects.toMatchObject({ code: "not-signed-in" });
  await expect(attempt(personWith(personId, "coordinator", "auditor"))).rejects.toMatchObject({
    code: "not-permitted",
  });
});

test("the administrator sees whose letters they are, and the link only when taking it", async () => {
  const as = runAs(database, own, administrator);
  const list = await as((ctx) => mail.list(ctx, { state: "handed-over" }, 1));
  expect(list.letters).toMatchObject([{ id: letter, template: "invitation", personId }]);
  expect(list.names).toEqual({ [personId]: "Анна Орлова" });
  expect(JSON.stringify(list)).not.toContain("secret");
  expect((await as((ctx) => mail.handOver(ctx, letter))).link).toBe(LINK);
});

test("every deed is in the trail, and nobody's data with it", async () => {
  await database.pool.query("delete from mail_letter where key <> 'invitation:1'");
  const as = runAs(database, own, administrator);
  const another = await queue("invitation:2");
  await as((ctx) => mail.repeat(ctx, another));
  await as((ctx) => mail.cancel(ctx, another));
  await as((ctx) => mail.test(ctx, " test@example.org "));
  const { rows } = await runAs(
    database,
    own,
    SYSTEM,
  )((ctx) =>
    sql<{ action: string; detail: object }>`select action, subject_id, detail from audit_entry
      where subject_kind = 'letter' order by id`.execute(ctx.tx),
  );
  expect(rows.map(({ action }) => action)).toEqual(["mail.hand-over", "mail.repeat", "mail.cancel", "mail.test"]);
  expect(JSON.stringify(rows)).not.toMatch(/example\.org|Анна|secret/);
});

test("a test letter goes to one address", async () => {
  const send = runAs(database, own, administrator)((ctx) => mail.test(ctx, "a@example.org, b@example.org"));
  await expect(send).rejects.toMatchObject({ code: "email-malformed" });
});

test("a letter that is not there is not there", async () => {
  const repeat = runAs(database, own, administrator)((ctx) => mail.repeat(ctx, newId()));
  await expect(repeat).rejects.toMatchObject({ code: "letter-missing" });
});

test("a letter that the program has no more keeps its code as its name", () => {
  expect([mail.title("invitation", "en"), mail.title("telegram", "en")]).toEqual(["Invitation", "telegram"]);
});
