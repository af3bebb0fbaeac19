import type { LetterList } from "../kernel/letter.ts";

/** Letters to applicants. Where no mail is set up, the application's page says the same. */
export const contestLetters = {
  "contest-admitted": {
    title: { ru: "Заявка допущена", en: "An application was admitted" },
    handOver: null,
    ru: {
      subject: "Заявка № {number} допущена к конкурсу",
      body: "Здравствуйте, {name}!\n\nЗаявка № {number} «{title}» допущена к конкурсу.\n\n{link}",
    },
    en: {
      subject: "Application № {number} was admitted",
      body: "Hello {name},\n\napplication № {number}, “{title}”, was admitted to the contest.\n\n{link}",
    },
  },
  "contest-returned": {
    title: { ru: "Заявка возвращена на исправление", en: "An application was returned" },
    handOver: null,
    ru: {
      subject: "Исправьте заявку № {number} до {until}",
      body: "Здравствуйте, {name}!\n\nЗаявка № {number} «{title}» возвращена на исправление: {reason}.\n\nИсправьте её и подайте снова до {until} включительно:\n\n{link}",
    },
    en: {
      subject: "Correct application № {number} by {until}",
      body: "Hello {name},\n\napplication № {number}, “{title}”, was returned to be corrected: {reason}.\n\nCorrect it and submit it again by {until}, that day included:\n\n{link}",
    },
  },
  "contest-refused": {
    title: { ru: "Заявка не допущена", en: "An application was refused" },
    handOver: null,
    ru: {
      subject: "Заявка № {number} не допущена к конкурсу",
      body: "Здравствуйте, {name}!\n\nЗаявка № {number} «{title}» не допущена к конкурсу. Основание: {reason}.\n\n{link}",
    },
    en: {
      subject: "Application № {number} was not admitted",
      body: "Hello {name},\n\napplication № {number}, “{title}”, was not admitted to the contest. The ground: {reason}.\n\n{link}",
    },
  },
} as const satisfies LetterList;
