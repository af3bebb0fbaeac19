import { letters } from "../letters.ts";
import { startJobs } from "../platform/jobs/index.ts";
import { MailSender, openTransport } from "../platform/mail/index.ts";
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
  const sender = new MailSender({ database, letters, deliver: openTransport(config) });
  const jobs = await startJobs(database.pool, listJobs(parts));
  sender.watch();
  return {
    afterWrite: () => sender.afterWrite(),
    stop: async () => {
      await Promise.all([sender.stop(), jobs.stop()]);
    },
  };
}
