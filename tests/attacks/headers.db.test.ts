import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "../../src/access/roles.ts";
import type { Answer } from "../installation/ask.ts";
import { type Installation, openInstallation } from "../installation/open.ts";
import { signInAs } from "../installation/people.ts";
import { makeRecords, type Records } from "../walk/records.ts";
import { READS } from "../walk/steps.ts";
import { make } from "../walk/walk.ts";
import type { Walker } from "../walk/walkers.ts";

/** What every page lets a browser do: nothing of other hosts, and no shared cache keeps what only one person may see. */
let site: Installation;
let records: Records;
let everything: Walker;
const stranger: Walker = { name: "stranger", personId: null, address: "203.0.113.9", cookie: "", holdings: [] };

beforeAll(async () => {
  site = await openInstallation();
  records = await makeRecords(site, site.here);
  const person = await signInAs(
    site,
    "Со всеми ролями",
    ROLES.map((role) => ({ role, place: site.here })),
  );
  everything = { name: "everything", ...person, holdings: [] };
}, 300_000);
afterAll(() => site.close());

const askAs = (walker: Walker, step: (typeof READS)[number][1]) =>
  make(site, step, { walker, records, place: site.here, whole: true });
const isPage = ({ headers }: Answer) => headers["content-type"]?.startsWith("text/html") ?? false;

/** A policy as its directives. */
function readPolicy({ headers }: Answer): ReadonlyMap<string, readonly string[]> {
  const lines = (headers["content-security-policy"] ?? "").split(";").map((line) => line.trim().split(/\s+/));
  return new Map(lines.map(([name = "", ...sources]) => [name, sources]));
}

const LOCAL = /^('self'|'none'|'nonce-[\w+/=]+'|'sha256-[\w+/=]+'|data:|blob:)$/;
const TAG = /<(script|style|link|iframe|object|embed|base|img|form|source)\b[^>]*>/g;
const FOREIGN = /\b(?:src|href|action|data|srcset|poster)="(?:https?:)?\/\//;

function expectOwnHostAlone(page: Answer): void {
  const policy = readPolicy(page);
  for (const [name, sources] of policy) {
    const allowed = name === "style-src-attr" ? ["'unsafe-inline'"] : [];
    expect(sources.filter((source) => !LOCAL.test(source) && !allowed.includes(source))).toEqual([]);
  }
  for (const name of ["default-src", "base-uri", "frame-ancestors"]) expect(policy.get(name)).toEqual(["'none'"]);
  expect(policy.get("form-action")).toEqual(["'self'"]);
  const tags = page.text.match(TAG) ?? [];
  expect(tags.filter((tag) => FOREIGN.test(tag))).toEqual([]);
}

/** No script at all, and the one style sheet that the policy names. */
function expectPublic(page: Answer): void {
  const policy = readPolicy(page);
  expect(policy.has("script-src")).toBe(false);
  expect(page.text).not.toMatch(/<script|\son[a-z]+=|\sstyle=|javascript:/i);
  const styles = [...page.text.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g)].map(([, style = ""]) => style);
  const hashes = styles.map((style) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`);
  expect(policy.get("style-src")).toEqual(hashes);
  expect(hashes).toHaveLength(1);
}

/** Scripts and styles carry the nonce of this one answer, which nobody keeps. */
function expectInner(page: Answer): void {
  const policy = readPolicy(page);
  const nonce = policy
    .get("script-src")
    ?.find((source) => source.startsWith("'nonce-"))
    ?.slice("'nonce-".length, -1);
  expect(nonce).toMatch(/^[\w+/=]{24,}$/);
  expect(policy.get("script-src")).toEqual(["'self'", `'nonce-${nonce}'`]);
  expect(page.headers["cache-control"]).toBe("private, no-store");
  const scripts = page.text.match(/<script\b[^>]*>/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
}

const ALWAYS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** Files that everybody gets alike, so that a cache between may keep them. */
const EVERYBODYS = new Set([
  "marks/:mark",
  "news/pictures/:id/:size",
  "events/calendar.ics",
  "events/calendar/:file",
  "sheet/manifest.webmanifest",
]);

describe("what a browser is told", () => {
  const seen = { public: 0, inner: 0 };
  const look = (page: Answer) => {
    expect(page.headers).toMatchObject(ALWAYS);
    expect(page.headers["permissions-policy"]).toContain("geolocation=()");
    expect(page.headers.server ?? page.headers["x-powered-by"]).toBeUndefined();
    if (!isPage(page)) return;
    expectOwnHostAlone(page);
    const isPublic = !page.text.includes("<script");
    seen[isPublic ? "public" : "inner"] += 1;
    if (isPublic) expectPublic(page);
    else expectInner(page);
  };

  test.each(READS)("of %s, by who has every role", async (_name, step) => {
    const page = await askAs(everything, step);
    look(page);
    // Whatever was made for somebody is theirs.
    if (!EVERYBODYS.has(step.route.route)) expect(page.headers["cache-control"]).toMatch(/no-store|private/);
  });

  test.each(READS)("of %s, by a stranger", async (_name, step) => {
    const page = await askAs(stranger, step);
    look(page);
    // A shared cache may keep what everybody gets, and asks again each time; nothing that a right was asked for.
    if (step.row.asks !== "everybody") expect(page.headers["cache-control"]).toMatch(/no-store|private/);
    expect(page.cookies.length > 0 && /public/.test(page.headers["cache-control"] ?? "")).toBe(false);
  });

  test("both kinds of pages were among them", () => {
    expect(seen.public).toBeGreaterThan(20);
    expect(seen.inner).toBeGreaterThan(30);
  });

  test("two answers never carry the same nonce", async () => {
    const nonces = await Promise.all(
      [1, 2, 3].map(async () => /nonce="([^"]+)"/.exec((await site.ask("/desk", everything)).text)?.[1]),
    );
    expect(new Set(nonces).size).toBe(3);
  });
});

test.each(["/nothing/here", "/assets/none.js", "/people/none", "/sign-in/with/nobody", "/%"])(
  "an error page, %s, has the same protection",
  async (path) => {
    const page = await site.ask(path);
    expect(page.status).toBeGreaterThanOrEqual(300);
    expect(page.headers).toMatchObject(ALWAYS);
    if (isPage(page)) expect(readPolicy(page).get("default-src")).toEqual(["'none'"]);
  },
);
