import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { foldLetters } from "../../office/grid/words.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { AssociationName } from "../contract.ts";
import type { Particulars } from "../record/record.ts";

import { inBatches, withRegistryTables } from "../tables.ts";
import type { Projection } from "./projection.ts";

export function fromAssociations(ctx: Context<Tx>) {
  return withRegistryTables(ctx.tx)
    .selectFrom("association")
    .innerJoin("settlement", (join) =>
      join
        .onRef("settlement.municipality_id", "=", "association.municipality_id")
        .onRef("settlement.id", "=", "association.settlement_id"),
    )
    .where("association.municipality_id", "=", ctx.municipalityId);
}

function selectNames(ctx: Context<Tx>) {
  return fromAssociations(ctx).select([
    "association.id",
    "association.number",
    "association.name",
    "association.settlement_id as settlementId",
    "settlement.name as settlement",
    "association.state",
  ]);
}

/** All associations of the register, by name. */
export async function selectAssociations(ctx: Context<Tx>): Promise<readonly AssociationName[]> {
  return selectNames(ctx).orderBy(sql`association.name collate "ru-x-icu"`).orderBy("association.number").execute();
}

/** Those of these ids. */
export async function selectAssociationsOf(ctx: Context<Tx>, ids: readonly Id[]): Promise<readonly AssociationName[]> {
  if (ids.length === 0) return [];
  return selectNames(ctx)
    .where(sql<boolean>`association.id = any(${[...ids]}::uuid[])`)
    .execute();
}

/** Associations by name, of a settlement where one is said; null where there are more than a person can choose from. */
export async function selectFew(
  ctx: Context<Tx>,
  asked: { readonly most: number; readonly settlementId: Id | null },
): Promise<readonly AssociationName[] | null> {
  const rows = selectNames(ctx).orderBy(sql`association.name collate "ru-x-icu"`).orderBy("association.number");
  const narrowed =
    asked.settlementId === null ? rows : rows.where("association.settlement_id", "=", asked.settlementId);
  const found = await narrowed.limit(asked.most + 1).execute();
  return found.length > asked.most ? null : found;
}

/**
 * Associations that a person may mean by what they typed: the one of that number, «12» or «№ 12», else those that have all of the
 * words in their names or their settlement's; by name, at most so many.
 */
export async function selectMeant(ctx: Context<Tx>, text: string, most: number): Promise<readonly AssociationName[]> {
  const [, digits] = /^\s*№?\s*(\d{1,9})(?!\S)/.exec(text) ?? [];
  const rows = selectNames(ctx)
    .orderBy(sql`association.name collate "ru-x-icu"`)
    .orderBy("association.number")
    .limit(most);
  if (digits) return rows.where("association.number", "=", Number(digits)).execute();
  const words = foldLetters(text)
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word !== "");
  if (words.length === 0) return [];
  const inNames = sql`association.search || ' ' || replace(lower(settlement.name), 'ё', 'е')`;
  return words.reduce((found, word) => found.where(sql<boolean>`${inNames} like ${`%${word}%`}`), rows).execute();
}

export async function selectAssociation(ctx: Context<Tx>, id: Id): Promise<AssociationName | undefined> {
  return selectNames(ctx).where("association.id", "=", id).executeTakeFirst();
}

/** The association of this number in the register. */
export async function selectByNumber(ctx: Context<Tx>, number: number): Promise<AssociationName | undefined> {
  return selectNames(ctx).where("association.number", "=", number).executeTakeFirst();
}

/** Whoever writes of this association next waits until this transaction is over. */
export async function lockAssociation(ctx: Context<Tx>, id: Id): Promise<void> {
  await withRegistryTables(ctx.tx)
    .selectFrom("association")
    .select("id")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .forUpdate()
    .execute();
}

/** Nobody else writes of the register until this transaction is over, and no second table is taken in beside this one. */
export async function lockRegister(ctx: Context<Tx>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`register ${ctx.municipalityId}`}))`.execute(ctx.tx);
  await withRegistryTables(ctx.tx)
    .selectFrom("association")
    .select("id")
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("id")
    .forUpdate()
    .execute();
}

/**
 * Numbers of the register, one for each in its order: that which a file gave it, or the next after all; who takes them waits for
 * whoever takes some now.
 */
export async function takeNumbers(
  ctx: Context<Tx>,
  kind: "association",
  given: readonly (number | undefined)[],
): Promise<readonly number[]> {
  const most = Math.max(0, ...given.map((number) => number ?? 0));
  const fresh = given.filter((number) => number === undefined).length;
  const { last } = await withRegistryTables(ctx.tx)
    .insertInto("registry_counter")
    .values({ municipality_id: ctx.municipalityId, kind, last: most + fresh })
    .onConflict((conflict) =>
      conflict.columns(["municipality_id", "kind"]).doUpdateSet({
        last: sql<number>`greatest(registry_counter.last, ${most}::integer) + ${fresh}::integer`,
      }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  let next = last - fresh;
  return given.map((number) => {
    if (number !== undefined) return number;
    next++;
    return next;
  });
}

export async function insertAssociations(
  ctx: Context<Tx>,
  associations: readonly (Projection & { readonly id: Id; readonly number: number })[],
): Promise<void> {
  for (const some of inBatches(associations)) {
    await withRegistryTables(ctx.tx)
      .insertInto("association")
      .values(
        some.map(({ id, number, ...own }) => ({
          ...{ municipality_id: ctx.municipalityId, id, number, recorded_at: ctx.now },
          ...toColumns(own),
        })),
      )
      .execute();
  }
}

export async function updateAssociation(ctx: Context<Tx>, id: Id, projection: Projection): Promise<void> {
  await withRegistryTables(ctx.tx)
    .updateTable("association")
    .set((eb) => ({ ...toColumns(projection), version: eb("version", "+", 1) }))
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .execute();
}

/** Erasing alone: what lists show, without the person. */
export async function updateParticulars(ctx: Context<Tx>, id: Id, particulars: Particulars): Promise<void> {
  await withRegistryTables(ctx.tx)
    .updateTable("association")
    .set({ particulars: JSON.stringify(particulars) })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .execute();
}

function toColumns({ name, settlementId, state, particulars, search }: Projection) {
  return { name, settlement_id: settlementId, state, particulars: JSON.stringify(particulars), search };
}
