import type pg from "pg";

/** A table as it is copied: its columns without those that the database reckons itself, and the order that makes its rows comparable. */
export interface TableLayout {
  readonly name: string;
  readonly columns: readonly string[];
  /** Expressions of an ORDER BY that gives the same order in every database: texts by their bytes, not by a locale. */
  readonly order: readonly string[];
}

export interface SequenceValue {
  readonly name: string;
  /** Null where it was never used. */
  readonly last: string | null;
}

/** Everything that is entered lies in the schema `public`; the jobs' own schema is made anew at start and is not copied. */
export async function listTables(client: pg.ClientBase): Promise<readonly TableLayout[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; order: string[] }>(TABLES);
  return rows;
}

const TABLES = `
  select class.relname as name,
    array(select attname::text from pg_attribute
      where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
    array(select quote_ident(attname) || case when typcollation = 0 then '' else ' collate "C"' end
      from unnest(coalesce(key.conkey, (select array_agg(attnum order by attnum) from pg_attribute
        where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = ''))) with ordinality as part (number, place)
      join pg_attribute on attrelid = class.oid and attnum = part.number
      join pg_type on pg_type.oid = atttypid order by place) as order
  from pg_class as class left join pg_constraint as key on key.conrelid = class.oid and key.contype = 'p'
  where class.relkind = 'r' and class.relnamespace = 'public'::regnamespace
  order by class.relname collate "C"`;

/** The last numbers that sequences gave out. */
export async function listSequences(client: pg.ClientBase): Promise<readonly SequenceValue[]> {
  const { rows } = await client.query<{ name: string; last: bigint | null }>(
    `select sequencename::text as name, last_value as last from pg_sequences where schemaname = 'public'
      order by sequencename collate "C"`,
  );
  return rows.map(({ name, last }) => ({ name, last: last === null ? null : String(last) }));
}
