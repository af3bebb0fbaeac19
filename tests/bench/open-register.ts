import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createPerson, listMunicipalities } from "../../src/access/index.ts";
import type { Actor, Context } from "../../src/kernel/context.ts";
import { newId } from "../../src/kernel/id.ts";
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
import { type Portal, startPortal } from "../journeys/portal.ts";
import { signIn, timePage } from "./desk.ts";
import type { Measured } from "./measure.ts";
import { type Size, seedEvents } from "./seed-events.ts";
import { findSlowestNode, recordStatements } from "./statements.ts";

/** A page of the server, the door that it asks, and within how many milliseconds it is there. */
export interface BenchPage {
  readonly what: string;
  readonly path: string;
  readonly limit: number;
  readonly work: (ctx: Context<Tx>) => Promise<unknown>;
}

/** The real server over a register and its events of a size, which are made once and kept; another number where the seed changes. */
export async function withRegister<T>(size: Size, work: (bench: Bench) => Promise<T>): Promise<T> {
  const folder = join(import.meta.dirname, `../../data/bench/events-${size.name}-4`);
  mkdirSync(folder, { recursive: true });
  const portal = await startPortal({ kept: folder });
  const database = await openDatabase({ dataFolder: folder, databaseUrl: null }, "command");
  try {
    const [municipality] = await inOwnerTransaction(database, listMunicipalities);
    if (!municipality) throw new Error("the portal has a municipality");
    await seedEvents(database, municipality.id, size);
    return await work(await openBench(portal, database, { folder, municipalityId: municipality.id }));
  } finally {
    await database.close();
    await portal.stop();
  }
}

/** Milliseconds of the processor that the server's process has taken since its start, by Linux; other work on the machine adds little to them. */
export function readProcessor({ processId }: Portal): number {
  const [, fields = ""] = readFileSync(`/proc/${processId}/stat`, "utf8").split(") ");
  const ticks = fields.split(" ").slice(11, 13).map(Number);
  return ticks.reduce((sum, own) => sum + own, 0) * 10;
}

/** A coordinator of this run, signed in. */
async function openBench(
  portal: Portal,
  database: Database,
  { folder, municipalityId }: { readonly folder: string; readonly municipalityId: string },
) {
  const now = new Date();
  const own = { municipalityId, language: "ru", now, today: now.toISOString().slice(0, 10) } as const;
  const who = {
    email: `${newId()}@bench.example`,
    password: "long enough password",
    name: "Координатор",
    basis: "bench",
  };
  const personId = await inTenant(database, municipalityId, (tx) =>
    createPerson({ ...own, actor: { kind: "system", name: "bench" }, tx }, { ...who, roles: ["coordinator"] }),
  );
  const holdings = [{ role: "coordinator", subjectId: null }] as const;
  const actor: Actor = { kind: "person", personId, name: who.name, holdings };
  const base = { ...own, actor };
  const run = <T>(work: (ctx: Context<Tx>) => Promise<T>): Promise<T> =>
    inTenant(database, municipalityId, (tx) => work({ ...base, tx }));
  const slices = openSlices(openFiles(folder), readConfig({}, { dataFolder: folder }));
  const cookie = await signIn(portal, who);
  const measure = async ({ what, path, limit, work }: BenchPage): Promise<Measured> => {
    const before = readProcessor(portal);
    const { middle, high, rounds } = await timePage(portal, { path, cookie });
    const spent = (readProcessor(portal) - before) / rounds;
    const statements = await recordStatements(database, base, work);
    const slowest = await findSlowestNode(database, municipalityId, statements);
    return {
      what: `${what}: median; ${high.toFixed(0)} ms at 95 %, ${spent.toFixed(0)} ms of the server's processor; slowest node: ${slowest}`,
      value: `${middle.toFixed(0)} ms`,
      target: `≤ ${limit} ms`,
      met: middle <= limit,
    };
  };
  return { portal, database, run, slices, measure };
}

export type Bench = Awaited<ReturnType<typeof openBench>>;
