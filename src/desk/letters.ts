import type { LetterList } from "../kernel/letter.ts";
import type { Language } from "../kernel/refusal.ts";
import type { NoticeKind } from "./contract.ts";

/** Letters of the desk. Where no mail is set up, the desk itself says the same. */
export const deskLetters = {
  "desk-notice": {
    title: { ru: "Уведомление", en: "Notice" },
    handOver: null,
    ru: {
      subject: "{what}: {title}",
      body: "Здравствуйте, {name}!\n\n{what}: «{title}».\n\n{link}\n\nКакие письма получать, можно выбрать на странице уведомлений.",
    },
    en: {
      subject: "{what}: {title}",
      body: "Hello {name},\n\n{what}: “{title}”.\n\n{link}\n\nWhich letters you get you can choose on the page of notices.",
    },
  },
} as const satisfies LetterList;

/** What happened, at the head of a letter. */
export const NOTICE_WORDS: Readonly<Record<NoticeKind, Readonly<Record<Language, string>>>> = {
  given: { ru: "Вам дали поручение", en: "You were given a task" },
  "given-many": { ru: "Вам дали поручения", en: "You were given tasks" },
  changed: { ru: "Поручение изменено", en: "A task was changed" },
  before: { ru: "Скоро срок", en: "Due soon" },
  today: { ru: "Срок сегодня", en: "Due today" },
  late: { ru: "Срок прошёл", en: "Overdue" },
  finished: { ru: "Поручение выполнено", en: "A task was done" },
  returned: { ru: "Поручение возвращено", en: "A task was returned" },
  accepted: { ru: "Поручение принято", en: "A task was accepted" },
  cancelled: { ru: "Поручение отменено", en: "A task was cancelled" },
  message: { ru: "Новое сообщение", en: "A new message" },
};
