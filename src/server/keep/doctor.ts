import type { Parts } from "../parts.ts";
import {
  checkClock,
  checkDatabase,
  checkDisk,
  checkLetters,
  checkRights,
  checkVersions,
  type Diagnosis,
} from "./doctor-checks.ts";
import { findNewestBackup, folderOf } from "./schedule.ts";

export interface Examination {
  readonly parts: Pick<Parts, "config" | "database">;
  readonly now: Date;
  /** Whether the trail's chain and the ledger's rules hold; what does not is written. */
  readonly verify: (write: (text: string) => void) => Promise<boolean>;
  /** Null where no mail server is set; else its answer, empty where it took us in. */
  readonly askMailServer: () => Promise<string | null>;
}

/** Examines an installation from its outside to its inside; every check answers, also where another finds something bad. */
export async function examineInstallation(given: Examination): Promise<readonly Diagnosis[]> {
  const { parts, now } = given;
  return [
    await checkVersions(parts.database),
    ...checkRights(parts.config),
    await checkDisk(parts),
    await checkClock(parts.database, now),
    await checkDatabase(parts.database),
    checkBackups(parts.config, now),
    await checkMail(given),
    await checkLetters(parts.database, now),
    await checkRecords(given),
  ];
}

const HOUR_MS = 3_600_000;

/** A nightly backup that is a day and a half old was missed. */
function checkBackups(config: Parts["config"], now: Date): Diagnosis {
  const what = "Резервные копии · Backups";
  const newest = findNewestBackup(config);
  const advice = `sosedstvo backup ФАЙЛ; копии должны лежать и на другом диске · keep them on another disk too (${folderOf(config)})`;
  if (!newest) return { what, state: "bad", found: "ни одной · none", advice };
  const hours = Math.round((now.getTime() - newest.at.getTime()) / HOUR_MS);
  const found = `${newest.name}, ${hours} ч назад · hours ago`;
  if (hours > 24 * 7) return { what, state: "bad", found, advice };
  if (hours > 36) return { what, state: "warning", found, advice };
  return { what, state: "good", found };
}

async function checkMail({ askMailServer }: Examination): Promise<Diagnosis> {
  const what = "Почтовый сервер · Mail server";
  const answer = await askMailServer();
  if (answer === null) {
    return {
      what,
      state: "warning",
      found: "не задан · not set",
      advice:
        "без него ссылки передают из рук в руки: SOSEDSTVO_SMTP_URL · links are handed over by people without one",
    };
  }
  if (answer === "") return { what, state: "good", found: "отвечает и пускает · answers and takes us in" };
  return { what, state: "bad", found: answer, advice: "sosedstvo mail --test you@example.org" };
}

async function checkRecords({ verify }: Examination): Promise<Diagnosis> {
  const what = "Журнал действий и деньги · The trail and the money";
  const said: string[] = [];
  if (await verify((text) => said.push(text))) return { what, state: "good", found: "сходится · holds" };
  const found = said
    .filter((text) => !text.includes("✓"))
    .join("")
    .trim();
  return {
    what,
    state: "bad",
    found,
    advice: "sosedstvo verify; восстановите копию рядом и сравните · restore a backup beside and compare",
  };
}
