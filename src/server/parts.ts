import { type Letters, type MailDoor, openMail } from "../access/index.ts";
import { type ContestDoor, openContests } from "../contest/index.ts";
import { type DeskDoor, openDesk } from "../desk/index.ts";
import { type EventDoor, openEvents } from "../event/index.ts";
import { type IndicatorDoor, openIndicators } from "../indicator/index.ts";
import { type LedgerDoor, openLedger } from "../ledger/index.ts";
import { letters } from "../letters.ts";
import { type NewsDoor, openNews } from "../news/index.ts";
import type { Config } from "../platform/config.ts";
import {
  type Database,
  migrate,
  type OnStatement,
  openDatabase,
  type Purpose,
  type Tx,
} from "../platform/database/index.ts";
import { type Files, openFiles } from "../platform/files.ts";
import { guardByConfig } from "../platform/scan/guard-files.ts";
import { openProgramme, type ProgrammeDoor } from "../programme/index.ts";
import { type ActsDoor, type BoundaryDoor, openActs, openBoundaries } from "../registry/index.ts";
import { openReports, type ReportDoor } from "../report/index.ts";
import { openAccessLetters } from "./access-letters.ts";
import { openDeskLetters } from "./desk-letters.ts";
import { tellOfEdition } from "./hooks.ts";
import { backUpBeforeUpgrade } from "./keep/schedule.ts";
import { openSiteRoot } from "./site-root.ts";
import { SUBJECTS } from "./subjects.ts";

/** What the server and the command both work with. */
export interface Parts {
  readonly config: Config;
  readonly database: Database;
  readonly files: Files;
  readonly desk: DeskDoor;
  readonly programme: ProgrammeDoor;
  readonly ledger: LedgerDoor;
  readonly events: EventDoor;
  readonly boundaries: BoundaryDoor;
  readonly acts: ActsDoor;
  readonly news: NewsDoor;
  readonly indicators: IndicatorDoor;
  readonly contests: ContestDoor;
  readonly reports: ReportDoor;
  readonly mail: MailDoor;
  /** Where letters are queued. */
  readonly letters: Letters<Tx>;
}

/** Opens the database, brings it up to date and mounts the slices. Throws platform Refusals. */
export async function openParts(config: Config, purpose: Purpose, onStatement?: OnStatement): Promise<Parts> {
  const database = await openDatabase({ ...config, ...(onStatement && { onStatement }) }, purpose);
  try {
    await backUpBeforeUpgrade(database, config, new Date());
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  const files = guardByConfig(openFiles(config.dataFolder), config);
  const mail = openMail({
    letters,
    hasServer: config.smtpUrl !== null,
    demonstrationReceivers: config.demonstrationMail,
  });
  return { config, database, files, ...openSlices(files, config), mail, letters: openAccessLetters(config) };
}

type Slices = Omit<Parts, "config" | "database" | "files" | "mail" | "letters">;

/** The slices, earlier ones first; what a later one brings to an earlier one is passed in here. */
export function openSlices(files: Files, config: Config): Slices {
  const desk = openDesk({ files, subjects: SUBJECTS, letters: openDeskLetters(config) });
  const ledger = openLedger({ files, deadlines: desk });
  const editionApproved = tellOfEdition(desk, ledger);
  const acts = openActs(desk);
  const contests = openContests({ desk, ledger, findRoot: openSiteRoot(config) });
  const indicators = openIndicators({ acts, contests });
  return {
    desk,
    ledger,
    boundaries: openBoundaries({ files }),
    acts,
    indicators,
    reports: openReports({ indicators, contests, findRoot: config.smtpUrl === null ? null : openSiteRoot(config) }),
    news: openNews({ files, desk }),
    contests,
    events: openEvents({ files, desk, findRoot: openSiteRoot(config) }),
    programme: openProgramme({ files, editionApproved, linesInUse: ledger.listLedgerUses }),
  };
}
