import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "../../src/access/roles.ts";
import { type Installation, openInstallation } from "../installation/open.ts";
import { type SignedIn, signInAs } from "../installation/people.ts";
import { collectSources, WEB } from "../walk/calls.ts";
import { makeRecords, type Records } from "../walk/records.ts";
import { KNOWN, READS, WRITES } from "../walk/steps.ts";
import { findAddress, takeFingerprint } from "../walk/walk.ts";
import type { Walker } from "../walk/walkers.ts";

/** What is typed into addresses by hand: SQL and rubbish in every parameter, names of files that were guessed. */
let site: Installation;
let records: Records;
let person: SignedIn;
let walker: Walker;

beforeAll(async () => {
  site = await openInstallation();
  records = await makeRecords(site, site.here);
  person = await signInAs(
    site,
    "Со всеми ролями",
    ROLES.map((role) => ({ role, place: site.here })),
  );
  walker = { name: "everything", ...person, holdings: [] };
}, 300_000);
afterAll(() => site.close());

const SQL_AND_RUBBISH = [
  "' or '1'='1",
  "1); drop table person; --",
  "1 union select password from sign_in_account",
  "(select pg_sleep(3))",
  "\u0000",
  "%",
  "2026-02-31",
  "-1",
  "9".repeat(400),
  "[object Object]",
  "́".repeat(1_000),
];

/** Words that a route's sources take from an address. Too many are found rather than too few: those of forms are among them. */
const READ = /\.(?:get|getAll|has)\("([A-Za-z-]+)"\)/g;
function listParameters(file: string): readonly string[] {
  const sources = [...collectSources(join(WEB, file), new Set())].map((path) => readFileSync(path, "utf8"));
  const read = sources.flatMap((source) => [...source.matchAll(READ)].map(([, name = ""]) => name));
  // Filters that go through a list of names.
  const listed = sources.flatMap((source) => [
    ...source.matchAll(/"(from|until|action|person|subject|outcome|text)"/g),
  ]);
  return [...new Set([...read, ...listed.map(([, name = ""]) => name)])].sort();
}

const PARAMETERS = READS.map(([name, step]): [string, (typeof READS)[number][1], readonly string[]] => {
  const known = KNOWN.find(({ route }) => route === step.route.route);
  return [name, step, known ? listParameters(known.file) : []];
});

describe("SQL and rubbish in every parameter of every address breaks nothing and shows nothing more", () => {
  test("the parameters are found in the sources", () => {
    const of = (route: string) => PARAMETERS.find(([, step]) => step.route.route === route)?.[2] ?? [];
    expect(of("desk/tasks")).toEqual(expect.arrayContaining(["year", "executor", "state", "sort", "page"]));
    expect(of("money/journal")).toEqual(expect.arrayContaining(["kind", "source", "text", "from", "after"]));
    expect(of("settings/trail")).toEqual(expect.arrayContaining(["after", "outcome", "from"]));
  });

  test.each(PARAMETERS.filter(([, , names]) => names.length > 0))(
    "%s",
    async (_name, step, names) => {
      const address = await findAddress(step, records, walker);
      const plain = step.hasData && address !== "/" ? address.replace(/(?=\?|$)/, ".data") : address;
      const join = plain.includes("?") ? "&" : "?";
      // Each alone, since one that is refused hides the others; each with another of the payloads, and one with all.
      for (const [place, name] of names.entries()) {
        for (const step of [0, 4, 7]) {
          const value = SQL_AND_RUBBISH[(place + step) % SQL_AND_RUBBISH.length] ?? "";
          const start = performance.now();
          const { status } = await site.ask(`${plain}${join}${new URLSearchParams({ [name]: value })}`, person);
          expect([name, value.slice(0, 40), status < 500]).toEqual([name, value.slice(0, 40), true]);
          expect(performance.now() - start).toBeLessThan(3_000);
        }
      }
      const all = new URLSearchParams(names.map((name): [string, string] => [name, "' or '1'='1"]));
      expect((await site.ask(`${plain}${join}${all}`, person)).status).toBeLessThan(500);
    },
    60_000,
  );

  test.each(["/money/journal.csv?text=", "/desk/tasks.csv?executor="])(
    "%s finds what holds the words themselves, not what the words would do in SQL",
    async (path) => {
      const rows = async (words: string) =>
        (await site.ask(path + encodeURIComponent(words), person)).text.trim().split("\r\n").length;
      const nothing = await rows("нет таких слов нигде");
      expect(await rows("")).toBeGreaterThan(nothing);
      for (const words of ["' or '1'='1", "%", "_", "x') or true --", "\\"]) {
        expect([words, await rows(words)]).toEqual([words, nothing]);
      }
    },
  );

  test("nor in the parts of an address, whatever route they belong to", async () => {
    const broken: unknown[] = [];
    for (const { route } of KNOWN.filter(({ route }) => route.includes(":"))) {
      for (const value of SQL_AND_RUBBISH) {
        const path = `/${route.replace(/:\w+/g, encodeURIComponent(value.slice(0, 400)))}`;
        const { status } = await site.ask(path, person);
        if (status >= 500) broken.push([route, value.slice(0, 40)]);
      }
    }
    expect(broken).toEqual([]);
  }, 120_000);

  test("nor in any field of any form", async () => {
    const fields = [
      "id",
      "version",
      "year",
      "on",
      "date",
      "role",
      "owner",
      "activityId",
      "message",
      "item",
      "step",
      "factor",
      "basis",
      "givenOn",
    ];
    const before = await takeFingerprint(site.database);
    const broken: unknown[] = [];
    for (const [name, step] of WRITES.filter(([, { row }]) => !row.last)) {
      const address = await findAddress(step, records, walker);
      for (const value of ["' or '1'='1", "\u0000", "9".repeat(400), "2026-02-31"]) {
        const intent = step.call.slice("POST ".length);
        const form = { ...Object.fromEntries(fields.map((field) => [field, value])), intent, deed: intent };
        const { status } = await site.ask(address.replace(/(?=\?|$)/, ".data"), {
          ...person,
          address: nextNetwork(),
          form,
        });
        if (status >= 500) broken.push([name, value.slice(0, 40)]);
      }
    }
    expect(broken).toEqual([]);
    const after = await takeFingerprint(site.database);
    expect(after.edition).toEqual(before.edition);
    expect(after.ledger_entry).toEqual(before.ledger_entry);
  }, 120_000);
});

let networks = 0;
function nextNetwork(): string {
  networks += 1;
  return `2001:db8:${networks.toString(16)}::1`;
}

describe("a file whose name was guessed", () => {
  const GUESSED = [
    "/assets/../server/index.js",
    "/assets/..%2f..%2fpackage.json",
    "/assets/%2e%2e/%2e%2e/data/secret-key",
    "/assets/..\\..\\package.json",
    "/data/secret-key",
    "/secret-key",
    "/files/aa",
    "/.env",
    "/.git/config",
    "/package.json",
    "/build/server/index.js",
    "/src/main.ts",
    "/assets/",
    "/assets",
    "/marks/..%2f..%2fsecret-key",
    "/marks/aaaaaaaaaaaa.webp",
    "/money/..%2fjournal.csv",
    "/money/secret-key",
    "/desk/..%2fsecret-key",
    "/desk/files/..%2f..%2fsecret-key",
    "/programmes/..%2f..%2fsecret-key/finance.csv",
    "/programmes/ordynsky-2024-2026/..%2f..%2fsecret-key",
    "/programmes/ordynsky-2024-2026/editions/1/..%2f..%2fsecret-key",
    "/programmes/ordynsky-2024-2026/compare/..%2fsecret-key",
    "/programmes/ordynsky-2024-2026/spending/..%2fsecret-key",
    "/settings/..%2fsecret-key",
  ];

  test.each(GUESSED)("%s is not there, even for who has every role", async (path) => {
    expect([301, 302, 400, 403, 404]).toContain((await site.ask(path, person)).status);
    const { status, text } = await site.ask(path);
    expect([301, 302, 400, 403, 404]).toContain(status);
    expect(text).not.toContain(readFileSync(join(site.dataFolder, "secret-key"), "utf8"));
  });

  test("by the hash of its content is nowhere to be had: only records lead to files", async () => {
    const hash = await records.one("message_file", "true", "hash");
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    for (const path of [
      `/files/${hash}`,
      `/desk/files/${hash}`,
      `/marks/${hash.slice(0, 12)}.webp`,
      `/assets/${hash}`,
    ]) {
      expect([path, (await site.ask(path, person)).status]).toEqual([path, 404]);
    }
    const consent = await records.one("consent", `person_id = '${records.person}'`);
    for (const path of [
      `/people/${person.personId}/consents/${consent}`,
      `/people/${records.person}/consents/${records.task}`,
    ]) {
      expect([path, (await site.ask(path, person)).status]).toEqual([path, 404]);
    }
  });
});
