import { hashPassword } from "better-auth/crypto";
import { z } from "zod";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import { requirePermission } from "../require.ts";
import type { Role } from "../roles.ts";
import { writeAudit } from "../trail/store.ts";
import { PASSWORD_LENGTH } from "./password.ts";
import { insertHolding, insertPassword, insertPerson } from "./store.ts";

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
  /** The settlement, association or call in which they are held, where they are. */
  readonly subjectId?: Id | null;
  /** On what grounds the roles are given. */
  readonly basis: string;
}

/** A person who can sign in with a password and holds the roles in the context's municipality. Refuses `email-malformed`, `email-taken`, `password-too-short`, `name-missing`. */
export async function createPerson(ctx: Context<Tx>, person: NewPerson): Promise<Id> {
  requirePermission(ctx, "person.create");
  const email = person.email.trim().toLowerCase();
  checkPerson({ ...person, email });
  const id = newId();
  // Who works on the server itself answers for the address; anybody else's word has to be confirmed by letter.
  const emailVerified = ctx.actor.kind === "system";
  if (!(await insertPerson(ctx, { id, email, name: person.name.trim(), emailVerified }))) {
    throw new Refusal<AccessRefusalCode>("email-taken", { email });
  }
  await insertPassword(ctx, id, await hashPassword(person.password));
  for (const role of person.roles)
    await insertHolding(ctx, { personId: id, role, basis: person.basis, subjectId: person.subjectId ?? null });
  await writeAudit(ctx, {
    action: "person.create",
    subject: { kind: "person", id },
    detail: { roles: person.roles.join(" "), basis: person.basis },
  });
  return id;
}

function checkPerson(person: NewPerson): void {
  checkEmail(person.email);
  checkPassword(person.password);
  checkName(person.name);
}

/** Refuses `email-malformed`. */
export function checkEmail(email: string): void {
  if (!z.email().safeParse(email).success) throw new Refusal<AccessRefusalCode>("email-malformed", { email });
}

/** Refuses `password-too-short`, `password-too-long`. */
export function checkPassword(password: string): void {
  const { least, most } = PASSWORD_LENGTH;
  if (password.length < least) throw new Refusal<AccessRefusalCode>("password-too-short", { length: least });
  if (password.length > most) throw new Refusal<AccessRefusalCode>("password-too-long", { length: most });
}

/** Refuses `name-missing`. */
export function checkName(name: string): void {
  if (name.trim() === "") throw new Refusal<AccessRefusalCode>("name-missing");
}
