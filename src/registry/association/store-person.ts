import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { inBatches, withRegistryTables } from "../tables.ts";

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

/** Somebody who stands in a board for the first time. */
export interface NewBoardPerson {
  readonly id: Id;
  readonly name: string;
}

/** The ids of these names, in their order; who is not yet known in this association is entered. */
export async function keepPeople(
  ctx: Context<Tx>,
  associationId: Id,
  names: readonly string[],
): Promise<readonly Id[]> {
  const { ids, people } = namePeople(await selectPeopleOf(ctx, [associationId]), names);
  await insertPeople(
    ctx,
    people.map((person) => ({ ...person, associationId })),
  );
  return ids;
}

/** The same without writing: who is known, and who is to be entered. */
export function namePeople(
  known: readonly NewBoardPerson[],
  names: readonly string[],
): { readonly ids: readonly Id[]; readonly people: readonly NewBoardPerson[] } {
  const people: NewBoardPerson[] = [];
  const ids = names.map((name) => {
    const found = [...known, ...people].find((person) => person.name === name);
    if (found) return found.id;
    const person = { id: newId(), name };
    people.push(person);
    return person.id;
  });
  return { ids, people };
}

export async function insertPeople(
  ctx: Context<Tx>,
  people: readonly (NewBoardPerson & { readonly associationId: Id })[],
): Promise<void> {
  for (const some of inBatches(people)) {
    await withRegistryTables(ctx.tx)
      .insertInto("association_person")
      .values(
        some.map(({ id, associationId, name }) => ({
          municipality_id: ctx.municipalityId,
          id,
          association_id: associationId,
          name,
          person_id: null,
          recorded_at: ctx.now,
        })),
      )
      .execute();
  }
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
