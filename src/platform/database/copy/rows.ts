import { createHash } from "node:crypto";
import { pipeline as join, type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { TableLayout } from "./layout.ts";

/** How much a table holds, and the SHA-256 of its rows in PostgreSQL's own text form, in the order of their key. */
export interface TableSum {
  readonly name: string;
  readonly rows: number;
  readonly sha256: string;
}

const quote = pg.escapeIdentifier;
const NEW_LINE = 10;

/**
 * What makes values read alike wherever they are copied from, and lets a snapshot wait while something slow goes on elsewhere. Of
 * one connection, which is given up afterwards.
 */
export async function speakPlainly(client: pg.ClientBase): Promise<void> {
  await client.query(
    "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 1; set idle_in_transaction_session_timeout = 0",
  );
}

/** The rows of a table as bytes, one line each. The connection is busy until the stream has ended. */
function openRows(client: pg.ClientBase, { name, columns, order }: TableLayout): Readable {
  const query = `select ${columns.map(quote).join(", ")} from public.${quote(name)} order by ${order.join(", ")}`;
  return client.query(copyTo(`copy (${query}) to stdout`));
}

/** Puts rows that `openSummedRows` gave into a table. */
export async function putRows(client: pg.ClientBase, table: TableLayout, rows: Readable): Promise<void> {
  const columns = table.columns.map(quote).join(", ");
  await pipeline(rows, client.query(copyFrom(`copy public.${quote(table.name)} (${columns}) from stdin`)));
}

/** Lets bytes through and counts their lines and their hash: a line of COPY holds no other end of line than its own. */
export function openCounter(name: string): { readonly through: Transform; readonly sum: () => TableSum } {
  const hash = createHash("sha256");
  let rows = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      for (let at = chunk.indexOf(NEW_LINE); at >= 0; at = chunk.indexOf(NEW_LINE, at + 1)) rows += 1;
      done(null, chunk);
    },
  });
  return { through, sum: () => ({ name, rows, sha256: hash.digest("hex") }) };
}

/** The rows of a table and, once they have been read to their end, their sum. */
export function openSummedRows(client: pg.ClientBase, table: TableLayout) {
  const { through, sum } = openCounter(table.name);
  // A broken connection breaks the stream that is read; whoever reads it hears of it.
  return { rows: join(openRows(client, table), through, () => undefined), sum };
}

/** What a table holds now. */
export async function sumTable(client: pg.ClientBase, table: TableLayout): Promise<TableSum> {
  const { rows, sum } = openSummedRows(client, table);
  for await (const _chunk of rows);
  return sum();
}
