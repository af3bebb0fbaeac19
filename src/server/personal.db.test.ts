import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  checkChain,
  createAccess,
  createPerson,
  giveConsent,
  listConsents,
  NO_LETTERS,
  publishConsentText,
  recordPaperConsent,
  sealPersonal,
  withdrawConsent,
  writeAudit,
} from "../access/index.ts";
import { createTestMunicipality, NOW, personWith, runAs, STRANGER } from "../access/testing.ts";
import { openDesk } from "../desk/index.ts";
import { TASK } from "../desk/testing.ts";
import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import { readConfig } from "../platform/config.ts";
import { type Database, inOwnerTransaction, inTenant, type Tx } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { type Files, openFiles } from "../platform/files.ts";
import { applyErasures, erasePerson, exportPerson, retainPersonal } from "./personal.ts";

const NAME = "Ксенофонтова Аглая";
const EMAIL = "aglaya.ksenofontova@example.org";
const LOOKED_FOR = /Ксенофонтова|Аглая|aglaya|ksenofontova/i;

let database: Database;
let folder: string;
let files: Files;
let own: Id;
let textId: Id;
let person: Id;
let parts: { config: ReturnType<typeof readConfig>; database: Database; files: Files };

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-personal-"));
  files = openFiles(folder);
  parts = { config: readConfig({}, { dataFolder: folder }), database, files };
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

const administrator = () => personWith(newId(), "administrator");
const asSystem = () => runAs(database, own);
type Work<T> = (ctx: Context<Tx>) => Promise<T>;
const asPerson =
  (id: Id) =>
  <T>(work: Work<T>) =>
    runAs(database, own, personWith(id, "chair"))(work);

const FILE = Buffer.from(`Паспорт: ${NAME}`);

/** What a person says on a task of theirs, with a file. */
async function writeOnTask(author: Id, bytes: Uint8Array = FILE): Promise<void> {
  const desk = openDesk({ files, subjects: {}, letters: { queue: async () => {} } });
  const id = await asSystem()((ctx) => desk.giveTask(ctx, { ...TASK, role: "", owner: author }));
  const thread = { kind: "task", id };
  const sent = [{ name: `Паспорт ${NAME}.txt`, bytes }];
  await asPerson(author)((ctx) => desk.writeMessage(ctx, { thread, text: `Пишет ${NAME}`, files: sent }));
}

/** As if all files had been stored the day before. */
function ageFiles(): void {
  const yesterday = new Date(Date.now() - 86_400_000);
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    utimesSync(join(folder, name), yesterday, yesterday);
  }
}

/** A person with everything that the system keeps of people: sign-in, sessions, roles, consents, a scan, the trail, words and files of the desk. */
beforeEach(async () => {
  own = await createTestMunicipality(database, `place-${newId()}`);
  await asSystem()((ctx) => publishConsentText(ctx, { purpose: "account", body: "Согласие на обработку" }));
  const { rows } = await inTenant(database, own, (tx) => sql<{ id: Id }>`select id from consent_text`.execute(tx));
  textId = rows[0]?.id ?? "";
  const email = `${newId()}.${EMAIL}`;
  const password = "correct horse";
  person = await asSystem()((ctx) =>
    createPerson(ctx, { email, name: NAME, password, roles: ["chair"], basis: "протокол № 1" }),
  );
  await inOwnerTransaction(database, (tx) => sql`delete from sign_in_rate`.execute(tx));
  const door = { letters: NO_LETTERS, providers: [], publicUrl: "https://example.org" };
  const access = createAccess({ kysely: database.kysely, secret: "s".repeat(43), ...door });
  const visit = { headers: new Headers({ "x-sosedstvo-address": "192.0.2.77" }), run: runAs(database, own, STRANGER) };
  await access.open(visit).signIn({ email, password });
  const scan = { hash: await files.store(Buffer.from(`скан без имени ${person}`)), type: "application/pdf" };
  await asSystem()((ctx) =>
    recordPaperConsent(ctx, { personId: person, belongsTo: [], textId, givenOn: "2026-03-01", scan }),
  );
  await asSystem()(async (ctx) => {
    const after = { name: await sealPersonal(ctx, person, NAME) };
    await writeAudit(ctx, { action: "person.rename", subject: { kind: "person", id: person }, after });
  });
  await writeOnTask(person);
  ageFiles();
});

/** Every value of every table that holds what is looked for, as `table.column`. */
async function searchDatabase(): Promise<string[]> {
  const tables = await inOwnerTransaction(database, (tx) =>
    sql<{ name: string }>`select relname as name from pg_class
      where relkind = 'r' and relnamespace in (select oid from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema')`.execute(
      tx,
    ),
  );
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } = await inOwnerTransaction(database, (tx) =>
      sql<{ row: Record<string, unknown> }>`select to_jsonb(t) as row from ${sql.table(name)} as t`.execute(tx),
    );
    for (const { row } of rows) {
      for (const [column, value] of Object.entries(row))
        if (LOOKED_FOR.test(JSON.stringify(value))) found.push(`${name}.${column}`);
    }
  }
  return [...new Set(found)];
}

function searchFiles(inside: string): string[] {
  return readdirSync(inside, { recursive: true, encoding: "utf8" })
    .map((name) => join(inside, name))
    .filter((path) => statSync(path).isFile() && LOOKED_FOR.test(readFileSync(path, "utf8")));
}

const erase = (personId = person, basis = "заявление от 24.03.2026") =>
  erasePerson(parts, (work) => runAs(database, own, { kind: "system", name: "test" })(work), { personId, basis });

describe("erasing a person", () => {
  test("leaves their name and address nowhere, and the trail still holds", async () => {
    expect(await searchDatabase()).toEqual(
      expect.arrayContaining(["person.name", "person.email", "message_version.text", "message_file.name"]),
    );
    expect(searchFiles(folder)).toHaveLength(1);
    await erase();
    await erasePeopleBefore();
    expect(await searchDatabase()).toEqual([]);
    expect(searchFiles(folder)).toEqual([]);
    const report = await inTenant(database, own, (tx) => checkChain(tx, own));
    expect(report.firstBroken).toBeNull();
    const session = await inOwnerTransaction(database, (tx) =>
      sql`select from sign_in_session where person_id = ${person}`.execute(tx),
    );
    expect(session.rows).toEqual([]);
  });

  /** The people of the tests before this one bear the same name. */
  async function erasePeopleBefore(): Promise<void> {
    const { rows } = await inOwnerTransaction(database, (tx) =>
      sql<{ id: Id; municipality: Id }>`select person.id, holding.municipality_id as municipality from person
        join role_holding as holding on holding.person_id = person.id where person.erased_at is null`.execute(tx),
    );
    for (const { id, municipality } of rows) {
      const run = runAs(database, municipality);
      await erasePerson(parts, (work) => run(work), { personId: id, basis: "заявление" });
    }
  }

  test("keeps the consent as the proof that there was one, and what was done, without the person", async () => {
    await erase();
    const consents = await asSystem()((ctx) => listConsents(ctx, person));
    expect(consents).toMatchObject([{ purpose: "account", channel: "paper", scanHash: expect.any(String) }]);
    const { rows } = await inTenant(database, own, (tx) => sql`select basis, person_id from erasure`.execute(tx));
    expect(rows).toEqual([{ basis: "заявление от 24.03.2026", person_id: person }]);
  });

  test("leaves a file that somebody else sent too, and until the night one that is only now being sent", async () => {
    const other = await asSystem()((ctx) =>
      createPerson(ctx, {
        email: `${newId()}@example.org`,
        name: "Пётр",
        password: "0123456789",
        roles: ["chair"],
        basis: "приказ",
      }),
    );
    const shared = Buffer.from(`общий лист ${newId()}`);
    const recent = Buffer.from(`новый лист ${newId()}`);
    await writeOnTask(person, shared);
    await writeOnTask(other, shared);
    ageFiles();
    await writeOnTask(person, recent);
    await erase();
    const kept = (bytes: Buffer) => files.read(createHash("sha256").update(bytes).digest("hex")).then(Buffer.from);
    expect(await kept(shared)).toEqual(shared);
    expect(await kept(recent)).toEqual(recent);
    ageFiles();
    await retainPersonal(parts);
    expect(await kept(shared)).toEqual(shared);
    await expect(kept(recent)).rejects.toMatchObject({ code: "ENOENT" });
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ["without a basis", () => erase(person, "  "), "erasure-basis-missing"],
    ["who is nobody", () => erase(newId()), "person-unknown"],
    [
      "twice",
      async () => {
        await erase();
        await erase();
      },
      "person-erased",
    ],
    [
      "who has roles elsewhere",
      async () => {
        const elsewhere = await createTestMunicipality(database, `elsewhere-${newId()}`);
        await inTenant(database, elsewhere, (tx) =>
          sql`insert into role_holding (municipality_id, id, person_id, role, given_on, given_at, basis)
            values (${elsewhere}, ${newId()}, ${person}, 'auditor', now(), now(), 'приказ')`.execute(tx),
        );
        await erase();
      },
      "person-elsewhere",
    ],
    [
      "by themselves",
      () =>
        erasePerson(parts, (work) => runAs(database, own, personWith(person, "administrator"))(work), {
          personId: person,
          basis: "x",
        }),
      "erasing-oneself",
    ],
    [
      "by somebody who may not",
      () =>
        erasePerson(parts, (work) => runAs(database, own, personWith(newId(), "auditor"))(work), {
          personId: person,
          basis: "x",
        }),
      "not-permitted",
    ],
  ])("is refused for a person %s", async (_who, deed, code) => {
    await expect(deed()).rejects.toMatchObject({ code });
  });

  test("is done again where a restored backup brings them back, before anybody is served", async () => {
    await erase();
    // As an older backup has it: the person, the key and no erasure.
    await inOwnerTransaction(database, async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await sql`update person set name = ${NAME}, email = ${EMAIL}, erased_at = null where id = ${person}`.execute(tx);
      await sql`delete from erasure where person_id = ${person}`.execute(tx);
    });
    expect(await applyErasures(parts)).toEqual([person]);
    expect(await applyErasures(parts)).toEqual([]);
    const { rows } = await inOwnerTransaction(database, (tx) =>
      sql`select name from person where id = ${person}`.execute(tx),
    );
    expect(rows).toEqual([{ name: "" }]);
  });
});

describe("a person's export", () => {
  test("is one file with a page, the same as data, and the files; the person may make it themselves", async () => {
    const bytes = await exportPerson(parts, asPerson(person), { personId: person, basis: "" });
    const entries = unzipSync(bytes);
    expect(Object.keys(entries).sort()).toEqual([
      "data.json",
      expect.stringMatching(/^files\/[0-9a-f]{8}-(consent-account-1\.pdf|message-.*\.txt)$/),
      expect.stringMatching(/^files\/[0-9a-f]{8}-(consent-account-1\.pdf|message-.*\.txt)$/),
      "index.html",
    ]);
    const data = JSON.parse(strFromU8(entries["data.json"] ?? new Uint8Array()));
    expect(data.sections.map(({ key }: { key: string }) => key)).toEqual([
      ...["person", "roles", "sign-ins", "consents"],
      ...["messages", "tasks", "notices", "seats", "offices", "associations", "ledger"],
      ...["payment-requests", "event-registrations", "attendance", "publications"],
      ...["contest-applications", "contest-appeals", "reports"],
    ]);
    expect(data.sections[0].rows[0]).toMatchObject({ name: NAME });
    expect(data.sections[4].rows).toMatchObject([{ text: `Пишет ${NAME}`, version: 1 }]);
    expect(data.sections[5].rows).toMatchObject([{ title: TASK.title, part: "owner" }]);
    expect(strFromU8(entries["index.html"] ?? new Uint8Array())).toContain(NAME);
  });

  test("shows a script in a name as text", async () => {
    await inTenant(database, own, (tx) =>
      sql`update person set name = '<script>alert(1)</script>' where id = ${person}`.execute(tx),
    );
    const entries = unzipSync(await exportPerson(parts, asPerson(person), { personId: person, basis: "" }));
    const page = strFromU8(entries["index.html"] ?? new Uint8Array());
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page).not.toContain("<script");
  });

  test("by the administrator stands in the log of readers; by another person is refused", async () => {
    const { personId, ...clerk } = administrator() as Extract<ReturnType<typeof administrator>, { kind: "person" }>;
    const reader = await asSystem()((ctx) =>
      createPerson(ctx, {
        email: `${newId()}@example.org`,
        name: "Админ",
        password: "0123456789",
        roles: [],
        basis: "приказ",
      }),
    );
    await exportPerson(parts, (work) => runAs(database, own, { ...clerk, personId: reader })(work), {
      personId: person,
      basis: "заявление № 4",
    });
    const { rows } = await inTenant(database, own, (tx) =>
      sql`select reader_person_id, place, people from personal_read`.execute(tx),
    );
    expect(rows).toEqual([{ reader_person_id: reader, place: "personal.export", people: [person] }]);
    expect(personId).not.toBe(person);
    await expect(
      exportPerson(parts, asPerson(newId()), { personId: person, basis: "заявление" }),
    ).rejects.toMatchObject({ code: "not-permitted" });
  });
});

describe("consents", () => {
  test("are given to the version that was read, once, and withdrawn by the person", async () => {
    const run = asPerson(person);
    const first = (await asSystem()((ctx) => listConsents(ctx, person)))[0]?.id ?? "";
    expect(await run((ctx) => giveConsent(ctx, textId))).toBe(first);
    await asSystem()((ctx) => publishConsentText(ctx, { purpose: "account", body: "Новая редакция" }));
    await expect(run((ctx) => giveConsent(ctx, textId))).rejects.toMatchObject({ code: "consent-text-changed" });
    await run((ctx) => withdrawConsent(ctx, first));
    await expect(run((ctx) => withdrawConsent(ctx, first))).rejects.toMatchObject({ code: "consent-withdrawn" });
    expect(await asSystem()((ctx) => listConsents(ctx, person))).toMatchObject([
      { version: 1, withdrawnOn: "2026-03-25" },
    ]);
  });

  test("of others are no business of a person, nor of another municipality", async () => {
    const [consent] = await asSystem()((ctx) => listConsents(ctx, person));
    const stranger = asPerson(newId());
    await expect(stranger((ctx) => withdrawConsent(ctx, consent?.id ?? ""))).rejects.toMatchObject({
      code: "not-yours",
    });
    const elsewhere = await createTestMunicipality(database, `elsewhere-${newId()}`);
    await expect(runAs(database, elsewhere)((ctx) => withdrawConsent(ctx, consent?.id ?? ""))).rejects.toMatchObject({
      code: "consent-unknown",
    });
  });
});

describe("the night's work", () => {
  const later = (years: number) => new Date(NOW.getTime() + years * 366 * 86_400_000);

  test("erases who has been idle for three years, and nobody else", async () => {
    await inTenant(database, own, (tx) =>
      sql`update role_holding set ended_at = given_at, ended_basis = 'срок' where person_id = ${person}`.execute(tx),
    );
    const past = later(-4);
    await inOwnerTransaction(database, async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await sql`update role_holding set given_at = ${past}, ended_at = ${past} where person_id = ${person}`.execute(tx);
      await sql`delete from sign_in_session where person_id = ${person}`.execute(tx);
    });
    const erased = async () =>
      (
        await inOwnerTransaction(database, (tx) =>
          sql<{ erased: boolean }>`select erased_at is not null as erased from person where id = ${person}`.execute(tx),
        )
      ).rows[0]?.erased;
    await retainPersonal(parts);
    expect(await erased()).toBe(false);
    const [consent] = await asSystem()((ctx) => listConsents(ctx, person));
    await asPerson(person)((ctx) => withdrawConsent(ctx, consent?.id ?? ""));
    await retainPersonal(parts);
    expect(await erased()).toBe(true);
  });

  test("takes away scans three years after the withdrawal", async () => {
    const [consent] = await asSystem()((ctx) => listConsents(ctx, person));
    await asPerson(person)((ctx) => withdrawConsent(ctx, consent?.id ?? ""));
    const scan = async () => (await asSystem()((ctx) => listConsents(ctx, person)))[0]?.scanHash;
    await retainPersonal(parts);
    const hash = await scan();
    expect(await files.read(hash ?? "")).toHaveLength(Buffer.byteLength(`скан без имени ${person}`));
    await inOwnerTransaction(database, async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await sql`update consent_withdrawal set withdrawn_on = '2020-01-01' where municipality_id = ${own}`.execute(tx);
    });
    await retainPersonal(parts);
    expect(await scan()).toBeNull();
    await expect(files.read(hash ?? "")).rejects.toMatchObject({ code: "ENOENT" });
  });
});
