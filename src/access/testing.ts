import type { Actor, Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import { type Database, inOwnerTransaction, inTenant, type Tx } from "../platform/database/index.ts";
import { insertHolding, insertPerson } from "./people/store.ts";
import type { Role } from "./roles.ts";
import { createMunicipality } from "./tenant/store.ts";

export const SYSTEM: Actor = { kind: "system", name: "test" };
export const STRANGER: Actor = { kind: "stranger" };
export const NOW = new Date("2026-03-25T05:00:00Z");

/** A municipality of its own for a test; its names follow from the slug. */
export function createTestMunicipality(database: Database, slug: string): Promise<Id> {
  return inOwnerTransaction(database, (tx) =>
    createMunicipality(tx, {
      slug,
      name: `Район ${slug}`,
      nameGenitive: `района ${slug}`,
      nameShort: slug,
      timeZone: "Asia/Novosibirsk",
      demonstration: false,
    }),
  );
}

export function personWith(personId: Id, ...roles: Role[]): Actor {
  return { kind: "person", personId, name: "Иванова", holdings: roles.map((role) => ({ role, subjectId: null })) };
}

/** One transaction in a municipality, as an actor; by default as the command on the server. */
export function runAs(database: Database, municipalityId: Id, actor: Actor = SYSTEM) {
  return <T>(work: (ctx: Context<Tx>) => Promise<T>): Promise<T> =>
    inTenant(database, municipalityId, (tx) =>
      work({ tx, actor, municipalityId, today: "2026-03-25", now: NOW, language: "ru" }),
    );
}

/** Somebody who cannot sign in, with roles in the context's municipality: no password is hashed, so a test may make many. */
export async function createTestPerson(ctx: Context<Tx>, name: string, roles: readonly Role[]): Promise<Id> {
  const id = newId();
  await insertPerson(ctx, { id, email: `${id}@example.org`, name, emailVerified: true });
  for (const role of roles) await insertHolding(ctx, { personId: id, role, basis: "test" });
  return id;
}

/** A role of somebody who is known already, over everything or within a settlement, an association or a call. */
export function giveTestRole(
  ctx: Context<Tx>,
  given: { readonly personId: Id; readonly role: Role; readonly subjectId: Id | null },
): Promise<void> {
  return insertHolding(ctx, { ...given, basis: "test" });
}
