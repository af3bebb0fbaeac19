import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSeriousFaults } from "./axe.ts";
import { approveFile, approveLayouts, type LayoutFigures, readFigures } from "./layouts.ts";
import { openBrowser, openPage, type Portal, readWords, startPortal } from "./portal.ts";

/** Each with what its pages must say somewhere, and what none of them may. */
const LAYOUTS = {
  "06-side-by-side-blocks": { says: ["Источник не назван"], not: ["Местный бюджет", "Приложение 3"] },
  "09-subprogrammes": {
    says: ["Подпрограмма 1. Территориальное", "Подпрограмма 2, задача 1. Предоставление помещений"],
    not: ["Приложение 3"],
  },
  "10-millions-three-budgets": { says: ["Краевой бюджет", "Федеральный бюджет", "95 950,0"], not: ["Областной"] },
  "12-goals-and-weights": { says: ["Цель 1.", "Цель 2.", "Цель 2, задача 3", "Вес"], not: ["Приложение 3"] },
  "16-base-years-glued-units": { says: ["Базовое значение 2023 год", "2024 год (факт)"], not: ["Приложение 3"] },
  "17-budget-codes-and-settlements": {
    says: ["Бюджеты поселений", "Код бюджетной классификации"],
    not: ["Приложение 3"],
  },
  "22-workbook-in-roubles": { says: ["Приложение 3"], not: ["Бюджеты поселений"] },
  "26-subprogramme-passports": { says: ["Подпрограмма 2."], not: ["Бюджеты поселений"] },
} as const;
type Layout = keyof typeof LAYOUTS;
const NAMES = Object.keys(LAYOUTS) as Layout[];
const EXAMPLE = "/programmes/ordynsky-2024-2026";
const EXAMPLE_TEXT = join(import.meta.dirname, "../../examples/ordynsky-2024-2026/ordynsky-2024-2026.txt");

let portal: Portal;
let browser: Browser;
let slugs: readonly string[];

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  slugs = await approveLayouts(browser, portal, NAMES);
});

afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

const addressOf = (layout: Layout) => `/programmes/${slugs[NAMES.indexOf(layout)]}`;

/** Words as they stand, whatever spaces and joiners tie them. */
function plain(text: string): string {
  return text.replaceAll("\u2060", "").replace(/\s+/g, " ");
}

interface Read {
  readonly path: string;
  readonly status: number;
  readonly words: string;
  readonly links: readonly string[];
  /** Ids that stand twice, anchors that lead nowhere, what axe finds, a page wider than the telephone. */
  readonly faults: readonly unknown[];
}

async function readPage(page: Page, path: string): Promise<Read> {
  const response = await page.goto(portal.url + path);
  const found = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    const links = [...document.querySelectorAll<HTMLAnchorElement>("main a")];
    const lost = links.filter((a) => a.hash && a.pathname === location.pathname && !ids.includes(a.hash.slice(1)));
    const root = document.documentElement;
    return {
      links: links.map((a) => a.getAttribute("href") ?? ""),
      faults: [
        ...ids.filter((id, at) => ids.indexOf(id) !== at),
        ...lost.map((a) => a.href),
        ...(root.scrollWidth > root.clientWidth ? ["wider than the screen"] : []),
      ],
    };
  });
  const words = plain(await page.locator("body").innerText());
  const faults = [...found.faults, ...(await findSeriousFaults(page))];
  return { path, status: response?.status() ?? 0, words, links: found.links, faults };
}

/** Every public page of a programme. */
async function readProgramme(layout: Layout): Promise<readonly Read[]> {
  const { page } = await openPage(browser, { viewport: { width: 360, height: 740 }, bypassCSP: true });
  const base = addressOf(layout);
  const lists = ["", "/indicators", "/activities", "/finance", "/findings", "/editions", "/editions/1"];
  const read: Read[] = [];
  for (const list of lists) read.push(await readPage(page, base + list));
  const own = new RegExp(`^${base}/(indicators|activities)/`);
  const lines = new Set(read.flatMap(({ links }) => links).filter((link) => own.test(link)));
  for (const line of lines) read.push(await readPage(page, line));
  await page.context().close();
  return read;
}

/** Kopecks of all activities: what the last cell of the last row of `finance.csv` must hold. */
function addUp({ activities, years }: LayoutFigures): number {
  return activities.reduce(
    (all, { sum }) => all + years.reduce((cost, year) => cost + ((sum as Record<string, number>)[year] ?? 0), 0),
    0,
  );
}

async function readTable(path: string): Promise<string[][]> {
  const response = await fetch(portal.url + path);
  expect(response.status).toBe(200);
  const text = await response.text();
  return text
    .trim()
    .split("\r\n")
    .map((row) => row.replace("\uFEFF", "").split(";"));
}

describe.each(NAMES)("the pages of the layout %s", (layout) => {
  it("say all of its lines, each at an address of its own, and nothing of another programme", async () => {
    const pages = await readProgramme(layout);
    const figures = readFigures(layout);
    expect(pages.filter(({ status, faults }) => status !== 200 || faults.length > 0)).toEqual([]);
    const count = (kind: string) => pages.filter(({ path }) => path.includes(`/${kind}/`)).length;
    expect(count("indicators")).toBe(figures.indicators.length);
    expect(count("activities")).toBe(figures.activities.length);
    const words = pages.map((one) => one.words).join(" ");
    const lines = [...figures.indicators, ...figures.activities].map(({ name }) => plain(name));
    expect(lines.filter((line) => !words.includes(line))).toEqual([]);
    expect(LAYOUTS[layout].says.filter((said) => !words.includes(said))).toEqual([]);
    expect(LAYOUTS[layout].not.filter((unsaid) => words.includes(unsaid))).toEqual([]);
    const others = NAMES.filter((other) => other !== layout).flatMap((other) => readFigures(other).activities);
    expect(others.filter(({ name }) => words.includes(plain(name)))).toEqual([]);
  });

  it("give out tables with the same lines and total", async () => {
    const figures = readFigures(layout);
    const [head, ...rows] = await readTable(`${addressOf(layout)}/finance.csv`);
    const scale = head?.[0]?.includes("тыс") ? 100_000 : 100;
    const total = Number(rows.at(-1)?.at(-1)?.replace(",", "."));
    expect(Math.round(total * scale)).toBe(addUp(figures));
    expect(await readTable(`${addressOf(layout)}/indicators.csv`)).toHaveLength(figures.indicators.length + 1);
    expect(await readTable(`${addressOf(layout)}/activities.csv`)).toHaveLength(figures.activities.length + 2);
  });
});

describe("an earlier edition", () => {
  const pages = ["", "/indicators", "/indicators/1.1", "/activities", "/activities/6", "/finance", "/findings"];

  beforeAll(async () => {
    const text = Buffer.concat([readFileSync(EXAMPLE_TEXT), Buffer.from("\n")]);
    await approveFile(browser, portal, { name: "next.txt", mimeType: "text/plain", buffer: text });
  });

  it.each(pages)("is shown by %s with what it is, and every link of the programme keeps it", async (path) => {
    const { page } = await openPage(browser, { viewport: { width: 360, height: 740 }, bypassCSP: true });
    const read = await readPage(page, `${EXAMPLE}${path}?edition=1`);
    expect(read.status).toBe(200);
    expect(read.faults).toEqual([]);
    const notice = page.locator(".notice");
    expect(await readWords(notice)).toContain("Показана редакция 1. Она не действует, действует редакция 2");
    const nav = page.locator("header a");
    const links = await page
      .locator("main a, header nav a")
      .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
    const own = links.filter((link) => link.startsWith(EXAMPLE) && !/\/(editions|compare)/.test(link));
    const leaving = await notice.locator("a").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
    expect(own.filter((link) => !link.includes("?edition=1") && !leaving.includes(link))).toEqual([]);
    expect(await nav.filter({ hasText: "English" }).first().getAttribute("href")).toContain("?edition=1");
    await notice.getByRole("link", { name: "открыть действующую" }).click();
    expect(page.url()).not.toContain("edition=");
    expect(await page.locator(".notice").count()).toBe(0);
    await page.context().close();
  });

  it("is no error where it is the one in force, and an error where there is none", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${portal.url}${EXAMPLE}/finance?edition=2`);
    expect(await readWords(page.locator(".notice"))).toContain("Показана редакция 2, она действует");
    for (const asked of ["3", "0", "x"]) {
      expect((await fetch(`${portal.url}${EXAMPLE}/finance?edition=${asked}`)).status).toBe(404);
    }
  });

  it("is kept by the cache, a query that nobody knows is not", async () => {
    const cacheable = async (query: string) => {
      const { headers } = await fetch(`${portal.url}${EXAMPLE}/finance${query}`);
      return headers.get("cache-control")?.startsWith("public") ?? false;
    };
    expect(await cacheable("?edition=1")).toBe(true);
    expect(await cacheable("?x=1")).toBe(false);
    expect(await cacheable("?edition=1&x=1")).toBe(false);
  });
});
