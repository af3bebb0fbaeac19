import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withEventTables } from "../tables.ts";

/** Takes away who came to receptions that were over before a local day, and who asked there; what was answered stays. */
export async function blankVisits(
  ctx: Context<Tx>,
  { endedBefore }: { readonly endedBefore: string },
): Promise<number> {
  const isOver = sql<boolean>`event_id in (select id from event where event.municipality_id = ${ctx.municipalityId}
    and until_date < ${endedBefore})`;
  const db = withEventTables(ctx.tx);
  const visits = await db
    .updateTable("event_visit")
    .set({ name: "", contact: "", subject: "", answer: "", blanked_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("blanked_at", "is", null)
    .where(isOver)
    .executeTakeFirst();
  const questions = await db
    .updateTable("event_question")
    .set({ asker: "", contact: "" })
    .where("municipality_id", "=", ctx.municipalityId)
    .where((eb) => eb.or([eb("asker", "<>", ""), eb("contact", "<>", "")]))
    .where(isOver)
    .executeTakeFirst();
  return Number(visits.numUpdatedRows + questions.numUpdatedRows);
}
