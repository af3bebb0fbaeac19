import { listConcerned, loadActor, loadNames, may, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Files } from "../../platform/files.ts";
import { FILE_LIMIT_BYTES, FILES_AT_ONCE, plainText, TEXT_LIMIT } from "../contract.ts";
import { sendNotice } from "../notice/actions-send.ts";
import { markRead } from "../notice/store.ts";
import { refuseDesk } from "../refusals.ts";
import type { Letters, Subject, Subjects } from "../subjects.ts";
import type { MessageView, ThreadView } from "../views.ts";
import { isPicture, recogniseFile, settleFileName } from "./file-kind.ts";
import {
  findFile,
  findMessage,
  insertFiles,
  insertMessage,
  insertVersion,
  noteReading,
  type StoredFile,
  type StoredMessage,
  selectAuthors,
  selectMessages,
  selectReadings,
  type ThreadKey,
} from "./store.ts";
import { stripPicture } from "./strip-picture.ts";

/** What messages need from the composition root. */
export interface MessageParts {
  readonly files: Files;
  readonly subjects: Subjects<Tx>;
  readonly letters: Letters<Tx>;
}

/** The record, where the actor may see it. Refuses `subject-unknown`, the same for what is not there and what is not theirs. */
async function requireSubject(ctx: Context<Tx>, subjects: Subjects<Tx>, thread: ThreadKey): Promise<Subject> {
  const find = Object.hasOwn(subjects, thread.kind) ? subjects[thread.kind] : undefined;
  const subject = isId(thread.id) ? await find?.(ctx, thread.id) : undefined;
  if (!subject?.may) return refuseDesk("subject-unknown");
  requirePermission(ctx, "message.read", ownersFor(ctx));
  return subject;
}

/** Whoever may see a record may talk about it: it counts as theirs. */
function ownersFor(ctx: Context<Tx>): readonly Id[] {
  return ctx.actor.kind === "person" ? [ctx.actor.personId] : [];
}

/** The messages on a record, and from now on they are read. Refuses `subject-unknown`. */
export async function openThread(ctx: Context<Tx>, parts: MessageParts, thread: ThreadKey): Promise<ThreadView> {
  const subject = await requireSubject(ctx, parts.subjects, thread);
  const messages = await selectMessages(ctx, thread);
  const last = messages.at(-1);
  if (ctx.actor.kind === "person") {
    const { personId } = ctx.actor;
    if (last) await noteReading(ctx, thread, { personId, messageId: last.id });
    await markRead(ctx, personId, { subject: thread });
  }
  return {
    kind: thread.kind,
    id: thread.id,
    title: subject.title,
    href: subject.href,
    messages: await showMessages(ctx, thread, messages),
    mayWrite: ctx.actor.kind === "person" && may(ctx.actor, "message.write", ownersFor(ctx)),
  };
}

async function showMessages(
  ctx: Context<Tx>,
  thread: ThreadKey,
  messages: readonly StoredMessage[],
): Promise<readonly MessageView[]> {
  const readings = await selectReadings(ctx, thread);
  const own = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const names = await loadNames(ctx, [
    ...messages.map((message) => message.authorId),
    ...readings.map((reading) => reading.personId),
  ]);
  return messages.map((message) => {
    const last = message.versions.at(-1);
    const readers = readings.filter(
      ({ personId, messageId }) => messageId >= message.id && personId !== message.authorId && personId !== own,
    );
    return {
      id: message.id,
      author: { id: message.authorId, name: names.get(message.authorId) ?? "" },
      at: message.at.toISOString(),
      text: last?.text ?? "",
      earlier: message.versions.slice(0, -1).map(({ text, at }) => ({ text, at: at.toISOString() })),
      correctedAt: message.versions.length > 1 ? (last?.at.toISOString() ?? null) : null,
      files: message.files.map(({ id, name, bytes, mediaType }) => ({
        id,
        name,
        bytes,
        isPicture: isPicture(mediaType),
      })),
      isOwn: message.authorId === own,
      readBy: readers.map(({ personId }) => names.get(personId) ?? ""),
    };
  });
}

export interface NewMessage {
  readonly thread: ThreadKey;
  readonly text: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/**
 * Writes on a record that the actor may see; those whom it concerns and who may see it too are told.
 * Refuses `subject-unknown`, `message-empty`, `message-long`, `files-too-many`, `message-file-too-large`.
 */
export async function writeMessage(ctx: Context<Tx>, parts: MessageParts, given: NewMessage): Promise<Id> {
  const subject = await requireSubject(ctx, parts.subjects, given.thread);
  requirePermission(ctx, "message.write", ownersFor(ctx));
  const text = checkText(given.text, given.files.length > 0);
  checkFiles(given.files);
  if (ctx.actor.kind !== "person") return refuseDesk("subject-unknown");
  const files = await storeFiles(parts.files, given.files);
  const id = await insertMessage(ctx, given.thread, ctx.actor.personId, text);
  await insertFiles(ctx, id, files);
  await noteReading(ctx, given.thread, { personId: ctx.actor.personId, messageId: id });
  await writeAudit(ctx, {
    action: "message.write",
    subject: { kind: given.thread.kind, id: given.thread.id },
    detail: { message: id, files: files.length, characters: text.length },
  });
  await sendNotice(ctx, parts.letters, {
    people: await listReaders(ctx, parts.subjects, { thread: given.thread, subject }),
    kind: "message",
    key: `message ${id}`,
    subject: given.thread,
    href: threadHref(given.thread),
    title: subject.title,
  });
  return id;
}

/** Where a thread is read: at the task itself, else on a page of its own. */
export function threadHref({ kind, id }: ThreadKey): string {
  return kind === "task" ? `/desk/tasks/${id}#messages` : `/desk/messages/${kind}/${id}`;
}

function checkText(text: string, hasFiles: boolean): string {
  const plain = plainText(text.replace(/\r\n?/g, "\n"));
  if (plain === "" && !hasFiles) refuseDesk("message-empty");
  if (plain.length > TEXT_LIMIT) refuseDesk("message-long", { limit: TEXT_LIMIT });
  return plain;
}

function checkFiles(files: NewMessage["files"]): void {
  if (files.length > FILES_AT_ONCE) refuseDesk("files-too-many", { limit: FILES_AT_ONCE });
  for (const { name, bytes } of files) {
    if (bytes.length <= FILE_LIMIT_BYTES) continue;
    refuseDesk("message-file-too-large", { name: settleFileName(name), megabytes: FILE_LIMIT_BYTES / 1_000_000 });
  }
}

async function storeFiles(files: Files, given: NewMessage["files"]): Promise<readonly Omit<StoredFile, "id">[]> {
  const stored: Omit<StoredFile, "id">[] = [];
  for (const file of given) stored.push(await keepFile(files, file));
  return stored;
}

/** Keeps a file that a person sent, by what it holds: pictures lose what the camera noted, names what could lead astray. */
export async function keepFile(files: Files, given: NewMessage["files"][number]): Promise<Omit<StoredFile, "id">> {
  const { mediaType, isPicture: claims } = recogniseFile(given.bytes);
  const stripped = stripPicture(given.bytes, mediaType);
  const kept = stripped ?? given.bytes;
  // What only begins as a picture is none.
  const kind = claims && !stripped ? "application/octet-stream" : mediaType;
  return { name: settleFileName(given.name), hash: await files.store(kept), mediaType: kind, bytes: kept.length };
}

/** Those whom the record concerns and who have written on it, as far as each of them may see it now. */
async function listReaders(
  ctx: Context<Tx>,
  subjects: Subjects<Tx>,
  { thread, subject }: { readonly thread: ThreadKey; readonly subject: Subject },
): Promise<readonly Id[]> {
  const asked = new Set([...(await listConcerned(ctx, subject.belongsTo)), ...(await selectAuthors(ctx, thread))]);
  const readers: Id[] = [];
  for (const personId of asked) {
    const actor = await loadActor(ctx, personId);
    const seen = actor && (await subjects[thread.kind]?.({ ...ctx, actor }, thread.id));
    if (seen?.may) readers.push(personId);
  }
  return readers;
}

/**
 * A correction is a new version; what was said before stays and is shown. Only the author corrects.
 * Refuses `message-unknown`, `message-changed` where another version came meanwhile, `not-yours`, `message-empty`, `message-long`.
 */
export async function correctMessage(
  ctx: Context<Tx>,
  parts: MessageParts,
  given: { readonly id: string; readonly version: number; readonly text: string },
): Promise<void> {
  const message = isId(given.id) ? await findMessage(ctx, given.id) : undefined;
  if (!message) return refuseDesk("message-unknown");
  const thread = { kind: message.kind, id: message.id };
  await requireSubject(ctx, parts.subjects, thread);
  requirePermission(ctx, "message.write", [message.authorId]);
  const own = ctx.actor.kind === "person" && ctx.actor.personId === message.authorId;
  if (!own) return refuseDesk("message-unknown");
  const text = checkText(given.text, false);
  const next = { messageId: message.messageId, version: given.version + 1, text };
  if (message.version !== given.version || !(await insertVersion(ctx, next))) refuseDesk("message-changed");
  await writeAudit(ctx, {
    action: "message.write",
    subject: thread,
    detail: { message: message.messageId, version: next.version, characters: text.length },
  });
}

/** A file of a message, for those who may see its record. Refuses `file-unknown` for every other id. */
export async function findMessageFile(
  ctx: Context<Tx>,
  parts: MessageParts,
  id: string,
): Promise<Omit<StoredFile, "id"> & { readonly isPicture: boolean }> {
  const found = isId(id) ? await findFile(ctx, id) : undefined;
  if (!found) return refuseDesk("file-unknown");
  const subject = await parts.subjects[found.thread.kind]?.(ctx, found.thread.id);
  if (!subject?.may) return refuseDesk("file-unknown");
  const { name, hash, mediaType, bytes } = found.file;
  return { name, hash, mediaType, bytes, isPicture: isPicture(mediaType) };
}
