import { sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { PublicationState } from "./contract.ts";
import type { PublicationFields } from "./input.ts";
import { withNewsTables } from "./tables.ts";

export interface StoredPublication extends Omit<PublicationFields, "text" | "linkKey"> {
  readonly id: Id;
  readonly number: number;
  readonly state: PublicationState;
  readonly createdBy: Id | null;
  readonly version: number;
}

function selectRows(ctx: Context<Tx>) {
  return withNewsTables(ctx.tx)
    .selectFrom("publication")
    .select([
      "id",
      "number",
      "kind",
      "state",
      "title",
      "lead",
      "outlet_id as outletId",
      "link",
      "issue",
      "published_on as publishedOn",
      "activity_id as activityId",
      "author_name as authorName",
      "created_by_person_id as createdBy",
      "version",
    ])
    .where("municipality_id", "=", ctx.municipalityId);
}

/** Every publication, the newest first; what has no day yet stands on top. */
export async function selectPublications(ctx: Context<Tx>): Promise<readonly StoredPublication[]> {
  return selectRows(ctx)
    .orderBy("published_on", (order) => order.desc().nullsFirst())
    .orderBy("number", "desc")
    .execute();
}

/** A page of those that everybody may read, one row more than the page where there is a next. */
export async function selectPublished(
  ctx: Context<Tx>,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<readonly StoredPublication[]> {
  return selectRows(ctx)
    .where("state", "=", "published")
    .orderBy("published_on", "desc")
    .orderBy("number", "desc")
    .offset(offset)
    .limit(limit)
    .execute();
}

export async function findPublication(
  ctx: Context<Tx>,
  by: { readonly id: Id } | { readonly number: number },
): Promise<StoredPublication | undefined> {
  const rows = selectRows(ctx);
  return ("id" in by ? rows.where("id", "=", by.id) : rows.where("number", "=", by.number)).executeTakeFirst();
}

export async function selectText(ctx: Context<Tx>, id: Id): Promise<string | null> {
  const row = await withNewsTables(ctx.tx)
    .selectFrom("publication")
    .select("text")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.text ?? null;
}

/** Another that was not withdrawn and has the same link. Who asks waits for whoever enters one now. */
export async function findByLink(
  ctx: Context<Tx>,
  linkKey: string,
  but: Id | null,
): Promise<StoredPublication | undefined> {
  const key = `publication ${ctx.municipalityId} ${linkKey}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(ctx.tx);
  const rows = await selectRows(ctx).where("link_key", "=", linkKey).where("state", "<>", "withdrawn").execute();
  return rows.find(({ id }) => id !== but);
}

function toRow({ outletId, linkKey, publishedOn, activityId, authorName, ...own }: PublicationFields) {
  const renamed = { outlet_id: outletId, link_key: linkKey, published_on: publishedOn };
  return { ...own, ...renamed, activity_id: activityId, author_name: authorName };
}

export async function insertPublication(
  ctx: Context<Tx>,
  fields: PublicationFields,
): Promise<{ id: Id; number: number }> {
  const { last } = await withNewsTables(ctx.tx)
    .insertInto("news_counter")
    .values({ municipality_id: ctx.municipalityId, last: 1 })
    .onConflict((conflict) =>
      conflict.column("municipality_id").doUpdateSet({ last: sql<number>`news_counter.last + 1` }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  const id = newId();
  const createdBy = ctx.actor.kind === "person" ? ctx.actor.personId : null;
  const own = { id, number: last, state: "draft" as const, created_by_person_id: createdBy, recorded_at: ctx.now };
  await withNewsTables(ctx.tx)
    .insertInto("publication")
    .values({ municipality_id: ctx.municipalityId, ...own, ...toRow(fields) })
    .execute();
  return { id, number: last };
}

interface Seen {
  readonly id: Id;
  readonly version: number;
}

/** False where somebody saved it since `version`. */
export async function updatePublication(ctx: Context<Tx>, seen: Seen, fields: PublicationFields): Promise<boolean> {
  return update(ctx, seen, toRow(fields));
}

export async function updateState(
  ctx: Context<Tx>,
  seen: Seen,
  to: { readonly state: PublicationState; readonly published_on: string | null },
): Promise<boolean> {
  return update(ctx, seen, to);
}

async function update(ctx: Context<Tx>, { id, version }: Seen, change: object): Promise<boolean> {
  const { numUpdatedRows } = await withNewsTables(ctx.tx)
    .updateTable("publication")
    .set({ ...change, version: version + 1 })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
