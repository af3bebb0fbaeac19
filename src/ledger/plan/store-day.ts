import type { Context } from "../../kernel/context.ts";
import { newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withLedgerTables } from "../tables.ts";

/** The day that the municipality chose last; none where it has chosen none. */
export function findAlignmentDay(ctx: Context<Tx>) {
  return withLedgerTables(ctx.tx)
    .selectFrom("ledger_alignment_day")
    .select(["day", "basis", "at", "by_person_id as byPersonId", "by_name as byName"])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}

export async function insertAlignmentDay(
  ctx: Context<Tx>,
  { day, basis }: { readonly day: string; readonly basis: string },
): Promise<void> {
  const { actor, now: at, municipalityId: municipality_id } = ctx;
  const by_person_id = actor.kind === "person" ? actor.personId : null;
  const by_name = actor.kind === "system" ? actor.name : null;
  await withLedgerTables(ctx.tx)
    .insertInto("ledger_alignment_day")
    .values({ municipality_id, id: newId(), day, basis, at, by_person_id, by_name })
    .execute();
}
