import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Move } from "./contract.ts";
import { withNewsTables } from "./tables.ts";

/** Which publication tells of which associations. */
export async function selectTold(ctx: Context<Tx>): Promise<readonly { publicationId: Id; associationId: Id }[]> {
  return withNewsTables(ctx.tx)
    .selectFrom("publication_association")
    .select(["publication_id as publicationId", "association_id as associationId"])
    .where("municipality_id", "=", ctx.municipalityId)
    .execute();
}

/** Says anew of which associations it tells. */
export async function setTold(ctx: Context<Tx>, publicationId: Id, associations: readonly Id[]): Promise<void> {
  const db = withNewsTables(ctx.tx);
  await db
    .deleteFrom("publication_association")
    .where("municipality_id", "=", ctx.municipalityId)
    .where("publication_id", "=", publicationId)
    .execute();
  if (associations.length === 0) return;
  const rows = associations.map((id) => ({
    municipality_id: ctx.municipalityId,
    publication_id: publicationId,
    association_id: id,
  }));
  await db.insertInto("publication_association").values(rows).execute();
}

export async function insertEvent(
  ctx: Context<Tx>,
  event: { readonly publicationId: Id; readonly version: number; readonly move: Move; readonly reason: string | null },
): Promise<void> {
  const { actor } = ctx;
  const { publicationId, ...own } = event;
  await withNewsTables(ctx.tx)
    .insertInto("publication_event")
    .values({
      municipality_id: ctx.municipalityId,
      ...own,
      publication_id: publicationId,
      at: ctx.now,
      by_person_id: actor.kind === "person" ? actor.personId : null,
      by_name: actor.kind === "system" ? actor.name : null,
    })
    .execute();
}

/** What happened to a publication, the oldest first. */
export async function selectEvents(ctx: Context<Tx>, publicationId: Id) {
  return withNewsTables(ctx.tx)
    .selectFrom("publication_event")
    .select(["move", "reason", "at", "by_person_id as byId", "by_name as byName"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("publication_id", "=", publicationId)
    .orderBy("version")
    .execute();
}
