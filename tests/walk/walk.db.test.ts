import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACTIONS } from "../../src/access/permissions.ts";
import { ROLES } from "../../src/access/roles.ts";
import { personWith } from "../../src/access/testing.ts";
import type { Actor } from "../../src/kernel/context.ts";
import { newId } from "../../src/kernel/id.ts";
import { asSystem } from "../../src/server/as-system.ts";
import { SUBJECTS } from "../../src/server/subjects.ts";
import { type Installation, openInstallation, type Place } from "../installation/open.ts";
import { signInAs } from "../installation/people.ts";
import { findRoute, listForms } from "./forms.ts";
import { makeRecords, type Records } from "./records.ts";
import { KNOWN, READS, STEPS, WRITES } from "./steps.ts";
import { findAddress, foresee, judge, make, readRefused, type Step, takeFingerprint, type Verdict } from "./walk.ts";
import { isPermitted, makeOwners, makeWalkers, type Walker } from "./walkers.ts";

/** What Fastify itself serves; `/*` are the routes of `web/app/routes.ts`. */
const SERVED = ["/*", "/assets/*"];

/** Lines that no page asks for yet: one that gets its page leaves this list. */
const WITHOUT_PAGE = ["contest.read", "event-registration.read", "event.train"];

/** Where the records lie that the desk's messages can be about. */
const TALKED: Readonly<Record<string, Parameters<Records["one"]>>> = {
  activity: ["edition_activity", "true", "activity_id"],
  association: ["association"],
  "association-boundary": ["association"],
  body: ["body"],
  "cofinancing-agreement": ["cofinancing_agreement"],
  "contest-application": ["contest_application"],
  "contest-call": ["contest_call"],
  "contest-grant": ["contest_award", "kopecks > 0", "application_id"],
  "district-boundary": ["association", "true", "municipality_id"],
  event: ["event"],
  indicator: ["edition_indicator", "true", "indicator_id"],
  "ledger-entry": ["ledger_entry"],
  "legal-act": ["legal_act"],
  "payment-request": ["payment_request"],
  "programme-draft": ["programme_draft"],
  publication: ["publication"],
  report: ["report"],
  "settlement-boundary": ["settlement"],
};

let site: Installation;
let records: Records;
let recordsThere: Records;
let walkers: readonly Walker[];
const served = new Set<string>();
const watchRoutes = (message: unknown) => {
  const { fastify } = message as { fastify: FastifyInstance };
  fastify.addHook("onRoute", ({ url }) => void served.add(url));
};

beforeAll(async () => {
  subscribe("fastify.initialization", watchRoutes);
  site = await openInstallation();
  unsubscribe("fastify.initialization", watchRoutes);
  records = await makeRecords(site, site.here);
  recordsThere = await makeRecords(site, site.there);
  walkers = await makeWalkers(site, records);
}, 300_000);
afterAll(() => site.close());

type Table = Readonly<Record<string, Verdict>>;

/** What the permission table says for each walker. */
async function expectTable(step: Step, who: readonly Walker[]): Promise<Table> {
  const lines = who.map(
    async (walker): Promise<[string, Verdict]> => [walker.name, await foresee(step, walker, records)],
  );
  return Object.fromEntries(await Promise.all(lines));
}

async function walk(step: Step, walker: Walker): Promise<[string, Verdict]> {
  const whole = walker.personId === null && step.call === "GET";
  const answer = await make(site, step, { walker, records, place: site.here, whole });
  return [walker.name, judge(step, answer)];
}

const walkersOf = async ({ row }: Step) => [...walkers, ...(await makeOwners(site, row, records))];
const forbidden = async (step: Step) => {
  const who = await walkersOf(step);
  const may = await Promise.all(who.map((walker) => isPermitted(step.row, walker, records)));
  return { refused: who.filter((_, place) => !may[place]), letIn: who.filter((_, place) => may[place]) };
};

/** Only the lines that the row names may have refused; where nothing is hidden, somebody was refused by one. */
async function expectLines({ row }: Step, since: Date, refused: readonly Walker[]): Promise<void> {
  const lines: readonly string[] = [row.asks, ...(row.also ? [row.also.asks] : [])];
  const found = await readRefused(site.database, site.here.municipalityId, since);
  expect(found.filter((action) => !lines.includes(action))).toEqual([]);
  if (!row.hides && refused.some(({ personId }) => personId !== null)) expect(found).not.toEqual([]);
}

test("every line of the permission table is asked for by some row", () => {
  const asked = new Set(STEPS.flatMap(({ row }) => [row.asks, ...(row.also ? [row.also.asks] : [])]));
  expect(ACTIONS.filter((action) => !asked.has(action)).sort()).toEqual(WITHOUT_PAGE);
});

test("Fastify serves nothing besides the pages' routes and their built files", () => {
  expect([...served].sort()).toEqual(SERVED);
});

describe("people talk about a record where they see it", () => {
  test.each(Object.entries(TALKED))("%s", async (kind, where) => {
    if (kind === "report") await beginReport();
    const id = await records.one(...where);
    const find = (place: Place, actor: Actor) =>
      asSystem(site.database, place.municipalityId, async (ctx) => SUBJECTS[kind]?.({ ...ctx, actor }, id) ?? null);
    const coordinator = personWith(newId(), "coordinator");
    const seen = await find(site.here, coordinator);
    expect(seen).toMatchObject({ may: true });
    expect(findRoute(KNOWN, seen?.href ?? "")).not.toMatch(/^no route|\*/);
    expect((await find(site.here, personWith(newId())))?.may ?? false).toBe(false);
    expect(await find(site.there, coordinator)).toBeNull();
  });

  test("every kind is tried", () => {
    expect(Object.keys(SUBJECTS).sort()).toEqual(Object.keys(TALKED).sort());
  });

  const beginReport = () =>
    asSystem(site.database, site.here.municipalityId, (ctx) =>
      site.slices.reports.beginReport(ctx, { kind: "economy", year: "2024", quarter: "4" }),
    );
});

describe("who may look", () => {
  test.each(READS)("%s", async (_name, step) => {
    const since = new Date();
    const who = await walkersOf(step);
    const answers = await Promise.all(who.map((walker) => walk(step, walker)));
    expect(Object.fromEntries(answers)).toEqual(await expectTable(step, who));
    await expectLines(step, since, (await forbidden(step)).refused);
  });
});

describe("who may not do it changes nothing", () => {
  test.each(WRITES)("%s", async (_name, step) => {
    const since = new Date();
    const { refused } = await forbidden(step);
    if (refused.length === 0) return;
    const before = await takeFingerprint(site.database);
    const answers = await Promise.all(refused.map((walker) => walk(step, walker)));
    expect(Object.fromEntries(answers)).toEqual(await expectTable(step, refused));
    expect(await takeFingerprint(site.database)).toEqual(before);
    await expectLines(step, since, refused);
  });
});

describe("with another municipality's records in the address and in the form, nothing of theirs is shown or changed", () => {
  let outsider: Walker;
  beforeAll(() => {
    const found = walkers.find(({ name }) => name === "every role elsewhere");
    if (!found) throw new Error("nobody holds every role elsewhere");
    outsider = found;
  });
  const guess = (step: Step) => make(site, step, { walker: outsider, records, place: site.there });

  const guessable = ({ route, row }: Step) => route.at !== undefined || typeof row.form === "function";

  test.each(READS.filter(([, step]) => guessable(step)))("%s", async (_name, step) => {
    const [own, theirs] = await Promise.all([
      findAddress(step, recordsThere, outsider),
      findAddress(step, records, outsider),
    ]);
    if (own !== theirs) expect((await guess(step)).status).toBe(404);
  });

  test.each(WRITES.filter(([, step]) => guessable(step) && !step.row.last))("%s", async (_name, step) => {
    const within = { municipalityId: site.here.municipalityId, without: outsider.personId ?? "" };
    const before = await takeFingerprint(site.database, within);
    expect((await guess(step)).status).toBeLessThan(500);
    expect(await takeFingerprint(site.database, within)).toEqual(before);
  });
});

test("every form that a page shows is a call with a row", async () => {
  const everything = await signInAs(
    site,
    "Со всеми ролями",
    ROLES.map((role) => ({ role, place: site.here })),
  );
  const walker: Walker = { name: "everything", ...everything, holdings: [] };
  const missing = new Set<string>();
  for (const [, step] of READS.filter(([, { hasData }]) => hasData)) {
    const page = await make(site, step, { walker, records, place: site.here, whole: true });
    for (const { route, call } of listForms(page.text, await findAddress(step, records, walker), KNOWN)) {
      if (!STEPS.some((one) => one.route.route === route && one.call === call)) {
        missing.add(
          `tests/walk/rows: the route "${route}" needs the call "${call}"; the page "${step.route.route}" shows its form`,
        );
      }
    }
  }
  expect([...missing]).toEqual([]);
}, 120_000);

describe("who may do it is let in", () => {
  const inOrder = [...WRITES.filter(([, { row }]) => !row.last), ...WRITES.filter(([, { row }]) => row.last)];
  test.each(inOrder)("%s", async (_name, step) => {
    const { letIn } = await forbidden(step);
    const answers = await Promise.all(letIn.map((walker) => walk(step, walker)));
    expect(Object.fromEntries(answers)).toEqual(Object.fromEntries(letIn.map(({ name }) => [name, "let in"])));
  });
});
