import pg from "pg";
import { listTables, type SequenceValue } from "./layout.ts";

const quote = pg.escapeIdentifier;

/** What was taken off the tables, as statements that put it back. */
export interface Opened {
  readonly restore: readonly string[];
}

/**
 * Makes the tables of `public` ready to be filled with rows that were whole elsewhere: triggers would reckon them a second
 * time, foreign keys would ask for an order that circles do not have, and indexes are quicker made at once than row by row.
 * What migrations put there is taken out. In the caller's transaction, as the owner of the tables; `closeFilling` puts
 * everything back, and the foreign keys are then checked.
 */
export async function openFilling(client: pg.ClientBase): Promise<Opened> {
  const foreign = await listForeignKeys(client);
  const indexes = await listIndexes(client);
  const tables = (await listTables(client)).map(({ name }) => name);
  for (const { name, tableName } of foreign)
    await client.query(`alter table public.${quote(tableName)} drop constraint ${quote(name)}`);
  for (const { name } of indexes) await client.query(`drop index public.${quote(name)}`);
  for (const name of tables) await client.query(`alter table public.${quote(name)} disable trigger user`);
  await client.query(`truncate ${tables.map((name) => `public.${quote(name)}`).join(", ")}`);
  return {
    restore: [
      ...indexes.map(({ definition }) => definition),
      ...foreign.map(
        ({ name, tableName, definition }) =>
          `alter table public.${quote(tableName)} add constraint ${quote(name)} ${definition}`,
      ),
      ...tables.map((name) => `alter table public.${quote(name)} enable trigger user`),
    ],
  };
}

/** Puts indexes, foreign keys and triggers back, and the sequences where they stood. */
export async function closeFilling(
  client: pg.ClientBase,
  { restore }: Opened,
  sequences: readonly SequenceValue[],
): Promise<void> {
  for (const statement of restore) await client.query(statement);
  for (const { name, last } of sequences) {
    if (last !== null) await client.query("select setval($1::regclass, $2)", [`public.${quote(name)}`, last]);
  }
}

interface Part {
  readonly name: string;
  readonly tableName: string;
  readonly definition: string;
}

async function listForeignKeys(client: pg.ClientBase): Promise<readonly Part[]> {
  const { rows } = await client.query<Part>(`
    select conname::text as name, relname::text as "tableName", pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class on pg_class.oid = conrelid
    where contype = 'f' and relnamespace = 'public'::regnamespace order by relname, conname`);
  return rows;
}

/** Those that no constraint stands on. */
async function listIndexes(client: pg.ClientBase): Promise<readonly Omit<Part, "tableName">[]> {
  const { rows } = await client.query<Omit<Part, "tableName">>(`
    select class.relname::text as name, pg_get_indexdef(class.oid) as definition
    from pg_index join pg_class as class on class.oid = indexrelid
    where class.relnamespace = 'public'::regnamespace
      and not exists (select 1 from pg_constraint where conindid = class.oid)
    order by class.relname`);
  return rows;
}
