import type { LetterList } from "../kernel/letter.ts";

/** Letters of reports. Where no mail is set up, the desk says the same. */
export const reportLetters = {
  "report-digest": {
    title: { ru: "Что ждёт по программе", en: "What waits of the programme" },
    handOver: null,
    lists: ["list"],
    ru: {
      subject: "Ждёт по программе: {count}",
      body: "Здравствуйте, {name}!\n\nПо отчётам, показателям и деньгам программы ждёт:\n\n{list}\n\nСписок с тем, что делать дальше, — на рабочем столе:\n\n{link}",
    },
    en: {
      subject: "Waiting of the programme: {count}",
      body: "Hello {name},\n\nof the programme's reports, indicators and money there waits:\n\n{list}\n\nThe list with the next steps is on your desk:\n\n{link}",
    },
  },
} as const satisfies LetterList;
