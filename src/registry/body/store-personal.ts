import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withBodyTables } from "./store-tables.ts";

const isNamed = (name: string) => sql<boolean>`lower(held.holder_name) = lower(${name.trim()})`;

/** The seats under a person's name, the oldest first. */
export function selectSeatsOf(ctx: Context<Tx>, name: string) {
  return withBodyTables(ctx.tx)
    .selectFrom("body_seat as held")
    .innerJoin("body", (join) =>
      join.onRef("body.municipality_id", "=", "held.municipality_id").onRef("body.id", "=", "held.body_id"),
    )
    .select(["body.name as body", "held.seat", "held.since", "held.until", "held.basis", "held.consent"])
    .where("held.municipality_id", "=", ctx.municipalityId)
    .where(isNamed(name))
    .orderBy("held.since")
    .execute();
}

/** Takes a name off its seats; that the seat is held stays. */
export async function forgetHolder(ctx: Context<Tx>, name: string): Promise<void> {
  await sql`update body_seat as held set holder_name = null, consent = null, version = held.version + 1
    where held.municipality_id = ${ctx.municipalityId} and ${isNamed(name)}`.execute(ctx.tx);
}
