/**
 * A process that opens the embedded database of a folder and keeps it, for tests of what happens when processes die:
 * `node testing-process.ts FOLDER server|command`. Says `open` or a refusal's code; closes when its input ends.
 */
import { once } from "node:events";
import { Refusal } from "../../kernel/refusal.ts";
import { openDatabase } from "./index.ts";

const [, , dataFolder = "", purpose] = process.argv;

try {
  const database = await openDatabase({ dataFolder, databaseUrl: null }, purpose === "server" ? "server" : "command");
  const answer = await database.pool.query("select pg_postmaster_start_time()::text as started");
  process.stdout.write(`open ${answer.rows[0].started}\n`);
  process.stdin.resume();
  await once(process.stdin, "end");
  await database.close();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  process.stdout.write(`${error.code}\n`);
}
