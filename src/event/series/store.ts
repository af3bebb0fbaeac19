import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withEventTables } from "../tables.ts";

export async function insertSeries(
  ctx: Context<Tx>,
  { id, rule }: { readonly id: Id; readonly rule: string },
): Promise<void> {
  await withEventTables(ctx.tx)
    .insertInto("event_series")
    .values({ municipality_id: ctx.municipalityId, id, rule, recorded_at: ctx.now })
    .execute();
}

/** The rule by which a series was planned. */
export async function selectRule(ctx: Context<Tx>, id: Id): Promise<string | undefined> {
  const row = await withEventTables(ctx.tx)
    .selectFrom("event_series")
    .select("rule")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.rule;
}
