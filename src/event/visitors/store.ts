import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { KnownVisitor } from "./people.ts";
import type { VisitorResult } from "./views.ts";

/** Whom the rows of a table may mean, as `Visitors` looks for them. */
export interface Sought {
  /** Names as searches hold them. */
  readonly names: readonly string[];
  /** First letters of two words, in both orders; none where a similar name is another person. */
  readonly initials: readonly string[];
  /** Who was chosen for a row. */
  readonly ids: readonly Id[];
}

/** Those of them whose names are known. A region has hundreds of thousands of people, so only whom a table may mean is read. */
export async function selectKnownVisitors(ctx: Context<Tx>, sought: Sought): Promise<readonly KnownVisitor[]> {
  const { rows } = await sql<KnownVisitor>`
    select id as key, name, search, birth_year as "birthYear" from participant
    where municipality_id = ${ctx.municipalityId} and alias_of_id is null and blanked_at is null
      and (search = any(${[...sought.names]}::text[]) or id = any(${[...sought.ids]}::uuid[])
        or left(search, 1) || left(split_part(search, ' ', 2), 1) = any(${[...sought.initials]}::text[]))
    order by id`.execute(ctx.tx);
  return rows;
}

/** Ids of the events that a table may mean. */
export async function selectMeant(
  ctx: Context<Tx>,
  given: {
    readonly ids: readonly Id[];
    readonly numbers: readonly string[];
    readonly dates: readonly string[];
    readonly titles: readonly string[];
  },
): Promise<readonly Id[]> {
  const { rows } = await sql<{ id: Id }>`
    select id from event where municipality_id = ${ctx.municipalityId}
      and (id = any(${[...given.ids]}::uuid[])
        or number || '/' || number_year = any(${[...given.numbers]}::text[])
        or date = any(${[...given.dates]}::date[])
        or lower(title) = any(${[...given.titles]}::text[]))
    order by id`.execute(ctx.tx);
  return rows.map(({ id }) => id);
}

/** Two tables of one municipality come in one after another, so that each knows the people of the other. */
export async function lockVisitors(ctx: Context<Tx>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('visitors ' || ${ctx.municipalityId}, 0))`.execute(ctx.tx);
}

export async function insertImport(ctx: Context<Tx>, total: number): Promise<Id> {
  const id = newId();
  const { actor, now } = ctx;
  await sql`
    insert into attendance_import (municipality_id, id, state, total, done, begun_at, heard_at, begun_by_person_id, begun_by_name)
    values (${ctx.municipalityId}, ${id}, 'running', ${total}, 0, ${now}, clock_timestamp(),
      ${actor.kind === "person" ? actor.personId : null}, ${actor.kind === "system" ? actor.name : null})`.execute(
    ctx.tx,
  );
  return id;
}

/** Notes how far it is; false where somebody stopped it. */
export async function updateProgress(ctx: Context<Tx>, id: Id, done: number): Promise<boolean> {
  const { rows } = await sql<{ state: string }>`
    update attendance_import set done = ${done}, heard_at = clock_timestamp()
    where municipality_id = ${ctx.municipalityId} and id = ${id} and state = 'running' returning state`.execute(ctx.tx);
  return rows.length === 1;
}

interface Ending {
  readonly id: Id;
  readonly state: "done" | "failed" | "cancelled";
  readonly result: VisitorResult | null;
  readonly code: string | null;
}

/** Ends what still runs; true where this did. */
export async function endImport(ctx: Context<Tx>, { id, state, result, code }: Ending): Promise<boolean> {
  const { rows } = await sql`
    update attendance_import set state = ${state}, result = ${result === null ? null : JSON.stringify(result)}::jsonb,
      code = ${code}, done = case when ${state} = 'done' then total else done end, heard_at = clock_timestamp()
    where municipality_id = ${ctx.municipalityId} and id = ${id} and state = 'running' returning id`.execute(ctx.tx);
  return rows.length === 1;
}

export interface ImportRow {
  readonly id: Id;
  readonly state: "running" | "done" | "failed" | "cancelled";
  readonly total: number;
  readonly done: number;
  readonly result: VisitorResult | null;
  readonly code: string | null;
  readonly isSilent: boolean;
  readonly byPersonId: Id | null;
}

export async function selectImport(ctx: Context<Tx>, id: Id): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`
    select id, state, total, done, result, code, begun_by_person_id as "byPersonId",
      heard_at < clock_timestamp() - interval '1 minute' as "isSilent"
    from attendance_import where municipality_id = ${ctx.municipalityId} and id = ${id}`.execute(ctx.tx);
  return rows[0];
}
