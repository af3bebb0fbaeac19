import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { withDeskTables } from "../tables.ts";
import { describeDoer } from "./store.ts";

type Values = Readonly<Record<string, unknown>>;

export interface NewTaskEvent {
  readonly taskId: Id;
  /** The version that it made. */
  readonly version: number;
  readonly kind: string;
  readonly note?: string | null;
  readonly before?: Values;
  readonly after?: Values;
}

export interface StoredEvent {
  readonly version: number;
  readonly kind: string;
  readonly at: Date;
  readonly by_person_id: Id | null;
  readonly by_name: string | null;
  readonly note: string | null;
  readonly before: Values;
  readonly after: Values;
}

const ROWS_AT_ONCE = 4_000;

export async function insertEvents(ctx: Context<Tx>, events: readonly NewTaskEvent[]): Promise<void> {
  const doer = describeDoer(ctx);
  const rows = events.map((event) => ({
    municipality_id: ctx.municipalityId,
    task_id: event.taskId,
    version: event.version,
    kind: event.kind,
    at: ctx.now,
    by_person_id: doer.personId,
    by_name: doer.name,
    note: event.note ?? null,
    before: JSON.stringify(event.before ?? {}),
    after: JSON.stringify(event.after ?? {}),
  }));
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await withDeskTables(ctx.tx)
      .insertInto("task_event")
      .values(rows.slice(start, start + ROWS_AT_ONCE))
      .execute();
  }
}

/** The newest first. */
export async function selectEvents(ctx: Context<Tx>, taskId: Id): Promise<readonly StoredEvent[]> {
  const rows = await withDeskTables(ctx.tx)
    .selectFrom("task_event")
    .select(["version", "kind", "at", "by_person_id", "by_name", "note", "before", "after"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("task_id", "=", taskId)
    .orderBy("version", "desc")
    .execute();
  return rows.map((row) => ({ ...row, before: row.before as Values, after: row.after as Values }));
}
