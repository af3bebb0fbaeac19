import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withAccessTables } from "../tables.ts";

const DAY_MS = 86_400_000;

export type OpenedBy = "password" | "provider" | "invitation" | "set-up" | "demonstration";

export interface NewSession {
  readonly id: Id;
  readonly personId: Id;
  readonly token: string;
  readonly expiresAt: Date;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly secondFactorAt: Date | null;
  readonly openedBy: OpenedBy;
  /** When the person signed in, where this session takes the place of another. */
  readonly openedAt: Date;
}

export async function insertSession(ctx: Context<Tx>, session: NewSession): Promise<void> {
  await withAccessTables(ctx.tx)
    .insertInto("sign_in_session")
    .values({
      id: session.id,
      person_id: session.personId,
      token: session.token,
      expires_at: session.expiresAt,
      ip_address: session.address,
      user_agent: session.userAgent,
      created_at: session.openedAt,
      updated_at: ctx.now,
      second_factor_at: session.secondFactorAt,
      opened_by: session.openedBy,
      last_used_at: ctx.now,
    })
    .execute();
}

/** What stands of a session and its person: enough to say what they must still show before they hold anything. */
export interface SessionState {
  readonly personId: Id;
  readonly name: string;
  readonly openedAt: Date;
  readonly openedBy: OpenedBy;
  readonly lastUsedAt: Date;
  readonly secondFactorAt: Date | null;
  readonly hasSecondFactor: boolean;
  /** The municipality of the transaction requires it of its staff. */
  readonly secondFactorRequired: boolean;
  readonly holdings: readonly { readonly role: string; readonly subjectId: Id | null }[];
}

/** One question for all of it: signed-in pages ask it every time. */
export async function findSessionState(tx: Tx, sessionId: Id): Promise<SessionState | null> {
  const { rows } = await sql<{
    person_id: Id;
    name: string;
    created_at: Date;
    opened_by: OpenedBy;
    last_used_at: Date;
    second_factor_at: Date | null;
    has_factor: boolean;
    required: boolean | null;
    holdings: SessionState["holdings"];
  }>`
    select session.person_id, person.name, session.created_at, session.opened_by, session.last_used_at, session.second_factor_at,
      exists (select from second_factor_app app where app.person_id = session.person_id and verified_at is not null)
        or exists (select from second_factor_passkey passkey where passkey.person_id = session.person_id) as has_factor,
      (select second_factor_required from municipality where id = sosedstvo_municipality()) as required,
      (select coalesce(jsonb_agg(jsonb_build_object('role', role, 'subjectId', subject_id) order by role, given_at), '[]')
        from role_holding holding where holding.person_id = session.person_id and ended_at is null) as holdings
    from sign_in_session session join person on person.id = session.person_id where session.id = ${sessionId}`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) return null;
  return {
    personId: row.person_id,
    name: row.name,
    openedAt: row.created_at,
    openedBy: row.opened_by,
    lastUsedAt: row.last_used_at,
    secondFactorAt: row.second_factor_at,
    hasSecondFactor: row.has_factor,
    secondFactorRequired: row.required ?? false,
    holdings: row.holdings,
  };
}

export async function touchSession(tx: Tx, sessionId: Id, at: Date): Promise<void> {
  await withAccessTables(tx)
    .updateTable("sign_in_session")
    .set({ last_used_at: at })
    .where("id", "=", sessionId)
    .execute();
}

export interface SessionRow {
  readonly id: Id;
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly openedAt: Date;
  readonly openedBy: OpenedBy;
  readonly lastUsedAt: Date;
  readonly secondFactor: boolean;
}

/** The person's sessions that still open something, the last used first. */
export async function listSessionRows(ctx: Context<Tx>, personId: Id): Promise<readonly SessionRow[]> {
  const rows = await withAccessTables(ctx.tx)
    .selectFrom("sign_in_session")
    .selectAll()
    .where("person_id", "=", personId)
    .where("expires_at", ">", ctx.now)
    .orderBy("last_used_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    userAgent: row.user_agent,
    address: row.ip_address,
    openedAt: row.created_at,
    openedBy: row.opened_by as OpenedBy,
    lastUsedAt: row.last_used_at,
    secondFactor: row.second_factor_at !== null,
  }));
}

/** How many were ended. `only` ends one, `except` all but one. */
export async function deleteSessions(
  ctx: Context<Tx>,
  personId: Id,
  which: { readonly only?: Id; readonly except?: Id } = {},
): Promise<number> {
  let query = withAccessTables(ctx.tx).deleteFrom("sign_in_session").where("person_id", "=", personId);
  if (which.only !== undefined) query = query.where("id", "=", which.only);
  if (which.except !== undefined) query = query.where("id", "!=", which.except);
  const { numDeletedRows } = await query.executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Whether the person has been seen with this browser before; from now on they have. */
export async function noteDevice(ctx: Context<Tx>, personId: Id, hash: Buffer): Promise<"known" | "new"> {
  const db = withAccessTables(ctx.tx);
  const { numUpdatedRows } = await db
    .updateTable("sign_in_device")
    .set({ last_seen_at: ctx.now })
    .where("person_id", "=", personId)
    .where("hash", "=", hash)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows > 0n) return "known";
  await db
    .insertInto("sign_in_device")
    .values({ person_id: personId, hash, first_seen_at: ctx.now, last_seen_at: ctx.now })
    .onConflict((conflict) => conflict.columns(["person_id", "hash"]).doUpdateSet({ last_seen_at: ctx.now }))
    .execute();
  return "new";
}

export async function hasDevice(ctx: Context<Tx>, personId: Id, hash: Buffer): Promise<boolean> {
  const row = await withAccessTables(ctx.tx)
    .selectFrom("sign_in_device")
    .select("person_id")
    .where("person_id", "=", personId)
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row !== undefined;
}

/** As long as the cookie that a browser keeps. */
const DEVICE_MS = 400 * DAY_MS;

/** What is out of date: sessions, links, counters, browsers not seen again. How many rows went; a job calls it daily. */
export async function sweepSignIn(tx: Tx, now: Date): Promise<number> {
  const db = withAccessTables(tx);
  const dayAgo = new Date(now.getTime() - DAY_MS);
  const unseenSince = new Date(now.getTime() - DEVICE_MS);
  const swept = [
    await db.deleteFrom("sign_in_session").where("expires_at", "<", now).executeTakeFirstOrThrow(),
    await db.deleteFrom("sign_in_device").where("last_seen_at", "<", unseenSince).executeTakeFirstOrThrow(),
    await db.deleteFrom("sign_in_token").where("expires_at", "<", dayAgo).executeTakeFirstOrThrow(),
    await db.deleteFrom("sign_in_rate").where("last_request", "<", BigInt(dayAgo.getTime())).executeTakeFirstOrThrow(),
  ];
  return swept.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}
