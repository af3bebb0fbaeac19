import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withRegistryTables } from "../tables.ts";

/** Somebody who is or was chair or member of a board. */
export interface BoardPerson {
  readonly id: Id;
  readonly associationId: Id;
  /** Empty where they were erased. */
  readonly name: string;
  /** Their account. */
  readonly personId: Id | null;
}

function selectPeople(ctx: Context<Tx>) {
  return withRegistryTables(ctx.tx)
    .selectFrom("association_person")
    .select(["id", "association_id as associationId", "name", "person_id as personId"])
    .where("municipality_id", "=", ctx.municipalityId);
}

export async function selectPeopleOf(ctx: Context<Tx>, associationIds: readonly Id[]): Promise<readonly BoardPerson[]> {
  if (associationIds.length === 0) return [];
  return selectPeople(ctx)
    .where("association_id", "in", [...associationIds])
    .orderBy("id")
    .execute();
}

/** The places in boards of somebody who has an account. */
export async function selectPlacesOf(ctx: Context<Tx>, personId: Id): Promise<readonly BoardPerson[]> {
  return selectPeople(ctx).where("person_id", "=", personId).orderBy("id").execute();
}

/** The ids of these names, in their order; who is not yet known in this association is entered. */
export async function keepPeople(
  ctx: Context<Tx>,
  associationId: Id,
  names: readonly string[],
): Promise<readonly Id[]> {
  const known = await selectPeopleOf(ctx, [associationId]);
  const ids: Id[] = [];
  for (const name of names) {
    const found = known.find((person) => person.name === name)?.id;
    ids.push(found ?? (await insertPerson(ctx, associationId, name)));
  }
  return ids;
}

async function insertPerson(ctx: Context<Tx>, associationId: Id, name: string): Promise<Id> {
  const id = newId();
  await withRegistryTables(ctx.tx)
    .insertInto("association_person")
    .values({
      municipality_id: ctx.municipalityId,
      id,
      association_id: associationId,
      name,
      person_id: null,
      recorded_at: ctx.now,
    })
    .execute();
  return id;
}

export async function updatePerson(
  ctx: Context<Tx>,
  id: Id,
  set: { readonly name: string } | { readonly person_id: Id | null },
): Promise<void> {
  await withRegistryTables(ctx.tx)
    .updateTable("association_person")
    .set(set)
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .execute();
}
