import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import {
  createMunicipality,
  findInstallation,
  insertInstallation,
  listHoldersOf,
  listMunicipalities,
  lockInstallation,
  type NewMunicipality,
} from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { localDate } from "../platform/clock.ts";
import { inOwnerTransaction, type Tx } from "../platform/database/index.ts";
import { type NewReading, readAside } from "../programme/index.ts";
import { bodies, registry } from "../registry/index.ts";
import { fillActs } from "./demonstration-acts.ts";
import { fillBodies } from "./demonstration-bodies.ts";
import { fillCofinancing } from "./demonstration-cofinancing.ts";
import { fillContests } from "./demonstration-contest.ts";
import { fillEvents } from "./demonstration-events.ts";
import { fillIndicators } from "./demonstration-indicators.ts";
import { fillMap } from "./demonstration-map.ts";
import { fillMoney } from "./demonstration-money.ts";
import { fillNews } from "./demonstration-news.ts";
import { fillNominations } from "./demonstration-nominations.ts";
import { type FirstAccount, fillPeople } from "./demonstration-people.ts";
import { fillRegistry } from "./demonstration-registry.ts";
import { fillReports } from "./demonstration-reports.ts";
import type { Parts } from "./parts.ts";

const EXAMPLE = new URL("../../examples/ordynsky-2024-2026/ordynsky-2024-2026.docx", import.meta.url);
const EXAMPLE_BASIS = "постановление администрации Ордынского района от 18.08.2023 № 1056/89 (пример)";

const ORDYNSKY: NewMunicipality = {
  slug: "ordynsky",
  name: "Ордынский муниципальный район",
  nameGenitive: "Ордынского муниципального района",
  nameShort: "Ордынский район",
  timeZone: "Asia/Novosibirsk",
  demonstration: true,
};

/** Fills an empty database with the example: municipality, programme as edition 1, register, money, people. All in one transaction, and once even where several servers start together. Null where it was said already what this installation is, or where no example is wanted. */
export async function fillEmptyDatabase(parts: Parts): Promise<FirstAccount | null> {
  if (!parts.config.demonstration || (await inOwnerTransaction(parts.database, isTaken))) return null;
  const bytes = await readFile(EXAMPLE);
  const fileName = "ordynsky-2024-2026.docx";
  const reading = await readAside(bytes);
  return inOwnerTransaction(parts.database, async (tx) => {
    await lockInstallation(tx);
    if (await isTaken(tx)) return null;
    await insertInstallation(tx, { kind: "demonstration", at: new Date(), setUpAt: null });
    const ctx = await openContext(tx);
    const openCall = await loadExample(ctx, parts, { bytes, fileName, reading });
    const account = await fillPeople(ctx, registry, openCall);
    await seatJuror(ctx, parts, openCall);
    return account;
  });
}

async function isTaken(tx: Tx): Promise<boolean> {
  return (await findInstallation(tx)) !== undefined || (await listMunicipalities(tx)).length > 0;
}

async function openContext(tx: Tx): Promise<Context<Tx>> {
  const now = new Date();
  const municipalityId = await createMunicipality(tx, ORDYNSKY);
  // Where the owner of the tables is under row-level security too, as on some managed servers.
  await sql`select set_config('sosedstvo.municipality', ${municipalityId}, true)`.execute(tx);
  const today = localDate(now, ORDYNSKY.timeZone);
  return { tx, actor: { kind: "system", name: "первый запуск" }, municipalityId, today, now, language: "ru" };
}

/** Whoever is let in as a juror with one click sits on the jury of the call that is open. */
async function seatJuror(ctx: Context<Tx>, { contests }: Parts, callId: Id): Promise<void> {
  for (const personId of await listHoldersOf(ctx, "juror", callId))
    await contests.inviteJuror(ctx, { callId, personId, isChair: false });
}

/** The id of the contest's call that takes applications now. */
async function loadExample(ctx: Context<Tx>, parts: Parts, given: NewReading): Promise<Id> {
  const { id } = await parts.programme.saveReading(ctx, given);
  await parts.programme.approveReading(ctx, id, { version: 1, basis: EXAMPLE_BASIS });
  await fillRegistry(ctx, registry);
  await fillMap(ctx, parts.boundaries);
  await fillMoney(ctx, parts.ledger);
  const contestDoors = { registry, contests: parts.contests, ledger: parts.ledger };
  const openCall = await fillContests(ctx, contestDoors);
  await fillNominations(ctx, contestDoors);
  await fillCofinancing(ctx, parts.ledger);
  await fillActs(ctx, parts.acts);
  await fillEvents(ctx, { registry, events: parts.events });
  await fillNews(ctx, parts.news);
  await fillBodies(ctx, { bodies, registry, acts: parts.acts });
  await fillIndicators(ctx, parts.indicators);
  await fillReports(ctx, parts);
  return openCall;
}
