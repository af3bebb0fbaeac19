import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { findSeriousFaults } from "../journeys/axe.ts";

export const FOLDER = join(import.meta.dirname, "../../pictures");
const WIDTHS = [360, 768, 1280];

/** The page as it stands, whole, at three widths; says where it is wider than the screen and what axe finds. */
export async function shoot(page: Page, name: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    writeFileSync(join(FOLDER, `${name}-${width}.png`), await page.screenshot({ fullPage: true }));
    await inspect(page, `${name}-${width}`);
  }
}

async function inspect(page: Page, name: string): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) say(`${name}: ${wider} px wider than the screen`);
  for (const fault of await findSeriousFaults(page)) say(`${name}: ${fault}`);
}

/** What a page's scripts complain of is said beside its name. */
export function listen(page: Page, name: string): void {
  page.on(
    "console",
    (message) => message.type() === "error" && say(`${name}: ${message.text()} ${message.location().url}`),
  );
  page.on("pageerror", (error) => say(`${name}: ${error.message}`));
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
