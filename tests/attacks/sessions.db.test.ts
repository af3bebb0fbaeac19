import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Installation, openInstallation } from "../installation/open.ts";
import { cookiesOf, nextAddress, openSession, PASSWORD, type SignedIn, signInAs } from "../installation/people.ts";

/** Cookies and links that were planted, stolen or carried over: each opens what it was made for, once, and nothing else. */
let site: Installation;
let administrator: SignedIn;
let outsider: SignedIn;

beforeAll(async () => {
  site = await openInstallation();
  administrator = await signInAs(site, "Администратор", [{ role: "administrator", place: site.here }]);
  outsider = await signInAs(site, "Администратор соседей", [{ role: "administrator", place: site.there }]);
}, 300_000);
afterAll(() => site.close());

const tokenOf = (cookie: string) => /sosedstvo\.session_token=([^;]+)/.exec(cookie)?.[1] ?? "";
const isIn = async (cookie: string) => (await site.ask("/desk", { cookie, address: nextAddress() })).status === 200;

describe("a session that was fixed", () => {
  test("a cookie planted before signing in opens nothing afterwards: the person gets a token of their own", async () => {
    const victim = await signInAs(site, "Жертва");
    const planted = await openSession(site, { email: administrator.email, address: nextAddress() });
    const answer = await site.ask("/sign-in", {
      cookie: planted,
      address: nextAddress(),
      form: { email: victim.email, password: PASSWORD },
    });
    const own = cookiesOf(answer.cookies);
    expect(tokenOf(own)).not.toBe("");
    expect(tokenOf(own)).not.toBe(tokenOf(planted));
    expect((await site.ask("/settings", { cookie: own })).text).toContain("Жертва");
    expect((await site.ask("/settings", { cookie: planted })).text).not.toContain("Жертва");
  });

  test("a token that nobody gave out, or whose signature was changed, opens nothing", async () => {
    const good = administrator.cookie;
    expect(await isIn(good)).toBe(true);
    const [value = "", signature = ""] = decodeURIComponent(tokenOf(good)).split(".");
    for (const token of [
      `${value}.${signature.slice(0, -4)}AAA=`,
      value,
      `${value}.`,
      `x${value}.${signature}`,
      "a.b",
      "",
    ]) {
      expect(await isIn(`sosedstvo.session_token=${encodeURIComponent(token)}`)).toBe(false);
    }
  });

  test("after signing out the same cookie opens nothing", async () => {
    const address = nextAddress();
    const cookie = await openSession(site, { email: administrator.email, address });
    expect(await isIn(cookie)).toBe(true);
    await site.ask("/sign-out", { cookie, address, form: { sent: "1" } });
    expect(await isIn(cookie)).toBe(false);
    expect(await isIn(administrator.cookie)).toBe(true);
  });

  test("after another password all other sessions are over", async () => {
    const person = await signInAs(site, "Меняет пароль");
    const other = await openSession(site, { email: person.email, address: nextAddress() });
    const form = { intent: "password", password: PASSWORD, next: "another long password" };
    const answer = await site.ask("/settings/account", { ...person, form });
    expect(answer.status).toBe(200);
    expect(await isIn(other)).toBe(false);
    expect(await isIn(person.cookie)).toBe(false);
    expect(await isIn(cookiesOf(answer.cookies))).toBe(true);
  });

  test("a second cookie of the same name before the right one does not take its place", async () => {
    const cookie = `sosedstvo.session_token=planted.value; ${administrator.cookie}`;
    const { status, text } = await site.ask("/settings", { cookie });
    if (status === 200) expect(text).toContain("Администратор");
    else expect(status).toBe(302);
  });
});

/** Who holds a role in one municipality is a visitor in the other, whatever of theirs they carry there. */
describe("what was made in one municipality and is used in the other", () => {
  const invite = async (place: { base: string }, person: SignedIn, email: string) => {
    const form = { email, roles: "operator", basis: "распоряжение № 7" };
    const { text } = await site.ask(`${place.base}/people/invite`, { ...person, form });
    const [, secret = ""] = /\/invitation\/([\w-]+)/.exec(text) ?? [];
    expect(secret).not.toBe("");
    return secret;
  };
  const accept = (base: string, secret: string) =>
    site.ask(`${base}/invitation/${secret}`, {
      address: nextAddress(),
      form: { name: "Приглашённый", next: "a long enough password" },
    });

  test("an invitation opens only where it was made, and once", async () => {
    const secret = await invite(site.here, administrator, "here@example.org");
    expect((await accept(site.there.base, secret)).status).toBe(422);
    expect((await accept(site.here.base, secret)).status).toBe(302);
    expect((await accept(site.here.base, secret)).status).toBe(422);
    const theirs = await invite(site.there, outsider, "there@example.org");
    expect((await accept(site.here.base, theirs)).status).toBe(422);
    expect((await accept(site.there.base, theirs)).status).toBe(302);
  });

  test("a session opens the other municipality without any role", async () => {
    for (const path of ["/people", "/settings/mail", "/settings/trail", "/settings/municipality", "/people/invite"]) {
      const { status } = await site.ask(site.there.base + path, {
        ...administrator,
        ...(path.endsWith("invite") && { form: { email: "a@example.org", roles: "chair", basis: "нет" } }),
      });
      expect([path, status]).toEqual([path, 403]);
    }
    expect((await site.ask(`${site.there.base}/people`, outsider)).status).toBe(200);
    expect((await site.ask("/people", outsider)).status).toBe(403);
  });

  test("the other's address in a cookie, a header or a field of a form changes nothing", async () => {
    const headers = { "x-municipality": site.there.municipalityId, "x-forwarded-prefix": site.there.base };
    const form = {
      email: "field@example.org",
      roles: "operator",
      basis: "распоряжение № 8",
      municipalityId: site.there.municipalityId,
      municipality_id: site.there.municipalityId,
      slug: "iskitimsky",
    };
    const { text } = await site.ask("/people/invite", { ...administrator, headers, form });
    const [, secret = ""] = /\/invitation\/([\w-]+)/.exec(text) ?? [];
    expect((await accept(site.there.base, secret)).status).toBe(422);
    expect((await accept(site.here.base, secret)).status).toBe(302);
  });
});
