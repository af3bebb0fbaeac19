import { sql } from "kysely";
import sharp from "sharp";
import { listCurrentTexts, publishConsentText, recordPaperConsent } from "../../src/access/index.ts";
import { personWith } from "../../src/access/testing.ts";
import { TASK } from "../../src/desk/testing.ts";
import { findPreset } from "../../src/indicator/index.ts";
import type { Context } from "../../src/kernel/context.ts";
import type { Id } from "../../src/kernel/id.ts";
import { encodeWindows, writeExchange } from "../../src/ledger/statement/testing.ts";
import { inTenant, type Tx } from "../../src/platform/database/index.ts";
import { openFiles } from "../../src/platform/files.ts";
import { asSystem } from "../../src/server/as-system.ts";
import type { Form } from "../installation/ask.ts";
import type { Installation, Place } from "../installation/open.ts";
import { addPerson, signInAs } from "../installation/people.ts";
import { makeContestRecords } from "./records-contests.ts";
import { makeEventRecords } from "./records-events.ts";

/** The records of a municipality that the rows name. */
export interface Records {
  readonly slug: string;
  /** Somebody with a role here, a task, a message with a file on it and a consent on paper. */
  readonly person: Id;
  readonly personEmail: string;
  readonly task: Id;
  readonly statement: string;
  /** A file of boundaries that was taken in. */
  readonly boundaryFile: string;
  /** The id, or another column, of some record: the first of the table, of those that fulfil the condition in SQL. */
  one(table: string, condition?: string, column?: string): Promise<string>;
}

/** Makes in a municipality what the demonstration does not have, by the actions of the slices. */
export async function makeRecords(site: Installation, place: Place): Promise<Records> {
  const { personId, email } = await addPerson(site, "Человек, о котором записи", [{ role: "resident", place }]);
  const run = <T>(work: (ctx: Context<Tx>) => Promise<T>) => asSystem(site.database, place.municipalityId, work);
  const slug = await run(async (ctx) => (await site.slices.programme.listProgrammes(ctx))[0]?.slug ?? "");
  await makeConsent(site, place, personId);
  const task = await makeTask(site, place, personId);
  await run((ctx) => site.slices.programme.openDraft(ctx, slug));
  const bytes = encodeWindows(writeExchange([PAYMENT]));
  const read = await site.slices.ledger.readStatement({ name: "kl_to_1c.txt", bytes });
  const statement = await run((ctx) => site.slices.ledger.takeStatement(ctx, read));
  await makeActFile(site, place);
  await makeEventRecords(site, place);
  await makeContestRecords(site, place);
  const boundaryFile = await makeBoundaryFile(site, place);
  const year = { kind: "council", year: "2024", quarter: "4" };
  await run((ctx) => site.slices.reports.beginReport(ctx, year));
  const method = { key: "", version: "0", method: findPreset("ossetia"), reason: "постановление" };
  await run((ctx) => site.slices.indicators.saveMethod(ctx, method));
  await askAsAdministrator(site, place);
  const one = (table: string, condition = "true", column = "id") => findOne(site, place, { table, condition, column });
  return { slug, person: personId, personEmail: email, task, statement, boundaryFile, one };
}

const PAYMENT = {
  number: "112",
  date: "26.04.2024",
  sum: "1.00",
  payee: "ТОС «Заря»",
  purpose: "Грант по соглашению от 18.04.2024 № 1",
};

async function makeConsent(site: Installation, place: Place, personId: Id): Promise<void> {
  const hash = await openFiles(site.dataFolder).store(Buffer.from("%PDF-1.7 paper"));
  await asSystem(site.database, place.municipalityId, async (ctx) => {
    await publishConsentText(ctx, { purpose: "participation", body: "Согласен" });
    const [text] = await listCurrentTexts(ctx);
    const scan = { hash, type: "application/pdf" };
    await recordPaperConsent(ctx, { personId, belongsTo: [], textId: text?.id ?? "", givenOn: "2026-03-01", scan });
  });
}

/** Nobody but its owner has said anything on it. */
async function makeTask(site: Installation, place: Place, owner: Id): Promise<Id> {
  const { desk } = site.slices;
  const given = { ...TASK, role: "", owner, dueDate: "2099-04-10" };
  return asSystem(site.database, place.municipalityId, async (ctx) => {
    const id = await desk.giveTask(ctx, given);
    const actor = personWith(owner, "resident");
    const files = [{ name: "протокол.txt", bytes: Buffer.from("протокол") }];
    await desk.writeMessage({ ...ctx, actor }, { thread: { kind: "task", id }, text: "Готово", files });
    return id;
  });
}

/** The second association's boundary, drawn anew. */
async function makeBoundaryFile(site: Installation, place: Place): Promise<string> {
  const geometry = {
    type: "Polygon",
    coordinates: [
      [
        [81.9, 54.3],
        [81.91, 54.3],
        [81.91, 54.31],
        [81.9, 54.3],
      ],
    ],
  };
  const text = JSON.stringify({ type: "Feature", properties: { number: 2 }, geometry });
  const given = { name: "границы.geojson", bytes: new TextEncoder().encode(text) };
  return asSystem(site.database, place.municipalityId, (ctx) => site.slices.boundaries.takeUpload(ctx, given));
}

async function makeActFile(site: Installation, place: Place): Promise<void> {
  const { acts } = site.slices;
  await asSystem(site.database, place.municipalityId, async (ctx) => {
    const [act] = await acts.listActs(ctx, { kind: "council-decision", state: "in-force" });
    await acts.attachActFile(ctx, { id: act?.id ?? "", name: "решение.pdf", bytes: Buffer.from("%PDF-1.7 act") });
  });
}

/** What comes about only through a page. */
async function askAsAdministrator(site: Installation, place: Place): Promise<void> {
  const administrator = await signInAs(site, "Администратор записей", [{ role: "administrator", place }]);
  const post = (path: string, form: Form) => site.ask(place.base + path, { ...administrator, form });
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#036" } })
    .png()
    .toBuffer();
  await post("/settings/municipality", { intent: "logo", logo: new File([new Uint8Array(picture)], "logo.png") });
  await post("/people/invite", { email: "invited@example.org", roles: "operator", basis: "распоряжение № 2" });
  await post("/settings/mail", { deed: "test", address: "post@example.org" });
  const description = "Письмо ушло не тому";
  await post("/settings/personal-data", { intent: "incident", foundAt: "2026-03-01T10:00", description });
}

interface Wanted {
  readonly table: string;
  readonly condition: string;
  readonly column: string;
}

async function findOne(site: Installation, { municipalityId }: Place, wanted: Wanted): Promise<string> {
  const { table, condition, column } = wanted;
  const { rows } = await inTenant(site.database, municipalityId, async (tx) => {
    // Who does not say who reads sees no application of a contest.
    await sql`select set_config('sosedstvo.contest_reader', 'system', true)`.execute(tx);
    return sql<{ found: string }>`select ${sql.ref(column)} as found from ${sql.table(table)}
      where ${sql.raw(condition)} order by ${sql.ref(column)} limit 1`.execute(tx);
  });
  const [row] = rows;
  if (!row) throw new Error(`no ${table} where ${condition}: make one in tests/walk/records.ts`);
  return row.found;
}
