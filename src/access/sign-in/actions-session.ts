import { randomBytes } from "node:crypto";
import type { Actor, Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { loadMunicipality } from "../tenant/store.ts";
import { writeAudit } from "../trail/store.ts";
import { ADDRESS_HEADER, SESSION_DAYS } from "./actions-auth.ts";
import { clearSessionCookie, readDevice, writeDeviceCookie, writeSessionCookie } from "./actions-cookie.ts";
import {
  type Cookies,
  DAY_MS,
  type Frame,
  hashWithKey,
  later,
  MINUTE_MS,
  makeLink,
  type Visit,
} from "./actions-frame.ts";
import { describeDevice } from "./device.ts";
import { chooseGate, type Gate } from "./gate.ts";
import type { Account } from "./store-account.ts";
import {
  deleteSessions,
  findSessionState,
  insertSession,
  listSessionRows,
  noteDevice,
  type OpenedBy,
  type SessionRow,
  type SessionState,
  touchSession,
} from "./store-session.ts";

/** Who comes, what they must still show, and in which session. */
export interface Visitor {
  readonly actor: Actor;
  readonly gate: Gate;
}

interface OpenSession extends SessionState {
  readonly id: Id;
  readonly gate: Gate;
}

const STRANGER: Visitor = { actor: { kind: "stranger" }, gate: null };
const TOUCH_MS = 5 * MINUTE_MS;
/** Whoever has just accepted an invitation or set up the installation knows the browser. */
const TOLD_OF_BROWSER: readonly OpenedBy[] = ["password", "provider"];

/** The session's id by the browser's cookie, as better-auth checks signature and time. It takes a connection of its own, so it is never asked within a transaction: ten requests that each hold one and wait for another would wait for ever. */
export async function readSessionId(frame: Frame, headers: Headers): Promise<Id | null> {
  return (await frame.auth.api.getSession({ headers }))?.session.id ?? null;
}

/** The session that the cookie opens, whatever it lets do. */
export async function findSession({ sessionId }: Visit, tx: Tx): Promise<OpenSession | null> {
  const state = sessionId && (await findSessionState(tx, sessionId));
  return state ? { ...state, id: sessionId, gate: chooseGate(state) } : null;
}

/** Who the session's cookie says, with the roles held in the transaction's municipality; a stranger until the second factor is passed, without roles until one is set up where it must be. */
export function findVisitor(_frame: Frame, visit: Visit): Promise<Visitor> {
  return visit.run(async ({ tx, now }) => {
    const session = await findSession(visit, tx);
    if (!session) return STRANGER;
    if (now.getTime() - session.lastUsedAt.getTime() > TOUCH_MS) await touchSession(tx, session.id, now);
    const { gate, personId, name } = session;
    if (gate === "pass-second-factor") return { ...STRANGER, gate };
    return { actor: { kind: "person", personId, name, holdings: gate === null ? session.holdings : [] }, gate };
  });
}

/** A session past its gate of the second factor, for one's own settings. Refuses `not-signed-in`. */
export async function requireSession(visit: Visit, tx: Tx): Promise<OpenSession> {
  const session = await findSession(visit, tx);
  if (!session || session.gate === "pass-second-factor") throw new Refusal<AccessRefusalCode>("not-signed-in");
  return session;
}

/** The same context, with the person as the one who acts. */
export function actAs(ctx: Context<Tx>, { id, name }: Pick<Account, "id" | "name">): Context<Tx> {
  if (ctx.actor.kind === "person" && ctx.actor.personId === id) return ctx;
  return { ...ctx, actor: { kind: "person", personId: id, name, holdings: [] } };
}

export interface Opening {
  readonly personId: Id;
  readonly openedBy: OpenedBy;
  readonly secondFactorAt: Date | null;
  readonly openedAt?: Date;
}

/** A new session with a token of its own; what cookie the browser had before plays no part. */
export async function openSession(frame: Frame, ctx: Context<Tx>, given: Opening & { readonly headers: Headers }) {
  const token = randomBytes(32).toString("base64url");
  const { headers, ...opening } = given;
  const id = newId();
  await insertSession(ctx, {
    openedAt: ctx.now,
    ...opening,
    id,
    token,
    expiresAt: later(ctx.now, SESSION_DAYS * DAY_MS),
    address: headers.get(ADDRESS_HEADER),
    userAgent: headers.get("user-agent")?.slice(0, 500) ?? null,
  });
  return { id, cookie: writeSessionCookie(frame, token) };
}

/** Somebody showed who they are: opens the session, and tells them by letter where the browser is new. */
export async function admit(
  frame: Frame,
  ctx: Context<Tx>,
  given: { readonly account: Account; readonly headers: Headers; readonly openedBy: OpenedBy },
): Promise<Cookies> {
  const { account, headers, openedBy } = given;
  const device = readDevice(frame, headers);
  const seen = await noteDevice(ctx, account.id, hashWithKey(frame, `device of ${account.id}`, device));
  if (seen === "new" && TOLD_OF_BROWSER.includes(openedBy)) await tellOfDevice(frame, ctx, account, headers);
  const { cookie } = await openSession(frame, ctx, { personId: account.id, openedBy, headers, secondFactorAt: null });
  await writeAudit(actAs(ctx, account), {
    action: "session.open",
    subject: { kind: "person", id: account.id },
    detail: { by: openedBy, device: seen },
  });
  return [cookie, writeDeviceCookie(frame, device)];
}

async function tellOfDevice(frame: Frame, ctx: Context<Tx>, account: Account, headers: Headers): Promise<void> {
  const { name } = await loadMunicipality(ctx);
  await frame.letters.queue(ctx, {
    to: account.email,
    template: "new-device",
    language: account.language,
    personId: account.id,
    values: {
      municipality: name,
      name: account.name,
      device: describeDevice(headers.get("user-agent")) ?? "",
      at: ctx.now.toISOString(),
      link: makeLink(frame, { ...ctx, language: account.language }, "/settings/sign-ins"),
    },
  });
}

/** Takes the place of a session after something changed what it may do, so that a token known before opens nothing. */
export async function replaceSession(
  frame: Frame,
  ctx: Context<Tx>,
  given: { readonly session: OpenSession; readonly visit: Visit; readonly secondFactorAt: Date | null },
): Promise<Cookies> {
  const { session, visit, secondFactorAt } = given;
  const { headers } = visit;
  await deleteSessions(ctx, session.personId, { only: session.id });
  const { personId, openedBy, openedAt } = session;
  const { id, cookie } = await openSession(frame, ctx, { personId, openedBy, openedAt, headers, secondFactorAt });
  visit.renew(id);
  return [cookie];
}

/** Ends the session on the server too; the cookies that take it away. */
export async function signOut(frame: Frame, visit: Visit): Promise<Cookies> {
  await visit.run(async (ctx) => {
    const session = await findSession(visit, ctx.tx);
    if (!session) return;
    await deleteSessions(ctx, session.personId, { only: session.id });
    await auditEnd(ctx, session, 1);
  });
  return [clearSessionCookie(frame)];
}

/** «Вход»: where and when one's account is open. */
export interface SignInView extends Omit<SessionRow, "userAgent"> {
  readonly device: string | null;
  readonly current: boolean;
}

export function listSignIns(_frame: Frame, visit: Visit): Promise<readonly SignInView[]> {
  return visit.run(async (ctx) => {
    const session = await requireSession(visit, ctx.tx);
    const rows = await listSessionRows(ctx, session.personId);
    return rows.map(({ userAgent, ...row }) => ({
      ...row,
      device: describeDevice(userAgent),
      current: row.id === session.id,
    }));
  });
}

/** Ends one of one's own sign-ins, or all but this one. Another person's id ends nothing. */
export function endSignIns(_frame: Frame, visit: Visit, which: { readonly id: Id } | "others"): Promise<void> {
  return visit.run(async (ctx) => {
    const session = await requireSession(visit, ctx.tx);
    // An id typed by hand is looked for among one's own, so what is no id ends nothing.
    const own = await listSessionRows(ctx, session.personId);
    const chosen = own.filter(({ id }) => (which === "others" ? id !== session.id : id === which.id));
    for (const { id } of chosen) await deleteSessions(ctx, session.personId, { only: id });
    const ended = chosen.length;
    if (ended > 0) await auditEnd(ctx, session, ended);
  });
}

async function auditEnd(ctx: Context<Tx>, session: OpenSession, count: number): Promise<void> {
  const { personId, name } = session;
  await writeAudit(actAs(ctx, { id: personId, name }), {
    action: "session.end",
    subject: { kind: "person", id: personId },
    detail: { count },
  });
}
