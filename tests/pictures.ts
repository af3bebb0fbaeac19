import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { findSeriousFaults } from "./journeys/axe.ts";
import { openBrowser, type Portal, signIn, startPortal } from "./journeys/portal.ts";

/**
 * `npm run pictures [WORD]`: every page (whose name holds WORD) at three widths, light and dark, into `pictures/`.
 * Prints what axe finds, pages wider than the screen, and the weight of each page as it travels.
 */
const root = join(import.meta.dirname, "..");
const FOLDER = join(root, "pictures");
const DOCUMENT = join(root, "examples/ordynsky-2024-2026/ordynsky-2024-2026.txt");
const WIDTHS = [360, 768, 1280];
const SCHEMES = ["light", "dark"] as const;
const programme = "/programmes/ordynsky-2024-2026";

const PUBLIC: Readonly<Record<string, string>> = {
  home: "/",
  "home-en": "/en",
  programme,
  "programme-en": `/en${programme}`,
  indicators: `${programme}/indicators`,
  indicator: `${programme}/indicators/1.1`,
  "indicator-en": `/en${programme}/indicators/2.1`,
  activities: `${programme}/activities`,
  activity: `${programme}/activities/6`,
  spending: `${programme}/spending`,
  "spending-en": `/en${programme}/spending`,
  finance: `${programme}/finance`,
  "finance-en": `/en${programme}/finance`,
  editions: `${programme}/editions`,
  edition: `${programme}/editions/1`,
  findings: `${programme}/findings`,
  acts: "/acts",
  "acts-en": "/en/acts",
  accessibility: "/accessibility",
  privacy: "/privacy",
  "own-programme": "/own-programme",
  missing: "/no-such-page",
  "sign-in": "/sign-in",
  "new-password": "/new-password",
  "link-void": "/new-password/void",
};

interface Shot {
  readonly name: string;
  readonly path: string;
}

const wanted = process.argv[2] ?? "";
if (wanted === "") rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
try {
  await takeAll(browser, portal);
} finally {
  await browser.close();
  await portal.stop();
}

async function takeAll(browser: Browser, portal: Portal): Promise<void> {
  const strangers = Object.entries(PUBLIC).map(([name, path]) => ({ name, path }));
  for (const shot of choose(strangers)) await weigh(portal, shot);
  const session = await openSession(browser, portal);
  for (const colorScheme of SCHEMES) {
    const stranger = await browser.newContext({ colorScheme });
    for (const shot of choose(strangers)) await takeShot(stranger, portal, { ...shot, scheme: colorScheme });
    await stranger.close();
    const officer = await browser.newContext({ colorScheme, storageState: session.state });
    for (const shot of choose(session.shots)) await takeShot(officer, portal, { ...shot, scheme: colorScheme });
    await officer.close();
  }
}

function choose(shots: readonly Shot[]): readonly Shot[] {
  return shots.filter((shot) => shot.name.includes(wanted));
}

/** Signs in and has a document read, so that the desk and the preview have something to show. */
async function openSession(browser: Browser, portal: Portal) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, portal);
  await page.goto(`${portal.url}/import`);
  await page.locator("input[type=file]").setInputFiles(DOCUMENT);
  await page.locator("main button[type=submit]").click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  const reading = new URL(page.url()).pathname;
  const money = await listMoney(portal, page);
  const state = await context.storageState();
  await context.close();
  const shots: readonly Shot[] = [
    { name: "desk", path: "/desk" },
    { name: "tasks", path: "/desk/tasks" },
    { name: "tasks-none", path: "/desk/tasks?year=2020&late=1" },
    { name: "task-new", path: "/desk/tasks/new" },
    { name: "acts-inner", path: "/registry/acts" },
    { name: "acts-new", path: "/registry/acts/new" },
    { name: "acts-rules", path: "/registry/acts/rules" },
    { name: "executors", path: "/desk/executors" },
    { name: "notices", path: "/desk/notices" },
    { name: "import", path: "/import" },
    { name: "draft-none", path: `${programme}/draft` },
    { name: "act-upload", path: `${programme}/draft/act` },
    { name: "sign-ins", path: "/settings/sign-ins" },
    { name: "account", path: "/settings/account" },
    { name: "second-factor", path: "/settings/second-factor" },
    { name: "people", path: "/people" },
    { name: "invite", path: "/people/invite" },
    ...["title", "passport", "sections", "annex1", "annex2", "annex3"].map((part) => ({
      name: `preview-${part}`,
      path: `${reading}?part=${part}`,
    })),
    { name: "preview-findings", path: `${reading}?part=annex2&show=findings` },
    { name: "preview-en", path: `/en${reading}?part=annex2` },
    ...money,
  ];
  return { state, shots };
}

/** The pages of money: lists and forms by their paths, records by the first link that leads to one. */
async function listMoney(portal: Portal, page: Page): Promise<readonly Shot[]> {
  const find = async (path: string, link: string) => {
    await page.goto(portal.url + path);
    return (await page.locator(link).first().getAttribute("href")) ?? path;
  };
  const entry = "tbody a[href*='/money/entries/']";
  const agreement = await find("/money/cofinancing", "tbody a[href*='/money/cofinancing/']");
  const [record = ""] = agreement.split("?");
  return [
    { name: "money", path: "/money?year=2024" },
    { name: "money-all", path: "/money?year=all" },
    { name: "money-journal", path: "/money/journal?year=2024" },
    { name: "money-journal-none", path: "/money/journal?text=ромашка" },
    { name: "money-register", path: "/money/register?year=2024" },
    { name: "money-reconciliation", path: "/money/reconciliation?year=2024&on=2024-06-01" },
    { name: "money-limit", path: "/money/new-limit?year=2024" },
    { name: "money-obligation", path: "/money/new-obligation?year=2024" },
    { name: "money-move", path: "/money/move?year=2024" },
    { name: "money-statements", path: "/money/statements" },
    { name: "money-requests", path: "/money/requests" },
    { name: "money-request-new", path: "/money/requests/new" },
    { name: "money-request", path: await find("/money/requests", "tbody a[href*='/money/requests/']") },
    { name: "money-agreements", path: "/money/cofinancing" },
    { name: "money-agreement", path: agreement },
    { name: "money-agreement-new", path: "/money/cofinancing/new" },
    { name: "money-agreement-amend", path: `${record}/amend` },
    { name: "money-report", path: `${record}/report?year=2024` },
    { name: "money-payment", path: await find("/money/journal?kind=payment&year=2024", entry) },
    { name: "money-reversed", path: await find("/money/journal?kind=reversal", entry) },
    { name: "money-commitment", path: await find("/money/journal?kind=commitment&year=2024", entry) },
  ];
}

async function takeShot(context: BrowserContext, portal: Portal, shot: Shot & { scheme: string }): Promise<void> {
  for (const width of WIDTHS) {
    const page = await context.newPage();
    const name = `${shot.name}-${shot.scheme}-${width}`;
    page.on(
      "console",
      (message) => message.type() === "error" && say(`${name}: ${message.text()} ${message.location().url}`),
    );
    page.on("pageerror", (error) => say(`${name}: ${error.message}`));
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${portal.url}${shot.path}`, { waitUntil: "networkidle" });
    writeFileSync(join(FOLDER, `${name}.png`), await page.screenshot({ fullPage: true }));
    await inspect(page, name);
    await page.close();
  }
}

async function inspect(page: Page, name: string): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wider > 0) say(`${name}: ${wider} px wider than the screen`);
  for (const fault of await findSeriousFaults(page)) say(`${name}: ${fault}`);
}

async function weigh(portal: Portal, shot: Shot): Promise<void> {
  const response = await fetch(`${portal.url}${shot.path}`, { headers: { "accept-encoding": "br" } });
  const bytes = response.headers.get("content-length") ?? "?";
  say(`${shot.name}: ${response.status}, ${bytes} bytes compressed`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
