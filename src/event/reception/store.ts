import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withEventTables } from "../tables.ts";

/** How many times of reception each of these events offers. */
export async function selectSlotCounts(ctx: Context<Tx>, eventIds: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
  const rows = await withEventTables(ctx.tx)
    .selectFrom("event_slot")
    .select(({ fn }) => ["event_id", fn.countAll<number>().as("count")])
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<boolean>`event_id = any(${[...eventIds]}::uuid[])`)
    .where("ended_at", "is", null)
    .groupBy("event_id")
    .execute();
  return new Map(rows.map(({ event_id, count }) => [event_id, Number(count)]));
}
