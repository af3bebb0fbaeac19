import { accessLetters, type Letter, type Letters } from "../access/index.ts";
import { newId } from "../kernel/id.ts";
import type { LetterValues } from "../kernel/letter.ts";
import type { Config } from "../platform/config.ts";
import type { Tx } from "../platform/database/index.ts";
import { queueMail } from "../platform/mail/index.ts";

const HOUR_MS = 3_600_000;

/** The letters of signing in as rows of the outbox. Without a mail server nothing is queued: the pages show the links themselves. */
export function openAccessLetters({ smtpUrl }: Config): Letters<Tx> {
  return {
    sends: smtpUrl !== null,
    queue: async (ctx, letter) => {
      if (smtpUrl === null) return;
      const { to, template, language, values, personId } = letter;
      const hours = Number(values.hours ?? 24 * Number(values.days ?? 7));
      await queueMail(ctx, accessLetters, {
        to,
        template,
        language,
        // What each template needs stands at `Letter`; the list of letters is checked against it by a test.
        values: values as LetterValues<(typeof accessLetters)[Letter["template"]]>,
        key: `access:${newId()}`,
        expiresAt: new Date(ctx.now.getTime() + hours * HOUR_MS),
        ...(personId && { personId }),
      });
    },
  };
}
