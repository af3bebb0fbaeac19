import type { JobList } from "../platform/jobs/index.ts";
import { forgetOldMail } from "../platform/mail/index.ts";
import type { Parts } from "./parts.ts";

/** The jobs of all slices, from top to bottom. */
export function listJobs({ database }: Parts): JobList {
  return {
    "mail-forget": {
      repeat: { cron: "17 * * * *", timeZone: "UTC" },
      limitSeconds: 600,
      retries: 2,
      run: async () => void (await forgetOldMail(database, new Date())),
    },
  };
}
