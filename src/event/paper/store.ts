import { type Selectable, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { PaperKind, Point } from "../contract.ts";
import { type EventTables, withEventTables } from "../tables.ts";

/** A file of an event. Of a photograph `smallHash` is its small copy. */
export interface Paper {
  readonly id: Id;
  readonly eventId: Id;
  readonly kind: PaperKind;
  readonly name: string;
  readonly caption: string;
  readonly hash: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly smallHash: string | null;
  readonly point: Point | null;
  readonly isPublic: boolean;
}

export async function insertPapers(ctx: Context<Tx>, papers: readonly Paper[]): Promise<void> {
  if (papers.length === 0) return;
  const rows = papers.map((paper) => ({
    municipality_id: ctx.municipalityId,
    id: paper.id,
    event_id: paper.eventId,
    kind: paper.kind,
    name: paper.name,
    caption: paper.caption,
    hash: paper.hash,
    media_type: paper.mediaType,
    bytes: BigInt(paper.bytes),
    width: paper.size?.width ?? null,
    height: paper.size?.height ?? null,
    small_hash: paper.smallHash,
    latitude: paper.point?.latitude ?? null,
    longitude: paper.point?.longitude ?? null,
    is_public: paper.isPublic,
    added_at: ctx.now,
    added_by_person_id: ctx.actor.kind === "person" ? ctx.actor.personId : null,
    removed_at: null,
  }));
  await withEventTables(ctx.tx).insertInto("event_paper").values(rows).execute();
}

function toPaper(row: Selectable<EventTables["event_paper"]>): Paper {
  const { width, height, latitude, longitude } = row;
  return {
    id: row.id,
    eventId: row.event_id,
    kind: row.kind,
    name: row.name,
    caption: row.caption,
    hash: row.hash,
    mediaType: row.media_type,
    bytes: Number(row.bytes),
    size: width !== null && height !== null ? { width, height } : null,
    smallHash: row.small_hash,
    point: latitude !== null && longitude !== null ? { latitude, longitude } : null,
    isPublic: row.is_public,
  };
}

const selectKept = (ctx: Context<Tx>) =>
  withEventTables(ctx.tx)
    .selectFrom("event_paper")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("removed_at", "is", null);

/** The papers of an event that were not taken away, in the order in which they came. */
export async function selectPapers(ctx: Context<Tx>, eventId: Id): Promise<readonly Paper[]> {
  return (await selectKept(ctx).selectAll().where("event_id", "=", eventId).orderBy("id").execute()).map(toPaper);
}

export async function selectPaper(ctx: Context<Tx>, id: Id): Promise<Paper | undefined> {
  const row = await selectKept(ctx).selectAll().where("id", "=", id).executeTakeFirst();
  return row && toPaper(row);
}

export async function updateRemoved(ctx: Context<Tx>, id: Id): Promise<void> {
  await withEventTables(ctx.tx)
    .updateTable("event_paper")
    .set({ removed_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .execute();
}

/** The materials of one event at another: the same files, named anew. */
export async function copyMaterials(
  ctx: Context<Tx>,
  { from, to }: { readonly from: Id; readonly to: Id },
): Promise<void> {
  const materials = (await selectPapers(ctx, from)).filter(({ kind }) => kind === "material");
  await insertPapers(
    ctx,
    materials.map((paper) => ({ ...paper, id: newId(), eventId: to })),
  );
}

/** Which kinds of papers each of these events has. */
export async function selectPaperKinds(
  ctx: Context<Tx>,
  eventIds: readonly Id[],
): Promise<ReadonlyMap<Id, readonly PaperKind[]>> {
  const rows = await selectKept(ctx)
    .select(({ fn }) => ["event_id", fn.agg<PaperKind[]>("array_agg", ["kind"]).distinct().as("kinds")])
    .where(sql<boolean>`event_id = any(${[...eventIds]}::uuid[])`)
    .groupBy("event_id")
    .execute();
  return new Map(rows.map(({ event_id, kinds }) => [event_id, kinds]));
}

/** Whether the event has this paper, not taken away. */
export async function hasPaper(
  ctx: Context<Tx>,
  { eventId, paperId }: { readonly eventId: Id; readonly paperId: Id },
): Promise<boolean> {
  const row = await withEventTables(ctx.tx)
    .selectFrom("event_paper")
    .select("id")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("event_id", "=", eventId)
    .where("id", "=", paperId)
    .where("removed_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}
