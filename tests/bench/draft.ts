import type { Page } from "playwright-core";
import { openBrowser, openPage, type Portal, signIn, startPortal } from "../journeys/portal.ts";
import { generateProgramme } from "./generate-programme.ts";
import { type Measured, median } from "./measure.ts";

const LIMIT_MS = 50;
const ROUNDS = 25;

/** A draft of 2,000 activities over six years in a real browser: from the key that ends an edit until totals, findings and the picture are new. */
export async function benchDraft(): Promise<Measured[]> {
  const portal = await startPortal();
  const browser = await openBrowser();
  try {
    const { page } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    await signIn(page, portal);
    await openLargeDraft(page, portal);
    const times: { counted: number; painted: number }[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await timeEdit(page, round));
    const warm = times.slice(5);
    const counted = median(warm.map((time) => time.counted));
    const painted = median(warm.map((time) => time.painted));
    return [
      {
        what: "a keystroke in a draft of 2,000 activities: totals and findings",
        value: `${counted.toFixed(0)} ms`,
        target: `≤ ${LIMIT_MS} ms`,
        met: counted <= LIMIT_MS,
      },
      {
        what: "the same until it is painted",
        value: `${painted.toFixed(0)} ms`,
        target: "two frames more",
        met: painted <= LIMIT_MS + 34,
      },
    ];
  } finally {
    await browser.close();
    await portal.stop();
  }
}

async function openLargeDraft(page: Page, portal: Portal): Promise<void> {
  await page.goto(`${portal.url}/import`);
  const buffer = Buffer.from(generateProgramme(2000, 6));
  await page.getByLabel("Файл программы").setInputFiles({ name: "large.txt", mimeType: "text/plain", buffer });
  await page.getByRole("button", { name: "Прочитать" }).click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}/);
  await page.getByLabel(/Основание/).fill("для измерения");
  await page.getByRole("button", { name: /^Утвердить/ }).click();
  await page.waitForURL(/\/editions\/1$/);
  await page.goto(page.url().replace(/\/editions\/1$/, "/draft"));
  await page.getByRole("button", { name: "Начать черновик" }).click();
  await page.getByRole("grid").waitFor();
  await page.getByText(/Сохранено в/).waitFor();
}

/** Types a sum into a cell of the screenful and ends the edit; the times are the browser's own. */
async function timeEdit(page: Page, round: number): Promise<{ counted: number; painted: number }> {
  const cells = page.getByRole("gridcell", { name: /(областной|местный) бюджет.*, 20(2[5-9]|30), / });
  await cells.nth(round % 12).click();
  await page.keyboard.type(`${round * 10 + 3},5`);
  return page.evaluate(async () => {
    const field = document.activeElement;
    const start = performance.now();
    field?.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    await Promise.resolve();
    const counted = performance.now() - start;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return { counted, painted: performance.now() - start };
  });
}
