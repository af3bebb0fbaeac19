import type { Config } from "../platform/config.ts";
import { type Database, listPending } from "../platform/database/index.ts";
import { openMeters } from "../platform/watch/meters.ts";
import { openWatchServer, type WatchServer } from "../platform/watch/server.ts";
import { watchAnswers, watchStatements } from "../platform/watch/slow.ts";
import { findNewestBackup } from "./keep/schedule.ts";
import type { Parts } from "./parts.ts";

/** What the server tells of itself to those who watch it: meters, slow work in the log, a port to ask. */
export type Watch = ReturnType<typeof openWatch>;

export function openWatch(config: Config) {
  const meters = openMeters();
  let stopping = false;
  let server: WatchServer | undefined;
  return {
    onStatement: watchStatements(meters, config.slowMilliseconds),
    onAnswer: watchAnswers(meters, config.slowMilliseconds),
    /** Opens the port, where one is set, and gives its address; the process is ready from now on. */
    async open({ database }: Pick<Parts, "database">): Promise<string | null> {
      addGauges(meters, config, database);
      if (config.watchPort === null) return null;
      const isReady = async () => (stopping ? "stopping" : findFault(database));
      server = await openWatchServer({ port: config.watchPort, host: config.watchHost, meters, isReady });
      return `http://${config.watchHost}:${server.port}`;
    },
    /** Says «not ready» before anything is closed, so that a balancer sends nobody here any more. */
    leave: () => {
      stopping = true;
    },
    close: async () => server?.stop(),
  };
}

async function findFault({ pool }: Database): Promise<string | null> {
  const client = await pool.connect();
  try {
    const pending = await listPending(client);
    return pending.length > 0 ? `the database is not up to date: ${pending.join(", ")}` : null;
  } finally {
    client.release();
  }
}

function addGauges(meters: ReturnType<typeof openMeters>, config: Config, { pool }: Database): void {
  const count = async (statement: string) => Number((await pool.query<{ n: number }>(statement)).rows[0]?.n ?? 0);
  meters.addGauge("sosedstvo_pool_connections", "Connections to the database", () => pool.totalCount);
  meters.addGauge("sosedstvo_pool_idle", "Of them those that nobody uses", () => pool.idleCount);
  meters.addGauge("sosedstvo_pool_waiting", "Requests that wait for a connection", () => pool.waitingCount);
  meters.addGauge("sosedstvo_letters_waiting", "Letters that are not out yet", () =>
    count("select count(*)::int4 as n from mail_letter where state = 'waiting'"),
  );
  meters.addGauge("sosedstvo_letters_failed", "Letters of a week that were given up", () =>
    count(
      "select count(*)::int4 as n from mail_letter where state = 'failed' and queued_at > now() - interval '7 days'",
    ),
  );
  meters.addGauge("sosedstvo_database_bytes", "Size of the database", () =>
    count("select pg_database_size(current_database())::float8 as n"),
  );
  meters.addGauge("sosedstvo_backup_age_seconds", "Age of the newest backup; NaN where there is none", () => {
    const newest = findNewestBackup(config);
    return newest === null ? Number.NaN : (Date.now() - newest.at.getTime()) / 1000;
  });
}
