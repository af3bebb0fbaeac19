import { randomBytes } from "node:crypto";
import { createPerson, type Role, requireSubject } from "./access/index.ts";
import { type CommandOptions, withParts } from "./commands.ts";
import type { Context } from "./kernel/context.ts";
import type { Id } from "./kernel/id.ts";
import type { Tx } from "./platform/database/index.ts";
import { roleSubjects } from "./server/role-subjects.ts";

/** A person as the command names them. */
export interface GivenPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly basis: string;
  /** The name of the settlement or association in which the role is held. */
  readonly within?: string | undefined;
  /** By its short name; the first where none is named. */
  readonly municipality: string | undefined;
}

/** `person EMAIL`: somebody who can sign in, such as the first administrator or one who was locked out. Refuses as `createPerson` and `requireSubject`, and `tenant-unknown`. */
export async function addPerson({
  data,
  write,
  municipality,
  role,
  within,
  ...given
}: CommandOptions & GivenPerson): Promise<void> {
  const password = randomBytes(12).toString("base64url");
  await withParts(
    data,
    (_parts, run) =>
      run(async (ctx) => {
        const subjectId = await findSubject(ctx, role, within);
        return createPerson(ctx, { ...given, password, roles: [role], subjectId });
      }),
    municipality,
  );
  write(`${given.email}\n${password}\n`);
}

/** By its name as the register has it; a name that is not there is refused as an id that is not. */
async function findSubject(ctx: Context<Tx>, role: Role, within: string | undefined): Promise<Id | null> {
  const known = within === undefined ? [] : ((await roleSubjects[role]?.(ctx)) ?? []);
  const subjectId = within === undefined ? null : (known.find(({ name }) => name === within)?.id ?? within);
  return (await requireSubject(ctx, roleSubjects, { role, subjectId }))?.id ?? null;
}
