import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { isId } from "../../kernel/id.ts";
import { foldLetters } from "../../office/grid/words.ts";
import type { Tx } from "../../platform/database/index.ts";
import { fromAssociations } from "../association/store.ts";
import { withRegistryTables } from "../tables.ts";
import type { ListFilter, Sort } from "./views.ts";

const ORDERS: Readonly<Record<Sort, ReturnType<typeof sql>>> = {
  name: sql`association.name collate "ru-x-icu"`,
  number: sql`association.number`,
  settlement: sql`settlement.name collate "ru-x-icu", association.name collate "ru-x-icu"`,
  people: sql`(association.particulars ->> 'people')::integer desc nulls last`,
};

/** Associations of a filter, all of them, in its order; `inside` looks for the text in names of chairs too. */
export function selectListed(ctx: Context<Tx>, filter: ListFilter, inside: boolean) {
  let rows = fromAssociations(ctx).select([
    "association.id",
    "association.number",
    "association.name",
    "association.settlement_id as settlementId",
    "settlement.name as settlement",
    "association.state",
    "association.particulars",
  ]);
  const { settlementId, state, kind, text, sort = "name" } = filter;
  if (settlementId) rows = rows.where("association.settlement_id", "=", isId(settlementId) ? settlementId : null);
  if (state) rows = rows.where("association.state", "=", state);
  if (kind) rows = rows.where(sql<boolean>`association.particulars ->> 'kind' = ${kind}`);
  if (text) rows = rows.where(matches(text, inside));
  return rows.orderBy(ORDERS[sort]).orderBy("association.number").execute();
}

function matches(text: string, inside: boolean) {
  const like = `%${foldLetters(text).replace(/[\\%_]/g, "\\$&")}%`;
  const fold = (column: string) => sql`replace(lower(${sql.ref(column)}), 'ё', 'е')`;
  const chair = sql`or exists (select from association_person as chair
    where chair.municipality_id = association.municipality_id
      and chair.id = (association.particulars ->> 'chair')::uuid and ${fold("chair.name")} like ${like})`;
  return sql<boolean>`(association.search like ${like} or ${fold("settlement.name")} like ${like}
    or association.number::text = ${text.trim()} ${inside ? chair : sql``})`;
}

/** The names of all associations, to find those that are near. */
export function selectAllNames(ctx: Context<Tx>) {
  return withRegistryTables(ctx.tx)
    .selectFrom("association")
    .select(["id", "name", "settlement_id as settlementId"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("state", "<>", "ended")
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
