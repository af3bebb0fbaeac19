import { createPerson } from "../../src/access/index.ts";
import type { Role } from "../../src/access/roles.ts";
import { giveTestRole } from "../../src/access/testing.ts";
import type { Id } from "../../src/kernel/id.ts";
import { newId } from "../../src/kernel/id.ts";
import { asSystem } from "../../src/server/as-system.ts";
import type { Installation, Place } from "./open.ts";

export const PASSWORD = "long enough password";

/** A role somewhere, over everything there or within a settlement, an association or a call. */
export interface Held {
  readonly role: Role;
  readonly place: Place;
  readonly subjectId?: Id;
}

/** Somebody with a browser of their own that is signed in. */
export interface SignedIn {
  readonly personId: Id;
  readonly email: string;
  readonly cookie: string;
  readonly address: string;
}

let addresses = 0;

/** An address that nobody else asks from. */
export function nextAddress(): string {
  addresses += 1;
  return `198.51.${addresses >> 8}.${addresses & 255}`;
}

/** A person made as the command on the server makes one, known in the first municipality unless roles say otherwise. */
export async function addPerson(site: Installation, name: string, held: readonly Held[] = []) {
  const email = `${newId()}@example.org`;
  const given = { email, name, password: PASSWORD, basis: "распоряжение № 1", roles: [] };
  const place = held[0]?.place ?? site.here;
  const personId = await asSystem(site.database, place.municipalityId, (ctx) => createPerson(ctx, given));
  for (const { role, subjectId, ...at } of held) {
    await asSystem(site.database, at.place.municipalityId, (ctx) =>
      giveTestRole(ctx, { personId, role, subjectId: subjectId ?? null }),
    );
  }
  return { personId, email };
}

/** The same, with a session opened through the page of signing in. */
export async function signInAs(site: Installation, name: string, held: readonly Held[] = []): Promise<SignedIn> {
  const person = await addPerson(site, name, held);
  const address = nextAddress();
  return { ...person, address, cookie: await openSession(site, { email: person.email, address }) };
}

/** The cookies of a new session. */
export async function openSession(
  site: Installation,
  { email, address, password = PASSWORD }: { email: string; address: string; password?: string },
): Promise<string> {
  const answer = await site.ask("/sign-in", { address, form: { email, password } });
  if (answer.status !== 302) throw new Error(`${email} could not sign in: ${answer.status} ${answer.text}`);
  return cookiesOf(answer.cookies);
}

/** `Cookie` of what was set. */
export function cookiesOf(lines: readonly string[]): string {
  return lines.map((line) => line.slice(0, line.indexOf(";"))).join("; ");
}
