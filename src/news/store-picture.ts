import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { PictureView } from "./contract.ts";
import { withNewsTables } from "./tables.ts";

export interface StoredPicture extends PictureView {
  readonly publicationId: Id;
  readonly hash: string;
  readonly smallHash: string;
}

/** Pictures that were not removed, in the order in which they came. */
export async function selectPictures(ctx: Context<Tx>, publications: readonly Id[]): Promise<readonly StoredPicture[]> {
  if (publications.length === 0) return [];
  return selectRows(ctx).where("publication_id", "in", publications).orderBy("id").execute();
}

export async function selectPicture(ctx: Context<Tx>, id: Id): Promise<StoredPicture | undefined> {
  return selectRows(ctx).where("id", "=", id).executeTakeFirst();
}

function selectRows(ctx: Context<Tx>) {
  return withNewsTables(ctx.tx)
    .selectFrom("publication_picture")
    .select([
      "id",
      "publication_id as publicationId",
      "hash",
      "width",
      "height",
      "small_hash as smallHash",
      "small_width as smallWidth",
      "small_height as smallHeight",
      "alt",
    ])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("removed_at", "is", null);
}

export async function insertPicture(ctx: Context<Tx>, picture: Omit<StoredPicture, "id">): Promise<void> {
  const { publicationId, smallHash, smallWidth, smallHeight, ...own } = picture;
  await withNewsTables(ctx.tx)
    .insertInto("publication_picture")
    .values({
      municipality_id: ctx.municipalityId,
      id: newId(),
      ...own,
      publication_id: publicationId,
      small_hash: smallHash,
      small_width: smallWidth,
      small_height: smallHeight,
      removed_at: null,
    })
    .execute();
}

export async function removePicture(ctx: Context<Tx>, id: Id): Promise<void> {
  await withNewsTables(ctx.tx)
    .updateTable("publication_picture")
    .set({ removed_at: ctx.now })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .execute();
}
