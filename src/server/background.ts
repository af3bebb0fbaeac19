import { loadMunicipality } from "../access/index.ts";
import type { Id } from "../kernel/id.ts";
import { letters } from "../letters.ts";
import { startJobs } from "../platform/jobs/index.ts";
import { isAllowedReceiver, MailSender, openTransport } from "../platform/mail/index.ts";
import { asSystem } from "./as-system.ts";
import { listJobs } from "./jobs.ts";
import type { Parts } from "./parts.ts";

/** What the server does beside requests: letters and jobs. */
export interface Background {
  /** After an action's transaction: its letters are sent, or are ready to hand over. */
  readonly afterWrite: () => Promise<void>;
  /** Waits for what runs, but not for ever. */
  readonly stop: () => Promise<void>;
}

export async function startBackground(parts: Parts): Promise<Background> {
  const { config, database } = parts;
  const withholds = (letter: Addressed) => withholdFromStrangers(parts, letter);
  const sender = new MailSender({ database, letters, deliver: openTransport(config), withholds });
  const jobs = await startJobs(database.pool, listJobs(parts));
  sender.watch();
  return {
    afterWrite: () => sender.afterWrite(),
    stop: async () => {
      await Promise.all([sender.stop(), jobs.stop()]);
    },
  };
}

interface Addressed {
  readonly municipalityId: Id;
  readonly address: string;
}

/** Whoever likes is an administrator of a demonstration: it writes to nobody but those whom the server's settings name. */
async function withholdFromStrangers(parts: Parts, { municipalityId, address }: Addressed): Promise<string | null> {
  const { config, database } = parts;
  if (isAllowedReceiver(config.demonstrationMail, address)) return null;
  const { demonstration } = await asSystem(database, municipalityId, loadMunicipality);
  return demonstration ? "demonstration-mail" : null;
}
