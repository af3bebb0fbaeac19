import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import { type Language, Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import { checkEmail } from "../people/actions.ts";
import { type RoleSubjects, requireSubject } from "../people/actions-subject.ts";
import { loadNames } from "../people/store.ts";
import type { NamedRole, RoleSubject } from "../people/views.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { requirePermission } from "../require.ts";
import { isRole, type Role } from "../roles.ts";
import { DAY_MS, type Frame, later, makeLink, makeLinkSecret, type Visit } from "../sign-in/actions-frame.ts";
import { normalise } from "../sign-in/store-account.ts";
import { loadMunicipality } from "../tenant/store.ts";
import { writeAudit } from "../trail/store.ts";
import { openRoleNamer } from "./actions-name.ts";
import { closeInvitation, type InvitationRow, insertInvitation, listOpenInvitations, replaceLink } from "./store.ts";

export const INVITATION_DAYS = 7;

export interface InvitationOffer {
  readonly email: string;
  readonly roles: readonly string[];
  /** The settlement, association or call in which the roles will be held. */
  readonly subjectId: Id | null;
  readonly basis: string;
  readonly language: Language;
}

/** «Приглашение», open: who is expected. `over` where its time is over and it must be sent again. */
export interface InvitationView extends Omit<InvitationRow, "invitedBy" | "roles"> {
  readonly roles: readonly NamedRole[];
  readonly invitedBy: string | null;
  readonly over: boolean;
}

/** A link to be handed over where no mail is set up; null where a letter takes it. */
export type Handover = string | null;

/** Invites an address. Whether somebody has it already changes nothing. Refuses `not-permitted`, `email-malformed`, `roles-missing`, `role-basis-missing`, `invitation-open`, `roles-of-two-subjects` and as `requireSubject`. */
export function invite(frame: Frame, visit: Visit, offer: InvitationOffer): Promise<Handover> {
  return visit.run(async (ctx) => {
    requireInviter(ctx);
    const { secret, hash } = makeLinkSecret();
    const checked = checkOffer(offer);
    const subject = await requireOneSubject(ctx, frame.roleSubjects, checked);
    const invitation: InvitationRow = {
      ...checked,
      id: newId(),
      delivery: frame.letters.sends ? "letter" : "hand",
      invitedBy: ctx.actor.kind === "person" ? ctx.actor.personId : null,
      sentAt: ctx.now,
      expiresAt: later(ctx.now, INVITATION_DAYS * DAY_MS),
    };
    if (!(await insertInvitation(ctx, { ...invitation, hash })))
      throw new Refusal<AccessRefusalCode>("invitation-open");
    await auditInvitation(ctx, invitation.id, "invitation.make", {
      detail: {
        ...{ roles: invitation.roles.join(" "), delivery: invitation.delivery },
        ...(subject && { subject: subject.id, subjectName: subject.name }),
      },
      basis: invitation.basis,
    });
    return deliver(frame, ctx, invitation, secret);
  });
}

/** Roles come with an invitation, so it takes both rights. */
function requireInviter(ctx: Context<Tx>): void {
  requirePermission(ctx, "person.create");
  requirePermission(ctx, "role.give");
}

function checkOffer(offer: InvitationOffer) {
  const email = normalise(offer.email);
  checkEmail(email);
  const roles: readonly Role[] = [...new Set(offer.roles)].filter(isRole);
  if (roles.length === 0) throw new Refusal<AccessRefusalCode>("roles-missing");
  const basis = offer.basis.trim();
  if (basis === "") throw new Refusal<AccessRefusalCode>("role-basis-missing");
  return { email, roles, basis, subjectId: offer.subjectId, language: offer.language };
}

/** An invitation names one subject at most: that of its one role which takes one. */
async function requireOneSubject(
  ctx: Context<Tx>,
  subjects: RoleSubjects,
  { roles, subjectId }: Pick<InvitationRow, "roles" | "subjectId">,
): Promise<RoleSubject | null> {
  const [role, ...others] = roles.filter((one) => subjects[one] !== undefined);
  if (others.length > 0) throw new Refusal<AccessRefusalCode>("roles-of-two-subjects");
  const first = role ?? roles[0];
  return first ? requireSubject(ctx, subjects, { role: first, subjectId }) : null;
}

async function deliver(frame: Frame, ctx: Context<Tx>, invitation: InvitationRow, secret: string): Promise<Handover> {
  const { email, language } = invitation;
  const link = makeLink(frame, { language, municipalityId: ctx.municipalityId }, `/invitation/${secret}`);
  if (invitation.delivery === "hand") return link;
  const { name } = await loadMunicipality(ctx);
  const values = { municipality: name, link, days: String(INVITATION_DAYS) };
  await frame.letters.queue(ctx, { to: email, template: "invitation", language, personId: null, values });
  return null;
}

/** A new link, by letter or, for `hand`, to be handed over; the one before opens nothing any more. Refuses `not-permitted`, `invitation-closed`. */
export function inviteAgain(
  frame: Frame,
  visit: Visit,
  { id, by }: { readonly id: Id; readonly by: "letter" | "hand" },
): Promise<Handover> {
  return visit.run(async (ctx) => {
    requireInviter(ctx);
    const { secret, hash } = makeLinkSecret();
    const delivery = frame.letters.sends ? by : "hand";
    const expiresAt = later(ctx.now, INVITATION_DAYS * DAY_MS);
    const invitation = await replaceLink(ctx, id, { hash, delivery, expiresAt });
    if (!invitation) throw new Refusal<AccessRefusalCode>("invitation-closed");
    await auditInvitation(ctx, id, "invitation.send-again", { detail: { delivery } });
    return deliver(frame, ctx, invitation, secret);
  });
}

/** The link opens nothing any more. Refuses `not-permitted`, `invitation-closed`. */
export async function withdrawInvitation(ctx: Context<Tx>, id: Id): Promise<void> {
  requirePermission(ctx, "person.create");
  if (!(await closeInvitation(ctx, id, "withdrawn"))) throw new Refusal<AccessRefusalCode>("invitation-closed");
  await auditInvitation(ctx, id, "invitation.withdraw", {});
}

/** Refuses `not-permitted`. */
export async function listInvitations(
  ctx: Context<Tx>,
  subjects: RoleSubjects = {},
): Promise<readonly InvitationView[]> {
  requirePermission(ctx, "person.read");
  const rows = await listOpenInvitations(ctx);
  const names = await loadNames(
    ctx,
    rows.flatMap(({ invitedBy }) => invitedBy ?? []),
  );
  const nameRoles = await openRoleNamer(ctx, subjects, rows);
  return rows.map((row) => ({
    ...row,
    roles: nameRoles(row),
    invitedBy: row.invitedBy && (names.get(row.invitedBy) ?? null),
    over: row.expiresAt <= ctx.now,
  }));
}

/** The address itself never enters the trail: there is no person yet whose key could seal it. */
async function auditInvitation(
  ctx: Context<Tx>,
  id: Id,
  action: string,
  more: { readonly detail?: Readonly<Record<string, string>>; readonly basis?: string },
): Promise<void> {
  await writeAudit(ctx, { action, subject: { kind: "invitation", id }, ...more });
}
