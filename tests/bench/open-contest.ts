import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createPerson, listMunicipalities } from "../../src/access/index.ts";
import { giveTestRole } from "../../src/access/testing.ts";
import { CONTENT, TERMS } from "../../src/contest/testing.ts";
import type { Context } from "../../src/kernel/context.ts";
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
import { registry } from "../../src/registry/index.ts";
import { openSlices } from "../../src/server/parts.ts";
import { type Portal, startPortal } from "../journeys/portal.ts";

const PASSWORD = "long enough password";
const DAYS = {
  ...{ opensOn: "2024-01-01", opensTime: "00:00", closesOn: "2098-12-31", closesTime: "24:00" },
  reviewUntil: "2099-01-31",
};

/** The real server over a folder that is kept between runs, and doors beside it. */
export async function withContests<T>(work: (bench: ContestBench) => Promise<T>): Promise<T> {
  const folder = join(import.meta.dirname, "../../data/bench/contest-1");
  mkdirSync(folder, { recursive: true });
  const portal = await startPortal({ kept: folder });
  const database = await openDatabase({ dataFolder: folder, databaseUrl: null }, "command");
  try {
    return await work(await openBench(portal, database, folder));
  } finally {
    await database.close();
    await portal.stop();
  }
}

async function openBench(portal: Portal, database: Database, folder: string) {
  const [municipality] = await inOwnerTransaction(database, listMunicipalities);
  if (!municipality) throw new Error("the portal has a municipality");
  const { contests } = openSlices(openFiles(folder), readConfig({}, { dataFolder: folder }));
  const run = <T>(work: (ctx: Context<Tx>) => Promise<T>): Promise<T> => {
    const now = new Date();
    const own = {
      municipalityId: municipality.id,
      language: "ru",
      now,
      today: now.toISOString().slice(0, 10),
    } as const;
    return inTenant(database, municipality.id, (tx) => work({ ...own, actor: { kind: "system", name: "bench" }, tx }));
  };
  const associations = (await run((ctx) => registry.listAssociations(ctx))).map(({ id }) => id);
  return { portal, database, contests, run, associations };
}

export type ContestBench = Awaited<ReturnType<typeof openBench>>;

/** An announced call of a contest of that name, which takes applications for decades. */
export async function announceCall({ run, contests }: ContestBench, name: string): Promise<Id> {
  return run(async (ctx) => {
    const contestId = await contests.addContest(ctx, { kind: "projects", name, activityId: "" });
    const terms = { ...TERMS, applicationsPerAssociation: 100 };
    const id = await contests.draftCall(ctx, { ...DAYS, contestId, year: "2026", isBlind: false, terms });
    await contests.moveCall(ctx, { id, version: "1", move: "announce", reason: "" });
    return id;
  });
}

/** A call of that name from an earlier run. */
export async function findCall({ run, contests }: ContestBench, name: string): Promise<Id | undefined> {
  return (await run((ctx) => contests.listCalls(ctx))).find(({ contest }) => contest.name === name)?.id;
}

/** Somebody with a role, who can sign in. */
export async function addBenchPerson(
  { run }: ContestBench,
  role: "chair" | "coordinator",
  subjectId: Id | null,
): Promise<{ readonly email: string; readonly password: string }> {
  const who = { email: `${newId()}@bench.example`, password: PASSWORD };
  await run(async (ctx) => {
    const personId = await createPerson(ctx, { ...who, name: "Пишущий", basis: "bench", roles: [] });
    await giveTestRole(ctx, { personId, role, subjectId });
  });
  return who;
}

/** A draft of an association, numbered among those of the bench. */
export async function beginDraft({ run, contests, associations }: ContestBench, callId: Id, at: number) {
  const associationId = associations[at % associations.length] ?? "";
  const id = await run((ctx) => contests.beginApplication(ctx, { callId, associationId, kind: "chair-person" }));
  const content = { ...CONTENT, title: `Проект ${at}` };
  await run((ctx) => contests.saveApplication(ctx, { id, version: "1", content, team: [] }));
  return { id, associationId };
}
