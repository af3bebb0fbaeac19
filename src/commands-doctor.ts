import type { CommandOptions } from "./commands.ts";
import { verifyParts } from "./commands-verify.ts";
import { readConfig } from "./platform/config.ts";
import { openDatabase } from "./platform/database/index.ts";
import { explainReason, greetMailServer } from "./platform/mail/index.ts";
import { examineInstallation } from "./server/keep/doctor.ts";
import type { Diagnosis } from "./server/keep/doctor-checks.ts";

const SIGNS: Readonly<Record<Diagnosis["state"], string>> = { good: "✓", warning: "!", bad: "✗" };

/** `doctor`: what was found, what to do; 0 where nothing is bad. */
export async function examine({ data, write }: CommandOptions): Promise<number> {
  const config = readConfig(process.env, { dataFolder: data });
  // Not brought up to date: what an upgrade will alter is one of the things to be told.
  const parts = { config, database: await openDatabase(config, "command") };
  try {
    const found = await examineInstallation({
      parts,
      now: new Date(),
      verify: (say) => verifyParts(parts, say),
      askMailServer: async () => {
        const answer = await greetMailServer(config);
        if (answer === null) return null;
        return answer.outcome === "sent" ? "" : explainReason(answer.reason, "ru");
      },
    });
    for (const { state, what, found: text, advice } of found) {
      write(`${SIGNS[state]} ${what}: ${text}\n${advice === undefined ? "" : `    → ${advice}\n`}`);
    }
    return found.some(({ state }) => state === "bad") ? 1 : 0;
  } finally {
    await parts.database.close();
  }
}
