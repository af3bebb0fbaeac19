import { type RawBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";

/** Conditions on `entry` that the journal's own indexes do not know. */
export interface Narrowing {
  readonly conditions: readonly RawBuilder<boolean>[];
  /** How many entries are named at most; null where none are. */
  readonly named: number | null;
  /** The places of all entries that fit, «day_id», the newest first; null where it takes the conditions to tell. */
  readonly places: readonly string[] | null;
  /** Some of them name no entries: those are met by walking down the journal, which is done by parts. */
  readonly isWalked: boolean;
}

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
  const all = [...byText, ...bySource];
  // One that names entries spares the walk for the other, too.
  const counts = all.flatMap(({ named }) => named ?? []);
  return {
    conditions: all.map(({ condition }) => condition),
    named: counts.length === 0 ? null : Math.min(...counts),
    places: (all.length === 1 && all[0]?.places) || null,
    isWalked: all.length > 0 && counts.length === 0,
  };
}

interface Condition {
  readonly condition: RawBuilder<boolean>;
  /** Null where it names no entries by their ids. */
  readonly named: number | null;
  readonly places?: readonly string[];
}

const walked = (condition: RawBuilder<boolean>): Condition => ({ condition, named: null });

async function narrowByText(ctx: Context<Tx>, text: string, seldom: number): Promise<Condition> {
  const patterns = listPatterns(text).map((pattern) => sql`ledger_signs(${pattern})`);
  const numbered = numberedAs(text);
  const places = await findPlaces(ctx, { patterns, words: listWords(text), seldom });
  if (!places) {
    const likes = patterns.map((pattern) => sql`entry.signs like ${pattern}`);
    return walked(sql`(${sql.join([...likes, ...numbered], sql` or `)})`);
  }
  const named = isOneOf(places.map(idOfPlace));
  const condition = sql<boolean>`(${sql.join([named, ...numbered], sql` or `)})`;
  return { condition, named: places.length + numbered.length, ...(numbered.length === 0 && { places }) };
}

/** The entry of a place: what follows «2024-05-28_». */
export const idOfPlace = (place: string): Id => place.slice(11);

interface Sought {
  readonly patterns: readonly RawBuilder<unknown>[];
  readonly words: readonly string[];
  readonly seldom: number;
}

/** The places of what is like any of the patterns, the newest first; null where one is too frequent to name. */
async function findPlaces(ctx: Context<Tx>, { patterns, words, seldom }: Sought): Promise<readonly string[] | null> {
  const signs = sql`array(select ledger_signs(word) from unnest(${[...words]}::text[]) as word)`;
  const found = new Set<string>();
  for (const pattern of patterns) {
    const { rows } = await sql<{ places: string | null }>`
      select find_ledger_signs(${pattern}, ${signs}::text[], ${seldom}) as places`.execute(ctx.tx);
    const places = rows[0]?.places ?? null;
    if (places === null) return null;
    for (const place of places === "" ? [] : places.split(" ")) found.add(place);
  }
  return [...found].sort().reverse();
}

/** Patterns of the single words of a text, each with the spaces that stand beside it; none of a text of one word. */
function listWords(text: string): readonly string[] {
  const words = escapeSigns(text).split(" ");
  if (text.length < SHORTEST_INDEXED || words.length === 1) return [];
  return words.flatMap((word, at) =>
    word === "" ? [] : [`%${at === 0 ? "" : " "}${word}${at === words.length - 1 ? "" : " "}%`],
  );
}

/** Signs that mean something to `like` stand for themselves. */
function escapeSigns(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** What stands before a word. */
const STARTS = [" ", "\n", "«", '"', "(", "№", "/", "-"];

/** A text anywhere; one or two letters, of which the index knows nothing by themselves, where a word begins. */
function listPatterns(text: string): readonly string[] {
  const own = escapeSigns(text);
  if (text.length >= SHORTEST_INDEXED) return [`%${own}%`];
  return [`${own}%`, ...STARTS.map((start) => `%${start}${own}%`)];
}

/** «12/2024» is the whole number of an entry, too. */
function numberedAs(text: string): readonly RawBuilder<boolean>[] {
  const [, number, year] = /^(\d{1,9})\/(\d{4})$/.exec(text.trim()) ?? [];
  return number && year ? [sql`(entry.number, entry.number_year) = (${Number(number)}, ${Number(year)})`] : [];
}

async function narrowBySource(ctx: Context<Tx>, sourceId: Id, seldom: number): Promise<Condition> {
  const { rows } = await sql<{ id: Id }>`select entry_id as id from ledger_posting
    where municipality_id = ${ctx.municipalityId} and source_id = ${sourceId} limit ${POSTINGS * seldom + 1}`.execute(
    ctx.tx,
  );
  const ids = [...new Set(rows.map(({ id }) => id))];
  if (rows.length <= POSTINGS * seldom) return { condition: isOneOf(ids), named: ids.length };
  return walked(sql`exists (select from ledger_posting as posting where posting.municipality_id = entry.municipality_id
    and posting.entry_id = entry.id and posting.source_id = ${sourceId})`);
}

/** Entries of these ids. */
export function isOneOf(ids: readonly Id[]): RawBuilder<boolean> {
  // Not as a list of constants: of a long one the planner walks the journal's whole index.
  return sql`entry.id = any((select ${[...ids]}::uuid[])::uuid[])`;
}
