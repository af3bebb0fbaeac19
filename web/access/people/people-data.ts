import { may } from "../../../src/access/permissions.ts";
import { answer } from "../../app/answer.ts";
import type { Doors } from "../../app/doors.ts";

/** Everybody with a role here, and who is invited. */
export async function loadPeople(doors: Doors) {
  const { municipality, actor, access } = doors;
  const people = await answer(doors, (ctx) => doors.people.list(ctx));
  const invitations = await answer(doors, (ctx) => doors.people.listInvitations(ctx));
  return {
    people: people.map(({ lastUsedAt, ...person }) => ({ ...person, lastUsedAt: lastUsedAt?.toISOString() ?? null })),
    invitations: invitations.map(({ expiresAt, id, email, roles, basis, invitedBy, over }) => ({
      ...{ id, email, roles, basis, invitedBy, over },
      expiresAt: expiresAt.toISOString(),
    })),
    required: municipality.secondFactorRequired,
    timeZone: municipality.timeZone,
    sendsLetters: access.sendsLetters,
    mayInvite: may(actor, "person.create"),
    mayRequire: may(actor, "sign-in.require"),
  };
}

export type People = Awaited<ReturnType<typeof loadPeople>>;
