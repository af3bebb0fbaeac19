import { loadContact } from "../access/index.ts";
import { deskLetters, type Letters, NOTICE_WORDS } from "../desk/index.ts";
import { newId } from "../kernel/id.ts";
import type { Config } from "../platform/config.ts";
import type { Tx } from "../platform/database/index.ts";
import { queueMail } from "../platform/mail/index.ts";
import { openSiteRoot } from "./site-root.ts";

/** The desk's notices as letters in the outbox. Without a mail server there are none: nobody hands a reminder over. */
export function openDeskLetters(config: Config): Letters<Tx> {
  const findRoot = openSiteRoot(config);
  if (config.smtpUrl === null) return { queue: async () => {} };
  return {
    queue: async (ctx, letter) => {
      const contact = await loadContact(ctx, letter.personId);
      if (!contact) return;
      const { language } = contact;
      const root = await findRoot(ctx);
      await queueMail(ctx, deskLetters, {
        to: contact.email,
        personId: letter.personId,
        template: "desk-notice",
        language,
        values: {
          name: contact.name,
          what: NOTICE_WORDS[letter.kind][language],
          title: letter.title,
          link: root + (language === "en" ? `/en${letter.href}` : letter.href),
        },
        key: `desk:${newId()}`,
      });
    },
  };
}
