import type { Language } from "../../kernel/refusal.ts";

/** One of the operator's duties: what is to be done, and where it is written. */
export interface Duty {
  readonly item: string;
  readonly what: Readonly<Record<Language, string>>;
  readonly clause: string;
}

/** «Памятка оператора персональных данных»: what a municipality does before people's data enter the system, and while they are in it. */
export const DUTIES: readonly Duty[] = [
  {
    item: "regulator-notice",
    what: {
      ru: "Уведомить Роскомнадзор о намерении обрабатывать персональные данные до начала обработки",
      en: "Notify the regulator of the processing before it begins",
    },
    clause: "ст. 22 Федерального закона № 152-ФЗ",
  },
  {
    item: "responsible-person",
    what: {
      ru: "Назначить ответственного за организацию обработки персональных данных",
      en: "Appoint the person responsible for the processing",
    },
    clause: "ст. 22.1 Федерального закона № 152-ФЗ",
  },
  {
    item: "policy",
    what: {
      ru: "Утвердить и опубликовать политику обработки персональных данных",
      en: "Adopt and publish the policy on personal data",
    },
    clause: "ч. 2 ст. 18.1 Федерального закона № 152-ФЗ",
  },
  {
    item: "consent-texts",
    what: {
      ru: "Утвердить тексты согласий: по каждой цели отдельный документ",
      en: "Adopt the texts of consents: a document of its own for each purpose",
    },
    clause: "ст. 9 Федерального закона № 152-ФЗ в ред. № 156-ФЗ от 24.06.2025",
  },
  {
    item: "staff-instructed",
    what: {
      ru: "Ознакомить сотрудников с правилами обработки под подпись",
      en: "Instruct the staff in the rules, with their signatures",
    },
    clause: "п. 6 ч. 1 ст. 18.1 Федерального закона № 152-ФЗ",
  },
  {
    item: "access-list",
    what: {
      ru: "Утвердить перечень лиц, имеющих доступ к персональным данным, и пересматривать его",
      en: "Adopt the list of people who have access, and review it",
    },
    clause: "ст. 19 Федерального закона № 152-ФЗ",
  },
  {
    item: "threat-model",
    what: {
      ru: "Определить угрозы и уровень защищённости информационной системы",
      en: "Determine the threats and the level of protection of the system",
    },
    clause: "ч. 2 ст. 19 Федерального закона № 152-ФЗ",
  },
  {
    item: "localisation",
    what: {
      ru: "Убедиться, что база данных и резервные копии находятся на территории России",
      en: "Make sure that the database and its backups are in Russia",
    },
    clause: "ч. 5 ст. 18 Федерального закона № 152-ФЗ в ред. № 23-ФЗ",
  },
  {
    item: "backups",
    what: {
      ru: "Настроить резервное копирование и проверить восстановление",
      en: "Set up backups and try a restore",
    },
    clause: "п. 7 ч. 2 ст. 19 Федерального закона № 152-ФЗ",
  },
  {
    item: "destruction",
    what: {
      ru: "Утвердить порядок уничтожения персональных данных и форму акта",
      en: "Adopt the procedure of erasure and the form of its record",
    },
    clause: "ч. 7 ст. 21 Федерального закона № 152-ФЗ",
  },
  {
    item: "incident-plan",
    what: {
      ru: "Утвердить порядок действий при инциденте: кто сообщает в Роскомнадзор в течение 24 и 72 часов",
      en: "Adopt the plan for incidents: who tells the regulator within 24 and 72 hours",
    },
    clause: "ч. 3.1 ст. 21 Федерального закона № 152-ФЗ",
  },
];
