import { randomBytes } from "node:crypto";
import { createPerson, type Role } from "./access/index.ts";
import { type CommandOptions, withParts } from "./commands.ts";

/** A person as the command names them. */
export interface GivenPerson {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly basis: string;
  /** By its short name; the first where none is named. */
  readonly municipality: string | undefined;
}

/** `person EMAIL`: somebody who can sign in, such as the first administrator or one who was locked out. Refuses as `createPerson`, and `tenant-unknown`. */
export async function addPerson({
  data,
  write,
  municipality,
  role,
  ...given
}: CommandOptions & GivenPerson): Promise<void> {
  const password = randomBytes(12).toString("base64url");
  await withParts(
    data,
    (_parts, run) => run((ctx) => createPerson(ctx, { ...given, password, roles: [role] })),
    municipality,
  );
  write(`${given.email}\n${password}\n`);
}
