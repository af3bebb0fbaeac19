import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createPerson, listMunicipalities } from "../../src/access/index.ts";
import type { Actor, Context } from "../../src/kernel/context.ts";
import { newId } from "../../src/kernel/id.ts";
import { recountLedger } from "../../src/ledger/index.ts";
import { writeExchange } from "../../src/ledger/statement/testing.ts";
import { readConfig } from "../../src/platform/config.ts";
import {
  type Database,
  inOwnerTransaction,
  inTenant,
  openDatabase,
  type Tx,
} from "../../src/platform/database/index.ts";
import { openFiles } from "../../src/platform/files.ts";
import { openSlices } from "../../src/server/parts.ts";
import { startPortal } from "../journeys/portal.ts";
import { signIn, timePage } from "./desk.ts";
import type { Measured } from "./measure.ts";
import { LEDGER_ENTRIES, seedLedger } from "./seed-ledger.ts";
import { findSlowestNode, recordStatements } from "./statements.ts";

const WRITERS = 50;
const ORDERS = 100;
/** Made once and kept; another number where the seed changes. */
const FOLDER = join(import.meta.dirname, "../../data/bench/ledger-1");

/** The money pages of the real server, posting from a statement and a race for the last rouble, over 1,000,000 entries. */
export async function benchLedger(): Promise<Measured[]> {
  mkdirSync(FOLDER, { recursive: true });
  const portal = await startPortal({ kept: FOLDER });
  const database = await openDatabase({ dataFolder: FOLDER, databaseUrl: null }, "command");
  try {
    const bench = await openBench(database);
    await seedLedger(database, bench.base.municipalityId);
    const cookie = await signIn(portal, bench);
    const measure = (page: Page) => measurePage(bench, { url: portal.url, cookie }, page);
    return [
      await timeRecount(bench),
      ...(await measurePages(bench, measure)),
      await timeStatement(bench),
      await timeRace(bench),
    ];
  } finally {
    await database.close();
    await portal.stop();
  }
}

type Run = <T>(work: (ctx: Context<Tx>) => Promise<T>) => Promise<T>;

/** An accountant of this run, and the activity whose lines the seed leaves alone. */
async function openBench(database: Database) {
  const [municipality] = await inOwnerTransaction(database, listMunicipalities);
  if (!municipality) throw new Error("the portal has a municipality");
  const now = new Date();
  const own = { municipalityId: municipality.id, language: "ru", now, today: now.toISOString().slice(0, 10) } as const;
  const who = {
    email: `${newId()}@bench.example`,
    password: "long enough password",
    name: "Бухгалтер",
    basis: "bench",
  };
  const personId = await inTenant(database, municipality.id, (tx) =>
    createPerson({ ...own, actor: { kind: "system", name: "bench" }, tx }, { ...who, roles: ["accountant"] }),
  );
  const actor: Actor = {
    kind: "person",
    personId,
    name: who.name,
    holdings: [{ role: "accountant", subjectId: null }],
  };
  const base = { ...own, actor };
  const run: Run = (work) => inTenant(database, municipality.id, (tx) => work({ ...base, tx }));
  const { ledger } = openSlices(openFiles(FOLDER), readConfig({}, { dataFolder: FOLDER }));
  const { activities } = await run((ctx) => ledger.listLedgerChoices(ctx));
  const activityId = activities.find(({ name }) => name.includes("во дворе"))?.id ?? "";
  return { database, base, run, ledger, activityId, email: who.email, password: who.password };
}

type Bench = Awaited<ReturnType<typeof openBench>>;

interface Page {
  readonly what: string;
  readonly path: string;
  readonly limit: number;
  readonly work: (ctx: Context<Tx>) => Promise<unknown>;
}

async function measurePages(
  { ledger, run }: Bench,
  measure: (page: Page) => Promise<Measured>,
): Promise<readonly Measured[]> {
  const { rows } = await run((ctx) => ledger.listJournal(ctx, { kind: "payment", year: 2025 }, null));
  const id = rows[0]?.id ?? "";
  const journal = (what: string, filter: Parameters<typeof ledger.listJournal>[1], path: string): Page => ({
    ...{ what: `the journal, ${what}`, path: `/money/journal${path}`, limit: 100 },
    work: (ctx) => ledger.listJournal(ctx, filter, null),
  });
  const deep = "2024-02-01_00000000-0000-0000-0000-000000000000";
  const pages: readonly Page[] = [
    {
      ...{ what: "the balance of a year", path: "/money?year=2024", limit: 150 },
      work: (ctx) => ledger.getBalance(ctx, 2024),
    },
    journal("the first page", {}, ""),
    journal("payments of a year", { kind: "payment", year: 2025 }, "?kind=payment&year=2025"),
    journal("of a source that is seldom", { source: "local" }, "?source=local"),
    journal("of a payee, by words", { text: "Получатель 77" }, `?text=${encodeURIComponent("Получатель 77")}`),
    journal("of a document that there is once", { text: "№ 77777-3" }, `?text=${encodeURIComponent("№ 77777-3")}`),
    journal("of words that a tenth has", { text: "договор" }, `?text=${encodeURIComponent("договор")}`),
    journal("of two letters that nothing has", { text: "щщ" }, `?text=${encodeURIComponent("щщ")}`),
    journal("of words that nothing has", { text: "ромашка" }, `?text=${encodeURIComponent("ромашка")}`),
    {
      ...{ what: "the journal, deep", path: `/money/journal?after=${deep}`, limit: 100 },
      work: (ctx) => ledger.listJournal(ctx, {}, deep),
    },
    {
      ...{ what: "one payment with its chain", path: `/money/entries/${id}`, limit: 100 },
      work: (ctx) => ledger.getEntry(ctx, id),
    },
    {
      ...{ what: "the plans of today side by side", path: "/money/reconciliation?year=2024", limit: 150 },
      work: (ctx) => ledger.reconcile(ctx, { year: 2024, on: ctx.today }),
    },
  ];
  const lines: Measured[] = [];
  for (const page of pages) lines.push(await measure(page));
  return lines;
}

async function measurePage(
  { database, base }: Bench,
  { url, cookie }: { readonly url: string; readonly cookie: string },
  { what, path, limit, work }: Page,
): Promise<Measured> {
  const { middle, high } = await timePage({ url }, { path, cookie });
  const statements = await recordStatements(database, base, work);
  const slowest = await findSlowestNode(database, base.municipalityId, statements);
  return {
    what: `${what}, ${LEDGER_ENTRIES} entries: median; ${high.toFixed(0)} ms at 95 %; slowest node: ${slowest}`,
    value: `${middle.toFixed(0)} ms`,
    target: `≤ ${limit} ms`,
    met: middle <= limit,
  };
}

async function timeRecount({ database, base }: Bench): Promise<Measured> {
  const start = performance.now();
  const { municipalityId } = base;
  const { faults, postings } = await inTenant(database, municipalityId, (tx) => recountLedger(tx, municipalityId));
  const seconds = (performance.now() - start) / 1000;
  const what = `the recount of ${postings} postings: ${faults.length} faults`;
  return { what, value: `${seconds.toFixed(1)} s`, target: "0 faults", met: faults.length === 0 };
}

/** So much more of the line that the seed leaves alone, whatever earlier runs took. */
async function openLimit({ run, ledger, activityId }: Bench, roubles: number): Promise<void> {
  const { rows } = await run((ctx) => ledger.getBalance(ctx, 2025));
  const own = rows.find(({ activity, source }) => activity.id === activityId && source === "local");
  const taken = (own?.balance.appropriated ?? 0n) - (own?.balance.free ?? 0n);
  const sums = { local: String(taken / 100n + BigInt(roubles)) };
  const document = { date: "2025-01-09", basis: "bench", basisKind: "budget-list", confirmed: true };
  await run((ctx) => ledger.appropriate(ctx, { key: newId(), ...document, activityId, year: "2025", sums }));
}

async function timeStatement(bench: Bench): Promise<Measured> {
  const { run, ledger, activityId } = bench;
  await openLimit(bench, 1_000);
  const own = { date: "2025-02-01", year: "2025", activityId, basisKind: "contract", basis: "bench", confirmed: true };
  const { id } = await run((ctx) =>
    ledger.commit(ctx, { ...own, key: newId(), payee: "Получатель", sums: { local: "1000" } }),
  );
  const orders = Array.from({ length: ORDERS }, () => ({
    ...{ number: newId(), date: "03.03.2025", sum: "10.00", payee: "Никто", purpose: "" },
  }));
  const bytes = new TextEncoder().encode(writeExchange(orders));
  const read = await ledger.readStatement({ name: "bench.txt", bytes });
  const hash = await run((ctx) => ledger.takeStatement(ctx, read));
  const { rows } = await run((ctx) => ledger.openStatement(ctx, hash));
  const accepted = rows.map(({ document }) => ({ line: document.line, commitmentId: id, sums: { local: "10" } }));
  const start = performance.now();
  const count = await run((ctx) => ledger.acceptStatement(ctx, { hash, accepted }));
  const spent = performance.now() - start;
  const met = spent < 1_000 && count === ORDERS;
  const what = `${count} payments posted from a statement, 100,000 obligations open`;
  return { what, value: `${spent.toFixed(0)} ms`, target: "< 1000 ms", met };
}

async function timeRace(bench: Bench): Promise<Measured> {
  const { run, ledger, activityId } = bench;
  await openLimit(bench, 1);
  const own = { date: "2025-02-01", year: "2025", activityId, basisKind: "contract", basis: "bench", payee: "Кто" };
  const tries = Array.from({ length: WRITERS }, async () => {
    const start = performance.now();
    const request = { ...own, key: newId(), sums: { local: "1" }, confirmed: true };
    const won = await run((ctx) => ledger.commit(ctx, request)).then(
      () => true,
      (error) => {
        if (error.code === "ledger-over-appropriation") return false;
        throw error;
      },
    );
    return { won, spent: performance.now() - start };
  });
  const ended = await Promise.all(tries);
  const winners = ended.filter(({ won }) => won).length;
  const longest = Math.max(...ended.map(({ spent }) => spent));
  return {
    what: `${WRITERS} writers for the last rouble of a limit: ${winners} won, the longest wait`,
    value: `${longest.toFixed(0)} ms`,
    target: "1 wins, < 1000 ms",
    met: winners === 1 && longest < 1_000,
  };
}
