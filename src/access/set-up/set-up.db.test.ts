import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Database, inOwnerTransaction } from "../../platform/database/index.ts";
import { createTestDatabase } from "../../platform/database/testing.ts";
import { ADDRESS_HEADER } from "../sign-in/actions-auth.ts";
import { HOUR_MS } from "../sign-in/actions-frame.ts";
import { Browser, openSite, type Site, TEST_SECRET } from "../sign-in/testing.ts";
import { createMunicipality, listMunicipalities, listPopulation } from "../tenant/store.ts";
import { createTestMunicipality, runAs } from "../testing.ts";
import { CODE_HOURS, renewCode } from "./actions-code.ts";
import { findInstallation, insertInstallation } from "./store.ts";

const FORM = {
  name: "Искитимский район",
  nameGenitive: "Искитимского района",
  nameShort: "Искитим",
  kind: "district",
  slug: "iskitimsky",
  timeZone: "Asia/Novosibirsk",
  year: "2026",
  people: "57 400",
  source: "Росстат, 1 января 2026 г.",
  personName: "Орлова Вера Петровна",
  email: " Orlova@Example.org ",
  password: "correct horse",
};

let database: Database;
let site: Site;
let code: string;
let now: Date;
let addresses = 0;

async function openEmpty(): Promise<void> {
  database = await createTestDatabase();
  site = openSite(database);
  now = new Date();
  await inOwnerTransaction(database, (tx) => insertInstallation(tx, { kind: "clean", at: now, setUpAt: null }));
  code = await printCode();
}

async function printCode(): Promise<string> {
  return (await inOwnerTransaction(database, (tx) => renewCode(tx, TEST_SECRET, now))).code;
}

function finish(given: Readonly<Record<string, unknown>>, address = `198.51.100.${++addresses}`) {
  const asking = {
    headers: new Headers({ [ADDRESS_HEADER]: address }),
    now,
    language: "ru" as const,
    runAsOwner: <T>(work: Parameters<typeof inOwnerTransaction<T>>[1]) => inOwnerTransaction(database, work),
  };
  return site.access.setUp(asking, given);
}

const list = () => inOwnerTransaction(database, listMunicipalities);
const countPeople = async () => (await database.pool.query("select 1 from person")).rowCount;

beforeEach(openEmpty);
afterEach(() => database.close());

describe("with the code from the terminal", () => {
  test("the municipality, its population and its administrator are made, and the administrator is in", async () => {
    const cookies = await finish({ ...FORM, code });
    const [made, ...others] = await list();
    expect(others).toEqual([]);
    expect(made).toMatchObject({ name: FORM.name, slug: FORM.slug, kind: "district", demonstration: false });
    const id = made?.id ?? "";
    expect(await runAs(database, id)(listPopulation)).toEqual([
      { year: 2026, people: 57_400, source: FORM.source, assumed: false },
    ]);
    const browser = new Browser(site, id);
    browser.keep(cookies);
    expect(await browser.who()).toMatchObject({
      gate: null,
      actor: { name: FORM.personName, holdings: [{ role: "administrator", subjectId: null }] },
    });
    expect(await new Browser(site, id).signIn("orlova@example.org", FORM.password)).toMatchObject({
      actor: { name: FORM.personName },
    });
    const { rows } = await database.pool.query("select action, actor_name from audit_entry order by id");
    expect(rows.map(({ action }) => action)).toEqual([
      "municipality.create",
      "municipality.population",
      "person.create",
      "session.open",
      "session.open",
    ]);
  });

  test("typed in small letters, without hyphens and with «o» for nought it is the same code", async () => {
    await finish({
      ...FORM,
      code: ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")} `,
    });
    expect(await list()).toHaveLength(1);
  });

  test("of two browsers that come at once exactly one gets the installation", async () => {
    const other = { ...FORM, slug: "other", email: "other@example.org" };
    const answers = await Promise.allSettled([finish({ ...FORM, code }), finish({ ...other, code })]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "set-up-done" } });
    expect(await list()).toHaveLength(1);
    expect(await countPeople()).toBe(1);
  });

  test("used once it opens nothing any more, nor does a new one", async () => {
    await finish({ ...FORM, code });
    await expect(finish({ ...FORM, slug: "again", code })).rejects.toMatchObject({ code: "set-up-done" });
    await expect(printCode()).rejects.toThrow("installation_check");
    expect(await list()).toHaveLength(1);
  });
});

describe("what is refused leaves nothing behind", () => {
  test("a wrong code, an empty one, none at all, and what is no form", async () => {
    const wrong = code.replace(/^./, (first) => (first === "7" ? "8" : "7"));
    for (const given of [{ ...FORM, code: wrong }, { ...FORM, code: "" }, FORM, { code: [code] }]) {
      await expect(finish(given)).rejects.toMatchObject({ code: "set-up-code-wrong" });
    }
    expect(await list()).toEqual([]);
  });

  test("the code of an earlier start", async () => {
    const earlier = code;
    code = await printCode();
    await expect(finish({ ...FORM, code: earlier })).rejects.toMatchObject({ code: "set-up-code-wrong" });
    await finish({ ...FORM, code });
  });

  test("a code out of date", async () => {
    now = new Date(now.getTime() + CODE_HOURS * HOUR_MS);
    await expect(finish({ ...FORM, code })).rejects.toMatchObject({ code: "set-up-code-expired" });
    code = await printCode();
    await finish({ ...FORM, code });
  });

  test("too many tries from one address, and from many, until another start prints a new code", async () => {
    const guess = (address?: string) => finish({ ...FORM, code: "0000" }, address);
    for (let at = 0; at < 10; at++)
      await expect(guess("203.0.113.1")).rejects.toMatchObject({ code: "set-up-code-wrong" });
    await expect(guess("203.0.113.1")).rejects.toMatchObject({ code: "too-many-attempts" });
    for (let at = 0; at < 10; at++) await expect(guess()).rejects.toMatchObject({ code: "set-up-code-wrong" });
    await expect(finish({ ...FORM, code })).rejects.toMatchObject({ code: "too-many-attempts" });
    code = await printCode();
    await finish({ ...FORM, code });
  });

  test("a form with something wrong, and the code stays good", async () => {
    const given = { ...FORM, slug: "-a", password: "123456789", code };
    await expect(finish(given)).rejects.toMatchObject({
      code: "set-up-malformed",
      values: { fields: "slug, password" },
    });
    expect(await list()).toEqual([]);
    expect(await countPeople()).toBe(0);
    await finish({ ...FORM, code });
  });

  test("a form after a municipality came by the command", async () => {
    await createTestMunicipality(database, "first");
    await expect(finish({ ...FORM, code })).rejects.toMatchObject({ code: "set-up-done" });
  });
});

test("no population is asked for where all its fields are empty", async () => {
  await finish({ ...FORM, year: "", people: "", source: "", code });
  const [made] = await list();
  expect(await runAs(database, made?.id ?? "")(listPopulation)).toEqual([]);
});

describe("the database keeps", () => {
  test("the code from everybody but the owner, and only its hash", async () => {
    const { rows } = await database.pool.query("select installation::text as text from installation");
    expect(rows[0].text).not.toContain(code.replaceAll("-", ""));
    const read = runAs(database, await createTestMunicipality(database, "curious"))(({ tx }) => findInstallation(tx));
    await expect(read).rejects.toThrow("permission denied");
  });

  test("what an installation is", async () => {
    await finish({ ...FORM, code });
    for (const change of [
      "update installation set kind = 'demonstration'",
      "update installation set set_up_at = null",
      "delete from installation",
      "truncate installation cascade",
      "insert into installation (only_one, kind, made_at) values (true, 'demonstration', now())",
    ]) {
      await expect(database.pool.query(change)).rejects.toThrow();
    }
  });

  test("a demonstration out of a clean installation", async () => {
    const demonstration = { ...FORM, slug: "example", kind: "district" as const, demonstration: true };
    await expect(inOwnerTransaction(database, (tx) => createMunicipality(tx, demonstration))).rejects.toThrow(
      "demonstration_of",
    );
  });
});
