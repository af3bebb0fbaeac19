import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { BasisKind, EntryKind } from "../contract.ts";
import { withLedgerTables } from "../tables.ts";
import type { Posting } from "./posting.ts";

/** An entry as it stands, with its postings. */
export interface StoredEntry {
  readonly id: Id;
  readonly number: number;
  readonly numberYear: number;
  readonly kind: EntryKind;
  readonly date: string;
  readonly year: number | null;
  readonly activityId: Id | null;
  readonly editionId: Id | null;
  readonly kopecks: Kopecks;
  readonly basisKind: BasisKind;
  readonly basis: string;
  readonly payee: string | null;
  readonly note: string | null;
  readonly commitmentId: Id | null;
  readonly ofEntryId: Id | null;
  readonly at: Date;
  readonly byPersonId: Id | null;
  readonly byName: string | null;
  readonly isReversed: boolean;
}

export function selectEntries(ctx: Context<Tx>) {
  return withLedgerTables(ctx.tx)
    .selectFrom("ledger_entry as entry")
    .where("entry.municipality_id", "=", ctx.municipalityId)
    .select([
      "entry.id",
      "entry.number",
      "entry.number_year as numberYear",
      "entry.kind",
      "entry.date",
      "entry.year",
      "entry.activity_id as activityId",
      "entry.edition_id as editionId",
      "entry.kopecks",
      "entry.basis_kind as basisKind",
      "entry.basis",
      "entry.payee",
      "entry.note",
      "entry.commitment_id as commitmentId",
      "entry.of_entry_id as ofEntryId",
      "entry.at",
      "entry.by_person_id as byPersonId",
      "entry.by_name as byName",
    ])
    .select(
      sql<boolean>`exists (select from ledger_entry as reversal where reversal.municipality_id = entry.municipality_id
        and reversal.of_entry_id = entry.id and reversal.kind = 'reversal')`.as("isReversed"),
    );
}

export async function findEntry(ctx: Context<Tx>, id: Id): Promise<StoredEntry | undefined> {
  return selectEntries(ctx).where("entry.id", "=", id).executeTakeFirst();
}

export async function selectPostings(
  ctx: Context<Tx>,
  entries: readonly Id[],
): Promise<readonly (Posting & { readonly entryId: Id })[]> {
  if (entries.length === 0) return [];
  return withLedgerTables(ctx.tx)
    .selectFrom("ledger_posting")
    .select(["entry_id as entryId", "activity_id as activityId", "source_id as sourceId", "year", "account", "kopecks"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<boolean>`entry_id = any(${[...entries]}::uuid[])`)
    .orderBy("entry_id")
    .orderBy("position")
    .execute();
}

/** Entries that follow from this one and still stand, the oldest first. */
export async function selectFollowers(ctx: Context<Tx>, entryId: Id): Promise<readonly StoredEntry[]> {
  const rows = await selectEntries(ctx)
    .where((eb) => eb.or([eb("entry.of_entry_id", "=", entryId), eb("entry.commitment_id", "=", entryId)]))
    .where("entry.id", "!=", entryId)
    .orderBy("entry.date")
    .orderBy("entry.id")
    .execute();
  return rows.filter((row) => row.kind !== "reversal" && !row.isReversed);
}

/** What takes this entry back: one entry, or none. */
export async function selectReversals(ctx: Context<Tx>, entryId: Id): Promise<readonly StoredEntry[]> {
  return selectEntries(ctx).where("entry.of_entry_id", "=", entryId).where("entry.kind", "=", "reversal").execute();
}

/** The standing obligation that carries this one over into the next year. */
export async function findCarryOver(ctx: Context<Tx>, commitmentId: Id): Promise<StoredEntry | undefined> {
  const rows = await selectEntries(ctx)
    .where("entry.of_entry_id", "=", commitmentId)
    .where("entry.kind", "=", "carry-over")
    .execute();
  return rows.find((row) => !row.isReversed);
}

/** A later statement of the budget for the same activity, year and any of the sources, that still stands. */
export async function findLaterPlan(ctx: Context<Tx>, entry: StoredEntry): Promise<StoredEntry | undefined> {
  const rows = await selectEntries(ctx)
    .where("entry.kind", "=", "appropriation")
    .where("entry.activity_id", "=", entry.activityId)
    .where("entry.year", "=", entry.year)
    .where("entry.id", ">", entry.id)
    .where(
      sql<boolean>`exists (select from ledger_plan as later join ledger_plan as own
        on own.municipality_id = later.municipality_id and own.source_id = later.source_id and own.entry_id = ${entry.id}
        where later.municipality_id = entry.municipality_id and later.entry_id = entry.id)`,
    )
    .orderBy("entry.id")
    .execute();
  return rows.find((row) => !row.isReversed);
}
