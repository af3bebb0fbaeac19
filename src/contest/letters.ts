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
  "contest-appeal-received": {
    title: { ru: "Жалоба принята", en: "An appeal was received" },
    handOver: null,
    ru: {
      subject: "Жалоба по заявке № {number} принята",
      body: "Здравствуйте, {name}!\n\nЖалоба по заявке № {number} «{title}» принята. Ответ будет до {until} включительно, письмом и на странице заявки:\n\n{link}",
    },
    en: {
      subject: "The appeal on application № {number} was received",
      body: "Hello {name},\n\nthe appeal on application № {number}, “{title}”, was received. It is answered by {until}, that day included, by letter and on the application's page:\n\n{link}",
    },
  },
  "contest-appeal-upheld": {
    title: { ru: "Жалоба удовлетворена", en: "An appeal was upheld" },
    handOver: null,
    ru: {
      subject: "Жалоба по заявке № {number} удовлетворена",
      body: "Здравствуйте, {name}!\n\nЖалоба по заявке № {number} «{title}» удовлетворена: {reason}. Решение по заявке пересматривается, о новом скажет её страница:\n\n{link}",
    },
    en: {
      subject: "The appeal on application № {number} was upheld",
      body: "Hello {name},\n\nthe appeal on application № {number}, “{title}”, was upheld: {reason}. The decision is looked at again; the application's page will say the new one:\n\n{link}",
    },
  },
  "contest-appeal-dismissed": {
    title: { ru: "Жалоба отклонена", en: "An appeal was dismissed" },
    handOver: null,
    ru: {
      subject: "Жалоба по заявке № {number} отклонена",
      body: "Здравствуйте, {name}!\n\nЖалоба по заявке № {number} «{title}» отклонена. Основание: {reason}.\n\n{link}",
    },
    en: {
      subject: "The appeal on application № {number} was dismissed",
      body: "Hello {name},\n\nthe appeal on application № {number}, “{title}”, was dismissed. The grounds: {reason}.\n\n{link}",
    },
  },
} as const satisfies LetterList;
