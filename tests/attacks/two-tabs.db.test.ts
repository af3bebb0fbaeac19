import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inOwnerTransaction } from "../../src/platform/database/index.ts";
import type { Form } from "../installation/ask.ts";
import { type Installation, openInstallation } from "../installation/open.ts";
import { openSession, type SignedIn, signInAs } from "../installation/people.ts";
import { makeRecords, type Records } from "../walk/records.ts";

/** Two tabs, or two people, with the same record open: the later save is told, and overwrites nothing. */
let site: Installation;
let records: Records;
let coordinator: SignedIn;
let administrator: SignedIn;
let concerned: SignedIn;

beforeAll(async () => {
  site = await openInstallation();
  records = await makeRecords(site, site.here);
  coordinator = await signInAs(site, "Координатор", [{ role: "coordinator", place: site.here }]);
  administrator = await signInAs(site, "Администратор", [{ role: "administrator", place: site.here }]);
  const { person: personId, personEmail: email } = records;
  const address = "203.0.113.5";
  concerned = { personId, email, address, cookie: await openSession(site, { email, address }) };
}, 300_000);
afterAll(() => site.close());

interface Race {
  readonly table: string;
  readonly path: () => Promise<string> | string;
  readonly who: () => SignedIn;
  /** What a tab sends that has seen the record as it was. */
  readonly form: (tab: string) => Form | Promise<Form>;
  /** What of the record shows whose save it was. */
  readonly shown: () => Promise<string>;
}

async function read(query: string): Promise<string> {
  const { rows } = await inOwnerTransaction(site.database, (tx) =>
    sql<{ shown: string }>`${sql.raw(query)}`.execute(tx),
  );
  return rows[0]?.shown ?? "";
}

const versionOf = (table: string, id: string) => read(`select version::text as shown from ${table} where id = '${id}'`);

/** Those that have a form on a page of their own. */
const RACES: readonly Race[] = [
  {
    table: "report",
    path: async () => `/reports/${await records.one("report")}`,
    who: () => coordinator,
    form: async (tab) => ({
      intent: "save",
      version: await versionOf("report", await records.one("report")),
      "narrative:conclusions": `Выводы, ${tab}`,
    }),
    shown: () => read("select draft->'narrative'->>'conclusions' as shown from report limit 1"),
  },
  {
    table: "task",
    path: () => `/desk/tasks/${records.task}`,
    who: () => coordinator,
    form: async (tab) => ({
      intent: "change",
      version: await versionOf("task", records.task),
      title: `Прислать протокол, ${tab}`,
      dueDate: "2099-05-10",
      remindDays: "7",
      owner: records.person,
    }),
    shown: () => read(`select title as shown from task where id = '${records.task}'`),
  },
  {
    table: "message_version",
    path: () => `/desk/tasks/${records.task}`,
    who: () => concerned,
    form: async (tab) => ({
      intent: "correct",
      message: await records.one("message"),
      messageVersion: "1",
      text: `Иначе, ${tab}`,
    }),
    shown: () => read("select text as shown from message_version order by version desc limit 1"),
  },
  {
    table: "municipality",
    path: () => "/settings/municipality",
    who: () => administrator,
    form: async (tab) => ({
      intent: "particulars",
      version: await versionOf("municipality", site.here.municipalityId),
      name: "Ордынский муниципальный район",
      nameGenitive: "Ордынского муниципального района",
      nameShort: "Ордынский район",
      timeZone: "Asia/Novosibirsk",
      oktmo: "",
      postalAddress: `Революции, ${tab}`,
      contactEmail: "",
      contactPhone: "",
      host: "",
    }),
    shown: () => read(`select postal_address as shown from municipality where id = '${site.here.municipalityId}'`),
  },
];

/** Versioned records whose races are tried beside their actions, with the code that the later one is told. */
const BESIDE: Readonly<Record<string, readonly [file: string, code: string]>> = {
  report_form: ["src/report/report.db.test.ts", "form-changed"],
  indicator_method: ["src/indicator/method/method.db.test.ts", "method-changed"],
  programme_reading: ["src/programme/actions.db.test.ts", "version-changed"],
  programme_draft: ["src/programme/actions-draft.db.test.ts", "conflict"],
  event: ["src/event/event/event.db.test.ts", "event-changed"],
  event_kind: ["src/event/event/event.db.test.ts", "event-kind-changed"],
  event_question: ["src/event/question/question.db.test.ts", "question-changed"],
  event_visit: ["src/event/reception/reception.db.test.ts", "visit-changed"],
  legal_act: ["src/registry/act/act.db.test.ts", "act-changed"],
  revision_rule: ["src/registry/act/act.db.test.ts", "rule-changed"],
  cofinancing_version: ["src/ledger/cofinancing/cofinancing.db.test.ts", "cofinancing-changed"],
  payment_request: ["src/ledger/request/request.db.test.ts", "request-changed"],
  body: ["src/registry/body/body.db.test.ts", "body-changed"],
  body_seat: ["src/registry/body/body.db.test.ts", "body-changed"],
  publication: ["src/news/news.db.test.ts", "publication-changed"],
  outlet: ["src/news/news.db.test.ts", "outlet-changed"],
  indicator_passport: ["src/indicator/sign-off/sign-off.db.test.ts", "passport-changed"],
  contest_call: ["src/contest/call/call.db.test.ts", "contest-changed"],
  contest_application: ["src/contest/application/application.db.test.ts", "application-changed"],
  contest_review: ["src/contest/jury/jury.db.test.ts", "contest-changed"],
  contest_sitting: ["src/contest/sitting/sitting.db.test.ts", "contest-changed"],
  contest_agreement: ["src/contest/agreement/grant.db.test.ts", "contest-changed"],
  contest_appeal: ["src/contest/appeal/appeal.db.test.ts", "contest-changed"],
  contest_usage: ["src/contest/agreement/grant.db.test.ts", "contest-changed"],
  contest_refund: ["src/contest/agreement/grant.db.test.ts", "contest-changed"],
  official: ["src/registry/registry.db.test.ts", "official-changed"],
  settlement: ["src/registry/registry.db.test.ts", "settlement-changed"],
  map_ground: ["src/registry/boundary/boundary.db.test.ts", "map-stale"],
};

/** Rows of a history: each version is a row of its own, which never changes. */
const HISTORIES = [
  "cofinancing_activity",
  "cofinancing_year",
  "consent_text",
  "contest_application_move",
  "contest_call_move",
  "contest_submission",
  "contest_template",
  "contest_usage_move",
  "payment_request_move",
  "programme_draft_change",
  "publication_event",
  "task_event",
];

/** Their rows are entered, moved or blanked, but no form edits them yet; whoever gives them one moves them up. */
const UNCHANGED: readonly string[] = ["association", "event_registration", "participant"];

test("every table whose rows have a version is raced here or beside its actions", async () => {
  const { rows } = await inOwnerTransaction(site.database, (tx) =>
    sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'version' order by table_name`.execute(tx),
  );
  const raced = [...RACES.map(({ table }) => table), ...Object.keys(BESIDE), ...HISTORIES, ...UNCHANGED];
  expect(
    rows.map(({ name }) => name).filter((name) => !raced.includes(name) && name !== "sosedstvo_migration"),
  ).toEqual([]);
  for (const [file, code] of Object.values(BESIDE)) {
    const path = join(import.meta.dirname, "../..", file);
    expect([file, code, existsSync(path) && readFileSync(path, "utf8").includes(code)]).toEqual([file, code, true]);
  }
});

test.each(RACES.map((race): [string, Race] => [race.table, race]))(
  "%s: of two saves at one moment one is kept, the other is told and can be read again",
  async (_table, race) => {
    const forms = [await race.form("первая"), await race.form("вторая")];
    const path = await race.path();
    const answers = await Promise.all(forms.map((form) => site.ask(path, { ...race.who(), form })));
    const statuses = answers.map(({ status }) => (status < 400 ? "kept" : status)).sort();
    expect(statuses).toEqual([409, "kept"]);
    const kept = answers.findIndex(({ status }) => status < 400);
    expect(await race.shown()).toContain(kept === 0 ? "первая" : "вторая");
    const told = answers[1 - kept]?.text ?? "";
    expect(told).toMatch(/измени|сохран|исправ/i);
    // What was typed is still in the form of who was told.
    expect(told).toContain(kept === 0 ? "вторая" : "первая");
  },
);

test.each(RACES.map((race): [string, Race] => [race.table, race]))(
  "%s: a tab that was left open is told later too, and what came meanwhile stays",
  async (_table, race) => {
    const path = await race.path();
    const late = await race.form("забытая вкладка");
    const version = "messageVersion" in late ? "messageVersion" : "version";
    const before = await race.shown();
    const answer = await site.ask(path, { ...race.who(), form: { ...late, [version]: "1" } });
    expect(answer.status).toBe(409);
    expect(await race.shown()).toBe(before);
  },
);
