import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { type FundingSource, SOURCES } from "./contract.ts";
import { LINE_KINDS, type LineKind } from "./edition.ts";
import type { KnownLine } from "./identity.ts";
import { withProgrammeTables } from "./tables.ts";

/** Identities live in a table of their own kind, so that others can refer to them by a foreign key. */
export async function insertIdentities(ctx: Context<Tx>, kind: LineKind, ids: readonly Id[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = ids.map((id) => ({ municipality_id: ctx.municipalityId, id, first_seen: ctx.now }));
  await withProgrammeTables(ctx.tx).insertInto(kind).values(rows).execute();
}

/** Of the given ids those that are identities of this municipality, with their kind. */
export async function findIdentities(ctx: Context<Tx>, ids: readonly Id[]): Promise<ReadonlyMap<Id, LineKind>> {
  const known = new Map<Id, LineKind>();
  if (ids.length === 0) return known;
  for (const kind of LINE_KINDS) {
    const rows = await withProgrammeTables(ctx.tx)
      .selectFrom(kind)
      .select("id")
      .where("municipality_id", "=", ctx.municipalityId)
      .where(sql<boolean>`id::text = any(${[...ids]})`)
      .execute();
    for (const row of rows) known.set(row.id, kind);
  }
  return known;
}

/** A source has one identity in a municipality, whatever the programme. */
export async function ensureSources(ctx: Context<Tx>): Promise<ReadonlyMap<FundingSource, Id>> {
  const db = withProgrammeTables(ctx.tx);
  await db
    .insertInto("funding_source")
    .values(SOURCES.map((kind) => ({ municipality_id: ctx.municipalityId, id: newId(), kind, first_seen: ctx.now })))
    .onConflict((conflict) => conflict.columns(["municipality_id", "kind"]).doNothing())
    .execute();
  const rows = await db
    .selectFrom("funding_source")
    .select(["id", "kind"])
    .where("municipality_id", "=", ctx.municipalityId)
    .execute();
  return new Map(rows.map((row) => [row.kind as FundingSource, row.id]));
}

/** The lines of an edition with the identities they stand for, in the order of the document. */
export async function selectKnownLines(ctx: Context<Tx>, editionId: Id): Promise<readonly KnownLine[]> {
  const { rows } = await sql<{ kind: LineKind; identity_id: string; number: string | null; name: string }>`
    select 'goal' as kind, goal_id as identity_id, number::text as number, name, 1 as part, number as position
      from edition_goal where municipality_id = ${ctx.municipalityId} and edition_id = ${editionId}
    union all
    select 'objective', objective_id, number::text, name, 2, number
      from edition_objective where municipality_id = ${ctx.municipalityId} and edition_id = ${editionId}
    union all
    select 'indicator', indicator_id, number, name, 3, position
      from edition_indicator where municipality_id = ${ctx.municipalityId} and edition_id = ${editionId}
    union all
    select 'activity', activity_id, number, name, 4, position
      from edition_activity where municipality_id = ${ctx.municipalityId} and edition_id = ${editionId}
    order by part, position`.execute(ctx.tx);
  return rows.map((row) => ({ kind: row.kind, identityId: row.identity_id, number: row.number, name: row.name }));
}
