import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Id, newId } from "../../kernel/id.ts";
import { type Database, inTenant, type Tx } from "../database/index.ts";
import { createTestDatabase } from "../database/testing.ts";
import { forgetOldMail } from "./forget.ts";
import { cancelMail, forgetMailOf, listMail, loadHandOver, repeatMail } from "./outbox.ts";
import { queueMail } from "./queue.ts";
import { MailSender } from "./sender.ts";
import { claimLetter } from "./store-sending.ts";
import { invite, LINK, makeMunicipality, readLetter, TEST_LETTERS } from "./testing.ts";

const NOW = new Date("2026-03-25T05:00:00Z");
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);

let database: Database;
let own: Id;
let other: Id;

beforeAll(async () => {
  database = await createTestDatabase();
  own = await makeMunicipality(database, newId());
  other = await makeMunicipality(database, newId());
});
afterAll(() => database.close());

const run = <T>(work: (ctx: { tx: Tx; municipalityId: Id; now: Date }) => Promise<T>, now = NOW, where = own) =>
  inTenant(database, where, (tx) => work({ tx, municipalityId: where, now }));

const sendWithoutServer = (now = NOW) =>
  new MailSender({ database, letters: TEST_LETTERS, deliver: null, clock: () => now }).send();

test("the same key twice is one letter, and another municipality's key is its own", async () => {
  const first = await invite(database, own, { key: "twice", now: NOW });
  const second = await invite(database, own, { key: "twice", to: "b@example.org", now: NOW });
  const foreign = await invite(database, other, { key: "twice", now: NOW });
  expect(second).toEqual({ id: first.id, already: true });
  expect(foreign.already).toBe(false);
});

test("a letter of an action that fails was never written", async () => {
  const failing = run(async (ctx) => {
    const values = { due: "завтра" };
    await queueMail(ctx, TEST_LETTERS, { to: "a@b.c", template: "reminder", language: "ru", values, key: "gone" });
    throw new Error("the action failed");
  });
  await expect(failing).rejects.toThrow("the action failed");
  expect((await invite(database, own, { key: "gone", now: NOW })).already).toBe(false);
});

test("an address that could be two is a fault of the program", async () => {
  await expect(invite(database, own, { key: "two", to: "a@b.c, d@e.f", now: NOW })).rejects.toThrow("one address");
});

test("without a mail server a letter with a link is to be handed over, and any other has failed", async () => {
  const { id } = await invite(database, own, { key: "hand", now: NOW });
  const values = { due: "завтра" };
  const told = await run((ctx) =>
    queueMail(ctx, TEST_LETTERS, { to: "a@b.c", template: "reminder", language: "ru", values, key: "told" }),
  );
  await sendWithoutServer();
  expect(await readLetter(database, own, id)).toMatchObject({ state: "handed-over", sending_until: null });
  expect(await run((ctx) => loadHandOver(ctx, TEST_LETTERS, id))).toEqual({
    template: "invitation",
    address: "anna@example.org",
    link: LINK,
  });
  expect(await readLetter(database, own, told.id)).toMatchObject({
    state: "failed",
    last_error: "mail-not-set",
    address: null,
    content: null,
  });
  await expect(run((ctx) => loadHandOver(ctx, TEST_LETTERS, told.id))).rejects.toMatchObject({ code: "letter-gone" });
});

test("what was handed over may still be sent when there is a server, with all its attempts", async () => {
  const { id } = await invite(database, own, { key: "again", now: NOW });
  await sendWithoutServer();
  expect(await run((ctx) => repeatMail(ctx, id), later(60))).toBe("invitation");
  const letter = await readLetter(database, own, id);
  expect(letter).toMatchObject({ state: "waiting", attempts: 0, next_attempt_at: later(60), settled_at: null });
  await expect(run((ctx) => loadHandOver(ctx, TEST_LETTERS, id))).rejects.toMatchObject({
    code: "letter-without-link",
  });
});

test("a cancelled letter leaves nothing but that it was", async () => {
  const { id } = await invite(database, own, { key: "cancel", now: NOW });
  await run((ctx) => cancelMail(ctx, id));
  expect(await readLetter(database, own, id)).toMatchObject({ state: "cancelled", address: null, content: null });
  await expect(run((ctx) => cancelMail(ctx, id))).rejects.toMatchObject({ code: "letter-gone" });
  await expect(run((ctx) => repeatMail(ctx, id))).rejects.toMatchObject({ code: "letter-gone" });
});

test("a letter that is being sent cannot be cancelled, unless its process is dead", async () => {
  const { id } = await invite(database, other, { key: "busy", now: later(-600) });
  const claim = () => run(({ tx }) => claimLetter(tx, other, later(-500)), NOW, other);
  expect((await claim())?.id).toBe(id);
  const cancel = (now: Date) => run((ctx) => cancelMail(ctx, id), now, other);
  await expect(cancel(later(-499))).rejects.toMatchObject({ code: "letter-being-sent" });
  expect(await cancel(later(-490))).toBe("invitation");
});

test("after its time a letter is forgotten, and one that waited has failed", async () => {
  const { id } = await invite(database, own, { key: "old", now: NOW });
  const before = await forgetOldMail(database, later(7 * 24 * 60 - 1));
  expect(await readLetter(database, own, id)).toMatchObject({ state: "waiting" });
  expect(before).toBe(0);
  const weekLater = later(7 * 24 * 60);
  const handed = await invite(database, own, { key: "old-handed", now: NOW });
  await sendWithoutServer();
  await run((ctx) => repeatMail(ctx, id), later(60));
  await forgetOldMail(database, weekLater);
  expect(await readLetter(database, own, id)).toMatchObject({
    state: "failed",
    last_error: "out-of-date",
    address: null,
    content: null,
    settled_at: weekLater,
  });
  expect(await readLetter(database, own, handed.id)).toMatchObject({ state: "handed-over", address: null });
});

test("a person who is forgotten is forgotten here", async () => {
  const personId = newId();
  await database.pool.query("insert into person (id, name, email) values ($1, 'А', 'a@example.org')", [personId]);
  const queued = await run((ctx) =>
    queueMail(ctx, TEST_LETTERS, {
      to: "a@example.org",
      personId,
      template: "reminder",
      language: "ru",
      values: { due: "завтра" },
      key: "person",
    }),
  );
  await run((ctx) => forgetMailOf(ctx, personId));
  const letter = await readLetter(database, own, queued.id);
  expect(letter).toMatchObject({ state: "cancelled", address: null, content: null, person_id: personId });
});

test("the list is the municipality's own, by state, the newest first, with counts of all", async () => {
  const place = await makeMunicipality(database, newId());
  const ids: Id[] = [];
  for (const key of ["1", "2", "3"]) ids.push((await invite(database, place, { key, now: NOW })).id);
  await run((ctx) => cancelMail(ctx, ids[1] ?? ""), NOW, place);
  const list = (filter: Parameters<typeof listMail>[1], page = 1) =>
    run(({ tx }) => listMail(tx, filter, page), NOW, place);
  expect((await list({})).letters.map(({ id }) => id)).toEqual(ids.toReversed());
  const waiting = await list({ state: "waiting" });
  expect(waiting.letters.map(({ id }) => id)).toEqual([ids[2], ids[0]]);
  expect(waiting.counts).toEqual({ waiting: 2, sent: 0, failed: 0, "handed-over": 0, cancelled: 1 });
  expect(waiting.kept).toEqual({ waiting: 2, sent: 0, failed: 0, "handed-over": 0, cancelled: 0 });
  expect((await list({}, 2)).letters).toEqual([]);
  expect(JSON.stringify(await list({}))).not.toContain("very-secret-token");
});

test("another municipality's letter is not there, neither to read nor to change", async () => {
  const { id } = await invite(database, other, { key: "foreign", now: NOW });
  for (const work of [
    () => run((ctx) => repeatMail(ctx, id)),
    () => run((ctx) => cancelMail(ctx, id)),
    () => run((ctx) => loadHandOver(ctx, TEST_LETTERS, id)),
  ]) {
    await expect(work()).rejects.toMatchObject({ code: "letter-missing" });
  }
  const count = await run(({ tx }) => sql`select 1 from mail_letter where id = ${id}`.execute(tx));
  expect(count.rows).toEqual([]);
  const update = await run(({ tx }) => sql`update mail_letter set attempts = 9 where id = ${id}`.execute(tx));
  expect(update.numAffectedRows).toBe(0n);
});

test("a letter cannot be written for another municipality", async () => {
  const write = run(({ tx }) => {
    const values = { due: "завтра" };
    const foreign = { tx, municipalityId: other, now: NOW };
    return queueMail(foreign, TEST_LETTERS, { to: "a@b.c", template: "reminder", language: "ru", values, key: "x" });
  });
  await expect(write).rejects.toThrow("row-level security");
});

test.each(["delete from mail_letter", "update mail_letter set key = 'x'", "update mail_letter set queued_at = now()"])(
  "the role of requests may not %s",
  async (statement) => {
    await expect(run(({ tx }) => sql.raw(statement).execute(tx))).rejects.toThrow("permission denied");
  },
);

test("the database itself lets no sent letter keep its receiver, and no word of a server in", async () => {
  const { id } = await invite(database, own, { key: "check", now: NOW });
  const set = (change: string) =>
    run(({ tx }) => sql.raw(`update mail_letter set ${change} where id = '${id}'`).execute(tx));
  await expect(set("state = 'sent', next_attempt_at = null, settled_at = now()")).rejects.toThrow("check constraint");
  await expect(set("last_error = '550 anna@example.org unknown'")).rejects.toThrow("check constraint");
});
