import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findSeriousFaults } from "./axe.ts";
import { openBrowser, openPage, type Portal, readWords, startPortal } from "./portal.ts";

const root = join(import.meta.dirname, "../..");
const BASE = "/m/oblast";

let portal: Portal;
let browser: Browser;

const command = (...told: readonly string[]) =>
  execFileSync(join(root, "bin/sosedstvo"), [...told, "--data", portal.dataFolder], {
    encoding: "utf8",
    stdio: "pipe",
  });

function add(slug: string, name: string, ...more: readonly string[]): void {
  const names = ["--name", name, "--genitive", name, "--short", name, "--time-zone", "Asia/Novosibirsk"];
  command("municipality", slug, ...names, ...more);
}

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  add("oblast", "Новосибирская область", "--kind", "region");
  add("iskitimsky", "Искитимский район", "--region", "oblast", "--host", "tos.iskitim.example");
  command("municipality-region", "ordynsky", "oblast");
  // The server looks for new municipalities once a second.
  await new Promise((resolve) => setTimeout(resolve, 1500));
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

describe("the page of a region", () => {
  it("shows what its districts have published, without a script, each figure leading to the district's portal", async () => {
    const { page, faults } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${portal.url}${BASE}?year=2025`);
    const table = page.getByRole("table");
    expect(await readWords(table)).toContain("программа не опубликована");
    expect(await page.locator("script").count()).toBe(0);
    const links = await table.locator("a").evaluateAll((found) => found.map((link) => link.getAttribute("href")));
    expect(links).toContain("/programmes/ordynsky-2024-2026/finance#regional");
    expect(links).toContain("http://tos.iskitim.example");
    const whole = table.getByRole("row", { name: /Ордынский/ }).locator("a[href$='/finance']");
    const shown = await readWords(whole);
    await whole.click();
    expect(page.url()).toBe(`${portal.url}/programmes/ordynsky-2024-2026/finance`);
    expect(await readWords(page.locator("main"))).toContain(shown);
    expect(faults).toEqual([]);
  });

  it("is there in English, for each year and for all, and for no other", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${portal.url}${BASE}/en?year=all`);
    await page.getByRole("heading", { name: "The districts’ programmes side by side" }).waitFor();
    await page.getByRole("link", { name: "2024", exact: true }).click();
    expect(page.url()).toBe(`${portal.url}${BASE}/en?year=2024`);
    expect(await findSeriousFaults(page)).toEqual([]);
    expect((await page.goto(`${portal.url}${BASE}?year=1999`))?.status()).toBe(404);
  });

  it("gives its table as a file, and other municipalities have none", async () => {
    const file = await fetch(`${portal.url}${BASE}/districts.csv?year=2025`);
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const lines = (await file.text()).trim().split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain("Район;Программа;Годы программы;Редакция;");
    const [own, total] = [lines[2]?.split(";") ?? [], lines[3]?.split(";") ?? []];
    expect(own.slice(4)).toEqual(total.slice(4));
    expect((await fetch(`${portal.url}/districts.csv`)).status).toBe(404);
  });

  it("forgets a district that leaves it, though the page was kept", async () => {
    const read = async () => (await fetch(portal.url + BASE)).text();
    expect(await read()).toContain("Ордынский");
    command("municipality-region", "ordynsky");
    await expect.poll(read, { timeout: 5_000 }).not.toContain("Ордынский");
    command("municipality-region", "ordynsky", "oblast");
    await expect.poll(read, { timeout: 5_000 }).toContain("Ордынский");
  });
});

describe("the command", () => {
  it.each([
    ["a municipality that is not there", ["nowhere", "oblast"], "nowhere"],
    ["a region that is not there", ["ordynsky", "iskitimsky"], "iskitimsky"],
    ["a region into itself", ["oblast", "oblast"], "oblast"],
  ])("refuses %s", (_name, told, named) => {
    expect(() => command("municipality-region", ...told)).toThrow(named);
  });
});
