import { sql } from "kysely";
import { listFileRemovals, settleFileRemovals } from "../access/index.ts";
import { type Database, inOwnerTransaction, type Tx } from "../platform/database/index.ts";
import type { Files } from "../platform/files.ts";

/** Longer than a file waits for the row that names it. */
const SETTLED_MS = 3_600_000;

/**
 * Removes the files that were noted for removal, unless a row of any municipality names them still. A file that was stored or
 * stored again within the last hour stays noted until the next time: its row may still be on the way. How many were removed.
 */
export async function removeNotedFiles({
  database,
  files,
}: {
  readonly database: Database;
  readonly files: Files;
}): Promise<number> {
  const noted = await inOwnerTransaction(database, listFileRemovals);
  if (noted.length === 0) return 0;
  const named = await inOwnerTransaction(database, (tx) => findNamed(tx, noted));
  const settled = [...named];
  let removed = 0;
  for (const hash of noted.filter((candidate) => !named.has(candidate))) {
    const outcome = await files.remove(hash, new Date(Date.now() - SETTLED_MS));
    if (outcome !== "in use") settled.push(hash);
    if (outcome === "removed") removed += 1;
  }
  await inOwnerTransaction(database, (tx) => settleFileRemovals(tx, settled));
  return removed;
}

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Which of the hashes stand in any column of any table but the list of removals, be it inside a text or a JSON. */
async function findNamed(tx: Tx, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<Column>`
    select class.relname as table, attname as column, atttypid::regtype::text as type
    from pg_class as class join pg_attribute as attribute on attribute.attrelid = class.oid
    where class.relkind in ('r', 'p') and class.relnamespace = 'public'::regnamespace and class.relname <> 'file_removal'
      and attnum > 0 and not attisdropped
      and atttypid::regtype::text not in (${sql.join(HASHLESS.map((type) => sql.lit(type)))})`.execute(tx);
  const named = new Set<string>();
  for (const column of rows) {
    const found = await findIn(column, hashes).execute(tx);
    for (const { hash } of found.rows) named.add(hash);
  }
  return named;
}

/** Types whose values cannot hold a hash. */
const HASHLESS = [
  ...["uuid", "boolean", "smallint", "integer", "bigint", "numeric", "date", "timestamp with time zone"],
  ...["smallint[]", "integer[]", "uuid[]"],
];

/** A value shorter than a hash is passed by at once: most columns of most rows are. */
function findIn({ table, column, type }: Column, hashes: readonly string[]) {
  const wanted = sql`any(${[...hashes]}::text[])`;
  const value = sql.ref(`line.${column}`);
  if (type === "bytea") {
    return sql<{ hash: string }>`select distinct encode(${value}, 'hex') as hash from ${sql.table(table)} as line
      where octet_length(${value}) = 32 and encode(${value}, 'hex') = ${wanted}`;
  }
  return sql<{ hash: string }>`
    select distinct part[1] as hash from ${sql.table(table)} as line,
      regexp_matches(${value}::text, '[0-9a-f]{64}', 'g') as part
    where octet_length(${value}::text) >= 64 and part[1] = ${wanted}`;
}
