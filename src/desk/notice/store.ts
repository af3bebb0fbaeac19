import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { NoticeKind } from "../contract.ts";
import { withDeskTables } from "../tables.ts";
import type { NoticeView } from "../views.ts";

export interface NewNotice {
  readonly kind: NoticeKind;
  /** The event; the same one again makes no second notice. */
  readonly key: string;
  readonly subject: { readonly kind: string; readonly id: Id };
  readonly href: string;
  readonly title: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** A row for each of the people; those who had it already are not among the ids that come back. */
export async function insertNotices(
  ctx: Context<Tx>,
  people: readonly Id[],
  notice: NewNotice,
): Promise<readonly Id[]> {
  if (people.length === 0) return [];
  const rows = await withDeskTables(ctx.tx)
    .insertInto("notice")
    .values(
      [...new Set(people)].map((personId) => ({
        municipality_id: ctx.municipalityId,
        id: newId(),
        person_id: personId,
        kind: notice.kind,
        key: notice.key,
        subject_kind: notice.subject.kind,
        subject_id: notice.subject.id,
        href: notice.href,
        title: notice.title,
        detail: JSON.stringify(notice.detail ?? {}),
        at: ctx.now,
        read_at: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(["municipality_id", "person_id", "key"]).doNothing())
    .returning("person_id")
    .execute();
  return rows.map((row) => row.person_id);
}

function ownNotices(ctx: Context<Tx>, personId: Id) {
  return withDeskTables(ctx.tx)
    .selectFrom("notice")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("person_id", "=", personId);
}

/** The newest first. `before` is the id after which the page begins. */
export async function selectNotices(
  ctx: Context<Tx>,
  personId: Id,
  range: { readonly unread: boolean; readonly limit: number; readonly before?: Id; readonly except?: NoticeKind },
): Promise<readonly NoticeView[]> {
  let found = ownNotices(ctx, personId).select(["id", "kind", "title", "href", "detail", "at", "read_at"]);
  if (range.unread) found = found.where("read_at", "is", null);
  if (range.before) found = found.where("id", "<", range.before);
  if (range.except) found = found.where("kind", "<>", range.except);
  const rows = await found.orderBy("id", "desc").limit(range.limit).execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    href: row.href,
    detail: row.detail as NoticeView["detail"],
    at: row.at.toISOString(),
    isRead: row.read_at !== null,
  }));
}

export async function countUnread(ctx: Context<Tx>, personId: Id): Promise<number> {
  const row = await ownNotices(ctx, personId)
    .where("read_at", "is", null)
    .select(({ fn }) => fn.countAll<bigint>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Records with messages that the person has not read, the newest first. */
export async function selectUnreadThreads(ctx: Context<Tx>, personId: Id, limit: number) {
  const rows = await ownNotices(ctx, personId)
    .where("read_at", "is", null)
    .where("kind", "=", "message")
    .groupBy(["subject_kind", "subject_id"])
    .select(({ fn }) => [
      fn.countAll<bigint>().as("count"),
      fn.max("at").as("at"),
      fn.max("title").as("title"),
      fn.max("href").as("href"),
    ])
    .orderBy("at", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ title, href, count, at }) => ({ title, href, count: Number(count), at: at.toISOString() }));
}

/** All unread notices of the person, or only those about one record. */
export async function markRead(
  ctx: Context<Tx>,
  personId: Id,
  which: { readonly subject?: { readonly kind: string; readonly id: Id }; readonly id?: Id },
): Promise<void> {
  let marked = withDeskTables(ctx.tx)
    .updateTable("notice")
    .set({ read_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("person_id", "=", personId)
    .where("read_at", "is", null);
  if (which.id) marked = marked.where("id", "=", which.id);
  if (which.subject) {
    const { kind, id } = which.subject;
    marked = marked.where("subject_kind", "=", kind).where("subject_id", "=", id);
  }
  await marked.execute();
}

/** What people chose of letters, by person's id; who chose nothing of the kind is absent. */
export async function selectChoices(
  ctx: Context<Tx>,
  people: readonly Id[],
): Promise<readonly { readonly personId: Id; readonly kind: NoticeKind; readonly byLetter: boolean }[]> {
  if (people.length === 0) return [];
  const rows = await withDeskTables(ctx.tx)
    .selectFrom("notice_choice")
    .select(["person_id", "kind", "by_letter"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("person_id", "in", [...people])
    .execute();
  return rows.map((row) => ({ personId: row.person_id, kind: row.kind, byLetter: row.by_letter }));
}

export async function upsertChoices(
  ctx: Context<Tx>,
  personId: Id,
  choices: Readonly<Record<NoticeKind, boolean>>,
): Promise<void> {
  const kinds = Object.entries(choices) as [NoticeKind, boolean][];
  await withDeskTables(ctx.tx)
    .insertInto("notice_choice")
    .values(
      kinds.map(([kind, byLetter]) => ({
        municipality_id: ctx.municipalityId,
        person_id: personId,
        kind,
        by_letter: byLetter,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["municipality_id", "person_id", "kind"])
        .doUpdateSet({ by_letter: (eb) => eb.ref("excluded.by_letter") }),
    )
    .execute();
}
