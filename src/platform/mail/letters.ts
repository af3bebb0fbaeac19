import type { LetterList } from "../../kernel/letter.ts";

/** The platform's own letter: whether mail arrives at all. */
export const platformLetters = {
  test: {
    title: { ru: "Проверочное письмо", en: "Test letter" },
    handOver: null,
    ru: {
      subject: "Проверка почты портала «{portal}»",
      body: "Это проверочное письмо портала «{portal}». Если вы его читаете, почта настроена верно.\n\nОтвечать на него не нужно.",
    },
    en: {
      subject: "Mail of the portal “{portal}”: a test",
      body: "This is a test letter of the portal “{portal}”. If you can read it, mail is set up well.\n\nNo answer is needed.",
    },
  },
} as const satisfies LetterList;
