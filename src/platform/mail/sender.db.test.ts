import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from "vitest";
import { type Id, newId } from "../../kernel/id.ts";
import { readConfig } from "../config.ts";
import { type Database, inTenant } from "../database/index.ts";
import { createTestDatabase } from "../database/testing.ts";
import { repeatMail } from "./outbox.ts";
import { queueMail } from "./queue.ts";
import { MailSender, PAUSE_MINUTES } from "./sender.ts";
import { LEASE_MS } from "./store-sending.ts";
import { invite, LINK, makeMunicipality, readLetter, TEST_LETTERS } from "./testing.ts";
import { reply, startMailServer, type TestMailServer } from "./testing-server.ts";
import { openTransport } from "./transport.ts";

const START = new Date("2026-03-25T05:00:00Z");
const MINUTE = 60_000;

let database: Database;
let own: Id;
let now: Date;
let server: TestMailServer | undefined;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  own = await makeMunicipality(database, newId());
  now = START;
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await database.pool.query("delete from mail_letter");
});

const pass = (minutes: number) => {
  now = new Date(now.getTime() + minutes * MINUTE);
};

async function serve(options: Parameters<typeof startMailServer>[0] = {}): Promise<TestMailServer> {
  server = await startMailServer(options);
  return server;
}

const urlOf = ({ port }: { port: number }) => `smtp://127.0.0.1:${port}`;

function openSender(to: { port: number }, deliver = openDelivery(to)): MailSender {
  return new MailSender({ database, letters: TEST_LETTERS, deliver, clock: () => now });
}

function openDelivery(to: { port: number }) {
  return openTransport(readConfig({ SOSEDSTVO_SMTP_URL: urlOf(to), SOSEDSTVO_MAIL_FROM: "portal@tos.example" }));
}

const queue = (key: string, to?: string) => invite(database, own, { key, now, ...(to && { to }) });
const read = (id: Id) => readLetter(database, own, id);

test("what was queued is sent once and forgotten", async () => {
  const taken = await serve();
  const { id } = await queue("one");
  const sender = openSender(taken);
  await Promise.all([sender.send(), sender.send()]);
  await sender.send();
  expect(taken.letters.map(({ email }) => [email.subject, email.messageId])).toEqual([
    ["Для Анна", `<${id}@tos.example>`],
  ]);
  expect(taken.letters[0]?.email.text).toContain(LINK);
  expect(await read(id)).toMatchObject({ state: "sent", address: null, content: null, attempts: 1, settled_at: now });
});

test("what cannot be sent now is tried again after pauses that grow, until it has failed; then it may be repeated", async () => {
  let busy = true;
  const onLetter = () => {
    if (busy) throw reply(451, "4.3.0 anna@example.org must wait");
  };
  const taken = await serve({ onLetter });
  const { id } = await queue("later");
  const sender = openSender(taken);
  for (const [index, minutes] of PAUSE_MINUTES.entries()) {
    await sender.send();
    const next = new Date(now.getTime() + minutes * MINUTE);
    expect(await read(id)).toMatchObject({ state: "waiting", attempts: index + 1, next_attempt_at: next });
    pass(minutes - 1);
    await sender.send();
    expect((await read(id)).attempts).toBe(index + 1);
    pass(1);
  }
  await sender.send();
  expect(await read(id)).toMatchObject({ state: "failed", last_error: "later 451 4.3.0", address: "anna@example.org" });
  busy = false;
  await inTenant(database, own, (tx) => repeatMail({ tx, municipalityId: own, now }, id));
  await sender.send();
  expect(await read(id)).toMatchObject({ state: "sent", last_error: null });
  expect(taken.letters).toHaveLength(1);
});

test("what must not go to whom it is addressed never reaches the mail server: a link is left to hand over, the rest fails", async () => {
  const taken = await serve();
  const withholds = async ({ address }: { address: string }) =>
    address.startsWith("stranger") ? "demonstration-mail" : null;
  const deliver = openDelivery(taken);
  const stranger = await queue("stranger", "stranger@example.org");
  const known = await queue("known");
  const reminder = await inTenant(database, own, (tx) =>
    queueMail({ tx, municipalityId: own, now }, TEST_LETTERS, {
      to: "stranger@example.org",
      template: "reminder",
      language: "ru",
      values: { due: "25 марта" },
      key: "reminder",
    }),
  );
  await new MailSender({ database, letters: TEST_LETTERS, deliver, withholds, clock: () => now }).send();
  expect(taken.letters.map(({ to }) => to)).toEqual([["anna@example.org"]]);
  expect(await read(known.id)).toMatchObject({ state: "sent" });
  expect(await read(stranger.id)).toMatchObject({ state: "handed-over", last_error: "demonstration-mail" });
  expect(await read(reminder.id)).toMatchObject({ state: "failed", last_error: "demonstration-mail", address: null });
});

test("what the server will never take fails at once, and the others go on", async () => {
  const taken = await serve({
    onRcptTo: ({ address }, _session, callback) =>
      callback(address.startsWith("nobody") ? reply(550, `5.1.1 ${address} unknown`) : null),
  });
  const refused = await queue("refused", "nobody@example.org");
  const good = await queue("good");
  await openSender(taken).send();
  expect(await read(refused.id)).toMatchObject({ state: "failed", last_error: "address-refused 550 5.1.1" });
  expect(await read(good.id)).toMatchObject({ state: "sent" });
});

test("a server that is down costs one attempt of one letter a minute; once it is up all are sent", async () => {
  const gone = await serve();
  await gone.stop();
  server = undefined;
  const letters = [await queue("1"), await queue("2"), await queue("3")];
  const sender = openSender(gone);
  await sender.send();
  await sender.send();
  const attempts = await Promise.all(letters.map(async ({ id }) => (await read(id)).attempts));
  expect(attempts.toSorted()).toEqual([0, 0, 1]);
  const back = await serve({ port: gone.port });
  pass(2);
  await sender.send();
  expect(back.letters).toHaveLength(3);
});

test("of many processes each letter goes out from one", async () => {
  const taken = await serve();
  await Promise.all(Array.from({ length: 30 }, (_, index) => queue(`many-${index}`)));
  await Promise.all([1, 2, 3, 4].map(() => openSender(taken).send()));
  const ids = taken.letters.map(({ email }) => email.messageId);
  expect(ids).toHaveLength(30);
  expect(new Set(ids).size).toBe(30);
});

test("a thousand letters of one municipality do not keep another's waiting", async () => {
  const taken = await serve();
  for (let index = 0; index < 5; index += 1) await queue(`crowd-${index}`);
  const other = await makeMunicipality(database, newId());
  await invite(database, other, { key: "alone", to: "alone@example.org", now });
  await openSender(taken).send();
  expect(taken.letters.map(({ to }) => to[0]).indexOf("alone@example.org")).toBeLessThan(2);
});

test("a process killed after the server took the letter: it goes out again under the same id, and no third time", async () => {
  const child = Promise.withResolvers<ReturnType<typeof startProcess>>();
  let deaths = 0;
  const taken = await serve({
    onLetter: async () => {
      if (deaths > 0) return;
      deaths += 1;
      const process = await child.promise;
      const end = once(process, "exit");
      process.kill("SIGKILL");
      await end;
    },
  });
  const { id } = await queue("killed");
  child.resolve(startProcess(taken));
  await vi.waitFor(() => expect(taken.letters).toHaveLength(1), { timeout: 20_000 });
  expect(await read(id)).toMatchObject({ state: "waiting", attempts: 1 });
  const sender = openSender(taken);
  await sender.send();
  expect(taken.letters).toHaveLength(1);
  now = new Date(now.getTime() + LEASE_MS);
  await sender.send();
  await sender.send();
  expect(taken.letters.map(({ email }) => email.messageId)).toEqual([`<${id}@tos.example>`, `<${id}@tos.example>`]);
  expect(await read(id)).toMatchObject({ state: "sent", attempts: 2 });
});

function startProcess(to: { port: number }) {
  const address = { ...inject("testCluster"), database: database.description };
  const given = JSON.stringify({ address, url: urlOf(to), now });
  const file = fileURLToPath(new URL("testing-process.ts", import.meta.url));
  return spawn(process.execPath, [file, given], { stdio: "inherit" });
}

test("a process that comes back after its lease does not undo what another has done", async () => {
  const taken = await serve();
  const { id } = await queue("slow");
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const slow = openSender(taken, async () => {
    await held;
    return { outcome: "later", reason: "timeout", server: true };
  });
  const waiting = slow.send();
  await vi.waitFor(async () => expect((await read(id)).attempts).toBe(1));
  now = new Date(now.getTime() + LEASE_MS);
  await openSender(taken).send();
  release();
  await waiting;
  expect(await read(id)).toMatchObject({ state: "sent", attempts: 2 });
});

test("stopping begins no further letter and waits for the one on its way", async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const taken = await serve({
    onLetter: () => {
      begin();
      return held;
    },
  });
  await queue("first");
  await queue("second");
  const sender = openSender(taken);
  const sending = sender.send();
  await begun;
  const stopping = sender.stop();
  release();
  await Promise.all([sending, stopping]);
  await sender.send();
  expect(taken.letters).toHaveLength(1);
});

test("a letter that is out of date is not sent any more", async () => {
  const taken = await serve();
  await inTenant(database, own, (tx) =>
    queueMail({ tx, municipalityId: own, now }, TEST_LETTERS, {
      to: "a@example.org",
      template: "reminder",
      language: "en",
      values: { due: "today" },
      key: "brief",
      expiresAt: new Date(now.getTime() + MINUTE),
    }),
  );
  pass(1);
  await openSender(taken).send();
  expect(taken.letters).toEqual([]);
});

test("the log tells of a letter that failed without telling whose it is", async () => {
  const written: string[] = [];
  const spy = vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
  const taken = await serve({
    onRcptTo: ({ address }, _session, callback) => callback(reply(550, `5.1.1 ${address} unknown`)),
  });
  await queue("logged", "secret.person@example.org");
  await openSender(taken).send();
  spy.mockRestore();
  expect(written.join("")).toContain("address-refused 550 5.1.1");
  expect(written.join("")).not.toMatch(/secret|Анна|example\.org/);
});
