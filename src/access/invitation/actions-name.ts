import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { openNamer, type RoleSubjects } from "../people/actions-subject.ts";
import type { NamedRole } from "../people/views.ts";
import type { Role } from "../roles.ts";
import type { InvitationRow } from "./store.ts";

type Offered = Pick<InvitationRow, "roles" | "subjectId">;

/** The subject of an invitation belongs to its one role that takes one. */
export function subjectIdFor(subjects: RoleSubjects, role: Role, { subjectId }: Pick<Offered, "subjectId">): Id | null {
  return subjects[role] ? subjectId : null;
}

/** The roles of these invitations as pages name them. */
export async function openRoleNamer(
  ctx: Context<Tx>,
  subjects: RoleSubjects,
  offers: readonly Offered[],
): Promise<(offer: Offered) => readonly NamedRole[]> {
  const holdingsOf = (offer: Offered) =>
    offer.roles.map((role) => ({ role, subjectId: subjectIdFor(subjects, role, offer) }));
  const nameOf = await openNamer(ctx, subjects, offers.flatMap(holdingsOf));
  return (offer) => holdingsOf(offer).map((holding) => ({ role: holding.role, subject: nameOf(holding) }));
}
