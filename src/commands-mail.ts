import type { accessRefusals } from "./access/index.ts";
import { newId } from "./kernel/id.ts";
import { type Language, Refusal } from "./kernel/refusal.ts";
import { readConfig } from "./platform/config.ts";
import { composeLetter, explainReason, isMailAddress, openTransport, platformLetters } from "./platform/mail/index.ts";
import type { PlatformRefusalCode } from "./platform/refusals.ts";

interface Given {
  readonly to: string;
  readonly language: Language;
  readonly write: (text: string) => void;
}

/** `mail --test ADDRESS`: hands a letter to the mail server of the settings at once, past the outbox; needs no database. Answers the exit code. */
export async function sendTestLetter({ to, language, write }: Given): Promise<number> {
  if (!isMailAddress(to)) throw new Refusal<keyof typeof accessRefusals>("email-malformed", { email: to });
  const deliver = openTransport(readConfig(process.env));
  if (!deliver) throw new Refusal<PlatformRefusalCode>("mail-not-set");
  const letter = composeLetter(platformLetters.test, language, { portal: "Соседство" });
  const delivery = await deliver({ id: newId(), to, ...letter });
  if (delivery.outcome === "sent") {
    write(`${language === "ru" ? "Почтовый сервер принял письмо" : "The mail server took the letter"}\n`);
    return 0;
  }
  write(`${explainReason(delivery.reason, language)}\n`);
  return 1;
}
