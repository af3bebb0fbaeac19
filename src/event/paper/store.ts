import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { PaperKind } from "../contract.ts";
import { withEventTables } from "../tables.ts";

/** Which kinds of papers each of these events has. */
export async function selectPaperKinds(
  ctx: Context<Tx>,
  eventIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly PaperKind[]>> {
  const rows = await withEventTables(ctx.tx)
    .selectFrom("event_paper")
    .select(({ fn }) => ["event_id", fn.agg<PaperKind[]>("array_agg", ["kind"]).distinct().as("kinds")])
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<boolean>`event_id = any(${[...eventIds]}::uuid[])`)
    .where("removed_at", "is", null)
    .groupBy("event_id")
    .execute();
  return new Map(rows.map(({ event_id, kinds }) => [event_id, kinds]));
}
