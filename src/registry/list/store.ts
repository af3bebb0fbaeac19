import { sql } from "kysely";
import type { Reach } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import { foldLetters } from "../../office/grid/words.ts";
import type { Tx } from "../../platform/database/index.ts";
import { fromAssociations } from "../association/store.ts";
import { fieldOf } from "../record/record.ts";
import { withRegistryTables } from "../tables.ts";
import type { ListFilter, Sort } from "./views.ts";

/** Which associations a list is of. */
export interface ListQuery {
  readonly filter: ListFilter;
  /** How far the reader's right to see them inside reaches; null for the list that anybody may see. */
  readonly inside: Reach | null;
  /** Those of which something is to be mended: the database counts them, and lists them alone where the filter says so. */
  readonly warned: readonly Id[];
}

type Side = Pick<ListQuery, "inside">;

/** A field's value where this reader may see it, as `isShown` says it of one association. */
function shown(key: "kind" | "people", { inside }: Side) {
  const value = sql<string | null>`(association.particulars ->> ${sql.lit(key)})`;
  if (inside !== null) return value;
  if (!fieldOf(key)?.isPublic) return sql<string | null>`null`;
  const isHidden = sql`coalesce(association.particulars -> 'hidden' ? ${sql.lit(key)}, false)`;
  return sql<string | null>`(case when not ${isHidden} then ${value} end)`;
}

const peopleOf = (side: Side) => sql<number | null>`(${shown("people", side)})::integer`;

function orderOf(sort: Sort, side: Side) {
  const orders = {
    name: sql`association.name collate "ru-x-icu"`,
    number: sql`association.number`,
    settlement: sql`settlement.name collate "ru-x-icu", association.name collate "ru-x-icu"`,
    people: sql`${peopleOf(side)} desc nulls last`,
  };
  return sql`${orders[sort]}, association.number`;
}

function fromListed(ctx: Context<Tx>, query: ListQuery) {
  const { filter, inside, warned } = query;
  const { settlementId, state, kind, text } = filter;
  let rows = fromAssociations(ctx);
  if (settlementId) rows = rows.where("association.settlement_id", "=", isId(settlementId) ? settlementId : null);
  if (state) rows = rows.where("association.state", "=", state);
  if (kind) rows = rows.where(sql<boolean>`${shown("kind", query)} = ${kind}`);
  if (text) rows = rows.where(matches(text, inside !== null));
  if (filter.warned && inside !== null) rows = rows.where(isAmong(warned));
  if (inside !== null && inside !== "all") {
    const own = [...inside];
    rows = rows.where(
      sql<boolean>`(association.id = any(${own}::uuid[]) or association.settlement_id = any(${own}::uuid[]))`,
    );
  }
  return rows;
}

const isAmong = (ids: readonly Id[]) => sql<boolean>`association.id = any(${[...ids]}::uuid[])`;

/** In the names; inside in names of chairs too. */
function matches(text: string, inside: boolean) {
  const like = `%${foldLetters(text).replace(/[\\%_]/g, "\\$&")}%`;
  const fold = (column: string) => sql`replace(lower(${sql.ref(column)}), 'ё', 'е')`;
  const chair = sql`or exists (select from association_person as chair
    where chair.municipality_id = association.municipality_id
      and chair.id = (association.particulars ->> 'chair')::uuid and ${fold("chair.name")} like ${like})`;
  return sql<boolean>`(association.search like ${like} or ${fold("settlement.name")} like ${like}
    or association.number::text = ${text.trim()} ${inside ? chair : sql``})`;
}

/** How many a list has on all of its pages, how many people live there, and of how many something is to be mended. */
export async function countListed(ctx: Context<Tx>, query: ListQuery) {
  return fromListed(ctx, query)
    .select([
      sql<number>`count(*)::integer`.as("count"),
      sql<number>`coalesce(sum(${peopleOf(query)}), 0)::integer`.as("people"),
      sql<number>`(count(*) filter (where ${isAmong(query.warned)}))::integer`.as("warned"),
    ])
    .executeTakeFirstOrThrow();
}

/** The rows of a page, in the list's order. */
export function selectPage(
  ctx: Context<Tx>,
  query: ListQuery,
  page: { readonly offset: number; readonly limit: number },
) {
  return fromListed(ctx, query)
    .select([
      "association.id",
      "association.number",
      "association.name",
      "association.settlement_id as settlementId",
      "settlement.name as settlement",
      "association.state",
    ])
    .select([
      shown("kind", query).as("kind"),
      peopleOf(query).as("people"),
      sql<string | null>`association.particulars ->> 'chair'`.as("chairId"),
      sql<string | null>`association.particulars ->> 'chairUntil'`.as("chairUntil"),
    ])
    .orderBy(orderOf(query.filter.sort ?? "name", query))
    .offset(page.offset)
    .limit(page.limit)
    .execute();
}

/** Every association of a list with all that is recorded of it today, in the list's order. */
export function selectRecords(ctx: Context<Tx>, query: ListQuery) {
  return fromListed(ctx, query)
    .select([
      "association.id",
      "association.number",
      "association.name",
      "association.settlement_id as settlementId",
      "settlement.name as settlement",
      "association.state",
      "association.particulars",
    ])
    .orderBy(orderOf(query.filter.sort ?? "name", query))
    .execute();
}

/** Names of people in boards by their ids. */
export async function selectBoardNames(ctx: Context<Tx>, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await withRegistryTables(ctx.tx)
    .selectFrom("association_person")
    .select(["id", "name"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
