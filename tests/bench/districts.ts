import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createMunicipality, createPerson, listMunicipalities, publishConsentText } from "../../src/access/index.ts";
import type { Actor, Context } from "../../src/kernel/context.ts";
import { type Id, newId } from "../../src/kernel/id.ts";
import { readConfig } from "../../src/platform/config.ts";
import {
  type Database,
  inOwnerTransaction,
  inTenant,
  openDatabase,
  type Tx,
} from "../../src/platform/database/index.ts";
import { openFiles } from "../../src/platform/files.ts";
import { selectPlannedLines } from "../../src/programme/index.ts";
import { EXAMPLE_READING } from "../../src/programme/testing-store.ts";
import { bodies, registry } from "../../src/registry/index.ts";
import { fillActs } from "../../src/server/demonstration-acts.ts";
import { fillBodies } from "../../src/server/demonstration-bodies.ts";
import { fillIndicators } from "../../src/server/demonstration-indicators.ts";
import { fillMoney } from "../../src/server/demonstration-money.ts";
import { fillNews } from "../../src/server/demonstration-news.ts";
import { openSlices } from "../../src/server/parts.ts";
import { type Portal, startPortal } from "../journeys/portal.ts";
import { signIn } from "./desk.ts";
import { seedContests } from "./seed-contests.ts";
import { type Size, seedMunicipality, vacuumEvents } from "./seed-events.ts";

/**
 * A region: so many districts, each with the same programme and as many associations, events and marks of its own, and with money,
 * publications, acts and seats as the demonstration's, so that every figure has its records.
 */
export interface RegionSize {
  readonly name: string;
  readonly districts: number;
  readonly each: Size & { readonly firstYear: number; readonly years: number };
  /** Associations that each contest awards in a year. */
  readonly awards: number;
}

interface BenchDistrict {
  readonly id: Id;
  readonly slug: string;
}

const SETTLEMENTS = ["Кирза", "Чингис", "Рогалёво"];
/** By what their activities are called. */
const CONTESTS = ["социально значимых проектов", "А у нас во дворе ТОС", "«Лучший ТОС»"];

/** The real server over districts of a size, made once and kept; another number in the folder's name where the seed changes. */
export async function withDistricts<T>(size: RegionSize, work: (bench: DistrictBench) => Promise<T>): Promise<T> {
  const folder = join(import.meta.dirname, `../../data/bench/districts-${size.name}-2`);
  mkdirSync(folder, { recursive: true });
  const portal = await startPortal({ kept: folder });
  const database = await openDatabase({ dataFolder: folder, databaseUrl: null }, "command");
  try {
    return await work(await openDistricts({ portal, database, folder }, size));
  } finally {
    await database.close();
    await portal.stop();
  }
}

interface Opened {
  readonly portal: Portal;
  readonly database: Database;
  readonly folder: string;
}

const SYSTEM: Actor = { kind: "system", name: "bench" };
const contextOf = (municipalityId: Id, actor: Actor) => {
  const now = new Date();
  return { municipalityId, actor, now, today: now.toISOString().slice(0, 10), language: "ru" } as const;
};

async function openDistricts({ portal, database, folder }: Opened, size: RegionSize) {
  const slices = openSlices(openFiles(folder), readConfig({}, { dataFolder: folder }));
  const [demonstration] = await inOwnerTransaction(database, listMunicipalities);
  if (!demonstration) throw new Error("the portal has a municipality");
  const districts = await seedDistricts({ database, slices, size });
  const runIn = <T>(id: Id, work: (ctx: Context<Tx>) => Promise<T>): Promise<T> =>
    inTenant(database, id, (tx) => work({ ...contextOf(id, SYSTEM), tx }));
  /** A coordinator of this run, signed in. */
  const enter = async ({ id, slug }: BenchDistrict) => {
    const who = { email: `${newId()}@bench.example`, password: "long enough password", name: "Координатор" };
    await runIn(id, (ctx) => createPerson(ctx, { ...who, basis: "bench", roles: ["coordinator"] }));
    return signIn({ url: `${portal.url}/m/${slug}` }, who);
  };
  // The server looks for new municipalities once a second.
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  return { portal, database, slices, demonstration: demonstration.id, districts, runIn, enter };
}

export type DistrictBench = Awaited<ReturnType<typeof openDistricts>>;

interface Seeding {
  readonly database: Database;
  readonly slices: ReturnType<typeof openSlices>;
  readonly size: RegionSize;
}

async function seedDistricts(seeding: Seeding): Promise<readonly BenchDistrict[]> {
  const { database, size } = seeding;
  const find = async () =>
    (await inOwnerTransaction(database, listMunicipalities)).filter(({ slug }) => slug.startsWith("district-"));
  const there = await find();
  if (there.length === size.districts && (await isWhole(seeding))) return there;
  if (there.length > 0) throw new Error("the bench's folder was left half made: remove it");
  for (let number = 1; number <= size.districts; number++) await seedDistrict(seeding, `district-${number}`);
  await vacuumEvents(database);
  await database.pool.query("analyze");
  return find();
}

/** The marks of the last district come last. */
async function isWhole({ database, size }: Seeding): Promise<boolean> {
  const { rows } = await database.pool.query<{ n: number }>("select count(*)::int4 as n from attendance_mark");
  return (rows[0]?.n ?? 0) >= size.districts * size.each.marks;
}

async function seedDistrict(seeding: Seeding, slug: string): Promise<void> {
  const { database, slices, size } = seeding;
  const names = { name: `Район ${slug}`, nameGenitive: `района ${slug}`, nameShort: slug };
  const id = await inOwnerTransaction(database, (tx) =>
    createMunicipality(tx, { slug, ...names, timeZone: "Asia/Novosibirsk", demonstration: false }),
  );
  const run = <T>(work: (ctx: Context<Tx>) => Promise<T>): Promise<T> =>
    inTenant(database, id, (tx) => work({ ...contextOf(id, SYSTEM), tx }));
  await run(async (ctx) => {
    const file = { fileName: `${slug}.docx`, bytes: Buffer.from(slug), reading: EXAMPLE_READING };
    const { id: readingId } = await slices.programme.saveReading(ctx, file);
    await slices.programme.approveReading(ctx, readingId, { version: 1, basis: "bench", acceptErrors: true });
    await publishConsentText(ctx, { purpose: "participation", body: "Согласен." });
    for (const name of SETTLEMENTS) await registry.addSettlement(ctx, { name, oktmo: "" });
    await fillIndicators(ctx, slices.indicators);
  });
  await seedMunicipality(database, id, size.each);
  const contests = await run(async (ctx) => {
    await fillMoney(ctx, slices.ledger);
    await fillActs(ctx, slices.acts);
    await fillNews(ctx, slices.news);
    await fillBodies(ctx, { bodies, registry, acts: slices.acts });
    const lines = await selectPlannedLines(ctx);
    return CONTESTS.map((words): [string, Id] => {
      const activity = lines.find(({ kind, name }) => kind === "activity" && name.includes(words));
      if (!activity) throw new Error(`the example has the activity ${words}`);
      return [words, activity.id];
    });
  });
  const { firstYear, years } = size.each;
  await seedContests(database, {
    municipality: id,
    contests: new Map(contests),
    firstYear,
    years,
    awards: size.awards,
  });
}
