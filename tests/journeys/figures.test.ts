import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "../../src/platform/database/index.ts";
import { timeProcess } from "../bench/measure.ts";
import { officeProgram, openWithOffice, readRows } from "./office.ts";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

/** What the demonstration's 2024 comes to, kopecks: by source, and in all. */
const YEAR = {
  paid: { regional: 708_500_00, local: 150_000_00, all: 858_500_00 },
  refunded: { regional: 4_909_91, local: 90_09, all: 5_000_00 },
  net: { regional: 703_590_09, local: 149_909_91, all: 853_500_00 },
};
/** The same of the one activity that the region gives money for. */
const SUBSIDY = {
  paid: { regional: 708_500_00, local: 13_000_00, all: 721_500_00 },
  refunded: { regional: 4_909_91, local: 90_09, all: 5_000_00 },
  net: { regional: 703_590_09, local: 12_909_91, all: 716_500_00 },
};
type Figures = typeof YEAR;
const NAMES = { paid: "Оплачено", refunded: "Возвращено", net: "С учётом возвратов" } as const;
const SOURCES = { regional: "региональный бюджет", local: "местный бюджет" } as const;
const KINDS = ["paid", "refunded", "net"] as const;

let portal: Portal;
let browser: Browser;
let page: Page;
const folder = mkdtempSync(join(tmpdir(), "sosedstvo-figures-"));

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  ({ page } = await openPage(browser));
  await signIn(page, portal);
});
afterAll(async () => {
  await browser.close();
  await portal.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** «708 500,00», «708500.00», «708500» as kopecks; other words as nothing. */
function toKopecks(text: string): number {
  const plain = text.replace(/\s/g, "").replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Math.round(Number(plain) * 100) : Number.NaN;
}

/** The rows of a page's table, the words of each cell. */
async function readTable(path: string, from = page): Promise<readonly (readonly string[])[]> {
  await from.goto(portal.url + path);
  const cells = await from
    .locator("table")
    .first()
    .locator("tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)));
  return cells.map((row) => row.map((text) => text.replace(/[\u00a0\u202f]/g, " ").trim()));
}

/** Figures of a table whose columns are paid, refunded and net: the rows of each source and of all. */
function byColumn(
  rows: readonly (readonly string[])[],
  name: (source: "regional" | "local" | "all") => RegExp,
): Figures {
  const heads = rows.find((row) => row.includes(NAMES.net)) ?? [];
  const read = (kind: (typeof KINDS)[number], source: "regional" | "local" | "all") => {
    const row = rows.findLast((cells) => name(source).test(cells[0] ?? ""));
    return toKopecks(row?.[heads.indexOf(NAMES[kind])] ?? "");
  };
  const all = (kind: (typeof KINDS)[number]) => ({
    regional: read(kind, "regional"),
    local: read(kind, "local"),
    all: read(kind, "all"),
  });
  return { paid: all("paid"), refunded: all("refunded"), net: all("net") };
}

/** Figures of a table that has a row for each of them, its source in another column. */
function byRow(rows: readonly (readonly string[])[]): Figures {
  const heads = rows.find((row) => row.includes("Сумма, руб.")) ?? [];
  const [source, sum] = [heads.indexOf("Источник"), heads.indexOf("Сумма, руб.")];
  const read = (kind: (typeof KINDS)[number], name: string) =>
    toKopecks(rows.find((row) => row[0] === NAMES[kind] && row[source] === name)?.[sum] ?? "");
  const all = (kind: (typeof KINDS)[number]) => ({
    regional: read(kind, SOURCES.regional),
    local: read(kind, SOURCES.local),
    all: read(kind, ""),
  });
  return { paid: all("paid"), refunded: all("refunded"), net: all("net") };
}

/** Figures of the rows below a list of entries: «858 500,00», and under it «708 500,00 — региональный бюджет». */
function below(rows: readonly (readonly string[])[]): Figures {
  const read = (kind: (typeof KINDS)[number]) => {
    const said =
      rows
        .find((row) => row[0] === NAMES[kind])
        ?.at(-1)
        ?.split("\n") ?? [];
    const of = (source: string) => toKopecks(said.find((line) => line.endsWith(`— ${source}`))?.split("—")[0] ?? "");
    return { regional: of(SOURCES.regional), local: of(SOURCES.local), all: toKopecks(said[0] ?? "") };
  };
  return { paid: read("paid"), refunded: read("refunded"), net: read("net") };
}

const totals = (source: "regional" | "local" | "all") =>
  source === "all" ? /^Итого$/ : new RegExp(`^Итого, ${SOURCES[source]}$`);

async function fetchFile(path: string): Promise<Buffer> {
  const response = await page.request.get(portal.url + path);
  expect(response.status()).toBe(200);
  return response.body();
}

describe("the demonstration's 2024, each figure on its own line", () => {
  test("on the balance, in the journal and in the register of payments", async () => {
    expect(byColumn(await readTable("/money?year=2024"), totals)).toEqual(YEAR);
    expect(below(await readTable("/money/journal?year=2024"))).toEqual(YEAR);
    expect(below(await readTable("/money/register?year=2024"))).toEqual(YEAR);
  });

  test("in the journal by conditions that no balance knows, of one source, and of a kind", async () => {
    expect(below(await readTable("/money/journal?from=2024-01-01&to=2024-12-31"))).toEqual(YEAR);
    expect(below(await readTable(`/money/journal?year=2024&text=${encodeURIComponent("пример")}`))).toEqual(YEAR);
    const local = below(await readTable("/money/journal?year=2024&source=local"));
    expect(KINDS.map((kind) => local[kind].all)).toEqual(KINDS.map((kind) => YEAR[kind].local));
    const payments = below(await readTable("/money/journal?year=2024&kind=payment"));
    expect(payments.paid).toEqual(YEAR.paid);
  });

  test("on the public page, without an account", async () => {
    const stranger = await openPage(browser, { javaScriptEnabled: false });
    const rows = await readTable("/programmes/ordynsky-2024-2026/spending", stranger.page);
    const ofYear = (source: "regional" | "local" | "all") =>
      source === "all" ? /^Итого, 2024/ : new RegExp(`^2024, ${SOURCES[source]}$`);
    expect(byColumn(rows, ofYear)).toEqual(YEAR);
    expect(await readWords(stranger.page.locator("h1"))).toContain("Оплачено 858 500,00 руб.");
  });

  test("in every .csv", async () => {
    const read = async (path: string) => readRows((await fetchFile(path)).toString("utf8"));
    expect(byColumn(await read("/money/balance.csv?year=2024"), totals)).toEqual(YEAR);
    expect(byColumn(await read("/programmes/ordynsky-2024-2026/spending/balance.csv"), totals)).toEqual(YEAR);
    expect(byRow(await read("/money/register.csv?year=2024"))).toEqual(YEAR);
    expect(byRow(await read("/money/journal.csv?year=2024"))).toEqual(YEAR);
  });

  test("in plain SQL over the postings", async () => {
    const database = await openDatabase({ dataFolder: portal.dataFolder, databaseUrl: null }, "command");
    try {
      const { rows } = await database.pool.query<{ kind: string; paid: string; refunded: string }>(`
        select source.kind, sum(kopecks) filter (where account = 'paid')::text as paid,
          -sum(kopecks) filter (where account = 'refunded') || '' as refunded
        from ledger_posting posting join funding_source source on source.id = posting.source_id
        where year = 2024 group by source.kind having sum(abs(kopecks)) filter (where account = 'paid') > 0 order by kind desc`);
      expect(rows).toEqual([
        { kind: "regional", paid: "70850000", refunded: "490991" },
        { kind: "local", paid: "15000000", refunded: "9009" },
      ]);
    } finally {
      await database.close();
    }
  });
});

describe.runIf(officeProgram !== null)("the files, opened and computed anew by LibreOffice", () => {
  test("every workbook has the figures of the screen, and so has the report to the region, from its page and by the command", async () => {
    const books = {
      balance: "/money/balance.xlsx?year=2024",
      register: "/money/register.xlsx?year=2024",
      journal: "/money/journal.xlsx?year=2024",
      spending: "/programmes/ordynsky-2024-2026/spending/balance.xlsx",
    };
    for (const [name, path] of Object.entries(books)) {
      writeFileSync(join(folder, `${name}.xlsx`), await fetchFile(path));
    }
    await page.goto(`${portal.url}/money/cofinancing`);
    await page.locator("tbody a").first().click();
    await page.getByRole("heading", { level: 1, name: /^Субсидия 2024/ }).waitFor();
    await page.getByRole("link", { name: "Составить отчёт региону" }).first().click();
    await page.getByRole("heading", { level: 1, name: /^Отчёт региону/ }).waitFor();
    for (const format of ["docx", "xlsx"]) {
      const href = await page.locator(`a[href*=".${format}"]`).first().getAttribute("href");
      writeFileSync(join(folder, `page-report.${format}`), await fetchFile(href ?? ""));
      const to = join(folder, `command-report.${format}`);
      const given = ["region-report", "2024", "--to", to, "--data", portal.dataFolder];
      timeProcess(join(import.meta.dirname, "../../bin/sosedstvo"), given);
    }
    const reports = ["page-report.xlsx", "page-report.docx", "command-report.xlsx", "command-report.docx"];
    const opened = openWithOffice(folder, [...Object.keys(books).map((name) => `${name}.xlsx`), ...reports]);
    expect(byColumn(opened.rows("balance"), totals)).toEqual(YEAR);
    expect(byColumn(opened.rows("spending"), totals)).toEqual(YEAR);
    expect(byRow(opened.rows("register"))).toEqual(YEAR);
    expect(byRow(opened.rows("journal"))).toEqual(YEAR);
    for (const name of ["page-report", "command-report"]) {
      expect(readReport(opened.rows(name))).toEqual(SUBSIDY);
      const words = opened.words(name);
      const missing = KINDS.flatMap((kind) => Object.values(SUBSIDY[kind]))
        .map(sayKopecks)
        .filter((sum) => !words.includes(sum));
      expect(missing).toEqual([]);
    }
    expect(opened.words("command-report")).toContain("На день составления отчёта возвращено 4 909,91 руб.");
  }, 300_000);
});

/** The report's own sheet: «Кассовый расход», «Возвраты», «С учётом возвратов» of each source and of all. */
function readReport(rows: readonly (readonly string[])[]): Figures {
  const heads = rows.find((row) => row.includes("Кассовый расход")) ?? [];
  const columns = { paid: "Кассовый расход", refunded: "Возвраты", net: NAMES.net };
  const read = (kind: (typeof KINDS)[number]) => {
    const at = heads.indexOf(columns[kind]);
    const of = (head: string, source: string) =>
      toKopecks(rows.find((row) => row[0] === head && row[1]?.toLowerCase() === source)?.[at] ?? "");
    return { regional: of("Итого", SOURCES.regional), local: of("Итого", SOURCES.local), all: of("Всего", "") };
  };
  return { paid: read("paid"), refunded: read("refunded"), net: read("net") };
}

function sayKopecks(kopecks: number): string {
  const roubles = Math.floor(kopecks / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, " ");
  return `${roubles},${String(kopecks % 100).padStart(2, "0")}`;
}
