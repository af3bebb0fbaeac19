import { type RawBuilder, sql } from "kysely";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";

/** Conditions on `entry` that the journal's own indexes do not know. */
export type Narrowing = readonly RawBuilder<boolean>[];

/**
 * Up to so many entries are named by their ids. Of more, walking down the journal soon meets a page: they are one in a few hundred
 * of a million.
 */
const SELDOM = 5_000;
/** Of most entries: out of one account, into the other. */
const POSTINGS = 2;
/** The index knows words by three letters in a row. */
const SHORTEST_INDEXED = 3;

interface Narrowed {
  /** In the payee, the basis, the note, by `ledger_signs`; or the whole number of an entry, «12/2024». */
  readonly text: string;
  readonly sourceId: Id | null;
}

/** What narrows the journal to a text and a source, in the way that is quick for as many entries as they have. */
export async function selectNarrowing(
  ctx: Context<Tx>,
  { text, sourceId }: Narrowed,
  seldom = SELDOM,
): Promise<Narrowing> {
  const byText = text === "" ? [] : [await narrowByText(ctx, text, seldom)];
  const bySource = sourceId === null ? [] : [await narrowBySource(ctx, sourceId, seldom)];
  return [...byText, ...bySource];
}

async function narrowByText(ctx: Context<Tx>, text: string, seldom: number): Promise<RawBuilder<boolean>> {
  const patterns = listPatterns(text).map((pattern) => sql`ledger_signs(${pattern})`);
  const found = new Set<Id>();
  for (const pattern of patterns) {
    const query = sql<{ ids: readonly Id[] | null }>`select find_ledger_signs(${pattern}, ${seldom}) as ids`;
    const ids = (await query.execute(ctx.tx)).rows[0]?.ids;
    const likes = sql.join(
      patterns.map((like) => sql`entry.signs like ${like}`),
      sql` or `,
    );
    if (!ids) return sql`(${likes} or ${numberedAs(text)})`;
    for (const id of ids) found.add(id);
  }
  return sql`(${isOneOf([...found])} or ${numberedAs(text)})`;
}

/** What stands before a word. */
const STARTS = [" ", "\n", "«", '"', "(", "№", "/", "-"];

/** A text anywhere; one or two letters, of which the index knows nothing by themselves, where a word begins. */
function listPatterns(text: string): readonly string[] {
  const own = text.replace(/[\\%_]/g, "\\$&");
  if (text.length >= SHORTEST_INDEXED) return [`%${own}%`];
  return [`${own}%`, ...STARTS.map((start) => `%${start}${own}%`)];
}

function numberedAs(text: string): RawBuilder<boolean> {
  const [, number, year] = /^(\d{1,9})\/(\d{4})$/.exec(text.trim()) ?? [];
  return number && year ? sql`(entry.number, entry.number_year) = (${Number(number)}, ${Number(year)})` : sql`false`;
}

async function narrowBySource(ctx: Context<Tx>, sourceId: Id, seldom: number): Promise<RawBuilder<boolean>> {
  const { rows } = await sql<{ id: Id }>`select entry_id as id from ledger_posting
    where municipality_id = ${ctx.municipalityId} and source_id = ${sourceId} limit ${POSTINGS * seldom + 1}`.execute(
    ctx.tx,
  );
  if (rows.length <= POSTINGS * seldom) return isOneOf([...new Set(rows.map(({ id }) => id))]);
  return sql`exists (select from ledger_posting as posting where posting.municipality_id = entry.municipality_id
    and posting.entry_id = entry.id and posting.source_id = ${sourceId})`;
}

function isOneOf(ids: readonly Id[]): RawBuilder<boolean> {
  return sql`entry.id = any(${[...ids]}::uuid[])`;
}
