import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatDecimal } from "../../kernel/decimal.ts";
import type { Kopecks } from "../../kernel/money.ts";
import { findOfficeProgram } from "../../office/converted/office-program.ts";
import type { Workbook } from "../../office/workbook.ts";
import { writeWorkbook } from "../../office/xlsx-write/write-xlsx.ts";
import { type Database, inTenant } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { fillYear, openTestAgreement } from "../cofinancing/testing.ts";
import { sayRoubles } from "../sums.ts";
import { openTestLedger, runScenario, type TestLedger } from "../testing.ts";
import { layOutReportBook } from "./lay-out-workbook.ts";
import type { ReportView } from "./views.ts";

const program = findOfficeProgram();
const folder = mkdtempSync(join(tmpdir(), "sosedstvo-report-"));
let database: Database;
let here: TestLedger;
let agreementId: string;

/** A year with a payment that was reversed, a refund of the year, and a rest that went back in January. */
beforeAll(async () => {
  database = await createTestDatabase();
  here = await openTestLedger(database, "report");
  const { move, ...agreement } = await openTestAgreement(here);
  agreementId = agreement.agreementId;
  await move("receive", "2024-03-20", "354250");
  await move("receive", "2024-06-20", "354250");
  await runScenario(
    here,
    `2024-02-06 appropriate limit activity=6 regional=708500 local=13000 = ok
    2024-04-10 commit dawn activity=6 regional=117837,84 local=2162,16 payee=ТОС_«Рассвет» = ok
    2024-04-12 commit rest activity=6 regional=590662,16 local=10837,84 payee=ТОС_«Родник» = ok
    2024-04-20 pay wrong of=dawn regional=11783,78 = ok
    2024-04-21 reverse mistake of=wrong = ok
    2024-04-22 pay first of=dawn regional=117837,84 local=2162,16 date=2024-04-20 = ok
    2024-07-20 pay second of=rest regional=590662,16 local=10837,84 = ok
    2024-12-16 refund back of=first total=5000 = ok`,
  );
  await move("giveRestBack", "2025-01-21", "4909,91");
}, 120_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  here.close();
  await database.close();
});

const read = (today: string, year: number, quarter: number | null = null): Promise<ReportView> =>
  here.on(today)((ctx) => here.ledger.getReport(ctx, { id: agreementId, year, quarter }));
const roubles = (kopecks: Kopecks) => Number(kopecks) / 100;

describe("the report to the region", () => {
  test("has plan, receipts, spending, refunds, rest and results, each on its own line", async () => {
    const report = await read("2025-01-22", 2024);
    expect(report.on).toBe("2024-12-31");
    const sums = report.bySource.map(({ source, planned, paid, refunded, net, left }) => [
      source,
      ...[planned, paid, refunded, net, left].map(roubles),
    ]);
    expect(sums).toEqual([
      ["regional", 708500, 708500, 4909.91, 703590.09, 4909.91],
      ["local", 13000, 13000, 90.09, 12909.91, 90.09],
    ]);
    expect(
      report.quarters.map(({ received, paid, refunded, returned, rest, own }) =>
        [received, paid, refunded, returned, rest, own].map(roubles),
      ),
    ).toEqual([
      [354250, 0, 0, 0, 354250, 0],
      [354250, 117837.84, 0, 0, 590662.16, 2162.16],
      [0, 590662.16, 0, 0, 0, 10837.84],
      [0, 0, 4909.91, 0, 4909.91, -90.09],
    ]);
    expect([report.year.rest, report.returnedAfter].map(roubles)).toEqual([4909.91, 4909.91]);
    expect(report.results.map(({ payee, committed, net }) => [payee, ...[committed, net].map(roubles)])).toEqual([
      ["ТОС «Рассвет»", 120000, 115000],
      ["ТОС «Родник»", 601500, 601500],
    ]);
    expect([report.payees, roubles(report.resultTotal.net)]).toEqual([2, 716500]);
    expect(report.resultTotal.net).toBe(report.total.net);
  });

  test("of the first two quarters knows nothing of what came after them", async () => {
    const report = await read("2025-01-22", 2024, 2);
    expect([report.on, report.quarters.length]).toEqual(["2024-06-30", 2]);
    expect([report.total.paid, report.total.refunded, report.year.received].map(roubles)).toEqual([120000, 0, 708500]);
    expect((await read("2024-05-01", 2024, 2)).on).toBe("2024-05-01");
  });

  test("of a period that has not begun, or of a year that the agreement lacks, is refused", async () => {
    await expect(read("2024-06-30", 2024, 3)).rejects.toMatchObject({ code: "cofinancing-period-early" });
    await expect(read("2025-06-30", 2025)).rejects.toMatchObject({ code: "cofinancing-year-unknown" });
  });

  test("is of the agreement that is named, or the only one of the year", async () => {
    const choose = (year: number, number: string | null = null) =>
      here.on("2025-01-22")((ctx) => here.ledger.chooseAgreement(ctx, { year, number }));
    expect([await choose(2024), await choose(2024, "17")]).toEqual([agreementId, agreementId]);
    await expect(choose(2026)).rejects.toMatchObject({ code: "cofinancing-year-none" });
    await expect(choose(2024, "18")).rejects.toMatchObject({ code: "cofinancing-unknown" });
    const terms = { activities: [here.activityAt(7)], years: [fillYear(2025, "300000")] };
    const other = await openTestAgreement(here, { number: "18", ...terms });
    const third = { activities: [here.activityAt(4)], years: [fillYear(2025, "70000")] };
    await openTestAgreement(here, { number: "19", ...third });
    expect(await choose(2024)).toBe(agreementId);
    await expect(choose(2025)).rejects.toMatchObject({
      code: "cofinancing-several",
      values: { year: 2025, numbers: expect.stringMatching(/18.*19|19.*18/) },
    });
    expect(await choose(2025, "18")).toBe(other.agreementId);
  });

  test("agrees with plain SQL over the postings", async () => {
    const report = await read("2025-01-22", 2024);
    const { rows } = await inTenant(database, here.municipalityId, (tx) =>
      sql<{ source: string; paid: Kopecks; refunded: Kopecks; planned: Kopecks }>`
        select source.kind as source, sum(case account when 'paid' then kopecks else 0 end)::bigint as paid,
          sum(case account when 'refunded' then -kopecks else 0 end)::bigint as refunded,
          sum(case account when 'allocated' then kopecks else 0 end)::bigint as planned
        from ledger_posting as posting join funding_source as source on source.id = posting.source_id
        where posting.activity_id = ${here.activityAt(6)} and posting.year = 2024
        group by source.kind having sum(abs(kopecks)) > 0 order by source.kind desc`.execute(tx),
    );
    expect(rows).toEqual(
      report.bySource.map(({ source, paid, refunded, planned }) => ({ source, paid, refunded, planned })),
    );
  });
});

/** Formulas are computed anew when a file is opened, whatever result it brings. */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
`;

/** Zero for the last result of every formula: what comes back is what LibreOffice computed. */
function forgetResults(workbook: Workbook): Workbook {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => row.map((cell) => (cell?.formula ? { ...cell, value: 0n } : cell))),
  }));
  return { ...workbook, sheets };
}

/** What every formula of a workbook is to give, by sheet number and cell. */
function expectedResults(workbook: Workbook): ReadonlyMap<string, number> {
  const cells = workbook.sheets.flatMap((sheet, number) =>
    sheet.rows.flatMap((row, at) =>
      row.flatMap((cell, column): [string, number][] =>
        cell?.formula && typeof cell.value === "bigint"
          ? [[`${number + 1}!${String.fromCharCode(65 + column)}${at + 1}`, Number(formatDecimal(cell.value))]]
          : [],
      ),
    ),
  );
  return new Map(cells);
}

/** Results of all formulas as the file holds them. */
function readResults(bytes: Uint8Array): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const sheet = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(name)?.[1];
    if (!sheet) continue;
    const cells = strFromU8(part).matchAll(/<c r="([A-Z]+\d+)"[^>]*><f[^>]*>[^<]*<\/f><v>([^<]*)<\/v>/g);
    for (const [, cell, value] of cells) found.set(`${sheet}!${cell}`, value ?? "");
  }
  return found;
}

function convert(file: string, to: string): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const given = [profile, "--headless", "--convert-to", to, "--outdir", join(folder, "out"), join(folder, file)];
  expect(spawnSync(program ?? "", given, { stdio: "ignore", timeout: 120_000 }).status).toBe(0);
}

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe.runIf(program !== null)("the files, opened by LibreOffice", () => {
  beforeAll(() => {
    mkdirSync(join(folder, "profile/user"), { recursive: true });
    writeFileSync(join(folder, "profile/user/registrymodifications.xcu"), RECALCULATE);
  });

  test("every formula of the workbook gives the figure of the page", async () => {
    const workbook = layOutReportBook(await read("2025-01-22", 2024));
    writeFileSync(join(folder, "report.xlsx"), await writeWorkbook(forgetResults(workbook)));
    convert("report.xlsx", "xlsx");
    const computed = readResults(readFileSync(join(folder, "out/report.xlsx")));
    const expected = expectedResults(workbook);
    expect(expected.size).toBeGreaterThan(40);
    const differing = [...expected].filter(([cell, value]) => Math.abs(Number(computed.get(cell)) - value) > 1e-6);
    expect(differing.map(([cell, value]) => [cell, value, computed.get(cell)])).toEqual([]);
  }, 180_000);

  test("the workbook of a year in which nothing happened yet can be opened too", async () => {
    const early = await read("2024-01-20", 2024);
    expect(early.results).toEqual([]);
    const workbook = layOutReportBook(early);
    writeFileSync(join(folder, "early.xlsx"), await writeWorkbook(forgetResults(workbook)));
    convert("early.xlsx", "xlsx");
    const computed = readResults(readFileSync(join(folder, "out/early.xlsx")));
    expect([...computed.values()].filter((value) => !/^-?[\d.]+$/.test(value))).toEqual([]);
    expect(computed.size).toBe(expectedResults(workbook).size);
  }, 180_000);

  test("the letter names the addressee and both sums, and its form has every figure of the page", async () => {
    const report = await read("2025-01-22", 2024);
    const query = { id: agreementId, year: 2024, quarter: null };
    const { name, bytes } = await here.on("2025-01-22")((ctx) => here.ledger.writeReport(ctx, query, "docx"));
    expect(name).toBe("report-subsidy-2024.docx");
    writeFileSync(join(folder, "letter.docx"), bytes);
    convert("letter.docx", "txt:Text (encoded):UTF8");
    const text = plain(readFileSync(join(folder, "out", "letter.txt"), "utf8"));
    const { total, bySource, quarters, results, year } = report;
    const figures = [total, ...bySource].flatMap(({ planned, paid, refunded, net, left }) => [
      planned,
      paid,
      refunded,
      net,
      left,
    ]);
    const moved = quarters.flatMap(({ received, paid, refunded, rest, own }) => [received, paid, refunded, rest, own]);
    const spent = results.flatMap(({ committed, paidGranted, paidOwn, net }) => [committed, paidGranted, paidOwn, net]);
    const missing = [...figures, ...moved, ...spent, year.terms.kopecks].filter(
      (kopecks) => !text.includes(plain(sayRoubles(kopecks))),
    );
    expect(missing).toEqual([]);
    for (const words of [
      year.agreement.grantor,
      "Глава (руководитель)",
      "М. П.",
      "Исполнитель",
      "на 21.01.2025".slice(3),
    ]) {
      expect(text).toContain(words);
    }
  }, 180_000);
});
