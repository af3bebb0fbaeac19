import { hashPassword } from "better-auth/crypto";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import { checkName, checkPassword } from "../people/actions.ts";
import { insertHolding, insertPassword, insertPerson, listHoldings } from "../people/store.ts";
import type { NamedRole } from "../people/views.ts";
import { insertLink, type Subject } from "../provider/store.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { type Cookies, type Frame, hashLinkSecret, type Visit } from "../sign-in/actions-frame.ts";
import { actAs, admit, requireSession } from "../sign-in/actions-session.ts";
import { type Account, confirmPersonEmail, findAccount, findAccountByEmail } from "../sign-in/store-account.ts";
import { type AttemptRule, countAttempt } from "../sign-in/store-attempt.ts";
import { writeAudit } from "../trail/store.ts";
import { sealPersonal } from "../trail/store-seal.ts";
import { openRoleNamer, subjectIdFor } from "./actions-name.ts";
import { closeInvitation, findByLink, type InvitationRow } from "./store.ts";

const ACCEPT: AttemptRule = { kind: "invitation", perAddress: 20, perAccount: 10 };

/** What the invited person sees before accepting. */
export interface InvitationCard {
  readonly email: string;
  readonly roles: readonly NamedRole[];
  readonly basis: string;
  readonly expiresAt: Date;
}

/** Null where the link opens nothing here. */
export function readInvitation(frame: Frame, visit: Visit, secret: string): Promise<InvitationCard | null> {
  return visit.run(async (ctx) => {
    const found = await findByLink(ctx, hashLinkSecret(secret));
    if (!found) return null;
    const nameRoles = await openRoleNamer(ctx, frame.roleSubjects, [found]);
    return { email: found.email, roles: nameRoles(found), basis: found.basis, expiresAt: found.expiresAt };
  });
}

export interface NewAccount {
  readonly secret: string;
  readonly name: string;
  readonly password: string;
}

/**
 * Makes the person with name, password and roles in one transaction and opens a session. Somebody who has the address already
 * signs in instead: a link never sets an existing account's password.
 * Refuses `link-void`, `name-missing`, `password-too-short`, `password-too-long`, `invitation-needs-sign-in`, `too-many-attempts`.
 */
export async function acceptInvitation(frame: Frame, visit: Visit, given: NewAccount): Promise<Cookies> {
  const { headers } = visit;
  await countAttempt(frame.kysely, ACCEPT, { headers, account: given.secret });
  checkName(given.name);
  checkPassword(given.password);
  const passwordHash = await hashPassword(given.password);
  return visit.run(async (ctx) => {
    const invitation = await requireInvitation(ctx, given.secret);
    const account = await createInvited(ctx, invitation, given.name.trim());
    await insertPassword(ctx, account.id, passwordHash);
    await settle(frame, ctx, { invitation, account });
    return admit(frame, ctx, { account, headers, openedBy: "invitation" });
  });
}

/** Who is signed in with the invited address takes the roles. Refuses `not-signed-in`, `link-void`, `invitation-for-another`. */
export async function acceptAsSelf(frame: Frame, visit: Visit, secret: string): Promise<void> {
  await countAttempt(frame.kysely, ACCEPT, { headers: visit.headers, account: secret });
  await visit.run(async (ctx) => {
    const { personId } = await requireSession(visit, ctx.tx);
    await acceptAs(frame, ctx, { invitation: await requireInvitation(ctx, secret), personId });
  });
}

/** By an account of a provider: of the person who is linked to it, else of a new person, who is linked from now on. */
export async function acceptAsIdentity(
  frame: Frame,
  ctx: Context<Tx>,
  given: {
    readonly secret: string;
    readonly identity: Subject & { readonly name: string | null };
    readonly linked: Id | null;
  },
): Promise<Account> {
  const { secret, identity, linked } = given;
  const invitation = await requireInvitation(ctx, secret);
  if (linked !== null) return acceptAs(frame, ctx, { invitation, personId: linked });
  // The way back from a provider has one address for all languages: the invitation's own says which.
  const invited = { ...ctx, language: invitation.language };
  const account = await createInvited(invited, invitation, identity.name?.trim() || invitation.email);
  await insertLink(ctx, account.id, identity);
  await settle(frame, ctx, { invitation, account });
  return account;
}

async function requireInvitation(ctx: Context<Tx>, secret: string): Promise<InvitationRow> {
  const invitation = await findByLink(ctx, hashLinkSecret(secret));
  if (!invitation) throw new Refusal<AccessRefusalCode>("link-void");
  return invitation;
}

async function acceptAs(
  frame: Frame,
  ctx: Context<Tx>,
  { invitation, personId }: { readonly invitation: InvitationRow; readonly personId: Id },
): Promise<Account> {
  const account = await findAccount(ctx, personId);
  if (account?.email !== invitation.email) throw new Refusal<AccessRefusalCode>("invitation-for-another");
  if (invitation.delivery === "letter") await confirmPersonEmail(ctx, personId, invitation.email);
  await settle(frame, ctx, { invitation, account });
  return account;
}

async function createInvited(ctx: Context<Tx>, invitation: InvitationRow, name: string): Promise<Account> {
  const { email } = invitation;
  const account: Account = {
    id: newId(),
    name,
    email,
    emailVerified: invitation.delivery === "letter",
    language: ctx.language,
    passwordHash: null,
  };
  const { id, emailVerified } = account;
  if ((await findAccountByEmail(ctx, email)) || !(await insertPerson(ctx, { id, email, name, emailVerified }))) {
    throw new Refusal<AccessRefusalCode>("invitation-needs-sign-in");
  }
  return account;
}

/** Closes the invitation and gives its roles, those that the person does not hold yet. */
async function settle(
  { roleSubjects }: Frame,
  ctx: Context<Tx>,
  { invitation, account }: { readonly invitation: InvitationRow; readonly account: Account },
): Promise<void> {
  const { roles, basis } = invitation;
  await closeInvitation(ctx, invitation.id, { acceptedBy: account.id });
  const held = await listHoldings(ctx.tx, account.id);
  const given = roles
    .map((role) => ({ role, subjectId: subjectIdFor(roleSubjects, role, invitation) }))
    .filter(({ role, subjectId }) => !held.some((one) => one.role === role && one.subjectId === subjectId));
  for (const holding of given) await insertHolding(ctx, { personId: account.id, basis, ...holding });
  await writeAudit(actAs(ctx, account), {
    action: "invitation.accept",
    subject: { kind: "person", id: account.id },
    detail: {
      invitation: invitation.id,
      roles: given.map(({ role }) => role).join(" "),
      subject: invitation.subjectId,
    },
    basis,
    after: {
      name: await sealPersonal(ctx, account.id, account.name),
      email: await sealPersonal(ctx, account.id, account.email),
    },
  });
}
