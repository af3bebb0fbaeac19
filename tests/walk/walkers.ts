import { PERMISSIONS } from "../../src/access/permissions.data.ts";
import { type Permission, ROLES, type Role } from "../../src/access/roles.ts";
import { type Id, newId } from "../../src/kernel/id.ts";
import type { Installation } from "../installation/open.ts";
import { nextAddress, openSession, type SignedIn, signInAs } from "../installation/people.ts";
import type { Records } from "./records.ts";
import { type Asks, type CallRow, self } from "./row.ts";

/** Somebody who walks every route of the first municipality, with what they hold there. */
export interface Walker {
  readonly name: string;
  readonly personId: Id | null;
  readonly address: string;
  readonly cookie: string;
  readonly holdings: readonly { readonly role: Role; readonly subjectId: Id | null }[];
}

/** A stranger, somebody without a role, each role over the whole municipality, whom the records concern, and who holds every role in the other municipality. */
export async function makeWalkers(site: Installation, records: Records): Promise<readonly Walker[]> {
  const { here, there } = site;
  const stranger = { name: "stranger", personId: null, address: nextAddress(), cookie: "", holdings: [] };
  const walkers: Walker[] = [stranger, wrap("nobody", await signInAs(site, "Без роли"), [])];
  for (const role of ROLES) {
    const person = await signInAs(site, `Роль ${role}`, [{ role, place: here }]);
    walkers.push(wrap(role, person, [{ role, subjectId: null }]));
  }
  const everyRole = ROLES.map((role) => ({ role, place: there }));
  walkers.push(wrap("every role elsewhere", await signInAs(site, "Из другого района", everyRole), []));
  walkers.push(await signInConcerned(site, records));
  return walkers;
}

function wrap(name: string, person: SignedIn, holdings: Walker["holdings"]): Walker {
  return { name, ...person, holdings };
}

async function signInConcerned(site: Installation, { person, personEmail }: Records): Promise<Walker> {
  const address = nextAddress();
  const cookie = await openSession(site, { email: personEmail, address });
  const holdings = [{ role: "resident", subjectId: null }] as const;
  return { name: "concerned", personId: person, address, cookie, holdings };
}

const made = new Map<string, Walker>();

/** Where a right reaches over one's own alone: its role held in the subject of the record, and in another one. */
export async function makeOwners(site: Installation, row: CallRow, records: Records): Promise<readonly Walker[]> {
  const { of } = row;
  if (typeof of !== "function" || of === self) return [];
  const subjects = await of(records, { personId: null, holdings: [] });
  const subjectId = subjects.find((id) => id !== records.person);
  if (subjectId === undefined) return [];
  const roles = ROLES.filter((role) => lineOf(row.asks)?.roles[role] === "own");
  const wanted = roles.flatMap((role) => [
    { name: `${role} of it`, role, subjectId },
    { name: `${role} of another`, role, subjectId: newId() },
  ]);
  return Promise.all(wanted.map((one) => findOwner(site, one)));
}

interface Owner {
  readonly name: string;
  readonly role: Role;
  readonly subjectId: Id;
}

async function findOwner(site: Installation, { name, role, subjectId }: Owner): Promise<Walker> {
  const key = name.endsWith("another") ? name : `${name} ${subjectId}`;
  const known = made.get(key);
  if (known) return known;
  const person = await signInAs(site, `Роль ${name}`, [{ role, subjectId, place: site.here }]);
  const walker = wrap(name, person, [{ role, subjectId }]);
  made.set(key, walker);
  return walker;
}

function lineOf(asks: Asks): Permission | null {
  return asks === "everybody" || asks === "signed-in" ? null : PERMISSIONS[asks];
}

/** What the permission table says of this walker and this call; derived from its lines, never written by role. */
export async function isPermitted(row: CallRow, walker: Walker, records: Records): Promise<boolean> {
  const { asks, of, also } = row;
  if (also && !(await isPermitted({ ...also }, walker, records))) return false;
  if (asks === "everybody") return true;
  if (walker.personId === null) return false;
  const line = lineOf(asks);
  if (line === null) return true;
  const reaches = walker.holdings.map(({ role, subjectId }) => ({ reach: line.roles[role], subjectId }));
  if (of === "anything") return line.everybody !== undefined || reaches.some(({ reach }) => reach !== undefined);
  const belongsTo = of ? await of(records, walker) : [];
  const isOwn = belongsTo.includes(walker.personId);
  if (line.everybody && isOwn) return true;
  return reaches.some(
    ({ reach, subjectId }) =>
      reach === "all" || (reach === "own" && (isOwn || (subjectId !== null && belongsTo.includes(subjectId)))),
  );
}
