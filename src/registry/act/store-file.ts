import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withActTables } from "./store-tables.ts";

export interface StoredActFile {
  readonly id: Id;
  readonly actId: Id;
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: bigint;
  readonly recordedAt: Date;
}

function selectRows(ctx: Context<Tx>) {
  return withActTables(ctx.tx)
    .selectFrom("legal_act_file")
    .select(["id", "act_id as actId", "hash", "name", "media_type as mediaType", "bytes", "recorded_at as recordedAt"])
    .where("municipality_id", "=", ctx.municipalityId);
}

/** The papers of an act, the newest first. */
export async function selectActFiles(ctx: Context<Tx>, actId: Id): Promise<readonly StoredActFile[]> {
  return selectRows(ctx).where("act_id", "=", actId).orderBy("id", "desc").execute();
}

export async function selectActFile(ctx: Context<Tx>, id: Id): Promise<StoredActFile | undefined> {
  return selectRows(ctx).where("id", "=", id).executeTakeFirst();
}

export async function insertActFile(
  ctx: Context<Tx>,
  {
    actId,
    hash,
    name,
    mediaType,
    bytes,
  }: Omit<StoredActFile, "id" | "recordedAt" | "bytes"> & { readonly bytes: number },
): Promise<void> {
  const row = { id: newId(), act_id: actId, hash, name, media_type: mediaType, bytes: BigInt(bytes) };
  await withActTables(ctx.tx)
    .insertInto("legal_act_file")
    .values({ municipality_id: ctx.municipalityId, ...row, recorded_at: ctx.now })
    .execute();
}
