import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "../../src/access/roles.ts";
import { type Installation, openInstallation } from "../installation/open.ts";
import { PASSWORD, type SignedIn, signInAs } from "../installation/people.ts";
import { makeRecords, type Records } from "../walk/records.ts";
import { READS, STEPS, WRITES } from "../walk/steps.ts";
import { findAddress, make, takeFingerprint } from "../walk/walk.ts";
import type { Walker } from "../walk/walkers.ts";

/** What another site can make a visitor's browser do, and what a forged name of the host can: nothing. */
let site: Installation;
let records: Records;
let person: SignedIn;
let walker: Walker;

beforeAll(async () => {
  site = await openInstallation();
  records = await makeRecords(site, site.here);
  const everyRole = ROLES.map((role) => ({ role, place: site.here }));
  person = await signInAs(site, "Со всеми ролями", everyRole);
  walker = { name: "everything", ...person, holdings: [] };
}, 300_000);
afterAll(() => site.close());

const here = () => new URL(site.url).host;

describe("a form that another site sends in the name of somebody who has every right", () => {
  const FOREIGN: readonly [string, Readonly<Record<string, string>>][] = [
    ["says that it comes across sites", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }],
    ["comes from a neighbour's host name", { "sec-fetch-site": "same-site" }],
    ["comes from a bookmark or a letter", { "sec-fetch-site": "none" }],
    ["names a foreign origin", { "sec-fetch-site": "", origin: "https://evil.example" }],
    ["names an origin that is none", { "sec-fetch-site": "", origin: "null" }],
    ["names an origin that only begins like ours", { "sec-fetch-site": "", origin: "OURS.evil.example" }],
  ];

  test.each(FOREIGN)("%s: no call of any route takes it", async (_how, given) => {
    const before = await takeFingerprint(site.database);
    const headers = { ...given, ...(given.origin === "OURS.evil.example" && { origin: `${site.url}.evil.example` }) };
    for (const [name, step] of WRITES) {
      const address = await findAddress(step, records, walker);
      for (const path of [address, address.replace(/(?=\?|$)/, ".data")]) {
        const answer = await site.ask(path, { ...person, method: "POST", headers });
        expect([name, path, answer.status]).toEqual([name, path, 403]);
      }
    }
    expect(await takeFingerprint(site.database)).toEqual(before);
  });

  test("the cookie of the session does not go along in the first place, and no script reads it", async () => {
    const answer = await site.ask("/sign-in", {
      address: "203.0.113.77",
      form: { email: person.email, password: PASSWORD },
    });
    expect(answer.cookies.length).toBeGreaterThan(0);
    for (const cookie of answer.cookies) expect(cookie).toMatch(/; *HttpOnly/i);
    for (const cookie of answer.cookies) expect(cookie).toMatch(/; *SameSite=Lax/i);
  });

  test("reading changes nothing: a GET with the fields of a form does what a GET does", async () => {
    const before = await takeFingerprint(site.database);
    for (const [, step] of WRITES.filter(([, { route }]) => route.route !== "sign-out")) {
      const address = await findAddress(step, records, walker);
      const intent = step.call.slice("POST ".length);
      await site.ask(`${address}${address.includes("?") ? "&" : "?"}intent=${intent}&deed=${intent}&id=1`, person);
    }
    const { message_reading, notice, ...after } = await takeFingerprint(site.database);
    // A thread that was opened counts as read.
    expect({ ...after, message_reading: before.message_reading, notice: before.notice }).toEqual(before);
  });
});

describe("a forged name of the host", () => {
  const FORGED = ["evil.example", "localhost.evil.example", "localhost@evil.example", "LOCALHOST", "127.0.0.1:1"];

  test.each(FORGED)("«%s» gets no page, no form and no file", async (host) => {
    const paths = [
      "/",
      "/desk",
      "/desk.data",
      "/programmes/ordynsky-2024-2026/finance.csv",
      "/m/iskitimsky",
      "/assets/x.js",
    ];
    for (const path of paths) expect([path, (await site.ask(path, { headers: { host } })).status]).toEqual([path, 400]);
    const posted = await site.ask("/people/invite", { ...person, form: { email: "a@example.org" }, headers: { host } });
    expect(posted.status).toBe(400);
  });

  test("in other headers changes no link: those of letters and invitations name the server", async () => {
    const headers = {
      "x-forwarded-host": "evil.example",
      forwarded: "host=evil.example;proto=https",
      "x-original-url": "/settings/mail",
      "x-forwarded-proto": "https",
      "x-forwarded-prefix": "//evil.example",
    };
    const form = { email: "new@example.org", roles: "operator", basis: "распоряжение № 3" };
    const answer = await site.ask("/people/invite", { ...person, form, headers });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(`http://${here()}/invitation/`);
    expect(answer.text).not.toContain("evil.example");
  });

  test("does not enter the cache of public pages", async () => {
    const headers = { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
    await site.ask("/accessibility", { headers });
    expect((await site.ask("/accessibility")).text).not.toContain("evil.example");
  });
});

describe("a redirect leads only to pages of this site", () => {
  const AWAY = [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "/%5Cevil.example/",
    "\\/\\/evil.example/",
    "/\t/evil.example/",
    "/%09/evil.example/",
    "/\n/evil.example",
    "/..//evil.example/",
    "/./\\evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "http:evil.example",
    "///evil.example",
    "/@evil.example:x/..//evil.example",
  ];
  /** As a browser on our page reads it. */
  const originOf = (location: string) => new URL(location, site.url).origin;

  test.each(AWAY)("after signing in with next=%s", async (next) => {
    const path = `/sign-in?${new URLSearchParams({ next })}`;
    const form = { email: person.email, password: PASSWORD };
    const signed = await site.ask(path, { address: `203.0.113.${AWAY.indexOf(next)}`, form });
    expect([signed.status, originOf(signed.location)]).toEqual([302, site.url]);
    const already = await site.ask(path, person);
    expect([already.status, originOf(already.location)]).toEqual([302, site.url]);
    const provider = await site.ask(`/sign-in/with/nobody?${new URLSearchParams({ next })}`);
    expect(originOf(provider.location)).toBe(site.url);
  });

  test.each(["//evil.example", "/\\evil.example", "/%2Fevil.example", "/m//evil.example", "//evil.example/%2e%2e"])(
    "no address that begins with %s is sent away, of whatever route",
    async (start) => {
      for (const step of STEPS) {
        if (step.row.last) continue;
        const address = await findAddress(step, records, walker);
        const method = step.call === "GET" ? "GET" : "POST";
        for (const asked of [person, { cookie: "", address: "203.0.113.200" }]) {
          const { location } = await site.ask(start + address, { ...asked, method });
          expect([address, originOf(location)]).toEqual([address, site.url]);
        }
      }
    },
  );

  test("what is asked for comes back after signing in, with its query and without another's host", async () => {
    for (const [, step] of READS) {
      const stranger: Walker = { ...walker, name: "stranger", personId: null, cookie: "" };
      const { location } = await make(site, step, { walker: stranger, records, place: site.here, whole: true });
      expect(originOf(location)).toBe(site.url);
    }
  });
});
