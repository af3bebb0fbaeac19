import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Role } from "../access/roles.ts";
import { createTestMunicipality, createTestPerson, personWith, runAs, SYSTEM } from "../access/testing.ts";
import type { Actor } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Database, Tx } from "../platform/database/index.ts";
import { openFiles } from "../platform/files.ts";
import { type Letter, openDesk, type Subjects, type TaskInput } from "./index.ts";

/** What a form for a task sends when only the most needed is filled in. */
export const TASK: TaskInput = {
  title: "Прислать протокол встречи",
  details: "",
  executor: "",
  role: "settlement",
  owner: "",
  dueDate: "2026-04-10",
  remindDays: "7",
  basis: "",
};

/** The desk over a database of a test: files in a folder of its own, letters in a list. */
export function openTestDesk(subjects: Subjects<Tx> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "sosedstvo-desk-"));
  const letters: Letter[] = [];
  const queue = async (_ctx: unknown, letter: Letter) => void letters.push(letter);
  const door = openDesk({ files: openFiles(folder), subjects, letters: { queue } });
  return { door, letters, close: () => rmSync(folder, { recursive: true }) };
}

/** A municipality with somebody in each of the roles, as actors. */
export async function openTestDistrict<Names extends string>(
  database: Database,
  slug: string,
  people: Readonly<Record<Names, readonly Role[]>>,
) {
  const municipalityId = await createTestMunicipality(database, slug);
  const as = (actor: Actor = SYSTEM) => runAs(database, municipalityId, actor);
  const actors = {} as Record<Names, Actor & { readonly kind: "person" }>;
  for (const [name, roles] of Object.entries(people) as [Names, readonly Role[]][]) {
    const id: Id = await as()((ctx) => createTestPerson(ctx, name, roles));
    actors[name] = { ...personWith(id, ...roles), kind: "person", name } as Actor & { readonly kind: "person" };
  }
  return { municipalityId, as, actors };
}
