import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  createPerson,
  findScan,
  forecastErasure,
  listConsents,
  publishConsentText,
  readConsentsOf,
  recordPaperConsent,
  recordPaperWithdrawal,
  requireConfirmation,
} from "../access/index.ts";
import { createTestMunicipality, NOW, personWith, runAs } from "../access/testing.ts";
import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Database, Tx } from "../platform/database/index.ts";
import { inTenant } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { openFiles } from "../platform/files.ts";
import { exportPerson, personalSources } from "./personal.ts";
import { saveScan } from "./save-scan.ts";

let database: Database;
let folder: string;
let own: Id;
let elsewhere: Id;
let textId: Id;
let person: Id;
let administrator: Id;

const asSystem = <T>(work: (ctx: Context<Tx>) => Promise<T>, municipality = own) => runAs(database, municipality)(work);
const asAdministrator = <T>(work: (ctx: Context<Tx>) => Promise<T>, municipality = own) =>
  runAs(database, municipality, personWith(administrator, "administrator"))(work);
const add = (name: string, role: "chair" | "administrator") =>
  asSystem((ctx) =>
    createPerson(ctx, {
      email: `${newId()}@example.org`,
      name,
      password: "correct horse",
      roles: [role],
      basis: "протокол",
    }),
  );
const today = NOW.toISOString().slice(0, 10);
const scan = { hash: "a".repeat(64), type: "application/pdf" };
const paper = () => ({ personId: person, belongsTo: [], textId, givenOn: "2026-03-01", scan });

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-paper-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});
beforeEach(async () => {
  own = await createTestMunicipality(database, `place-${newId()}`);
  elsewhere = await createTestMunicipality(database, `elsewhere-${newId()}`);
  await asSystem((ctx) => publishConsentText(ctx, { purpose: "account", body: "Согласие" }));
  person = await add("Ксенофонтова Алёна", "chair");
  administrator = await add("Орлова Вера", "administrator");
  textId = (await asAdministrator((ctx) => readConsentsOf(ctx, person))).texts[0]?.id ?? "";
});

const refused = (code: string) => ({ code });

describe("a withdrawal on paper", () => {
  test.each([
    ["before the consent", { receivedOn: "2026-02-28", basis: "вх. № 1" }, "withdrawal-date-wrong"],
    ["on a day to come", { receivedOn: "2099-01-01", basis: "вх. № 1" }, "withdrawal-date-wrong"],
    ["on no day", { receivedOn: "2026-13-01", basis: "вх. № 1" }, "withdrawal-date-wrong"],
    ["without a paper", { receivedOn: today, basis: "  " }, "withdrawal-basis-missing"],
  ])("%s is refused", async (_name, given, code) => {
    const consentId = await asAdministrator((ctx) => recordPaperConsent(ctx, paper()));
    await expect(asAdministrator((ctx) => recordPaperWithdrawal(ctx, { consentId, ...given }))).rejects.toMatchObject(
      refused(code),
    );
    expect(await asSystem((ctx) => listConsents(ctx, person))).toMatchObject([{ withdrawnOn: null }]);
  });

  test("stands with the day on which it was received, its paper is in the trail, and it is recorded once", async () => {
    const consentId = await asAdministrator((ctx) => recordPaperConsent(ctx, paper()));
    const given = { consentId, receivedOn: "2026-03-02", basis: "вх. № 1" };
    await asAdministrator((ctx) => recordPaperWithdrawal(ctx, given));
    expect(await asSystem((ctx) => listConsents(ctx, person))).toMatchObject([{ withdrawnOn: "2026-03-02" }]);
    const { rows } = await inTenant(database, own, (tx) =>
      sql`select basis, detail->>'receivedOn' as on from audit_entry where action = 'consent.withdraw'`.execute(tx),
    );
    expect(rows).toEqual([{ basis: "вх. № 1", on: "2026-03-02" }]);
    await expect(asAdministrator((ctx) => recordPaperWithdrawal(ctx, given))).rejects.toMatchObject(
      refused("consent-withdrawn"),
    );
  });

  test("of another municipality's consent, by its id, is refused", async () => {
    const consentId = await asAdministrator((ctx) => recordPaperConsent(ctx, paper()));
    const given = { consentId, receivedOn: today, basis: "вх. № 1" };
    await expect(asAdministrator((ctx) => recordPaperWithdrawal(ctx, given), elsewhere)).rejects.toMatchObject(
      refused("consent-unknown"),
    );
  });
});

describe("a person of another municipality, by their id", () => {
  const doors: readonly [string, (ctx: Context<Tx>) => Promise<unknown>][] = [
    ["shows no consents", (ctx) => readConsentsOf(ctx, person)],
    ["gets no paper consent", (ctx) => recordPaperConsent(ctx, paper())],
    ["is not forecast", (ctx) => forecastErasure(ctx, personalSources, person)],
    ["is not confirmed", (ctx) => requireConfirmation(ctx, person, "Ксенофонтова Алёна")],
  ];
  test.each(doors)("%s", async (_name, door) => {
    await expect(asAdministrator(door, elsewhere)).rejects.toMatchObject(refused("person-unknown"));
  });

  test("is not exported", async () => {
    const run = <T>(work: (ctx: Context<Tx>) => Promise<T>) => asAdministrator(work, elsewhere);
    const given = { personId: person, basis: "заявление" };
    await expect(exportPerson({ files: openFiles(folder) }, run, given)).rejects.toMatchObject(
      refused("person-unknown"),
    );
  });
});

describe("erasing", () => {
  test("is forecast with what is kept, what goes and what stays by which law", async () => {
    await asAdministrator((ctx) => recordPaperConsent(ctx, paper()));
    const forecast = await asAdministrator((ctx) => forecastErasure(ctx, personalSources, person));
    expect(forecast.kept).toContainEqual(expect.objectContaining({ key: "consents", rows: 1, files: 1 }));
    expect(forecast.goes.map(({ ru }) => ru)).toEqual(expect.arrayContaining(["имя", "адрес электронной почты"]));
    expect([...new Set(forecast.stays.map(({ law }) => law))]).toEqual([
      expect.stringContaining("ч. 3 ст. 9 Федерального закона № 152-ФЗ"),
      expect.stringContaining("п. 1 ч. 1 ст. 13 Федерального закона № 8-ФЗ"),
      expect.stringContaining("ст. 29 Федерального закона № 402-ФЗ"),
      expect.stringContaining("ст. 13 Федерального закона № 59-ФЗ"),
      expect.stringContaining("приказом Росархива от 20.12.2019 № 236"),
      expect.stringContaining("ст. 17 Федерального закона № 125-ФЗ"),
    ]);
    expect(forecast.confirmation).toBe("Ксенофонтова Алёна");
  });

  test("takes the person's own name, whatever its case and spaces", async () => {
    const confirm = (typed: string) => asAdministrator((ctx) => requireConfirmation(ctx, person, typed));
    await confirm("  КСЕНОФОНТОВА   алена ");
    await expect(confirm("Орлова Вера")).rejects.toMatchObject(refused("erasure-unconfirmed"));
    await expect(confirm("")).rejects.toMatchObject(refused("erasure-unconfirmed"));
  });

  test("of oneself is not even forecast", async () => {
    await expect(asAdministrator((ctx) => forecastErasure(ctx, personalSources, administrator))).rejects.toMatchObject(
      refused("erasing-oneself"),
    );
  });
});

describe("another's data", () => {
  test("are not exported without a reason, which the trail keeps", async () => {
    const run = <T>(work: (ctx: Context<Tx>) => Promise<T>) => asAdministrator(work);
    const parts = { files: openFiles(folder) };
    await expect(exportPerson(parts, run, { personId: person, basis: " " })).rejects.toMatchObject(
      refused("export-basis-missing"),
    );
    await exportPerson(parts, run, { personId: person, basis: "заявление № 4" });
    const { rows } = await inTenant(database, own, (tx) =>
      sql`select basis from audit_entry where action = 'personal.export'`.execute(tx),
    );
    expect(rows).toEqual([{ basis: "заявление № 4" }]);
  });
});

describe("a scan", () => {
  test("is shown by the person's consent alone", async () => {
    const consentId = await asAdministrator((ctx) => recordPaperConsent(ctx, paper()));
    expect(await asAdministrator((ctx) => findScan(ctx, { personId: person, consentId }))).toEqual(scan);
    for (const given of [
      { personId: administrator, consentId },
      { personId: person, consentId: "../../etc" },
      { personId: "1 or true", consentId },
    ]) {
      await expect(asAdministrator((ctx) => findScan(ctx, given))).rejects.toMatchObject(refused("consent-unknown"));
    }
  });

  test("is a PDF as it is, or a picture; nothing else is kept", async () => {
    const files = openFiles(folder);
    const pdf = Buffer.from("%PDF-1.7\nскан");
    const kept = await saveScan(files, pdf);
    expect(kept.type).toBe("application/pdf");
    expect(await files.read(kept.hash)).toEqual(pdf);
    for (const bytes of ["", "<svg xmlns='http://www.w3.org/2000/svg'/>", "MZ"]) {
      await expect(saveScan(files, Buffer.from(bytes))).rejects.toMatchObject(refused("consent-scan-missing"));
    }
  });
});
