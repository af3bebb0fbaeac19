import { Refusal, type RefusalText } from "../kernel/refusal.ts";

/** Every refusal of events, with its status and sentences that say what to do next. */
export const eventRefusals = {
  "event-unknown": { status: 404, ru: "Такого мероприятия нет.", en: "There is no such event." },
  "event-kind-wrong": {
    status: 422,
    ru: "Выберите вид мероприятия из списка.",
    en: "Choose the kind of event from the list.",
  },
  "event-kind-name": {
    status: 422,
    ru: "Назовите вид мероприятия, не длиннее 100 знаков, и отметьте, что для него нужно.",
    en: "Name the kind of event, in at most 100 characters, and mark what it needs.",
  },
  "event-kind-known": {
    status: 409,
    ru: "Вид «{name}» уже есть.",
    en: "There is already a kind “{name}”.",
  },
  "event-kind-changed": {
    status: 409,
    ru: "Этот вид только что изменили. Обновите страницу.",
    en: "This kind has just been changed. Reload the page.",
  },
  "event-title": {
    status: 422,
    ru: "Назовите мероприятие, не длиннее {limit} знаков.",
    en: "Name the event, in at most {limit} characters.",
  },
  "event-text-long": {
    status: 422,
    ru: "Текст длиннее {limit} знаков. Сократите его или приложите файлом.",
    en: "The text has more than {limit} characters. Shorten it or attach it as a file.",
  },
  "event-organiser": {
    status: 422,
    ru: "Укажите, кто проводит: администрация, поселение или ТОС, и какое именно поселение или ТОС.",
    en: "Say who holds it: the administration, a settlement or an association, and which of them.",
  },
  "event-activity-unknown": {
    status: 422,
    ru: "Такого мероприятия в программе нет. Выберите строку программы из списка или оставьте пустым.",
    en: "The programme has no such activity. Choose one from the list or leave it empty.",
  },
  "event-time-wrong": {
    status: 422,
    ru: "Укажите день и время начала и окончания, например 25.05.2024, 12:00 и 15:00.",
    en: "Give the day and the time of the beginning and the end, such as 2024-05-25, 12:00 and 15:00.",
  },
  "event-ends-before": {
    status: 422,
    ru: "Мероприятие заканчивается ({end}) не позже, чем начинается ({start}). Исправьте время или день окончания.",
    en: "The event ends ({end}) no later than it begins ({start}). Correct the time or the day of the end.",
  },
  "event-long": {
    status: 422,
    ru: "Мероприятие длится больше {days} дн. Проверьте день окончания.",
    en: "The event lasts more than {days} days. Check the day of the end.",
  },
  "event-place": {
    status: 422,
    ru: "Площадка {number}: напишите место словами, не длиннее {limit} знаков.",
    en: "Site {number}: write the place in words, in at most {limit} characters.",
  },
  "event-point": {
    status: 422,
    ru: "Площадка {number}: точка — это широта и долгота через запятую, например 54,3682; 81,8880.",
    en: "Site {number}: a point is latitude and longitude, such as 54.3682, 81.8880.",
  },
  "event-site-ground": {
    status: 422,
    ru: "Площадка {number}: такого поселения или ТОС в реестре нет.",
    en: "Site {number}: the register has no such settlement or association.",
  },
  "event-sites-many": {
    status: 422,
    ru: "Площадок больше {limit}. Разделите мероприятие на несколько.",
    en: "There are more than {limit} sites. Divide the event into several.",
  },
  "event-host-unknown": {
    status: 422,
    ru: "Такого должностного лица или депутата в реестре нет.",
    en: "The register has no such official or deputy.",
  },
  "event-host-term": {
    status: 422,
    ru: "{name}, {office}: на {date} полномочий нет (срок {term}). Выберите другого ведущего или исправьте срок в реестре.",
    en: "{name}, {office}: not in office on {date} (term {term}). Choose another host or correct the term in the register.",
  },
  "event-responsible-unknown": {
    status: 422,
    ru: "У этого человека нет роли в муниципальном образовании: ответственным он быть не может.",
    en: "This person holds no role in the municipality and cannot be responsible.",
  },
  "event-capacity": {
    status: 422,
    ru: "Число мест — целое от 1 до 100 000; пусто — без ограничения.",
    en: "The number of places is a whole one from 1 to 100,000; empty means no limit.",
  },
  "event-changed": {
    status: 409,
    ru: "Пока вы правили, мероприятие изменили ({who}, {when}). Отличается: {fields}. Ваш текст остался в форме; сверьте его и сохраните ещё раз.",
    en: "While you were editing, the event was changed ({who}, {when}). Different: {fields}. What you wrote is still in the form; compare it and save again.",
  },
  "event-closed": {
    status: 409,
    ru: "Мероприятие подтверждено или отменено, менять его нельзя. Подтверждённое сначала верните координатору.",
    en: "The event is confirmed or cancelled and cannot be changed. A confirmed one must first be reopened by the coordinator.",
  },
  "event-move-unknown": { status: 422, ru: "Такого действия нет.", en: "There is no such step." },
  "event-move-state": {
    status: 409,
    ru: "«{title}»: сейчас «{state}», это действие уже невозможно. Обновите страницу.",
    en: "“{title}”: it is now “{state}”, and this step is no longer possible. Reload the page.",
  },
  "event-not-begun": {
    status: 409,
    ru: "«{title}» ещё не началось: отметить, что оно состоялось, можно с {start}.",
    en: "“{title}” has not begun: it can be marked as held from {start}.",
  },
  "event-incomplete": {
    status: 422,
    ru: "«{title}»: прежде чем объявить, добавьте: {missing}.",
    en: "“{title}”: before announcing it add: {missing}.",
  },
  "event-undocumented": {
    status: 422,
    ru: "«{title}»: прежде чем подтвердить, приложите: {missing}.",
    en: "“{title}”: before confirming it attach: {missing}.",
  },
  "event-uncounted": {
    status: 422,
    ru: "«{title}»: участники ещё не посчитаны. Внесите явку, затем подтвердите.",
    en: "“{title}”: nobody has been counted yet. Enter the attendance, then confirm.",
  },
  "event-reason": {
    status: 422,
    ru: "Напишите причину, не длиннее {limit} знаков.",
    en: "Say why, in at most {limit} characters.",
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

export type EventRefusalCode = keyof typeof eventRefusals;

export function refuseEvent(code: EventRefusalCode, values: Readonly<Record<string, string | number>> = {}): never {
  throw new Refusal<EventRefusalCode>(code, values);
}
