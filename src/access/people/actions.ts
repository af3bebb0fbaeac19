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
import { insertHolding, insertPassword, insertPerson } from "./store.ts";

export const PASSWORD_LENGTH = 10;

export interface NewPerson {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
  /** On what grounds the roles are given. */
  readonly basis: string;
}

/** A person who can sign in with a password and holds the roles in the context's municipality. Refuses `email-malformed`, `email-taken`, `password-too-short`, `name-missing`. */
export async function createPerson(ctx: Context<Tx>, person: NewPerson): Promise<Id> {
  requirePermission(ctx, "person.create");
  const email = person.email.trim().toLowerCase();
  checkPerson({ ...person, email });
  const id = newId();
  if (!(await insertPerson(ctx, { id, email, name: person.name.trim() }))) {
    throw new Refusal<AccessRefusalCode>("email-taken", { email });
  }
  await insertPassword(ctx, id, await hashPassword(person.password));
  for (const role of person.roles) await insertHolding(ctx, { personId: id, role, basis: person.basis });
  await writeAudit(ctx, {
    action: "person.create",
    subject: { kind: "person", id },
    detail: { roles: person.roles.join(" "), basis: person.basis },
  });
  return id;
}

function checkPerson(person: NewPerson): void {
  const refuse = (code: AccessRefusalCode, values: Record<string, string | number> = {}) => {
    throw new Refusal(code, values);
  };
  if (!z.email().safeParse(person.email).success) refuse("email-malformed", { email: person.email });
  if (person.password.length < PASSWORD_LENGTH) refuse("password-too-short", { length: PASSWORD_LENGTH });
  if (person.name.trim() === "") refuse("name-missing");
}
