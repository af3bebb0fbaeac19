import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openPage, type Portal, signIn } from "./portal.ts";

const FOLDER = join(import.meta.dirname, "../../examples/layouts");

/** The figures of a layout as `read --figures` gives them; money in kopecks. */
export interface LayoutFigures {
  readonly years: readonly number[];
  readonly passportFinance?: object;
  readonly summaryTable?: object;
  readonly indicators: readonly { readonly number: string; readonly name: string }[];
  readonly activities: readonly { readonly name: string; readonly [source: string]: unknown }[];
}

export function readFigures(layout: string): LayoutFigures {
  return JSON.parse(readFileSync(join(FOLDER, layout, "figures.json"), "utf8"));
}

/** What `setInputFiles` takes. */
type Upload = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** Has each layout's document approved, each as the first edition of a programme; gives their short names, in the same order. */
export async function approveLayouts(browser: Browser, portal: Portal, layouts: readonly string[]): Promise<string[]> {
  const slugs: string[] = [];
  for (const layout of layouts) {
    const address = await approveFile(browser, portal, findDocument(layout));
    slugs.push(/programmes\/([^/]+)\/editions\/1$/.exec(address)?.[1] ?? address);
  }
  return slugs;
}

/** Has a file read and approved as a person would, knowing of its errors; gives the address of its edition. */
export async function approveFile(browser: Browser, portal: Portal, file: Upload): Promise<string> {
  const { page } = await openPage(browser, { javaScriptEnabled: false });
  await signIn(page, portal);
  await page.goto(`${portal.url}/import`);
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "Прочитать" }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  for (const box of await page.locator(".form input[type=checkbox]").all()) await box.check();
  await page.locator("#basis").fill("решение об утверждении");
  await page.getByRole("button", { name: /^Утвердить/ }).click();
  await page.waitForURL(/\/editions\/\d+$/);
  const address = page.url();
  await page.context().close();
  return address;
}

function findDocument(layout: string): string {
  const file = readdirSync(join(FOLDER, layout)).find((name) => name.startsWith("document."));
  if (!file) throw new Error(`${layout} has no document`);
  return join(FOLDER, layout, file);
}
