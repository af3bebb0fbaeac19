import { listMunicipalities, type Municipality } from "../access/index.ts";
import { localDate } from "../platform/clock.ts";
import { type Database, inOwnerTransaction } from "../platform/database/index.ts";
import { writeLog } from "../platform/log.ts";

/** The municipality whose pages this server shows, never older than a second. */
export interface Watch {
  readonly municipality: () => Municipality;
  /** What a public page depends on besides its address: the municipality's revision and its date. */
  readonly state: () => string;
  readonly refresh: () => Promise<void>;
  readonly stop: () => void;
}

const SECOND = 1_000;

/** Null where there is no municipality yet. Other processes raise revisions too, so the table is asked once a second. */
export async function watchMunicipality(database: Database): Promise<Watch | null> {
  let municipality = await findOldest(database);
  if (!municipality) return null;
  let state = describe(municipality);
  const refresh = async () => {
    municipality = (await findOldest(database)) ?? municipality;
    if (municipality) state = describe(municipality);
  };
  const timer = setInterval(() => {
    refresh().catch((error) => writeLog("warning", "the revision could not be read", { error }));
  }, SECOND).unref();
  const current = municipality;
  return {
    municipality: () => municipality ?? current,
    state: () => state,
    refresh,
    stop: () => clearInterval(timer),
  };
}

async function findOldest(database: Database): Promise<Municipality | undefined> {
  return (await inOwnerTransaction(database, listMunicipalities))[0];
}

function describe({ id, revision, timeZone }: Municipality): string {
  return `${id} ${revision} ${localDate(new Date(), timeZone)}`;
}
