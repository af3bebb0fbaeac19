import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "../access/roles.ts";
import { createTestMunicipality, createTestPerson, SYSTEM } from "../access/testing.ts";
import { openTestDesk } from "../desk/testing.ts";
import type { Actor, Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { Refusal } from "../kernel/refusal.ts";
import { type Database, inTenant, type Tx } from "../platform/database/index.ts";
import { openFiles } from "../platform/files.ts";
import { registry } from "../registry/index.ts";
import { type EventInput, openEvents } from "./index.ts";

/** A form of an event of the administration with only what it must have. */
export const CLEAN_UP: EventInput = {
  kind: "clean-up",
  title: "Субботник в парке",
  organiser: "administration",
  date: "2026-04-18",
  from: "10:00",
  until: "13:00",
  sites: [{ place: "Парк, главный вход" }],
};

/** A municipality with two settlements, an association in each, a deputy and an official, and people in their roles. */
export async function openTestEvents(database: Database, slug: string) {
  const municipalityId = await createTestMunicipality(database, slug);
  /** One transaction at an instant, `2026-04-18T05:00:00Z`, as somebody. */
  const at =
    (instant: string, actor: Actor = SYSTEM) =>
    <T>(work: (ctx: Context<Tx>) => Promise<T>): Promise<T> =>
      inTenant(database, municipalityId, (tx) =>
        work({ tx, actor, municipalityId, today: instant.slice(0, 10), now: new Date(instant), language: "ru" }),
      );
  const run = at("2026-03-25T05:00:00Z");
  const places = await run(enterPlaces);
  const person = async (name: string, role: Role, subjectId: Id | null = null) => {
    const personId = await run((ctx) => createTestPerson(ctx, name, [role]));
    return { kind: "person", personId, name, holdings: [{ role, subjectId }] } as const satisfies Actor;
  };
  const people = {
    coordinator: await person("Координатор", "coordinator"),
    settlement: await person("Специалист Кирзы", "settlement", places.kirza),
    chair: await person("Председатель Берёзки", "chair", places.birch),
    operator: await person("Ресурсный центр", "operator"),
    auditor: await person("Ревизор", "auditor"),
    resident: await person("Житель", "resident"),
  };
  const folder = mkdtempSync(join(tmpdir(), "sosedstvo-events-"));
  const { door: desk, close: closeDesk } = openTestDesk();
  const events = openEvents({ files: openFiles(folder), desk, findRoot: async () => "https://tos.example" });
  const close = () => {
    closeDesk();
    rmSync(folder, { recursive: true });
  };
  return { municipalityId, at, run, events, desk, folder, close, ...places, ...people };
}

export type TestEvents = Awaited<ReturnType<typeof openTestEvents>>;

async function enterPlaces(ctx: Context<Tx>) {
  const kirza = await registry.addSettlement(ctx, { name: "Кирзинский сельсовет", oktmo: "" });
  const vagai = await registry.addSettlement(ctx, { name: "Вагайцевский сельсовет", oktmo: "" });
  const birch = await registry.enterAssociation(ctx, { name: "ТОС «Берёзка»", settlementId: kirza });
  const spring = await registry.enterAssociation(ctx, { name: "ТОС «Родник»", settlementId: vagai });
  const term = { since: "2025-09-15", until: "2030-09-14" };
  const deputy = await registry.addOfficial(ctx, {
    kind: "deputy",
    name: "Петров П. П.",
    office: "округ № 3",
    ...term,
  });
  const past = { since: "2015-09-15", until: "2020-09-14" };
  const former = await registry.addOfficial(ctx, {
    kind: "official",
    name: "Сидорова А. А.",
    office: "глава",
    ...past,
  });
  return { kirza, vagai, birch, spring, deputy, former };
}

/** The code with which something is refused; the error's words where it is none. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof Refusal ? error.code : String(error);
}
