import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { withLedgerTables } from "./tables.ts";

/** The entries that a person recorded, the oldest first. */
export function selectRecordedBy(ctx: Context<Tx>, personId: Id) {
  return withLedgerTables(ctx.tx)
    .selectFrom("ledger_entry")
    .select(["number", "number_year", "at", "kind", "date", "basis"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("by_person_id", "=", personId)
    .orderBy("id")
    .execute();
}
