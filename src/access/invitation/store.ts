import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Language } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Role } from "../roles.ts";
import { withAccessTables } from "../tables.ts";

export interface InvitationRow {
  readonly id: Id;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly subjectId: Id | null;
  readonly basis: string;
  readonly language: Language;
  readonly delivery: "letter" | "hand";
  readonly invitedBy: Id | null;
  readonly sentAt: Date;
  readonly expiresAt: Date;
}

export interface NewInvitation extends InvitationRow {
  readonly hash: Buffer;
}

/** False where one is open for this address. */
export async function insertInvitation(ctx: Context<Tx>, invitation: NewInvitation): Promise<boolean> {
  const row = await withAccessTables(ctx.tx)
    .insertInto("invitation")
    .values({
      municipality_id: ctx.municipalityId,
      id: invitation.id,
      email: invitation.email,
      roles: [...invitation.roles],
      subject_id: invitation.subjectId,
      basis: invitation.basis,
      language: invitation.language,
      hash: invitation.hash,
      delivery: invitation.delivery,
      invited_by: invitation.invitedBy,
      made_at: ctx.now,
      sent_at: invitation.sentAt,
      expires_at: invitation.expiresAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["municipality_id", "email"])
        .where("accepted_at", "is", null)
        .where("withdrawn_at", "is", null)
        .doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

function selectOpen(ctx: Context<Tx>) {
  return withAccessTables(ctx.tx)
    .selectFrom("invitation")
    .selectAll()
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectOpen>["executeTakeFirstOrThrow"]>>;

function toInvitation(row: Row): InvitationRow {
  return {
    id: row.id,
    email: row.email,
    roles: row.roles as Role[],
    subjectId: row.subject_id,
    basis: row.basis,
    language: row.language,
    delivery: row.delivery,
    invitedBy: row.invited_by,
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
  };
}

/** Neither accepted nor withdrawn, also those whose time is over: they can be sent again. The newest first. */
export async function listOpenInvitations(ctx: Context<Tx>): Promise<readonly InvitationRow[]> {
  return (await selectOpen(ctx).orderBy("sent_at", "desc").orderBy("id").execute()).map(toInvitation);
}

/** An open one that a link still opens. Locked, so that of two who accept at once one does. */
export async function findByLink(ctx: Context<Tx>, hash: Buffer): Promise<InvitationRow | null> {
  const row = await selectOpen(ctx)
    .where("hash", "=", hash)
    .where("expires_at", ">", ctx.now)
    .forUpdate()
    .executeTakeFirst();
  return row ? toInvitation(row) : null;
}

export interface NewLink {
  readonly hash: Buffer;
  readonly delivery: "letter" | "hand";
  readonly expiresAt: Date;
}

/** A new link takes the place of the one before. Null where the invitation is no longer open. */
export async function replaceLink(ctx: Context<Tx>, id: Id, link: NewLink): Promise<InvitationRow | null> {
  if (!isId(id)) return null;
  const row = await withAccessTables(ctx.tx)
    .updateTable("invitation")
    .set({ hash: link.hash, delivery: link.delivery, sent_at: ctx.now, expires_at: link.expiresAt })
    .where("id", "=", id)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .returningAll()
    .executeTakeFirst();
  return row ? toInvitation(row) : null;
}

export async function closeInvitation(
  ctx: Context<Tx>,
  id: Id,
  as: { readonly acceptedBy: Id } | "withdrawn",
): Promise<boolean> {
  if (!isId(id)) return false;
  const values = as === "withdrawn" ? { withdrawn_at: ctx.now } : { accepted_at: ctx.now, person_id: as.acceptedBy };
  const { numUpdatedRows } = await withAccessTables(ctx.tx)
    .updateTable("invitation")
    .set(values)
    .where("id", "=", id)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
