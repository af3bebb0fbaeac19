import type { PersonalField, PersonalSource } from "../access/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { blankRegistrations, selectRegistrationsOf } from "./registration/store.ts";

const AFTER_EVENT = { ru: "месяц после мероприятия", en: "a month after the event" };
const FIVE_YEARS = { ru: "пять лет после приёма", en: "five years after the reception" };
const APPEALS = "ст. 13 Федерального закона № 59-ФЗ: карточка личного приёма ведётся и хранится с обращением";

const registration = (column: string, ru: string, en: string): PersonalField => ({
  at: `event_registration.${column}`,
  what: { ru, en },
  ground: "participation",
  readers: ["coordinator", "settlement", "chair", "operator", "auditor"],
  retention: AFTER_EVENT,
  erasure: "blanked",
});

const visit = (column: string, ru: string, en: string): PersonalField => ({
  at: `event_visit.${column}`,
  what: { ru, en },
  ground: "law",
  readers: ["coordinator", "settlement", "auditor"],
  retention: FIVE_YEARS,
  erasure: { keep: APPEALS },
});

const question = (column: string, ru: string, en: string): PersonalField => ({
  at: `event_question.${column}`,
  what: { ru, en },
  ground: "law",
  readers: ["coordinator", "settlement", "chair", "auditor"],
  retention: FIVE_YEARS,
  erasure: { keep: APPEALS },
});

/**
 * Events as a source of what is kept of people. Visitors of a reception and who asks a question are no people of the system:
 * what is kept of them goes when its time is over (`registration/actions-news.ts`).
 */
export const eventSource: PersonalSource<Tx> = {
  fields: [
    registration("name", "имя того, кто записался на мероприятие", "name of who registered for an event"),
    registration("email", "адрес того, кто записался на мероприятие", "address of who registered for an event"),
    visit("name", "имя посетителя личного приёма", "name of a visitor to a reception"),
    visit("contact", "адрес или телефон посетителя", "address or telephone of a visitor"),
    visit("subject", "с чем обратился посетитель", "about what a visitor came"),
    visit("answer", "что ответили посетителю", "what a visitor was answered"),
    question("asker", "имя того, кто задал вопрос", "name of who asked a question"),
    question("contact", "куда отвечать тому, кто задал вопрос", "where who asked wants the answer"),
  ],
  collect: async (ctx, personId) => [
    {
      key: "event-registrations",
      title: { ru: "Записи на мероприятия", en: "Registrations for events" },
      rows: (await selectRegistrationsOf(ctx, personId)).map(({ registered_at, ...row }) => ({
        ...row,
        registered_at: registered_at.toISOString(),
      })),
    },
  ],
  erase: async (ctx, personId) => void (await blankRegistrations(ctx, { personId })),
};
