import { type Kysely, sql, type Transaction } from "kysely";
import type { Id } from "../../kernel/id.ts";

/** No table is known to everybody: a slice says `tx.withTables<SliceTables>()`. */
export type NoTables = Record<never, never>;

export type Tx = Transaction<NoTables>;

interface Transactional {
  readonly kysely: Kysely<NoTables>;
}

/**
 * One transaction as a municipality sees it: by the role that owns nothing, under row-level security.
 * Commits what `work` returns, rolls back what it throws.
 */
export function inTenant<T>(database: Transactional, municipalityId: Id, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.kysely.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'sosedstvo_app', true),
      set_config('sosedstvo.municipality', ${municipalityId}::uuid::text, true)`.execute(tx);
    return work(tx);
  });
}

/** One transaction by the owner of the tables, past row-level security: only for tables without a municipality, such as sign-in and the list of municipalities, and to find in which municipalities work waits. */
export function inOwnerTransaction<T>(database: Transactional, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.kysely.transaction().execute(work);
}
