import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, openPage, type Portal, readWords, startPortal } from "./portal.ts";

const SLUG = "/programmes/ordynsky-2024-2026";
const PAGES = [
  "/",
  SLUG,
  `${SLUG}/indicators`,
  `${SLUG}/indicators/2.1`,
  `${SLUG}/activities`,
  `${SLUG}/activities/6`,
  `${SLUG}/finance`,
  `${SLUG}/findings`,
  `${SLUG}/editions`,
  `${SLUG}/editions/1`,
  "/accessibility",
  "/privacy",
];
const KILOBYTES = 15_000;

let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
});

afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

describe("an edition as a file", () => {
  const file = async (name: string) => fetch(`${portal.url}${SLUG}/editions/1/${name}`);

  it.each([
    ["original", "PK"],
    ["docx", "PK"],
    ["xlsx", "PK"],
    ["json", "{"],
  ])("is given out as %s, to be kept and not shown", async (name, start) => {
    const answer = await file(name);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(
      Buffer.from(await answer.arrayBuffer())
        .toString("latin1")
        .startsWith(start),
    ).toBe(true);
  });

  it("is not found under any other name or number", async () => {
    expect((await file("pdf")).status).toBe(404);
    expect((await fetch(`${portal.url}${SLUG}/editions/9/docx`)).status).toBe(404);
  });
});

/** The bytes as they travel, and as they are read. */
async function fetchPacked(path: string): Promise<{ packed: number; html: string; headers: Headers }> {
  const response = await fetch(`${portal.url}${path}`, { headers: { "accept-encoding": "br, gzip" } });
  const html = await response.text();
  return { packed: Number(response.headers.get("content-length")), html, headers: response.headers };
}

describe.each(PAGES)("the public page %s", (path) => {
  it("has no script, no style but the one sheet, and weighs at most 15 kB with it", async () => {
    const { packed, html, headers } = await fetchPacked(path);
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=/);
    expect(html.match(/<style/g)).toHaveLength(1);
    expect(packed).toBeGreaterThan(0);
    expect(packed).toBeLessThanOrEqual(KILOBYTES);
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe-inline");
  });

  it.each(["light", "dark"] as const)(
    "holds against WCAG in %s, on a phone without scripts, in both languages",
    async (colorScheme) => {
      for (const prefix of ["", "/en"]) {
        const { page, faults } = await openPage(browser, {
          colorScheme,
          viewport: { width: 360, height: 740 },
          bypassCSP: true,
        });
        const response = await page.goto(`${portal.url}${prefix}${path === "/" && prefix ? "" : path}`);
        expect(response?.status()).toBe(200);
        expect(await page.locator("html").getAttribute("lang")).toBe(prefix ? "en" : "ru");
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wider).toBeLessThanOrEqual(0);
        expect(await findSeriousFaults(page)).toEqual([]);
        expect(faults).toEqual([]);
        await page.context().close();
      }
    },
  );
});

describe("a reader", () => {
  it("finds what is wrong in the document, and is led to its row", async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(portal.url);
    // The fold of the menu opens without a script.
    await page.getByRole("navigation", { name: "Разделы" }).getByText("Документ", { exact: true }).click();
    await page.getByRole("link", { name: "Замечания" }).first().click();
    expect(await readWords(page.locator("main"))).toContain("18.08.2023 № 1056/89");
  });

  it("gets the table of the finance page as CSV with the same total", async () => {
    const response = await fetch(`${portal.url}${SLUG}/finance.csv`);
    const text = await response.text();
    expect(response.headers.get("content-type")).toContain("text/csv");
    expect(text.replace(/[\s\u00a0]/g, "")).toMatch(/3575,5|3575500,00/);
  });

  it("gets a sentence and a number for a page that is not there", async () => {
    const response = await fetch(`${portal.url}/programmes/nowhere`);
    expect(response.status).toBe(404);
    const html = await response.text();
    expect(html).toContain("nowhere");
    expect(html).toMatch(/<code>[\w-]+<\/code>/);
  });

  it("is answered from the cache with 304 while nothing has changed", async () => {
    const first = await fetch(`${portal.url}${SLUG}`);
    await first.arrayBuffer();
    const again = await fetch(`${portal.url}${SLUG}`, {
      headers: { "if-none-match": first.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });
});
