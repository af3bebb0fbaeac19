import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext } from "playwright-core";
import { ROLES, type Role } from "../../src/access/roles.ts";
import { openBrowser, type Portal, startPortal } from "../journeys/portal.ts";
import { takeFirstUse } from "./first-use.ts";
import { Pages, type Shot } from "./pages.ts";
import { FOLDER, listen, say, shoot } from "./shoot.ts";

/**
 * `npm run pictures [WORD]`: of every route of the demonstration one page (whose name matches WORD), found by following links as
 * a stranger and with each role, at three widths, light and dark, into `pictures/`. Prints the routes to which no link leads,
 * what axe finds, pages wider than the screen, and the weight of each public page as it travels. Before that the pages of the
 * first days and an installation's own empty ones (`first-use.ts`).
 */
const root = join(import.meta.dirname, "../..");
const DOCUMENT = join(root, "examples/ordynsky-2024-2026/ordynsky-2024-2026.txt");
const SCHEMES = ["light", "dark"] as const;
const programme = "/programmes/ordynsky-2024-2026";

/** States that a page has beside its usual one, and pages to which a link leads nobody. */
const ALSO: readonly Shot[] = [
  { name: "home-en", path: "/en", as: null },
  { name: "programme-en", path: `/en${programme}`, as: null },
  { name: "indicator-en", path: `/en${programme}/indicators/2.1`, as: null },
  { name: "finance-en", path: `/en${programme}/finance`, as: null },
  { name: "missing", path: "/no-such-page", as: null },
  { name: "link-void", path: "/new-password/void", as: null },
  { name: "tasks-none", path: "/desk/tasks?year=2020&late=1", as: "coordinator" },
  { name: "draft-none", path: `${programme}/draft`, as: "coordinator" },
  { name: "desk-settlement", path: "/desk", as: "settlement" },
  { name: "desk-chair", path: "/desk", as: "chair" },
  { name: "map-past", path: "/map?on=2001-01-01", as: null },
  { name: "association-en", path: "/en/associations/1", as: null },
  { name: "calendar-none", path: "/events?month=2035-01", as: null },
  { name: "events-none", path: "/desk/events?text=zzz", as: "coordinator" },
  { name: "register-warned", path: "/registry?warned=1", as: "coordinator" },
  { name: "act-upload", path: `${programme}/draft/act`, as: "coordinator" },
];

const wanted = new RegExp(process.argv[2] ?? "");
if (process.argv[2] === undefined) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const [portal, browser] = await Promise.all([startPortal(), openBrowser()]);
try {
  await takeFirstUse(browser, wanted);
  await takeAll(browser, portal);
} finally {
  await browser.close();
  await portal.stop();
}

async function takeAll(browser: Browser, portal: Portal): Promise<void> {
  const pages = new Pages();
  const readings = await readDocument(browser, portal);
  for (const as of [null, "coordinator", "administrator", ...ROLES] as const) {
    const context = await enter(browser, portal, { as });
    await pages.follow(context, { url: portal.url, as });
    await context.close();
  }
  for (const route of pages.missed) say(`no link leads to ${route}`);
  const shots = [...pages.shots, ...ALSO, ...readings].filter(({ name }) => wanted.test(name));
  for (const shot of shots.filter(({ as }) => as === null)) await weigh(portal, shot);
  for (const as of new Set(shots.map((shot) => shot.as))) {
    for (const colorScheme of SCHEMES) {
      const context = await enter(browser, portal, { as, colorScheme });
      for (const shot of shots.filter((one) => one.as === as))
        await takeShot(context, portal, { ...shot, colorScheme });
      await context.close();
    }
  }
}

interface Entering {
  readonly as: Role | null;
  readonly colorScheme?: (typeof SCHEMES)[number];
}

/** Through the demonstration's door of the role. */
async function enter(browser: Browser, portal: Portal, { as, colorScheme = "light" }: Entering) {
  const context = await browser.newContext({ colorScheme });
  if (as === null) return context;
  const page = await context.newPage();
  await page.goto(`${portal.url}/sign-in`);
  await page.locator(`main form.roles button[value="${as}"]`).click();
  await page.waitForURL("**/desk");
  await page.close();
  return context;
}

/** Has a document read, so that the preview has something to show. */
async function readDocument(browser: Browser, portal: Portal): Promise<readonly Shot[]> {
  const context = await enter(browser, portal, { as: "coordinator" });
  const page = await context.newPage();
  await page.goto(`${portal.url}/import`);
  await page.locator("input[type=file]").setInputFiles(DOCUMENT);
  await page.locator("main button[type=submit]").click();
  await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
  const reading = new URL(page.url()).pathname;
  await context.close();
  const as: Role = "coordinator";
  return [
    ...["title", "passport", "sections", "annex1", "annex2", "annex3"].map((part) => ({
      name: `preview-${part}`,
      path: `${reading}?part=${part}`,
      as,
    })),
    { name: "preview-findings", path: `${reading}?part=annex2&show=findings`, as },
    { name: "preview-en", path: `/en${reading}?part=annex2`, as },
  ];
}

async function takeShot(
  context: BrowserContext,
  portal: Portal,
  shot: Shot & { readonly colorScheme: string },
): Promise<void> {
  const page = await context.newPage();
  const name = `${shot.name}-${shot.colorScheme}`;
  listen(page, name);
  await page.goto(`${portal.url}${shot.path}`, { waitUntil: "networkidle" });
  await shoot(page, name);
  await page.close();
}

async function weigh(portal: Portal, shot: Shot): Promise<void> {
  const response = await fetch(`${portal.url}${shot.path}`, { headers: { "accept-encoding": "br" } });
  const bytes = response.headers.get("content-length") ?? "?";
  say(`${shot.name}: ${response.status}, ${bytes} bytes compressed`);
}
