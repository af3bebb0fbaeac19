import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withDeskTables } from "../tables.ts";

export interface ThreadKey {
  readonly kind: string;
  readonly id: Id;
}

export interface StoredMessage {
  readonly id: Id;
  readonly authorId: Id;
  readonly at: Date;
  /** The first, then its corrections. */
  readonly versions: readonly { readonly version: number; readonly text: string; readonly at: Date }[];
  readonly files: readonly StoredFile[];
}

export interface StoredFile {
  readonly id: Id;
  readonly name: string;
  readonly hash: string;
  readonly mediaType: string;
  readonly bytes: number;
}

export async function insertMessage(ctx: Context<Tx>, thread: ThreadKey, authorId: Id, text: string): Promise<Id> {
  const id = newId();
  await withDeskTables(ctx.tx)
    .insertInto("message")
    .values({
      municipality_id: ctx.municipalityId,
      id,
      subject_kind: thread.kind,
      subject_id: thread.id,
      author_id: authorId,
      at: ctx.now,
    })
    .execute();
  await insertVersion(ctx, { messageId: id, version: 1, text });
  return id;
}

/** False where a version of this number is there already. */
export async function insertVersion(
  ctx: Context<Tx>,
  given: { readonly messageId: Id; readonly version: number; readonly text: string },
): Promise<boolean> {
  const row = await withDeskTables(ctx.tx)
    .insertInto("message_version")
    .values({
      municipality_id: ctx.municipalityId,
      message_id: given.messageId,
      version: given.version,
      text: given.text,
      at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("version")
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertFiles(
  ctx: Context<Tx>,
  messageId: Id,
  files: readonly Omit<StoredFile, "id">[],
): Promise<void> {
  if (files.length === 0) return;
  await withDeskTables(ctx.tx)
    .insertInto("message_file")
    .values(
      files.map((file) => ({
        municipality_id: ctx.municipalityId,
        id: newId(),
        message_id: messageId,
        hash: file.hash,
        name: file.name,
        media_type: file.mediaType,
        bytes: BigInt(file.bytes),
      })),
    )
    .execute();
}

/** The messages of a thread, the oldest first; of a very long one the last thousand. */
export async function selectMessages(ctx: Context<Tx>, thread: ThreadKey): Promise<readonly StoredMessage[]> {
  const db = withDeskTables(ctx.tx);
  const heads = await db
    .selectFrom("message")
    .select(["id", "author_id", "at"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("subject_kind", "=", thread.kind)
    .where("subject_id", "=", thread.id)
    .orderBy("id", "desc")
    .limit(1_000)
    .execute();
  if (heads.length === 0) return [];
  const ids = heads.map((head) => head.id);
  const versions = Map.groupBy(await selectVersions(ctx, ids), (row) => row.message_id);
  const files = Map.groupBy(await selectFiles(ctx, ids), (row) => row.message_id);
  return heads.reverse().map((head) => ({
    id: head.id,
    authorId: head.author_id,
    at: head.at,
    versions: versions.get(head.id) ?? [],
    files: (files.get(head.id) ?? []).map(toFile),
  }));
}

function selectVersions(ctx: Context<Tx>, ids: readonly Id[]) {
  return withDeskTables(ctx.tx)
    .selectFrom("message_version")
    .select(["message_id", "version", "text", "at"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("message_id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy("version")
    .execute();
}

function selectFiles(ctx: Context<Tx>, ids: readonly Id[]) {
  return withDeskTables(ctx.tx)
    .selectFrom("message_file")
    .select(["id", "message_id", "hash", "name", "media_type", "bytes"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("message_id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy("id")
    .execute();
}

function toFile(row: Awaited<ReturnType<typeof selectFiles>>[number]): StoredFile {
  return { id: row.id, name: row.name, hash: row.hash, mediaType: row.media_type, bytes: Number(row.bytes) };
}

export interface MessageHead extends ThreadKey {
  readonly messageId: Id;
  readonly authorId: Id;
}

export async function findMessage(ctx: Context<Tx>, id: Id): Promise<(MessageHead & { version: number }) | undefined> {
  const row = await withDeskTables(ctx.tx)
    .selectFrom("message")
    .innerJoin("message_version", (join) =>
      join
        .onRef("message_version.municipality_id", "=", "message.municipality_id")
        .onRef("message_version.message_id", "=", "message.id"),
    )
    .select(["message.id", "message.subject_kind", "message.subject_id", "message.author_id", "version"])
    .where("message.municipality_id", "=", ctx.municipalityId)
    .where("message.id", "=", id)
    .orderBy("version", "desc")
    .executeTakeFirst();
  return (
    row && {
      messageId: row.id,
      kind: row.subject_kind,
      id: row.subject_id,
      authorId: row.author_id,
      version: row.version,
    }
  );
}

/** A file with the thread in which it was sent. */
export async function findFile(
  ctx: Context<Tx>,
  id: Id,
): Promise<{ readonly file: StoredFile; readonly thread: ThreadKey } | undefined> {
  const row = await withDeskTables(ctx.tx)
    .selectFrom("message_file")
    .innerJoin("message", (join) =>
      join
        .onRef("message.municipality_id", "=", "message_file.municipality_id")
        .onRef("message.id", "=", "message_file.message_id"),
    )
    .selectAll("message_file")
    .select(["subject_kind", "subject_id"])
    .where("message_file.municipality_id", "=", ctx.municipalityId)
    .where("message_file.id", "=", id)
    .executeTakeFirst();
  return row && { file: toFile(row), thread: { kind: row.subject_kind, id: row.subject_id } };
}

/** Who has written in a thread. */
export async function selectAuthors(ctx: Context<Tx>, thread: ThreadKey): Promise<readonly Id[]> {
  const rows = await withDeskTables(ctx.tx)
    .selectFrom("message")
    .select("author_id")
    .distinct()
    .where("municipality_id", "=", ctx.municipalityId)
    .where("subject_kind", "=", thread.kind)
    .where("subject_id", "=", thread.id)
    .execute();
  return rows.map((row) => row.author_id);
}

/** How far each person has read a thread: the id of the last message, which sorts by time. */
export async function selectReadings(
  ctx: Context<Tx>,
  thread: ThreadKey,
): Promise<readonly { readonly personId: Id; readonly messageId: Id }[]> {
  const rows = await withDeskTables(ctx.tx)
    .selectFrom("message_reading")
    .select(["person_id", "message_id"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("subject_kind", "=", thread.kind)
    .where("subject_id", "=", thread.id)
    .execute();
  return rows.map((row) => ({ personId: row.person_id, messageId: row.message_id }));
}

/** Never goes back: an older window does not make read messages new. */
export async function noteReading(
  ctx: Context<Tx>,
  thread: ThreadKey,
  read: { personId: Id; messageId: Id },
): Promise<void> {
  await withDeskTables(ctx.tx)
    .insertInto("message_reading")
    .values({
      municipality_id: ctx.municipalityId,
      subject_kind: thread.kind,
      subject_id: thread.id,
      person_id: read.personId,
      message_id: read.messageId,
      at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["municipality_id", "subject_kind", "subject_id", "person_id"])
        .doUpdateSet({ message_id: read.messageId, at: ctx.now })
        .where("message_reading.message_id", "<", read.messageId),
    )
    .execute();
}
