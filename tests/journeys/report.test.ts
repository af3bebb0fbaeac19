import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { sql } from "kysely";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withParts } from "../../src/commands.ts";
import { readContent } from "../../src/report/index.ts";
import type { ReportContent } from "../../src/report/views.ts";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, type Portal, signIn, startPortal } from "./portal.ts";

const root = join(import.meta.dirname, "../..");
const hasOffice = spawnSync("soffice", ["--version"]).status === 0;

let portal: Portal;
let browser: Browser;
let page: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-report-"));
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  page = await browser.newPage();
  await signIn(page, portal);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
  rmSync(folder, { recursive: true });
});

/** The words of the page, whatever spaces stand between them. */
const said = async () => ((await page.locator("main").textContent()) ?? "").replace(/\s+/g, " ");
const section = (name: RegExp) => page.locator("section.part").filter({ has: page.getByRole("heading", { name }) });

/** The command beside the running server. */
function writeByCommand(ending: string): Buffer {
  const file = join(folder, `report.${ending}`);
  const args = [join(root, "src/cli.ts"), "report", "2024", "--to", file, "--data", portal.dataFolder];
  execFileSync(process.execPath, args, { cwd: root });
  return readFileSync(file);
}

const readJson = (bytes: Uint8Array): ReportContent => readContent(new TextDecoder().decode(bytes));

describe("the year's report of the demonstration", () => {
  test("opens filled from the calendar: seven indicators, nine activities, paid, refunded and net", async () => {
    await page.goto(`${portal.url}/reports?year=2024`);
    const row = page.getByRole("row").filter({ hasText: "руководитель — Совету депутатов" });
    await row.getByRole("button", { name: "Открыть" }).click();
    await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
    const countRows = (name: RegExp) => section(name).locator("tbody tr").count();
    await expect.poll(() => countRows(/Достижение целевых индикаторов/), { timeout: 20_000 }).toBe(7);
    expect(await countRows(/Выполнение мероприятий/)).toBe(9);
    const total = section(/Использование средств/)
      .locator("tbody tr")
      .last();
    const figures = ((await total.textContent()) ?? "").replace(/\s+/g, " ");
    for (const figure of ["858 500,00", "5 000,00", "853 500,00"]) expect(figures).toContain(figure);
    const words = await said();
    expect(words).toContain("Показатели 2.2, 4.1 посчитаны за вычетом возвратов");
    expect(words).toContain("в графе весов стоят суммы по годам: это не веса");
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  test("a fact leads to its records with the same total, a sum to the journal", async () => {
    const address = page.url();
    const row = section(/Достижение целевых индикаторов/)
      .getByRole("row")
      .filter({ hasText: "4.1." });
    await row.getByRole("link", { name: "783,5" }).click();
    await expect.poll(said).toContain("план 788,5");
    expect(await page.getByRole("table").first().getByRole("row").last().textContent()).toContain("783,5");
    await page.goto(address);
    await section(/Использование средств/)
      .getByRole("link", { name: "4 909,91" })
      .click();
    await page.waitForURL(/\/money\/journal\?/);
    await expect.poll(said).toContain("4 909,91");
    await page.goto(address);
  });

  test("keeps what is written when a field is left, and can be signed once every reason stands", async () => {
    const asked = page.locator("textarea[name^='reason:']");
    const count = await asked.count();
    expect(count).toBeGreaterThan(0);
    for (let at = 0; at < count; at++) await asked.nth(at).fill("участие больше, чем ждали (пример)");
    await page.getByRole("button", { name: "Сохранить", exact: true }).click();
    await expect.poll(() => page.locator("#sign").count(), { timeout: 20_000 }).toBe(1);
    await page.locator("#sign summary").click();
    await page.locator("#sign").getByRole("button").click();
    await expect.poll(() => page.locator("main textarea").count(), { timeout: 20_000 }).toBe(0);
    expect(await said()).toContain("подписан");
    expect(await findSeriousFaults(page)).toEqual([]);
  });

  test("the command writes what the page gives out: the frozen JSON, letter by letter", async () => {
    const given = await page.request.get(`${page.url()}/report.json`);
    const bytes = await given.body();
    expect(writeByCommand("json").equals(bytes)).toBe(true);
    const { indicators, activities, money, assessments } = readJson(bytes);
    expect([indicators.length, activities.length]).toEqual([7, 9]);
    expect([money.total.paid, money.total.refunded, money.total.net]).toEqual([858_500_00n, 5_000_00n, 853_500_00n]);
    expect(assessments.filter(({ outcome }) => outcome.value !== null).length).toBeGreaterThanOrEqual(2);
  });

  test("its money agrees with plain SQL", async () => {
    const { money } = readJson(readFileSync(join(folder, "report.json")));
    const { rows } = await withParts(portal.dataFolder, (_parts, run) =>
      run((ctx) =>
        sql<{ paid: bigint; refunded: bigint }>`select sum(paid)::bigint as paid, sum(-refunded)::bigint as refunded
          from ledger_balance where municipality_id = ${ctx.municipalityId} and year = 2024`.execute(ctx.tx),
      ),
    );
    expect(rows[0]).toEqual({ paid: money.total.paid, refunded: money.total.refunded });
  });

  test("the Word paper prints every sum of the money's table", async () => {
    const { money } = readJson(readFileSync(join(folder, "report.json")));
    const document = unzipSync(writeByCommand("docx"))["word/document.xml"] ?? new Uint8Array();
    const text = strFromU8(document)
      .replace(/<[^>]+>/g, " ")
      .replace(/\s/g, "");
    const show = (kopecks: bigint) => `${kopecks / 100n},${String(kopecks % 100n).padStart(2, "0")}`;
    for (const row of [...money.rows, ...money.bySource, money.total])
      for (const key of ["planned", "appropriated", "paid", "refunded", "net", "performed"] as const)
        expect(text).toContain(show(row[key]));
  });

  test.runIf(hasOffice)("LibreOffice, reckoning every formula anew, comes to the same figures", async () => {
    const { money, indicators } = readJson(readFileSync(join(folder, "report.json")));
    writeFileSync(join(folder, "empty.xlsx"), withoutResults(writeByCommand("xlsx")));
    const form = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1";
    const options = [`-env:UserInstallation=file://${folder}/office`, "--headless"];
    execFileSync("soffice", [...options, "--convert-to", form, "--outdir", folder, join(folder, "empty.xlsx")]);
    const read = (sheet: string) =>
      readFileSync(join(folder, `empty-${sheet}.csv`), "utf8")
        .split("\n")
        .map((line) => line.split("\t").map((cell) => cell.replace(/^"|"$/g, "")));
    const total = read("Средства").find(([first]) => first === "Всего");
    const roubles = (kopecks: bigint) => Number(kopecks) / 100;
    const { paid, refunded, net } = money.total;
    expect(total?.slice(7, 10).map(Number)).toEqual([roubles(paid), roubles(refunded), roubles(net)]);
    const facts = new Map(read("Показатели").map((row) => [row[1], Number(row[8])]));
    for (const { number, fact } of indicators) {
      const [top = "0", bottom = "1"] = (fact ?? "0").split("/");
      expect(facts.get(number)).toBeCloseTo(Number(top) / Number(bottom), 6);
    }
    expect(
      read("Оценка")
        .flat()
        .filter((cell) => /^(#|Err:)/.test(cell)),
    ).toEqual([]);
  });
});

/** The workbook as it would be without the results that were written beside its formulas. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const emptied = Object.entries(files).map(([name, content]) => {
    if (!name.startsWith("xl/worksheets/sheet")) return [name, content] as const;
    return [name, strToU8(strFromU8(content).replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, "$1"))] as const;
  });
  return zipSync(Object.fromEntries(emptied));
}
