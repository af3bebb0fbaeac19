import { sweepSignIn } from "../access/index.ts";
import { inOwnerTransaction } from "../platform/database/index.ts";
import type { JobList } from "../platform/jobs/index.ts";
import { forgetOldMail } from "../platform/mail/index.ts";
import { backUpByNight } from "./keep/schedule.ts";
import type { Parts } from "./parts.ts";
import { retainPersonal } from "./personal.ts";
import { lookAtEvents, remindAll, sendDigests } from "./remind.ts";

/** The jobs of all slices, from top to bottom. */
export function listJobs(parts: Parts): JobList {
  return {
    "mail-forget": {
      repeat: { cron: "17 * * * *", timeZone: "UTC" },
      limitSeconds: 600,
      retries: 2,
      run: async () => void (await forgetOldMail(parts.database, new Date())),
    },
    "desk-reminders": {
      // At six in the morning in Novosibirsk, before anybody comes to work.
      repeat: { cron: "0 23 * * *", timeZone: "UTC" },
      limitSeconds: 1800,
      retries: 3,
      run: async () => remindAll(parts),
    },
    "event-reminders": {
      // At nine in the morning in Novosibirsk: letters of tomorrow's events, tasks of those that are over.
      repeat: { cron: "0 2 * * *", timeZone: "UTC" },
      limitSeconds: 1800,
      retries: 3,
      run: async () => lookAtEvents(parts),
    },
    "report-digest": {
      // On Mondays, at half past seven in the morning in Novosibirsk.
      repeat: { cron: "30 0 * * 1", timeZone: "UTC" },
      limitSeconds: 3600,
      retries: 2,
      run: async () => sendDigests(parts),
    },
    "nightly-backup": {
      // At half past two in the morning in Novosibirsk.
      repeat: { cron: "30 19 * * *", timeZone: "UTC" },
      limitSeconds: 4 * 3600,
      retries: 2,
      run: async () => void (await backUpByNight(parts.database, parts.config, new Date())),
    },
    "sign-in-sweep": {
      repeat: { cron: "41 20 * * *", timeZone: "UTC" },
      limitSeconds: 600,
      retries: 2,
      run: async () => void (await inOwnerTransaction(parts.database, (tx) => sweepSignIn(tx, new Date()))),
    },
    "personal-retention": {
      // At three in the morning in Novosibirsk, when nobody works there.
      repeat: { cron: "0 20 * * *", timeZone: "UTC" },
      limitSeconds: 3600,
      retries: 2,
      run: async () => retainPersonal(parts),
    },
  };
}
