import { listHoldersOf, loadNames, raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { belongingOf } from "../contract.ts";
import { refuseRegistry } from "../refusals.ts";
import { getAssociation } from "./actions.ts";
import { selectPeopleOf, updatePerson } from "./store-person.ts";

/** Somebody in the bodies of an association, and the account that is theirs. */
export interface AccountChoice {
  readonly id: Id;
  readonly name: string;
  readonly personId: Id | null;
}

/** The people of an association's bodies and the accounts of its chair that may be theirs. Refuses `association-unknown`, `not-permitted`. */
export async function listAccountChoices(ctx: Context<Tx>, id: string) {
  const association = await getAssociation(ctx, id);
  requirePermission(ctx, "association.keep", belongingOf(association));
  const people = await selectPeopleOf(ctx, [association.id]);
  const accounts = await loadNames(ctx, await listHoldersOf(ctx, "chair", association.id));
  return {
    people: people
      .filter(({ name }) => name !== "")
      .map(({ id, name, personId }): AccountChoice => ({ id, name, personId })),
    accounts: [...accounts].map(([id, name]) => ({ id, name })),
  };
}

/**
 * Says that somebody in an association's bodies has this account, or none: with it goes what the person may ask to see or to
 * have erased. Refuses as `listAccountChoices`, and `association-person-unknown`.
 */
export async function joinAccount(
  ctx: Context<Tx>,
  id: string,
  given: { readonly boardPersonId: string; readonly personId: string },
): Promise<void> {
  const { people, accounts } = await listAccountChoices(ctx, id);
  const known = people.find((person) => person.id === given.boardPersonId);
  const account = given.personId === "" ? null : accounts.find((one) => one.id === given.personId)?.id;
  if (!known || account === undefined) return refuseRegistry("association-person-unknown");
  await updatePerson(ctx, known.id, { person_id: account });
  await raiseRevision(ctx);
  await writeAudit(ctx, {
    action: "association.keep",
    subject: { kind: "association", id },
    before: { [`account of ${known.id}`]: known.personId },
    after: { [`account of ${known.id}`]: account },
  });
}

/**
 * Takes the name of somebody without an account out of the register, at their own request; their offices stay, without a name.
 * Refuses `not-permitted`, `association-person-unknown` (also of somebody with an account, who is erased as a whole) and
 * `association-basis-missing`.
 */
export async function forgetPerson(
  ctx: Context<Tx>,
  id: string,
  given: { readonly boardPersonId: string; readonly basis: string },
): Promise<void> {
  requirePermission(ctx, "personal.erase");
  const association = await getAssociation(ctx, id);
  const known = (await selectPeopleOf(ctx, [association.id])).find((person) => person.id === given.boardPersonId);
  if (!known || known.name === "" || known.personId !== null) return refuseRegistry("association-person-unknown");
  const basis = given.basis.trim();
  if (basis === "") refuseRegistry("association-basis-missing");
  await updatePerson(ctx, known.id, { name: "" });
  await raiseRevision(ctx);
  await writeAudit(ctx, {
    action: "personal.erase",
    subject: { kind: "association-person", id: known.id },
    basis,
  });
}
