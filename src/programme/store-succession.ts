import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { LineKind } from "./edition.ts";
import { describeDoer } from "./store.ts";
import { withProgrammeTables } from "./tables.ts";
import type { SuccessionKind } from "./views-comparison.ts";

/** What became of an earlier line in an edition; `toId` is null where it ended. */
export interface Succession {
  readonly kind: SuccessionKind;
  readonly lineKind: LineKind;
  readonly fromId: Id;
  readonly toId: Id | null;
  readonly reason: string | null;
}

const ROWS_AT_ONCE = 2_000;

export async function insertSuccessions(ctx: Context<Tx>, editionId: Id, list: readonly Succession[]): Promise<void> {
  const doer = describeDoer(ctx);
  const rows = list.map((one) => ({
    municipality_id: ctx.municipalityId,
    id: newId(),
    edition_id: editionId,
    kind: one.kind,
    line_kind: one.lineKind,
    from_id: one.fromId,
    to_id: one.toId,
    reason: one.reason,
    decided_at: ctx.now,
    decided_by_person_id: doer.personId,
    decided_by_name: doer.name,
  }));
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await withProgrammeTables(ctx.tx)
      .insertInto("succession")
      .values(rows.slice(start, start + ROWS_AT_ONCE))
      .execute();
  }
}

/** What the given editions did to lines, in the order in which it was recorded. */
export async function selectSuccessions(ctx: Context<Tx>, editionIds: readonly Id[]): Promise<readonly Succession[]> {
  if (editionIds.length === 0) return [];
  const rows = await withProgrammeTables(ctx.tx)
    .selectFrom("succession")
    .select(["kind", "line_kind", "from_id", "to_id", "reason"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("edition_id", "in", [...editionIds])
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    lineKind: row.line_kind,
    fromId: row.from_id,
    toId: row.to_id,
    reason: row.reason,
  }));
}
