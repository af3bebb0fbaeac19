import { sql } from "kysely";
import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { BasisKind, EntryKind } from "../contract.ts";
import { withLedgerTables } from "../tables.ts";
import type { Posting } from "./posting.ts";

/** An entry on its way into the journal; what does not apply to its kind is null. */
export interface EntryDraft {
  readonly id: Id;
  readonly kind: EntryKind;
  readonly date: string;
  readonly year: number | null;
  readonly activityId: Id | null;
  readonly programmeId: Id | null;
  readonly editionId: Id | null;
  readonly kopecks: Kopecks;
  readonly basisKind: BasisKind;
  readonly basis: string;
  readonly payee: string | null;
  readonly note: string | null;
  readonly commitmentId: Id | null;
  readonly ofEntryId: Id | null;
  readonly key: string;
  readonly digest: string;
  readonly postings: readonly Posting[];
  /** What a document of the budget states for each source. */
  readonly plans: readonly { readonly sourceId: Id; readonly kopecks: Kopecks }[];
}

/** PostgreSQL takes 65,535 parameters in a statement; a posting has eight, an entry twenty-three. */
const ROWS_AT_ONCE = 5_000;
const ENTRIES_AT_ONCE = 2_000;

/**
 * Until the transaction ends nobody else posts in this municipality: a command decides by balances that stay as it read
 * them, and no two commands wait for each other. The table's constraints hold the limits without it, too.
 */
export async function lockLedger(ctx: Context<Tx>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('ledger ' || ${ctx.municipalityId}::text, 0))`.execute(
    ctx.tx,
  );
}

/** What a command made, by which it is told again. */
export interface MadeEntry {
  readonly id: Id;
  readonly number: number;
  readonly digest: string;
}

/** The entries that commands of these keys made, reversed ones too, by their keys. */
export async function selectByKeys(ctx: Context<Tx>, keys: readonly string[]): Promise<ReadonlyMap<string, MadeEntry>> {
  if (keys.length === 0) return new Map();
  const rows = await withLedgerTables(ctx.tx)
    .selectFrom("ledger_entry")
    .select(["key", "id", "number", "digest"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where(sql<boolean>`key = any(${[...keys]}::text[])`)
    .execute();
  return new Map(rows.map(({ key, ...made }) => [key, made]));
}

/** The instant of the entry that was recorded last in this year or the one before. */
export async function findLastInstant(ctx: Context<Tx>): Promise<Date | null> {
  const year = Number(ctx.today.slice(0, 4));
  const { rows } = await sql<{ at: Date | null }>`
    select (select entry.at from ledger_entry as entry
      where entry.municipality_id = counter.municipality_id and entry.number_year = counter.year and entry.number = counter.last) as at
    from ledger_counter as counter
    where counter.municipality_id = ${ctx.municipalityId} and counter.year >= ${year - 1}
    order by counter.year desc limit 1`.execute(ctx.tx);
  return rows[0]?.at ?? null;
}

/** Takes as many numbers of the year as there are entries; the first of them. */
async function countEntries(ctx: Context<Tx>, year: number, count: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into ledger_counter (municipality_id, year, last) values (${ctx.municipalityId}, ${year}, ${count}::int)
    on conflict (municipality_id, year) do update set last = ledger_counter.last + ${count}::int returning last`.execute(
    ctx.tx,
  );
  assert(rows[0], "a counter gives a number");
  return rows[0].last - count + 1;
}

/**
 * Writes entries, their postings and what their documents state, in their order; the database moves the balances. The number of
 * the first: the others follow it.
 */
export async function insertEntries(ctx: Context<Tx>, drafts: readonly EntryDraft[]): Promise<number> {
  const { municipalityId: municipality_id, actor } = ctx;
  const numberYear = Number(ctx.today.slice(0, 4));
  const first = await countEntries(ctx, numberYear, drafts.length);
  const rows = drafts.map((draft, place) => ({
    municipality_id,
    id: draft.id,
    number: first + place,
    number_year: numberYear,
    kind: draft.kind,
    date: draft.date,
    year: draft.year,
    activity_id: draft.activityId,
    programme_id: draft.programmeId,
    edition_id: draft.editionId,
    kopecks: draft.kopecks,
    basis_kind: draft.basisKind,
    basis: draft.basis,
    payee: draft.payee,
    note: draft.note,
    commitment_id: draft.commitmentId,
    of_entry_id: draft.ofEntryId,
    posting_count: draft.postings.length,
    key: draft.key,
    digest: draft.digest,
    at: ctx.now,
    by_person_id: actor.kind === "person" ? actor.personId : null,
    by_name: actor.kind === "system" ? actor.name : null,
  }));
  for (let start = 0; start < rows.length; start += ENTRIES_AT_ONCE) {
    await withLedgerTables(ctx.tx)
      .insertInto("ledger_entry")
      .values(rows.slice(start, start + ENTRIES_AT_ONCE))
      .execute();
  }
  await insertPostings(ctx, drafts);
  await insertPlans(ctx, drafts);
  return first;
}

async function insertPostings(ctx: Context<Tx>, drafts: readonly EntryDraft[]): Promise<void> {
  const rows = drafts.flatMap((draft) =>
    draft.postings.map((posting, position) => ({
      municipality_id: ctx.municipalityId,
      entry_id: draft.id,
      position,
      activity_id: posting.activityId,
      source_id: posting.sourceId,
      year: posting.year,
      account: posting.account,
      kopecks: posting.kopecks,
    })),
  );
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    await withLedgerTables(ctx.tx)
      .insertInto("ledger_posting")
      .values(rows.slice(start, start + ROWS_AT_ONCE))
      .execute();
  }
}

async function insertPlans(ctx: Context<Tx>, drafts: readonly EntryDraft[]): Promise<void> {
  const rows = drafts.flatMap(({ id, plans }) =>
    plans.map(({ sourceId, kopecks }) => ({
      municipality_id: ctx.municipalityId,
      entry_id: id,
      source_id: sourceId,
      kopecks,
    })),
  );
  if (rows.length === 0) return;
  await withLedgerTables(ctx.tx).insertInto("ledger_plan").values(rows).execute();
}
