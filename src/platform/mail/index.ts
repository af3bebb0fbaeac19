export { isMailAddress } from "./address.ts";
export { composeLetter } from "./compose.ts";
export { forgetOldMail } from "./forget.ts";
export { platformLetters } from "./letters.ts";
export {
  cancelMail,
  forgetMailOf,
  type HandOver,
  type LetterPage,
  type LetterView,
  listMail,
  loadHandOver,
  repeatMail,
} from "./outbox.ts";
export { type MailContext, type NewLetter, queueMail } from "./queue.ts";
export { explainReason } from "./reasons.ts";
export { isAllowedReceiver } from "./receivers.ts";
export { MailSender } from "./sender.ts";
export type { LetterState } from "./tables.ts";
export { greetMailServer, openTransport } from "./transport.ts";
