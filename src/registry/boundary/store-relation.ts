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
