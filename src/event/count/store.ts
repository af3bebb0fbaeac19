import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withAttendanceTables } from "../attendance/store-tables.ts";
import type { CountMethod, CountView } from "../attendance/views.ts";

export interface NewCount {
  readonly id: Id;
  readonly eventId: Id;
  readonly siteId: Id;
  readonly people: number;
  readonly method: CountMethod;
  readonly note: string;
  readonly evidencePaperId: Id | null;
}

/** Puts a count in the place of the site's last one, which stays in the table. */
export async function replaceCount(ctx: Context<Tx>, count: NewCount): Promise<void> {
  const db = withAttendanceTables(ctx.tx);
  await db
    .updateTable("attendance_count")
    .set({ replaced_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("event_id", "=", count.eventId)
    .where("site_id", "=", count.siteId)
    .where("replaced_at", "is", null)
    .execute();
  await db
    .insertInto("attendance_count")
    .values({
      municipality_id: ctx.municipalityId,
      id: count.id,
      event_id: count.eventId,
      site_id: count.siteId,
      people: count.people,
      method: count.method,
      note: count.note,
      evidence_paper_id: count.evidencePaperId,
      recorded_at: ctx.now,
      recorded_by_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      recorded_by_name: ctx.actor.kind === "system" ? ctx.actor.name : null,
      replaced_at: null,
    })
    .execute();
}

/** The counts in force of an event's sites. */
export async function selectCounts(ctx: Context<Tx>, eventId: Id): Promise<readonly CountView[]> {
  return withAttendanceTables(ctx.tx)
    .selectFrom("attendance_count")
    .select(["site_id as siteId", "people", "method", "note"])
    .select(["evidence_paper_id as evidencePaperId", "recorded_at as recordedAt"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("event_id", "=", eventId)
    .where("replaced_at", "is", null)
    .execute();
}
