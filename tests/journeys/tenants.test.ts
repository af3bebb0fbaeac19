import { execFileSync } from "node:child_process";
import { request as ask } from "node:http";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openPage, type Portal, readWords, signIn, startPortal } from "./portal.ts";

const root = join(import.meta.dirname, "../..");
const BASE = "/m/iskitimsky";
const HOST = "tos.cherepanovo.example";

let portal: Portal;
let browser: Browser;

beforeAll(async () => {
  [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
  addMunicipality("iskitimsky", "Искитимский район", []);
  addMunicipality("cherepanovsky", "Черепановский район", ["--host", HOST]);
  // The server looks for new municipalities once a second.
  await new Promise((resolve) => setTimeout(resolve, 1500));
});
afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

function addMunicipality(slug: string, name: string, more: readonly string[]): void {
  const names = ["--name", name, "--genitive", name, "--short", name, "--time-zone", "Asia/Novosibirsk"];
  execFileSync(join(root, "bin/sosedstvo"), ["municipality", slug, ...names, ...more, "--data", portal.dataFolder]);
}

/** Plain node:http, so that the host can be named. */
function askHost(host: string, path: string): Promise<{ status: number; body: string }> {
  const { port } = new URL(portal.url);
  return new Promise((resolve, reject) => {
    ask({ port, path, headers: { host } }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => {
        body += chunk.toString("utf8");
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on("error", reject)
      .end();
  });
}

describe("a second municipality beside the first", () => {
  it("has its pages under its own path, with links that stay there, and nothing of the first", async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(portal.url + BASE);
    expect(await readWords(page.locator("header"))).toContain("Искитимский район");
    expect(await readWords(page.locator("body"))).not.toContain("Ордынск");
    const own = await page
      .locator("a[href]")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    expect(own.filter((href) => !href.startsWith("#") && !href.startsWith("/m/iskitimsky"))).toEqual([]);
    await page.getByRole("link", { name: "English" }).first().click();
    expect(new URL(page.url()).pathname).toBe(`${BASE}/en`);
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect((await page.goto(`${portal.url}${BASE}/programmes/ordynsky-2024-2026`))?.status()).toBe(404);
    expect(faults.filter((fault) => !fault.includes("404"))).toEqual([]);
  });

  it("knows a coordinator of the first as a person without a role", async () => {
    const { page } = await openPage(browser);
    await signIn(page, portal);
    await page.goto(`${portal.url}${BASE}/import`);
    expect(new URL(page.url()).pathname).toBe(`${BASE}/import`);
    await page.setInputFiles('input[type="file"]', join(root, "examples/ordynsky-2024-2026/ordynsky-2024-2026.docx"));
    await page.getByRole("button", { name: "Прочитать" }).click();
    await page.getByText("У вас нет права на это действие").waitFor();
  });

  it("sends a stranger to sign in and back under its own path, and signs out there", async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(`${portal.url}${BASE}/desk`);
    expect(page.url()).toBe(`${portal.url}${BASE}/sign-in?next=%2Fdesk`);
    await page.getByLabel("Электронная почта").fill(portal.email);
    await page.getByRole("textbox", { name: "Пароль" }).fill(portal.password);
    await page.getByRole("button", { name: "Войти" }).click();
    await page.waitForURL(`${portal.url}${BASE}/desk`);
    await page.getByRole("button", { name: "Выйти" }).first().click();
    await page.waitForURL(portal.url + BASE);
    expect(faults).toEqual([]);
  });
});

describe("a municipality with a host of its own", () => {
  it("has its pages at the root of that host, from the cache too, and no others there", async () => {
    for (const path of ["/", "/", "/m/iskitimsky", "/en"]) {
      const { status, body } = await askHost(HOST, path);
      expect([path, status === 200 || status === 404]).toEqual([path, true]);
      expect(body).toContain("Черепановский район");
      expect(body).not.toContain("Искитимский");
      expect(body).not.toContain("Ордынск");
    }
  });

  it("does not open the door to hosts that nobody named", async () => {
    expect((await askHost(`evil.${HOST}`, "/")).status).toBe(400);
  });
});
