import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { Content, Entry } from "../record/record.ts";
import { inBatches, withRegistryTables } from "../tables.ts";

/** An entry with who recorded it. */
export interface StoredEntry extends Entry {
  readonly byPersonId: Id | null;
  readonly byName: string | null;
}

/** Everything that was ever recorded of an association, the oldest first. */
export async function selectEntries(ctx: Context<Tx>, associationId: Id): Promise<readonly StoredEntry[]> {
  return withRegistryTables(ctx.tx)
    .selectFrom("association_entry")
    .select(["id", "section", "since", "content", "basis", "corrects", "recorded_at as recordedAt"])
    .select(["recorded_by_person_id as byPersonId", "recorded_by_name as byName"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("association_id", "=", associationId)
    .orderBy("recorded_at")
    .orderBy("id")
    .execute();
}

export function recordedBy({ actor, now }: Pick<Context, "actor" | "now">) {
  return {
    recorded_at: now,
    recorded_by_person_id: actor.kind === "person" ? actor.personId : null,
    recorded_by_name: actor.kind === "system" ? actor.name : null,
  };
}

export type NewEntry = Omit<Entry, "recordedAt">;

export async function insertEntries(ctx: Context<Tx>, associationId: Id, entries: readonly NewEntry[]): Promise<void> {
  await insertEntriesOf(
    ctx,
    entries.map((entry) => ({ ...entry, associationId })),
  );
}

/** Entries of several associations at once. */
export async function insertEntriesOf(
  ctx: Context<Tx>,
  entries: readonly (NewEntry & { readonly associationId: Id })[],
): Promise<void> {
  for (const some of inBatches(entries)) {
    await withRegistryTables(ctx.tx)
      .insertInto("association_entry")
      .values(
        some.map(({ content, associationId, ...entry }) => ({
          municipality_id: ctx.municipalityId,
          association_id: associationId,
          ...entry,
          content: content && JSON.stringify(content),
          ...recordedBy(ctx),
        })),
      )
      .execute();
  }
}

/** Erasing alone: what an entry says, without the person. */
export async function updateContent(ctx: Context<Tx>, id: Id, content: Content): Promise<void> {
  await withRegistryTables(ctx.tx)
    .updateTable("association_entry")
    .set({ content: JSON.stringify(content) })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .execute();
}
