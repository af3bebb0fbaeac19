import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from "playwright-core";
import { createPerson, type NewPerson } from "../../src/access/index.ts";
import { withParts } from "../../src/commands.ts";

const root = join(import.meta.dirname, "../..");

/** The real server as its own process on an empty data folder, as `npm start` leaves it after the first start. */
export interface Portal {
  readonly url: string;
  readonly email: string;
  readonly password: string;
  readonly dataFolder: string;
  /** By which a clean installation is set up. */
  readonly code: string;
  /** Where it tells how it is; empty where no port was set for that. */
  readonly watchUrl: string;
  readonly processId: number;
  stop(): Promise<void>;
}

/** A first start fills a whole year of demonstration. */
const READY_MS = 300_000;

/** `port` where the address must be known before; `environment` as an administrator would set it. */
export interface PortalOptions {
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Kept when the server stops; on a second start nobody's password is printed. */
  readonly kept?: string;
  /** A first start of its own, though others got a copy of one. */
  readonly isFirst?: boolean;
  /** As `npm start -- --empty`: beside the folder, without demonstration data. */
  readonly empty?: boolean;
}

export async function startPortal(options: PortalOptions = {}): Promise<Portal> {
  const { port = 0, environment = {}, kept, empty = false } = options;
  const dataFolder = kept ?? mkdtempSync(join(tmpdir(), "sosedstvo-journey-"));
  const model = isFilled(options) && !options.isFirst ? findModel() : undefined;
  // With its rights: PostgreSQL refuses a folder that others may read.
  if (model) execFileSync("cp", ["-a", `${model.dataFolder}/.`, dataFolder]);
  const args = ["--port", String(port), "--data", dataFolder, ...(empty ? ["--empty"] : [])];
  const child = spawn(process.execPath, [join(root, "src/main.ts"), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment },
  });
  const printed = await waitForLines(child, isFilled(options) && !model ? /@\S+\n {2}\S+\n/ : /Data: .*\n/);
  const [, url = ""] = /(http:\/\/localhost:\d+)/.exec(printed) ?? [];
  const [, email = "", password = ""] = model
    ? ["", model.email, model.password]
    : (/\n {2}(\S+@\S+)\n {2}(\S+)/.exec(printed) ?? []);
  const [, watchUrl = ""] = /Watching: (\S+)/.exec(printed) ?? [];
  const [, code = ""] = /\n {2}(\w{4}(?:-\w{4}){3})\n/.exec(printed) ?? [];
  const stop = async () => {
    await endProcess(child);
    if (kept !== undefined) return;
    for (const folder of [dataFolder, `${dataFolder}-own`]) rmSync(folder, { recursive: true, force: true });
  };
  return {
    url,
    email,
    password,
    code,
    watchUrl,
    processId: child.pid ?? 0,
    dataFolder: empty ? `${dataFolder}-own` : dataFolder,
    stop,
  };
}

/** The first start of a demonstration is told by the password that it prints. */
function isFilled({ kept, empty, isFirst }: PortalOptions): boolean {
  return isFirst || (kept === undefined && !empty);
}

/** What a first start left, for others to begin with: told to the processes of the tests by their environment. */
type Model = Pick<Portal, "dataFolder" | "email" | "password">;
const MODEL = "SOSEDSTVO_JOURNEY_MODEL";

export function keepModel({ dataFolder, email, password }: Model): void {
  process.env[MODEL] = JSON.stringify({ dataFolder, email, password });
}

/** None where a program other than the tests starts a portal. */
function findModel(): Model | undefined {
  const told = process.env[MODEL];
  return told === undefined ? undefined : (JSON.parse(told) as Model);
}

function waitForLines(child: ChildProcess, last: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const timer = setTimeout(() => reject(new Error(`the server did not start: ${printed}`)), READY_MS);
    const take = (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      if (!last.test(printed)) return;
      clearTimeout(timer);
      resolve(printed);
    };
    child.stdout?.on("data", take);
    child.stderr?.on("data", take);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${printed}`)));
  });
}

function endProcess(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
  });
}

/** Debian's Chromium; it asks nobody outside for anything. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.SOSEDSTVO_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A page of its own context; every error of a script or of the content policy fails the journey that looks at `faults`. */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  return { page, faults };
}

export async function signIn(page: Page, portal: Pick<Portal, "url" | "email" | "password">): Promise<void> {
  await enterPassword(page, portal, portal);
  await page.waitForURL("**/desk");
}

/** Fills in the form of signing in; where it leads is the caller's matter. */
export async function enterPassword(
  page: Page,
  portal: Pick<Portal, "url">,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  await page.goto(`${portal.url}/sign-in`);
  await page.getByLabel("Электронная почта").fill(email);
  await page.getByRole("textbox", { name: "Пароль" }).fill(password);
  await page.getByRole("button", { name: "Войти", exact: true }).click();
}

/** A person made beside the running server, as the command on it does. */
export async function addPerson(portal: Portal, person: NewPerson): Promise<void> {
  await withParts(portal.dataFolder, (_parts, run) => run((ctx) => createPerson(ctx, person)));
}

/** The words of an element as a person reads them: spaces that do not break are spaces. */
export async function readWords(element: Locator): Promise<string> {
  return (await element.innerText()).replace(/[\u00a0\u202f]/g, " ");
}
