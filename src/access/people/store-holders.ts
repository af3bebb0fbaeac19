import type { Actor, Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withAccessTables } from "../tables.ts";
import { listHoldings } from "./store.ts";

/** Somebody who can be given work in the municipality. */
export interface Holder {
  readonly id: Id;
  readonly name: string;
  readonly roles: readonly string[];
}

function currentHoldings(ctx: Context<Tx>) {
  return withAccessTables(ctx.tx)
    .selectFrom("role_holding")
    .where("role_holding.municipality_id", "=", ctx.municipalityId)
    .where("role_holding.ended_at", "is", null);
}

/** Everybody who holds a role here, by name; residents, who may be thousands and get no work, are left out. */
export async function listStaff(ctx: Context<Tx>): Promise<readonly Holder[]> {
  const rows = await currentHoldings(ctx)
    .innerJoin("person", "person.id", "role_holding.person_id")
    .where("role_holding.role", "<>", "resident")
    .select(({ fn }) => ["person.id", "person.name", fn.agg<string[]>("array_agg", ["role_holding.role"]).as("roles")])
    .groupBy(["person.id", "person.name"])
    .orderBy("person.name", (order) => order.collate("ru-x-icu"))
    .execute();
  return rows.map((row) => ({ ...row, roles: [...new Set(row.roles)].sort() }));
}

/** Who holds a role now: in the subject, or anywhere where none is named. */
export async function listHoldersOf(ctx: Context<Tx>, role: string, subjectId: Id | null): Promise<readonly Id[]> {
  const held = currentHoldings(ctx).where("role", "=", role);
  const rows = await (subjectId ? held.where("subject_id", "=", subjectId) : held)
    .select("person_id")
    .distinct()
    .execute();
  return rows.map((row) => row.person_id);
}

/** The people among these ids, and those who hold a role in one of them: their association, settlement, call. */
export async function listConcerned(ctx: Context<Tx>, ids: readonly Id[]): Promise<readonly Id[]> {
  if (ids.length === 0) return [];
  const rows = await currentHoldings(ctx)
    .where((eb) => eb.or([eb("person_id", "in", [...ids]), eb("subject_id", "in", [...ids])]))
    .select("person_id")
    .distinct()
    .execute();
  return rows.map((row) => row.person_id);
}

/** A person as they would act here now; null for somebody who holds no role here. */
export async function loadActor(ctx: Context<Tx>, personId: Id): Promise<Actor | null> {
  const holdings = await listHoldings(ctx.tx, personId);
  return holdings.length === 0 ? null : { kind: "person", personId, name: "", holdings };
}
