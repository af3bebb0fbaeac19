import type { Context } from "../../kernel/context.ts";
import { isDay } from "../../kernel/day.ts";
import type { Id } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import { notePersonalRead } from "../personal/store-person.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { requirePermission } from "../require.ts";
import { isRole } from "../roles.ts";
import { updateSecondFactorRequired } from "../tenant/store.ts";
import { writeAudit } from "../trail/store.ts";
import { openNamer, type RoleSubjects, requireSubject } from "./actions-subject.ts";
import { insertHolding, loadNames } from "./store.ts";
import {
  endHolding,
  type HoldingRow,
  listHoldingRows,
  listPeopleRows,
  lockRoles,
  type PersonRow,
} from "./store-roles.ts";

/** A role as it is or was held, with the name of the settlement, association or call in which. */
export interface HoldingView extends Omit<HoldingRow, "personId"> {
  readonly subject: string | null;
}

/** A person with the roles that they hold here, and those that ended. */
export interface PersonView extends PersonRow {
  readonly holdings: readonly HoldingView[];
  readonly ended: readonly HoldingView[];
}

/** Everybody who holds or held a role in this municipality. Refuses `not-permitted`. */
export async function listPeople(ctx: Context<Tx>, subjects: RoleSubjects = {}): Promise<readonly PersonView[]> {
  requirePermission(ctx, "person.read");
  const all = await listHoldingRows(ctx);
  const nameOf = await openNamer(ctx, subjects, all);
  const rows = Map.groupBy(all, ({ personId }) => personId);
  const people = await listPeopleRows(ctx);
  await notePersonalRead(
    ctx,
    "people",
    people.map(({ id }) => id),
  );
  return people.map((person) => {
    const own = (rows.get(person.id) ?? []).map(({ personId: _, ...holding }) => ({
      ...holding,
      subject: nameOf(holding),
    }));
    return {
      ...person,
      holdings: own.filter(({ endedOn }) => endedOn === null),
      ended: own.filter(({ endedOn }) => endedOn !== null),
    };
  });
}

export interface NewHolding {
  readonly personId: Id;
  readonly role: string;
  readonly subjectId: Id | null;
  /** The local date from which it holds, `YYYY-MM-DD`, not after today. */
  readonly on: string;
  readonly basis: string;
}

/** Gives a role to somebody known here. Refuses `not-permitted`, `no-such-person`, `roles-missing`, `role-held`, `role-date-wrong`, `role-basis-missing` and as `requireSubject`. */
export async function giveRole(ctx: Context<Tx>, given: NewHolding, subjects: RoleSubjects = {}): Promise<void> {
  requirePermission(ctx, "role.give");
  const { personId, role, subjectId, on } = given;
  const basis = checkBasis(given.basis);
  if (!isRole(role)) throw new Refusal<AccessRefusalCode>("roles-missing");
  if (!isPossible(on) || on > ctx.today) throw new Refusal<AccessRefusalCode>("role-date-wrong");
  const subject = await requireSubject(ctx, subjects, { role, subjectId });
  await lockRoles(ctx);
  const held = await listHoldingRows(ctx, personId);
  if (held.length === 0 || !(await loadNames(ctx, [personId])).has(personId)) {
    throw new Refusal<AccessRefusalCode>("no-such-person");
  }
  if (held.some((one) => one.endedOn === null && one.role === role && one.subjectId === subjectId)) {
    throw new Refusal<AccessRefusalCode>("role-held");
  }
  await insertHolding(ctx, { personId, role, basis, subjectId, givenOn: on });
  await writeAudit(ctx, {
    action: "role.give",
    subject: { kind: "person", id: personId },
    basis,
    after: { role, subject: subjectId, subjectName: subject?.name ?? null, from: on },
  });
}

export interface HoldingEnd {
  readonly id: Id;
  /** The local date from which it no longer holds, `YYYY-MM-DD`, not after today. */
  readonly on: string;
  readonly basis: string;
}

/** Ends a role at once. Refuses `not-permitted`, `role-not-held`, `role-date-wrong`, `role-basis-missing`, `last-administrator`. */
export async function endRole(ctx: Context<Tx>, ending: HoldingEnd, subjects: RoleSubjects = {}): Promise<void> {
  requirePermission(ctx, "role.give");
  const basis = checkBasis(ending.basis);
  await lockRoles(ctx);
  const current = (await listHoldingRows(ctx)).filter(({ endedOn }) => endedOn === null);
  const holding = current.find(({ id }) => id === ending.id);
  if (!holding) throw new Refusal<AccessRefusalCode>("role-not-held");
  const { on } = ending;
  if (!isPossible(on) || on > ctx.today || on < holding.givenOn)
    throw new Refusal<AccessRefusalCode>("role-date-wrong");
  const administrators = current.filter(({ role }) => role === "administrator");
  if (holding.role === "administrator" && administrators.length === 1) {
    throw new Refusal<AccessRefusalCode>("last-administrator");
  }
  await endHolding(ctx, { id: holding.id, on, basis });
  const nameOf = await openNamer(ctx, subjects, [holding]);
  const was = { role: holding.role, subject: holding.subjectId, subjectName: nameOf(holding) };
  await writeAudit(ctx, {
    action: "role.end",
    subject: { kind: "person", id: holding.personId },
    basis,
    before: { ...was, from: holding.givenOn },
    after: { ...was, until: on },
  });
}

/** Nobody here held a role before there was self-government of this kind. */
const isPossible = (on: string) => isDay(on) && on >= "1990-01-01";

function checkBasis(text: string): string {
  const basis = text.trim();
  if (basis === "") throw new Refusal<AccessRefusalCode>("role-basis-missing");
  return basis;
}

/** From now on staff hold their roles only in sessions that passed a second factor, or need none. Refuses `not-permitted`. */
export async function requireSecondFactor(ctx: Context<Tx>, required: boolean): Promise<void> {
  requirePermission(ctx, "sign-in.require");
  await updateSecondFactorRequired(ctx, required);
  await writeAudit(ctx, {
    action: "sign-in.require",
    subject: { kind: "municipality", id: ctx.municipalityId },
    after: { secondFactorRequired: required },
  });
}
