import { statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { type Database, listPending } from "../../platform/database/index.ts";
import type { Parts } from "../parts.ts";
import { programVersion } from "./backup.ts";

/** What the doctor found of one thing: how it is, and what to do where it is not well. */
export interface Diagnosis {
  readonly what: string;
  readonly state: "good" | "warning" | "bad";
  readonly found: string;
  readonly advice?: string;
}

const MB = 1024 * 1024;

export async function checkVersions({ pool }: Database): Promise<Diagnosis> {
  const what = "Версии · Versions";
  const { rows } = await pool.query<{ number: number; text: string }>(
    "select current_setting('server_version_num')::int4 as number, current_setting('server_version') as text",
  );
  const found = `Соседство ${programVersion()}, Node ${process.versions.node}, PostgreSQL ${rows[0]?.text}`;
  const isOld = (rows[0]?.number ?? 0) < 150_000 || Number(process.versions.node.split(".")[0]) < 24;
  if (!isOld) return { what, state: "good", found };
  return {
    what,
    state: "bad",
    found,
    advice: "нужны Node 24 и PostgreSQL 15 или новее · Node 24 and PostgreSQL 15 or newer are needed",
  };
}

/** Others of this machine must not read what is entered, nor the key. */
export function checkRights({ dataFolder }: Parts["config"]): readonly Diagnosis[] {
  const expected: readonly [string, number][] = [
    [".", 0o077],
    ["secrets", 0o077],
    ["secret-key", 0o077],
    ["erasures.jsonl", 0o077],
  ];
  return expected.flatMap(([name, closed]): readonly Diagnosis[] => {
    const path = join(dataFolder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return [];
    const mode = (found.mode & 0o777).toString(8).padStart(4, "0");
    const what = `Права · Rights: ${path}`;
    if ((found.mode & closed) === 0) return [{ what, state: "good", found: mode }];
    return [
      {
        what,
        state: "bad" as const,
        found: `${mode}: открыто другим · open to others`,
        advice: `chmod go-rwx ${path}`,
      },
    ];
  });
}

/** Room for the database to be written once more, as a vacuum and a backup do; at least half a gigabyte. */
export async function checkDisk({ config, database }: Pick<Parts, "config" | "database">): Promise<Diagnosis> {
  const what = "Место на диске · Disk";
  const { bavail, bsize } = statfsSync(config.dataFolder);
  const free = bavail * bsize;
  const { rows } = await database.pool.query<{ bytes: bigint }>("select pg_database_size(current_database()) as bytes");
  const size = Number(rows[0]?.bytes ?? 0);
  const found = `свободно · free ${Math.round(free / MB)} МБ, база · database ${Math.round(size / MB)} МБ`;
  const advice = "освободите место или перенесите данные на больший диск · make room or move to a larger disk";
  if (free < 200 * MB) return { what, state: "bad", found, advice };
  if (free < 500 * MB + size) return { what, state: "warning", found, advice };
  return { what, state: "good", found };
}

const CLOCK_SECONDS = 60;

/** Against PostgreSQL's clock, and against what was recorded last: a clock that was turned back records deadlines wrongly. */
export async function checkClock({ pool }: Database, now: Date): Promise<Diagnosis> {
  const what = "Часы · Clock";
  const { rows } = await pool.query<{ there: Date; last: Date | null }>(
    "select clock_timestamp() as there, (select max(at) from audit_entry) as last",
  );
  const { there, last } = rows[0] ?? { there: now, last: null };
  const apart = Math.abs(there.getTime() - now.getTime()) / 1000;
  const found = now.toISOString();
  const advice = "включите синхронизацию времени (timedatectl set-ntp true) · turn time synchronisation on";
  if (last && last.getTime() - now.getTime() > CLOCK_SECONDS * 1000) {
    return { what, state: "bad", found: `${found}, последняя запись · last record ${last.toISOString()}`, advice };
  }
  if (apart > CLOCK_SECONDS) {
    return { what, state: "bad", found: `${found}, база · database ${there.toISOString()}`, advice };
  }
  return { what, state: "good", found };
}

export async function checkDatabase(database: Database): Promise<Diagnosis> {
  const what = "База данных · Database";
  const client = await database.pool.connect();
  try {
    const pending = await listPending(client);
    const { rows } = await client.query<{ used: number; most: number; owns: number; hasCollation: boolean }>(
      `select (select count(*)::int4 from pg_stat_activity) as used, current_setting('max_connections')::int4 as most,
        (select count(*)::int4 from pg_class where relowner = 'sosedstvo_app'::regrole) as owns,
        exists (select from pg_collation where collname = 'ru-x-icu') as "hasCollation"`,
    );
    const { used = 0, most = 0, owns = 0, hasCollation = false } = rows[0] ?? {};
    const found = `${database.description}, соединений · connections ${used} / ${most}`;
    const faults = [
      pending.length > 0 ? `не обновлена · not up to date: ${pending.join(", ")}` : "",
      owns > 0 ? "роль sosedstvo_app чем-то владеет · the role sosedstvo_app owns something" : "",
      hasCollation ? "" : "нет сортировки ru-x-icu · no collation ru-x-icu",
      used > most - 5 ? "соединения на исходе · connections run out" : "",
    ].filter((fault) => fault !== "");
    if (faults.length === 0) return { what, state: "good", found };
    return {
      what,
      state: "bad",
      found: `${found}: ${faults.join("; ")}`,
      advice: "docs/operations.md, «A PostgreSQL of your own»",
    };
  } finally {
    client.release();
  }
}

/** Letters that wait too long or were given up within a week. */
export async function checkLetters({ pool }: Database, now: Date): Promise<Diagnosis> {
  const what = "Письма · Letters";
  const { rows } = await pool.query<{ waiting: number; failed: number }>(
    `select count(*) filter (where state = 'waiting' and queued_at < $1::timestamptz - interval '1 hour')::int4 as waiting,
        count(*) filter (where state = 'failed' and queued_at > $1::timestamptz - interval '7 days')::int4 as failed
      from mail_letter`,
    [now],
  );
  const { waiting = 0, failed = 0 } = rows[0] ?? {};
  const found = `ждут больше часа · waiting over an hour: ${waiting}, не ушли за неделю · failed within a week: ${failed}`;
  if (waiting + failed === 0) return { what, state: "good", found };
  return { what, state: "warning", found, advice: "страница «Почта» /settings/mail · the page “Mail”" };
}
