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

/** Which of the hashes stand in any column of any table but the list of removals, be it inside a text or a JSON. */
async function findNamed(tx: Tx, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const tables = await sql<{ name: string }>`
    select relname as name from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> 'file_removal'`.execute(tx);
  const named = new Set<string>();
  for (const { name } of tables.rows) {
    const found = await sql<{ hash: string }>`
      select distinct part[1] as hash from ${sql.table(name)} as line,
        regexp_matches(to_jsonb(line)::text, '[0-9a-f]{64}', 'g') as part
      where part[1] = any(${[...hashes]}::text[])`.execute(tx);
    for (const { hash } of found.rows) named.add(hash);
  }
  return named;
}
