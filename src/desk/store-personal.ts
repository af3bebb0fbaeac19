import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { withDeskTables } from "./tables.ts";

function selectMessageIds(ctx: Context<Tx>, personId: Id) {
  return withDeskTables(ctx.tx)
    .selectFrom("message")
    .select("id")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("author_id", "=", personId);
}

/** What a person wrote, with every correction, the oldest first. */
export function selectTextsOf(ctx: Context<Tx>, personId: Id) {
  return withDeskTables(ctx.tx)
    .selectFrom("message_version")
    .innerJoin("message", (join) =>
      join
        .onRef("message.municipality_id", "=", "message_version.municipality_id")
        .onRef("message.id", "=", "message_version.message_id"),
    )
    .select(["subject_kind", "subject_id", "version", "message_version.at", "text"])
    .where("message.municipality_id", "=", ctx.municipalityId)
    .where("author_id", "=", personId)
    .orderBy("message.id")
    .orderBy("version")
    .execute();
}

/** The files that a person sent, under their hashes. */
export function selectFilesOf(ctx: Context<Tx>, personId: Id) {
  return withDeskTables(ctx.tx)
    .selectFrom("message_file")
    .select(["id", "name", "hash"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("message_id", "in", selectMessageIds(ctx, personId))
    .orderBy("id")
    .execute();
}

/** The tasks that a person owns or gave, by number. */
export function selectTasksOf(ctx: Context<Tx>, personId: Id) {
  return withDeskTables(ctx.tx)
    .selectFrom("task")
    .select(["number_year", "number", "title", "due_date", "state", "owner_person_id"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where((eb) => eb.or([eb("owner_person_id", "=", personId), eb("given_by_person_id", "=", personId)]))
    .orderBy("number_year")
    .orderBy("number")
    .execute();
}

/** What a person was told, the oldest first. */
export function selectNoticesOf(ctx: Context<Tx>, personId: Id) {
  return withDeskTables(ctx.tx)
    .selectFrom("notice")
    .select(["at", "kind", "title", "read_at"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("person_id", "=", personId)
    .orderBy("id")
    .execute();
}

/** Blanks what a person wrote and takes away their files; the messages stay as places in their threads. */
export async function blankMessagesOf(ctx: Context<Tx>, personId: Id): Promise<void> {
  const db = withDeskTables(ctx.tx);
  await db
    .deleteFrom("message_file")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("message_id", "in", selectMessageIds(ctx, personId))
    .execute();
  await db
    .updateTable("message_version")
    .set({ text: "" })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("message_id", "in", selectMessageIds(ctx, personId))
    .execute();
}

/** Takes away what the desk noted of a person's reading: notices, choices of letters, how far each thread was read. */
export async function deleteReadingOf(ctx: Context<Tx>, personId: Id): Promise<void> {
  for (const table of ["notice", "notice_choice", "message_reading"] as const) {
    await withDeskTables(ctx.tx)
      .deleteFrom(table)
      .where("municipality_id", "=", ctx.municipalityId)
      .where("person_id", "=", personId)
      .execute();
  }
}
