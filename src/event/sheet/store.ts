import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withAttendanceTables } from "../attendance/store-tables.ts";

export interface SheetRow {
  readonly position: number;
  readonly participantId: Id | null;
  readonly markId: Id;
  readonly name: string | null;
  readonly birthYear: number | null;
  readonly entered: boolean;
}

export interface Sheet {
  readonly id: Id;
  readonly eventId: Id;
  readonly siteId: Id;
  readonly number: number;
  readonly rows: readonly SheetRow[];
}

interface NewSheet {
  readonly eventId: Id;
  readonly siteId: Id;
  /** Whose names are printed; null is an empty row. */
  readonly participantIds: readonly (Id | null)[];
}

/** Makes a sheet with the event's next number; the event's row is locked by the caller. */
export async function insertSheet(ctx: Context<Tx>, sheet: NewSheet): Promise<Id> {
  const db = withAttendanceTables(ctx.tx);
  const id = newId();
  const last = await db
    .selectFrom("attendance_sheet")
    .select(({ fn }) => fn.max("number").as("number"))
    .where("municipality_id", "=", ctx.municipalityId)
    .where("event_id", "=", sheet.eventId)
    .executeTakeFirst();
  await db
    .insertInto("attendance_sheet")
    .values({
      municipality_id: ctx.municipalityId,
      id,
      event_id: sheet.eventId,
      site_id: sheet.siteId,
      number: (last?.number ?? 0) + 1,
      made_at: ctx.now,
      made_by_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    })
    .execute();
  await db
    .insertInto("attendance_sheet_row")
    .values(
      sheet.participantIds.map((participantId, at) => ({
        municipality_id: ctx.municipalityId,
        sheet_id: id,
        position: at + 1,
        participant_id: participantId,
        mark_id: newId(),
        entered_at: null,
      })),
    )
    .execute();
  return id;
}

/** A sheet with its rows; undefined where the municipality has none of this id. */
export async function selectSheet(ctx: Context<Tx>, id: Id): Promise<Sheet | undefined> {
  const sheet = await withAttendanceTables(ctx.tx)
    .selectFrom("attendance_sheet")
    .select(["id", "event_id as eventId", "site_id as siteId", "number"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!sheet) return undefined;
  const { rows } = await sql<SheetRow>`
    select position, participant_id as "participantId", mark_id as "markId", participant.name,
      participant.birth_year as "birthYear", entered_at is not null as entered
    from attendance_sheet_row line
    left join participant on participant.municipality_id = line.municipality_id and participant.id = line.participant_id
    where line.municipality_id = ${ctx.municipalityId} and sheet_id = ${id} order by position`.execute(ctx.tx);
  return { ...sheet, rows };
}

/** The sheets of an event by number, with how many of their rows were entered. */
export async function selectSheets(ctx: Context<Tx>, eventId: Id) {
  const { rows } = await sql<{ id: Id; siteId: Id; number: number; rows: number; entered: number }>`
    select sheet.id, site_id as "siteId", number, count(*)::int4 as rows, count(entered_at)::int4 as entered
    from attendance_sheet sheet
    join attendance_sheet_row line on line.municipality_id = sheet.municipality_id and line.sheet_id = sheet.id
    where sheet.municipality_id = ${ctx.municipalityId} and event_id = ${eventId}
    group by sheet.id, site_id, number order by number`.execute(ctx.tx);
  return rows;
}

/** Notes who stands in rows that were entered. */
export async function updateRows(
  ctx: Context<Tx>,
  sheetId: Id,
  rows: readonly { readonly position: number; readonly participantId: Id }[],
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    update attendance_sheet_row line set participant_id = entered.participant_id, entered_at = ${ctx.now}
    from unnest(${rows.map(({ position }) => position)}::smallint[], ${rows.map(({ participantId }) => participantId)}::uuid[])
      as entered (position, participant_id)
    where line.municipality_id = ${ctx.municipalityId} and line.sheet_id = ${sheetId}
      and line.position = entered.position`.execute(ctx.tx);
}
