import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withAttendanceTables } from "../attendance/store-tables.ts";

/** Puts a code in the place of the site's last one, which leads nowhere from now on. */
export async function replaceCode(ctx: Context<Tx>, siteId: Id, code: string): Promise<void> {
  const db = withAttendanceTables(ctx.tx);
  await db
    .updateTable("attendance_code")
    .set({ ended_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("site_id", "=", siteId)
    .where("ended_at", "is", null)
    .execute();
  await db
    .insertInto("attendance_code")
    .values({
      municipality_id: ctx.municipalityId,
      code,
      site_id: siteId,
      made_at: ctx.now,
      made_by_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      ended_at: null,
    })
    .execute();
}

export async function selectCode(ctx: Context<Tx>, siteId: Id): Promise<string | undefined> {
  const row = await withAttendanceTables(ctx.tx)
    .selectFrom("attendance_code")
    .select("code")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("site_id", "=", siteId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return row?.code;
}

/** The site and event to which a code in force leads. */
export async function findByCode(
  ctx: Context<Tx>,
  code: string,
): Promise<{ readonly siteId: Id; readonly eventId: Id } | undefined> {
  return withAttendanceTables(ctx.tx)
    .$extendTables<{ event_site: { municipality_id: string; id: string; event_id: string; ended_at: Date | null } }>()
    .selectFrom("attendance_code")
    .innerJoin("event_site", (join) =>
      join
        .onRef("event_site.municipality_id", "=", "attendance_code.municipality_id")
        .onRef("event_site.id", "=", "attendance_code.site_id"),
    )
    .select(["event_site.id as siteId", "event_site.event_id as eventId"])
    .where("attendance_code.municipality_id", "=", ctx.municipalityId)
    .where("code", "=", code)
    .where("attendance_code.ended_at", "is", null)
    .where("event_site.ended_at", "is", null)
    .executeTakeFirst();
}
