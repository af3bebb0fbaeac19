import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { LineKind } from "../contract.ts";
import { describeDoer, withIndicatorTables } from "../tables.ts";

export interface KeptEntry {
  readonly id: Id;
  readonly line: { readonly kind: LineKind; readonly id: Id };
  readonly year: number;
  readonly kind: "own" | "correction";
  readonly date: string;
  readonly value: string;
  readonly reason: string;
  readonly evidence: string;
  readonly link: string | null;
  readonly recordedAt: Date;
  /** Null of who was erased. */
  readonly by: string | null;
}

/** Own values and corrections that stood at an instant, of all lines, by day. */
export async function selectEntries(
  ctx: Context<Tx>,
  { year, until, knownAt }: { readonly year: number; readonly until: string; readonly knownAt: Date },
): Promise<readonly KeptEntry[]> {
  const { rows } = await sql<Omit<KeptEntry, "line"> & { lineKind: LineKind; lineId: Id }>`
    select own.id, own.line_kind as "lineKind", own.line_id as "lineId", own.year, own.kind, own.date,
      trim_scale(own.value)::text as value, own.reason, own.evidence, own.link, own.recorded_at as "recordedAt",
      coalesce(person.name, own.recorded_by_name) as by
    from indicator_entry as own left join person on person.id = own.recorded_by_person_id
    where own.municipality_id = ${ctx.municipalityId} and own.kind <> 'withdrawal' and own.year = ${year}
      and own.date <= ${until} and own.recorded_at <= ${knownAt}
      and not exists (select from indicator_entry as withdrawal where withdrawal.municipality_id = own.municipality_id
        and withdrawal.of_entry_id = own.id and withdrawal.recorded_at <= ${knownAt})
    order by own.date, own.id`.execute(ctx.tx);
  return rows.map(({ lineKind, lineId, ...entry }) => ({ ...entry, line: { kind: lineKind, id: lineId } }));
}

/** The own value or correction of this id, whether it was taken back or not. */
export async function findEntry(ctx: Context<Tx>, id: Id) {
  return withIndicatorTables(ctx.tx)
    .selectFrom("indicator_entry")
    .select(["id", "line_kind as lineKind", "line_id as lineId", "year", "kind", "date", "value"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .where("kind", "<>", "withdrawal")
    .executeTakeFirst();
}

export interface NewEntry {
  readonly line: KeptEntry["line"];
  readonly year: number;
  readonly kind: "own" | "correction" | "withdrawal";
  readonly date: string;
  readonly value: string;
  readonly reason: string;
  readonly evidence: string | null;
  readonly link: string | null;
  readonly ofEntryId: Id | null;
}

/** Null where the entry that it takes back was taken back already. */
export async function insertEntry(ctx: Context<Tx>, { line, ofEntryId, ...entry }: NewEntry): Promise<Id | null> {
  const doer = describeDoer(ctx);
  const row = await withIndicatorTables(ctx.tx)
    .insertInto("indicator_entry")
    .values({
      municipality_id: ctx.municipalityId,
      id: newId(),
      line_kind: line.kind,
      line_id: line.id,
      of_entry_id: ofEntryId,
      ...entry,
      recorded_at: ctx.now,
      recorded_by_person_id: doer.personId,
      recorded_by_name: doer.name,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row?.id ?? null;
}
