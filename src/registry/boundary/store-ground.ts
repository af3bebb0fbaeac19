import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withBoundaryTables } from "./store-tables.ts";
import type { GroundShape, MapTiles } from "./views.ts";

/** What lies below the boundaries, as it is kept; version 0 where nothing was ever set. */
export interface Ground {
  readonly water: readonly GroundShape[];
  readonly tiles: MapTiles | null;
  readonly version: number;
}

export async function selectGround(ctx: Context<Tx>): Promise<Ground> {
  const row = await withBoundaryTables(ctx.tx)
    .selectFrom("map_ground")
    .select(["water", "tiles_url as url", "tiles_credit as credit", "version"])
    .where("municipality_id", "=", ctx.municipalityId)
    .executeTakeFirst();
  if (!row) return { water: [], tiles: null, version: 0 };
  return {
    water: row.water,
    tiles: row.url === null ? null : { url: row.url, credit: row.credit },
    version: row.version,
  };
}

/** False where somebody saved it since `version`. */
export async function saveGround(ctx: Context<Tx>, { water, tiles, version }: Ground): Promise<boolean> {
  const values = {
    water: JSON.stringify(water),
    tiles_url: tiles?.url ?? null,
    tiles_credit: tiles?.credit ?? "",
    version: version + 1,
  };
  const row = await withBoundaryTables(ctx.tx)
    .insertInto("map_ground")
    .values({ municipality_id: ctx.municipalityId, ...values })
    .onConflict((conflict) =>
      conflict.column("municipality_id").doUpdateSet(values).where("map_ground.version", "=", version),
    )
    .returning("version")
    .executeTakeFirst();
  return row !== undefined;
}
