import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../platform/config.ts";
import type { Database } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { MailSender, openTransport } from "../../platform/mail/index.ts";
import { startMailServer, type TakenLetter, type TestMailServer } from "../../platform/mail/testing-server.ts";
import { reportLetters } from "../letters.ts";
import { openTestReports, type TestReports } from "../testing.ts";

const DAY = "2024-04-30";

let database: Database;
let here: TestReports;
let server: TestMailServer;

beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestReports(database, "digest");
  server = await startMailServer();
}, 120_000);
afterAll(async () => {
  await server.stop();
  here.close();
  await database.close();
});

/** What a mail server takes when what waits is written and sent. */
async function send(): Promise<readonly TakenLetter[]> {
  const before = server.letters.length;
  const written = await here.as({ kind: "system", name: "test" }, DAY)((ctx) => here.reports.sendDigest(ctx));
  const deliver = openTransport(
    readConfig({ SOSEDSTVO_SMTP_URL: `smtp://127.0.0.1:${server.port}`, SOSEDSTVO_MAIL_FROM: "portal@tos.example" }),
  );
  await new MailSender({ database, letters: reportLetters, deliver, clock: () => new Date(`${DAY}T06:00:00Z`) }).send();
  expect(written).toBeGreaterThan(0);
  return server.letters.slice(before);
}

const waiting = () => here.as(here.people.coordinator, DAY)((ctx) => here.reports.listWaiting(ctx));

test("the letter that arrives says what waits, what to do about it and where, line by line as the desk does", async () => {
  const [letter] = await send();
  const { items } = await waiting();
  const text = letter?.email.text ?? "";
  expect(letter?.email.subject).toBe(`Ждёт по программе: ${items.length}`);
  expect(text).toMatch(/^Здравствуйте, Координатор!\n/);
  const heads = [...text.matchAll(/^(.+): (\d+)\. Что делать: (.+)\.$/gm)].map(([, head, count]) => [
    head,
    Number(count),
  ]);
  const countOf = (kind: string) => items.filter((item) => item.kind === kind).length;
  expect(heads).toEqual(
    [
      ["Отчёты", countOf("report-due")],
      ["Нет факта", countOf("missing-fact")],
      ["Не будут достигнуты при нынешнем темпе", countOf("behind")],
      ["Деньги не будут потрачены при нынешнем темпе", countOf("unspent")],
    ].filter(([, count]) => count !== 0),
  );
  expect(heads.length).toBeGreaterThan(2);
  const named = [...text.matchAll(/^— (?!и ещё)(.+)\n(https:\/\/\S+)$/gm)];
  expect(named.length).toBeGreaterThan(5);
  for (const [, line = "", link = ""] of named) {
    const item = items.find(({ title, href }) => line.startsWith(title) && link === `https://tos.example${href}`);
    expect(item, `${line}: ${link}`).toBeDefined();
    for (const name of item?.people ?? []) expect(line).toContain(name);
  }
  expect(text).toContain("на рабочем столе:\n\nhttps://tos.example/desk");
  expect(text).not.toMatch(/\{\w+\}|undefined|null/);
  const linked = [...(letter?.email.html ?? "").matchAll(/<a href="([^"]+)">/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
  expect(linked).toEqual([...named.map(([, , link]) => link), "https://tos.example/desk"]);
});

test("who reads English gets it in English, with links to the English pages; a second time on a day nothing arrives", async () => {
  expect(await send()).toEqual([]);
  const { coordinator } = here.people;
  const personId = coordinator.kind === "person" ? coordinator.personId : "";
  await database.pool.query("delete from mail_letter");
  await database.pool.query("update person set language = 'en' where id = $1", [personId]);
  const [letter] = await send();
  const text = letter?.email.text ?? "";
  expect(letter?.email.subject).toMatch(/^Waiting of the programme: \d+$/);
  const links = [...text.matchAll(/https:\/\/tos\.example\S*/g)].map(([link]) => link);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !link.startsWith("https://tos.example/en/"))).toEqual([]);
  expect(text).toContain("What to do: ");
});
