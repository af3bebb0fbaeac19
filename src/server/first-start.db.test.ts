import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ADDRESS_HEADER, createAccess, listDemonstrationDoors, NO_LETTERS, openMail } from "../access/index.ts";
import { ROLES } from "../access/roles.ts";
import { verifyLedgers } from "../commands-verify.ts";
import { findPreset } from "../indicator/index.ts";
import type { Context } from "../kernel/context.ts";
import { letters } from "../letters.ts";
import { readConfig } from "../platform/config.ts";
import { type Database, inTenant, type Tx } from "../platform/database/index.ts";
import { createTestDatabase } from "../platform/database/testing.ts";
import { openFiles } from "../platform/files.ts";
import { registry } from "../registry/index.ts";
import { GRANTS } from "./demonstration-money.data.ts";
import type { FirstAccount } from "./demonstration-people.ts";
import { fillEmptyDatabase } from "./first-start.ts";
import { openSlices, type Parts } from "./parts.ts";
import { watchTenants } from "./tenants.ts";

const SYSTEM_CONTEXT = { actor: { kind: "system", name: "test" }, today: "2026-01-01", language: "ru" } as const;

let database: Database;
let folder: string;
let parts: Parts;
let accounts: (FirstAccount | null)[];

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "sosedstvo-start-"));
  const files = openFiles(folder);
  const config = readConfig({}, { dataFolder: folder });
  const mail = openMail({ letters, hasServer: false });
  parts = { config, database, files, ...openSlices(files, config), mail, letters: NO_LETTERS };
  accounts = await Promise.all([fillEmptyDatabase(parts), fillEmptyDatabase(parts)]);
}, 300_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

async function findMunicipality() {
  const tenants = await watchTenants(database);
  tenants.stop();
  const found = tenants.find("localhost", "/");
  if (!found) throw new Error("there is a municipality");
  return found.municipality;
}

test("of two servers that start at once one fills the database and gets the account", () => {
  expect(accounts.filter((account) => account !== null)).toHaveLength(1);
});

test("the example is edition 1 of a demonstration", async () => {
  const municipality = await findMunicipality();
  expect(municipality).toMatchObject({ slug: "ordynsky", demonstration: true });
  const edition = await inTenant(database, municipality.id, (tx) => {
    const ctx = { tx, actor: { kind: "stranger" as const }, municipalityId: municipality.id };
    return parts.programme.getEdition(
      { ...ctx, today: "2026-01-01", now: new Date(), language: "ru" },
      "ordynsky-2024-2026",
    );
  });
  expect(edition).toMatchObject({ number: 1, demonstration: true, approvedBy: "первый запуск" });
});

test("the associations have boundaries, of which two are wrong on purpose", async () => {
  const municipality = await findMunicipality();
  const warnings = await inTenant(database, municipality.id, (tx) => {
    const ctx = { tx, actor: { kind: "stranger" as const }, municipalityId: municipality.id };
    return parts.boundaries.listBoundaryWarnings({ ...ctx, today: "2026-01-01", now: new Date(), language: "ru" });
  });
  expect(warnings.map(({ kind }) => kind).toSorted()).toEqual(["outside", "overlap", "overlap"]);
});

test("the account opens the door as coordinator", async () => {
  const account = accounts.find((candidate) => candidate !== null);
  if (!account) throw new Error("there is an account");
  const access = createAccess({
    kysely: database.kysely,
    secret: "s".repeat(43),
    publicUrl: "http://localhost:3000",
    letters: NO_LETTERS,
    providers: [],
  });
  const { id } = await findMunicipality();
  const base = {
    actor: { kind: "stranger" as const },
    municipalityId: id,
    today: "2026-01-01",
    language: "ru" as const,
  };
  const visit = {
    headers: new Headers({ [ADDRESS_HEADER]: "192.0.2.1" }),
    run: <T>(work: (ctx: Context<Tx>) => Promise<T>) =>
      inTenant(database, id, (tx) => work({ ...base, now: new Date(), tx })),
  };
  const cookies = await access.open(visit).signIn(account);
  const headers = new Headers({ cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") });
  const { actor } = await access.findVisitor({ ...visit, headers });
  expect(actor).toMatchObject({ kind: "person", holdings: [{ role: "coordinator", subjectId: null }] });
});

test("an invented person stands for each role, chair and settlement officer within an association and its settlement", async () => {
  const { id } = await findMunicipality();
  const doors = await inTenant(database, id, (tx) =>
    listDemonstrationDoors({ ...SYSTEM_CONTEXT, municipalityId: id, now: new Date(), tx }),
  );
  expect(doors.map(({ role }) => role)).toEqual(ROLES);
  for (const { name } of doors) expect(name).toMatch(/^[А-Я]\. [А-Я]\. [А-Я][а-я]+ \(пример\)$/);
  const { rows } =
    await database.pool.query(`select chair.role, association.settlement_id = officer.subject_id as theirs
    from role_holding chair join association on association.id = chair.subject_id, role_holding officer
    where chair.role = 'chair' and officer.role = 'settlement'`);
  expect(rows).toEqual([{ role: "chair", theirs: true }]);
});

test("a second start fills nothing", async () => {
  expect(await fillEmptyDatabase(parts)).toBeNull();
});

test("where no example is wanted nothing is filled", async () => {
  const empty = await createTestDatabase();
  const config = { ...parts.config, demonstration: false };
  expect(await fillEmptyDatabase({ ...parts, config, database: empty })).toBeNull();
  const tenants = await watchTenants(empty);
  tenants.stop();
  expect(tenants.find("localhost", "/")).toBeUndefined();
  await empty.close();
});

async function read<T>(work: (ctx: Context<Tx>) => Promise<T>): Promise<T> {
  const { id } = await findMunicipality();
  const actor = { kind: "system" as const, name: "test" };
  const base = { actor, municipalityId: id, today: "2026-01-01", now: new Date(), language: "ru" as const };
  return inTenant(database, id, (tx) => work({ ...base, tx }));
}

describe("the register of the demonstration", () => {
  test("has 45 associations in 19 settlements, each marked as invented", async () => {
    const associations = await read(registry.listAssociations);
    expect(associations).toHaveLength(45);
    expect(associations.filter(({ name }) => !name.endsWith(" (пример)"))).toEqual([]);
    expect(await read(registry.listSettlements)).toHaveLength(19);
  });

  test("names everybody whom the demonstration's money was granted to", async () => {
    const names = (await read(registry.listAssociations)).map(({ name }) => name);
    const grantees = GRANTS.map(({ payee }) => payee);
    expect(grantees).toHaveLength(6);
    expect(names).toEqual(expect.arrayContaining(grantees));
  });
});

describe("the money of the demonstration's year", () => {
  test("is paid 858 500,00, refunded 5 000,00 and net 853 500,00, each by source", async () => {
    const { bySource, total } = await read((ctx) => parts.ledger.getBalance(ctx, 2024));
    const of = (source: string) => bySource.find((row) => row.source === source)?.balance;
    expect(total).toMatchObject({ paid: 858_500_00n, refunded: 5_000_00n, net: 853_500_00n, allocated: 858_500_00n });
    expect(of("regional")).toMatchObject({ paid: 708_500_00n, refunded: 4_909_91n });
    expect(of("local")).toMatchObject({ paid: 150_000_00n, refunded: 90_09n });
    const register = await read((ctx) => parts.ledger.getRegister(ctx, 2024));
    expect(register).toMatchObject({ paid: 858_500_00n, refunded: 5_000_00n, net: 853_500_00n });
  });

  test("has one payment that was wrong, its reversal and the right one, all in the journal", async () => {
    const { rows: entries } = await read((ctx) => parts.ledger.exportJournal(ctx, { kind: "payment", text: "№ 151" }));
    expect(entries.map(({ kind, kopecks, isReversed }) => [kind, kopecks, isReversed])).toEqual([
      ["payment", 27_000_00n, false],
      ["payment", 2_700_00n, true],
    ]);
    const { rows: reversals } = await read((ctx) => parts.ledger.exportJournal(ctx, { kind: "reversal" }));
    expect(reversals.map(({ kopecks, reversedKind }) => [kopecks, reversedKind])).toEqual([[-2_700_00n, "payment"]]);
  });

  test("leads from every payment up to the programme's plan", async () => {
    const { rows: payments } = await read((ctx) => parts.ledger.exportJournal(ctx, { kind: "payment" }));
    expect(payments).toHaveLength(13);
    for (const { id } of payments) {
      const { chain } = await read((ctx) => parts.ledger.getEntry(ctx, id));
      // The limit stands on the budget decision and on the budget list, for the prizes on a second one, too.
      const kinds = chain.map(({ kind }) => kind);
      expect([...new Set(kinds)]).toEqual(["allocation", "appropriation", "commitment"]);
      expect(chain.filter(({ kind }) => kind === "appropriation").map(({ basisKind }) => basisKind)).toContain(
        "budget-list",
      );
    }
  });

  test("is confirmed by the recount", async () => {
    const said: string[] = [];
    expect(await verifyLedgers({ database }, (text) => said.push(text))).toBe(true);
    expect(said).toEqual([expect.stringContaining("✓")]);
  });
});

describe("the contest of the demonstration's year", () => {
  const call = async () => {
    const calls = await read((ctx) => parts.contests.listPublicCalls(ctx));
    return calls.find(({ contest, year }) => year === 2024 && contest.kind === "projects")?.id ?? "";
  };

  test("has 8 applications, a return, a refusal and a recusal", async () => {
    const callId = await call();
    const applications = await read((ctx) => parts.contests.listApplications(ctx, callId));
    expect(applications.map(({ state }) => state)).toEqual([...Array(7).fill("admitted"), "refused"]);
    const moves = [];
    for (const { id } of applications)
      moves.push(...(await read((ctx) => parts.contests.getApplication(ctx, id))).moves.map(({ move }) => move));
    expect(moves.filter((move) => move === "return")).toHaveLength(1);
    const jury = await read((ctx) => parts.contests.getJury(ctx, callId));
    expect([jury.jurors.length, jury.recusals.length]).toEqual([3, 1]);
  });

  test("awards six 721 500,00 from two sources to the kopeck, as their agreements say and the ledger paid", async () => {
    const callId = await call();
    const { sitting } = await read((ctx) => parts.contests.getPublicCall(ctx, callId));
    const given = sitting?.results.filter(({ kopecks }) => kopecks > 0n) ?? [];
    const of = (source: string) =>
      given.flatMap(({ sums }) => sums).reduce((all, sum) => (sum.source === source ? all + sum.kopecks : all), 0n);
    expect([given.length, of("regional"), of("local")]).toEqual([6, 708_500_00n, 13_000_00n]);
    for (const [at, { applicationId, association }] of given.entries()) {
      expect(association).toBe(GRANTS[at]?.payee);
      const { agreement } = await read((ctx) => parts.contests.getGrant(ctx, applicationId));
      expect(agreement).toMatchObject({ number: at + 1, usage: { state: "accepted" } });
      const request = await read((ctx) => parts.ledger.getRequest(ctx, agreement?.requestId ?? ""));
      expect(request).toMatchObject({ state: "paid", payee: association });
    }
    const refunds = [];
    for (const { applicationId } of given)
      refunds.push(...((await read((ctx) => parts.contests.getGrant(ctx, applicationId))).agreement?.refunds ?? []));
    expect(refunds).toMatchObject([
      { kopecks: 5_000_00n, ground: "unspent", settled: { as: "returned", on: "2024-12-16" } },
    ]);
  });

  test("replays to the same figures, and another call takes applications now", async () => {
    const callId = await call();
    const sittings = await read((ctx) => parts.contests.listSittings(ctx, callId));
    const explained = await read((ctx) =>
      parts.contests.explainSitting(ctx, { callId, sittingId: sittings[0]?.id ?? "" }),
    );
    expect(explained).toMatchObject({ isSame: true, calculation: { outcome: "held" } });
    const { id } = await findMunicipality();
    const open = await inTenant(database, id, (tx) =>
      parts.contests.listCalls({ ...SYSTEM_CONTEXT, tx, municipalityId: id, now: new Date() }),
    );
    expect(open.filter(({ isOpen }) => isOpen)).toHaveLength(1);
  });
});

describe("the contest of prizes of the demonstration's year", () => {
  test("gives three prizes that add up to what the ledger paid for its activity, on the day of the order", async () => {
    const calls = await read((ctx) => parts.contests.listPublicCalls(ctx));
    const call = calls.find(({ contest, year }) => year === 2024 && contest.kind === "nominations");
    const { sitting } = await read((ctx) => parts.contests.getPublicCall(ctx, call?.id ?? ""));
    const prizes = sitting?.results.map(({ kopecks }) => kopecks) ?? [];
    expect([sitting?.heldOn, prizes]).toEqual(["2024-11-22", [20_000_00n, 12_000_00n, 8_000_00n]]);
    const { rows } = await database.pool.query<{ paid: bigint }>(
      `select sum(balance.paid)::bigint as paid from ledger_balance as balance
        join contest on contest.municipality_id = balance.municipality_id and contest.activity_id = balance.activity_id
        where contest.kind = 'nominations' and balance.year = 2024`,
    );
    expect(rows[0]?.paid).toBe(prizes.reduce((sum, own) => sum + own, 0n));
  });
});

describe("who came in the demonstration's year", () => {
  const ask = async <T extends object>(query: string): Promise<readonly T[]> =>
    (await database.pool.query<T>(query)).rows;

  test("makes near 13 % of 34,000 residents as different people, and more visits than that", async () => {
    const [found] = await ask<{ people: bigint; named: bigint; visits: bigint }>(`
      select (select count(distinct participant_id) from attendance_mark mark
          join event on event.id = mark.event_id and event.number_year = 2024 and event.state = 'confirmed'
          where mark.state = 'counted') as people,
        sum(named) as named, sum(greatest(named, coalesce(counted, 0))) as visits
      from event_turnout join event on event.id = event_id where event.state = 'confirmed'`);
    const share = Number(found?.people) / 34_000;
    expect(share).toBeGreaterThan(0.127);
    expect(share).toBeLessThan(0.133);
    expect(Number(found?.named)).toBeGreaterThan(Number(found?.people) * 1.2);
    expect(Number(found?.visits)).toBeGreaterThan(Number(found?.named));
  });

  test("was written down on the page, on phones and on paper, and counted by every method", async () => {
    const channels = await ask<{ channel: string }>("select distinct channel from attendance_mark order by channel");
    expect(channels.map(({ channel }) => channel)).toEqual(["device", "name", "sheet"]);
    const methods = await ask<{ method: string }>("select distinct method from attendance_count order by method");
    expect(methods.map(({ method }) => method)).toEqual(["counted", "estimate", "photo", "tickets"]);
  });

  test("has names marked as invented, each one's own, by a consent that is in force", async () => {
    const [found] = await ask<{ people: bigint; names: bigint; marked: bigint; agreed: bigint }>(`
      select count(*) as people, count(distinct name) as names, count(*) filter (where name like '% (пример)') as marked,
        count(consent_text_id) as agreed from participant`);
    expect([found?.names, found?.marked, found?.agreed]).toEqual([found?.people, found?.people, found?.people]);
  });

  test("leaves only assemblies without minutes unconfirmed", async () => {
    const held = await ask<{ kind: string; minutes: string }>(
      "select kind, minutes from event where state = 'held' and number_year = 2024",
    );
    expect(held.length).toBeGreaterThan(0);
    expect(held.filter(({ kind, minutes }) => kind !== "assembly" || minutes !== "")).toEqual([]);
  });
});

describe("the indicators of the demonstration's year", () => {
  test("are all computed from records, and so are the quantities of the activities", async () => {
    const { id: municipalityId } = await findMunicipality();
    const { rows } = await inTenant(database, municipalityId, (tx) =>
      parts.indicators.listYear({ ...SYSTEM_CONTEXT, tx, municipalityId, now: new Date() }, { year: "2024" }),
    );
    const shown = rows.map(({ line, value, lack }) => [line.number ?? String(line.position), value ?? lack]);
    expect(shown.slice(1, 7)).toEqual([
      ["1.2", "6"],
      ["2.1", "2"],
      ["2.2", "70"],
      ["3.1", "2"],
      ["4.1", "783.5"],
      ["4.2", expect.stringMatching(/^\d{2,3}$/)],
    ]);
    expect(shown.slice(7).map(([, value]) => value)).toEqual([...["2", "10", "1", "2", "10"], ...["1", "0", "1", "1"]]);
    const share = Number(shown[0]?.[1]?.split("/").reduce((top, bottom) => String(Number(top) / Number(bottom))));
    expect(share).toBeGreaterThan(12.7);
    expect(share).toBeLessThan(13.3);
  });
});

describe("the assessment of the demonstration's year", () => {
  const assess = async (method: unknown) => {
    const { id: municipalityId } = await findMunicipality();
    return inTenant(database, municipalityId, (tx) =>
      parts.indicators.assessYear(
        { ...SYSTEM_CONTEXT, tx, municipalityId, now: new Date() },
        { slug: "ordynsky-2024-2026", year: "2024", method },
      ),
    );
  };

  test("takes money net of what came back, and lacks no fact", async () => {
    const { inputs, outcome } = await assess(findPreset("federal"));
    expect([inputs.plans["budget-list"], inputs.facts]).toMatchObject([
      "85850000",
      { paid: "85850000", net: "85350000" },
    ]);
    const [degrees, , spending] = outcome.terms;
    expect([degrees?.lack, spending?.value]).toEqual([null, "1707/1717"]);
    expect(degrees?.items.filter(({ notes }) => notes.includes("missing-fact"))).toEqual([]);
  });

  test("refuses the seven weights of the document as weights, and proposes equal ones", async () => {
    const { outcome } = await assess(findPreset("noyabrsk"));
    expect(outcome.terms[0]?.items.map(({ weight }) => weight)).toEqual(Array(7).fill(null));
    expect(Object.values(outcome.terms[0]?.proposed ?? {})).toEqual(Array(7).fill("1/7"));
  });

  test("gives a value with its band, and refuses a method that is none", async () => {
    const { outcome, method } = await assess(findPreset("federal"));
    expect(Number(outcome.value?.split("/").reduce((top, bottom) => String(Number(top) / Number(bottom))))).toBeCloseTo(
      1.004,
      4,
    );
    expect(method.bands[outcome.band ?? -1]?.name).toBe("Высокая");
    await expect(assess({ name: "1 + 1" })).rejects.toMatchObject({ code: "method-malformed" });
  });
});
