import { hashPassword } from "better-auth/crypto";
import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import { insertHolding, insertPassword, insertPerson } from "../people/store.ts";
import type { AccessRefusalCode } from "../refusals.ts";
import type { Role } from "../roles.ts";
import type { Cookies, Frame, Visit } from "../sign-in/actions-frame.ts";
import { actAs, admit, findSession } from "../sign-in/actions-session.ts";
import { findAccount } from "../sign-in/store-account.ts";
import { type AttemptRule, countAttempt } from "../sign-in/store-attempt.ts";
import { deleteSessions } from "../sign-in/store-session.ts";
import { loadMunicipality } from "../tenant/store.ts";
import { writeAudit } from "../trail/store.ts";
import { findDoor, insertDoor, listDoors } from "./store.ts";
import type { DemonstrationDoor } from "./views.ts";

const ENTER: AttemptRule = { kind: "demonstration", perAddress: 60, perAccount: 2_000 };
const BASIS = "демонстрация: придуманное лицо";

export interface NewDemonstrationPerson {
  readonly role: Role;
  /** With the mark that says it is invented. */
  readonly name: string;
  readonly email: string;
  readonly subjectId: Id | null;
  /** Null: there is no way in but the door. */
  readonly password: string | null;
}

/** An invented person with a role and a door of one click; only of the first start of a demonstration, in its own transaction. */
export async function addDemonstrationPerson(ownerCtx: Context<Tx>, person: NewDemonstrationPerson): Promise<Id> {
  assert(ownerCtx.actor.kind === "system", "only the first start makes people of the demonstration");
  const { role, name, email, subjectId, password } = person;
  const id = newId();
  await insertPerson(ownerCtx, { id, email, name, emailVerified: true });
  if (password !== null) await insertPassword(ownerCtx, id, await hashPassword(password));
  await insertHolding(ownerCtx, { personId: id, role, basis: BASIS, subjectId });
  await insertDoor(ownerCtx, role, id);
  await writeAudit(ownerCtx, {
    action: "person.create",
    subject: { kind: "person", id },
    detail: { roles: role, basis: BASIS },
  });
  return id;
}

/** The doors of one click; none but in a demonstration. */
export async function listDemonstrationDoors(ctx: Context<Tx>): Promise<readonly DemonstrationDoor[]> {
  const { demonstration } = await loadMunicipality(ctx);
  return demonstration ? listDoors(ctx) : [];
}

/** Signs in as the invented person of a role and ends the session that the browser had. Refuses `no-such-door` everywhere but in a demonstration, and `too-many-attempts`. */
export async function enterDemonstration(frame: Frame, visit: Visit, role: string): Promise<Cookies> {
  const { headers } = visit;
  await countAttempt(frame.kysely, ENTER, { headers, account: role });
  return visit.run(async (ctx) => {
    const { demonstration } = await loadMunicipality(ctx);
    const personId = demonstration ? await findDoor(ctx, role) : undefined;
    const account = personId ? await findAccount(ctx, personId) : null;
    if (!account) throw new Refusal<AccessRefusalCode>("no-such-door");
    await leave(visit, ctx);
    return admit(frame, ctx, { account, headers, openedBy: "demonstration" });
  });
}

async function leave(visit: Visit, ctx: Context<Tx>): Promise<void> {
  const session = await findSession(visit, ctx.tx);
  if (!session) return;
  const { personId, name } = session;
  await deleteSessions(ctx, personId, { only: session.id });
  await writeAudit(actAs(ctx, { id: personId, name }), {
    action: "session.end",
    subject: { kind: "person", id: personId },
    detail: { count: 1 },
  });
}
