import pg from "pg";
import { writeLog } from "../log.ts";
import type { Address } from "./plan.ts";

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const DATE_ARRAY = 1182;

/** `int8` becomes bigint and `date` stays `YYYY-MM-DD`; `numeric` is a string and `timestamptz` a Date by default. Only for our pools: nobody else's parsers change. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: BigInt,
  [INT8_ARRAY]: (text) => parseArray(text, BigInt),
  [DATE]: String,
  [DATE_ARRAY]: (text) => parseArray(text, String),
};

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: "text" | "binary") =>
    (format !== "binary" && parsers[oid]) || pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Neither dates nor whole numbers hold commas or quotes, so a flat array is split at its commas. */
function parseArray<T>(text: string, read: (item: string) => T): (T | null)[] {
  const body = text.slice(1, -1);
  return body === "" ? [] : body.split(",").map((item) => (item === "NULL" ? null : read(item)));
}

/** A pool for one database, by address or by URL. */
export function openPool(target: (Address & { database: string }) | string): pg.Pool {
  const where = typeof target === "string" ? { connectionString: target } : target;
  const pool = new pg.Pool({
    ...where,
    types,
    max: 10,
    application_name: "sosedstvo",
    connectionTimeoutMillis: 10_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  // A connection may break between two queries, also within a transaction: the next query tells, and the pool replaces it.
  pool.on("connect", (client) =>
    client.on("error", ({ message }) => writeLog("warning", "a database connection was lost", { error: message })),
  );
  // Of an idle connection the pool says the same once more; nobody listening would end the process.
  pool.on("error", () => undefined);
  return pool;
}
