import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { BodyFields } from "./input.ts";
import { withBodyTables } from "./store-tables.ts";
import type { SizeView } from "./views.ts";

export interface StoredBody extends BodyFields {
  readonly id: Id;
  readonly version: number;
}

/** Bodies by name. With `lock` whoever writes the seats of one waits for whoever writes them now. */
export async function selectBodies(
  ctx: Context<Tx>,
  { id, lock = false }: { readonly id?: Id; readonly lock?: boolean } = {},
): Promise<readonly StoredBody[]> {
  let rows = withBodyTables(ctx.tx)
    .selectFrom("body")
    .select([
      "id",
      "kind",
      "name",
      "authority",
      "act_id as actId",
      "act_words as actWords",
      "since",
      "until",
      "version",
    ])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy(sql`name collate "ru-x-icu"`)
    .orderBy("id");
  if (id) rows = rows.where("id", "=", id);
  if (lock) rows = rows.forUpdate();
  return rows.execute();
}

export async function insertBody(ctx: Context<Tx>, { actId, actWords, ...fields }: BodyFields): Promise<Id> {
  const id = newId();
  await withBodyTables(ctx.tx)
    .insertInto("body")
    .values({ municipality_id: ctx.municipalityId, id, ...fields, act_id: actId, act_words: actWords })
    .execute();
  return id;
}

/** False where somebody saved it since `version`. */
export async function updateBody(
  ctx: Context<Tx>,
  { id, version }: { readonly id: Id; readonly version: number },
  { actId, actWords, ...fields }: BodyFields,
): Promise<boolean> {
  const { numUpdatedRows } = await withBodyTables(ctx.tx)
    .updateTable("body")
    .set({ ...fields, act_id: actId, act_words: actWords, version: version + 1 })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** How many seats from which day on, by body, the oldest first. */
export async function selectSizes(ctx: Context<Tx>): Promise<readonly (SizeView & { readonly bodyId: Id })[]> {
  return withBodyTables(ctx.tx)
    .selectFrom("body_size")
    .select(["body_id as bodyId", "since", "seats", "basis"])
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("since")
    .execute();
}

/** What holds from a day on; said anew, it is corrected. */
export async function setSize(ctx: Context<Tx>, bodyId: Id, { since, seats, basis }: SizeView): Promise<void> {
  await withBodyTables(ctx.tx)
    .insertInto("body_size")
    .values({ municipality_id: ctx.municipalityId, body_id: bodyId, since, seats, basis })
    .onConflict((conflict) => conflict.columns(["municipality_id", "body_id", "since"]).doUpdateSet({ seats, basis }))
    .execute();
}
