import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withBoundaryTables } from "./store-tables.ts";

/** What two records have in common, or what of the first lies outside the second; in square metres. */
export interface Relation {
  readonly id: Id;
  readonly otherId: Id;
  readonly kind: "overlap" | "outside";
  readonly squareMetres: number;
}

const AT_ONCE = 2000;

export async function insertRelations(ctx: Context<Tx>, relations: readonly Relation[]): Promise<void> {
  for (let from = 0; from < relations.length; from += AT_ONCE) {
    await withBoundaryTables(ctx.tx)
      .insertInto("boundary_relation")
      .values(
        relations.slice(from, from + AT_ONCE).map(({ id, otherId, kind, squareMetres }) => ({
          municipality_id: ctx.municipalityId,
          boundary_id: id,
          other_id: otherId,
          kind,
          square_metres: BigInt(Math.round(squareMetres)),
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** The associations whose boundaries ever had a part in common with one of these associations'. */
export async function selectNeighbours(ctx: Context<Tx>, associationIds: readonly Id[]): Promise<readonly Id[]> {
  const { rows } = await sql<{ readonly id: Id }>`
    with own as (select id from boundary where municipality_id = ${ctx.municipalityId} and subject_kind = 'association'
        and subject_id = any(${[...associationIds]}::uuid[])),
      other as (
        select other_id as id from boundary_relation join own on boundary_id = own.id
          where municipality_id = ${ctx.municipalityId} and kind = 'overlap'
        union select boundary_id from boundary_relation join own on other_id = own.id
          where municipality_id = ${ctx.municipalityId} and kind = 'overlap')
    select distinct boundary.subject_id as id from other join boundary on boundary.id = other.id
    where boundary.municipality_id = ${ctx.municipalityId}`.execute(ctx.tx);
  return rows.map(({ id }) => id);
}

/** Relations among these records. */
export async function selectRelations(ctx: Context<Tx>, ids: readonly Id[]): Promise<readonly Relation[]> {
  if (ids.length === 0) return [];
  const rows = await withBoundaryTables(ctx.tx)
    .selectFrom("boundary_relation")
    .select(["boundary_id as id", "other_id as otherId", "kind", "square_metres as metres"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where((eb) => eb("boundary_id", "=", eb.fn.any(eb.val(ids as string[]))))
    .where((eb) => eb("other_id", "=", eb.fn.any(eb.val(ids as string[]))))
    .execute();
  return rows.map(({ metres, ...row }) => ({ ...row, squareMetres: Number(metres) }));
}
