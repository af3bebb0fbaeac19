import type { Context, Holding } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { isRole, ROLE_NAMES, type Role } from "../roles.ts";
import type { NamedRole, RoleSubject, SubjectChoice } from "./views.ts";

/** For each role that is held within something, all of what it can be or was held in: the hook of the slices that keep it. A role without a line is held in the whole municipality. */
export type RoleSubjects = Readonly<Partial<Record<Role, (ctx: Context<Tx>) => Promise<readonly RoleSubject[]>>>>;

const refuse = (code: AccessRefusalCode, values: Record<string, string> = {}): never => {
  throw new Refusal(code, values);
};

/**
 * The subject in which this role is given; null where it is held in the whole municipality. Refuses `role-subject-missing` where
 * the role takes one and none is named, and `role-subject-unknown` for what is not there, has ended, or where the role takes none.
 */
export async function requireSubject(
  ctx: Context<Tx>,
  subjects: RoleSubjects,
  { role, subjectId }: { readonly role: Role; readonly subjectId: Id | null },
): Promise<RoleSubject | null> {
  const list = subjects[role];
  const named = { role: ROLE_NAMES[role][ctx.language] };
  if (!list) return subjectId === null ? null : refuse("role-subject-unknown", named);
  if (subjectId === null) return refuse("role-subject-missing", named);
  const found = (await list(ctx)).find(({ id, open }) => open && id === subjectId);
  return found ?? refuse("role-subject-unknown", named);
}

/** What can be chosen where a role is given, in the order of roles. */
export async function listSubjectChoices(ctx: Context<Tx>, subjects: RoleSubjects): Promise<readonly SubjectChoice[]> {
  const choices: SubjectChoice[] = [];
  for (const [role, list] of Object.entries(subjects)) {
    const open = (await list(ctx)).filter((subject) => subject.open);
    choices.push({ role: role as Role, subjects: open.map(({ id, name }) => ({ id, name })) });
  }
  return choices;
}

/** The name of what a role is held in; null where it is held in the whole municipality. */
export type SubjectNamer = (holding: Holding) => string | null;

/** Reads the lists of these roles once. What no list knows any more is told by its id. */
export async function openNamer(
  ctx: Context<Tx>,
  subjects: RoleSubjects,
  holdings: readonly Holding[],
): Promise<SubjectNamer> {
  const names = new Map<Id, string>();
  const wanted = new Set(holdings.filter(({ subjectId }) => subjectId !== null).map(({ role }) => role));
  for (const role of wanted) {
    const known = isRole(role) ? await subjects[role]?.(ctx) : undefined;
    for (const { id, name } of known ?? []) names.set(id, name);
  }
  return ({ subjectId }) => subjectId && (names.get(subjectId) ?? subjectId);
}

/** One's own roles as pages name them. */
export async function nameOwnRoles(ctx: Context<Tx>, subjects: RoleSubjects): Promise<readonly NamedRole[]> {
  if (ctx.actor.kind !== "person") return [];
  const { holdings } = ctx.actor;
  const nameOf = await openNamer(ctx, subjects, holdings);
  return holdings.flatMap(({ role, subjectId }) =>
    isRole(role) ? [{ role, subject: nameOf({ role, subjectId }) }] : [],
  );
}
