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
  "event-association-none": {
    status: 422,
    ru: "ТОС «{text}» в реестре не найден. Введите его номер или слова из названия и нажмите «Найти ТОС».",
    en: "The register has no association “{text}”. Type its number or words of its name and press “Find associations”.",
  },
  "event-association-several": {
    status: 422,
    ru: "Под «{text}» подходит несколько ТОС. Выберите нужный из найденных или введите его номер.",
    en: "Several associations fit “{text}”. Choose one of those found, or type its number.",
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
  "paper-kind": {
    status: 422,
    ru: "Укажите, что это: протокол, материал или фотография.",
    en: "Say what it is: minutes, material or photograph.",
  },
  "paper-empty": {
    status: 422,
    ru: "Файл «{name}» пустой. Выберите файл ещё раз.",
    en: "The file “{name}” is empty. Choose the file again.",
  },
  "paper-large": {
    status: 413,
    ru: "Файл «{name}» больше {limit} МБ. Уменьшите его и приложите ещё раз.",
    en: "The file “{name}” has more than {limit} MB. Make it smaller and attach it again.",
  },
  "paper-unknown": { status: 404, ru: "Такого файла нет.", en: "There is no such file." },
  "papers-many": {
    status: 422,
    ru: "У мероприятия уже {limit} файлов, больше приложить нельзя. Уберите лишние.",
    en: "The event has {limit} files already and takes no more. Take away some.",
  },
  "slot-host": {
    status: 422,
    ru: "Этот человек не ведёт приём. Сначала добавьте его в ведущие мероприятия.",
    en: "This person does not hold the reception. First add them to the event's hosts.",
  },
  "slot-times": {
    status: 422,
    ru: "Укажите часы приёма и сколько минут на человека (5–240), чтобы поместился хотя бы один.",
    en: "Give the hours and how many minutes for each visitor (5–240), so that at least one fits in.",
  },
  "slot-unknown": { status: 404, ru: "Такого времени приёма нет.", en: "There is no such time of reception." },
  "slot-taken": {
    status: 409,
    ru: "Это время уже занято. Выберите другое.",
    en: "This time is taken. Choose another.",
  },
  "visit-name": {
    status: 422,
    ru: "Укажите, кто пришёл (до 200 знаков) и с чем.",
    en: "Say who came (in at most 200 characters) and about what.",
  },
  "visit-unknown": { status: 404, ru: "Такой карточки нет.", en: "There is no such card." },
  "visit-changed": {
    status: 409,
    ru: "Карточку только что изменили. Обновите страницу и повторите.",
    en: "The card has just been changed. Reload the page and try again.",
  },
  "visit-state": {
    status: 409,
    ru: "С этой карточкой так уже нельзя. Обновите страницу.",
    en: "This is no longer possible with this card. Reload the page.",
  },
  "visit-answer": { status: 422, ru: "Напишите, что ответили.", en: "Write what was answered." },
  "question-unknown": { status: 404, ru: "Такого вопроса нет.", en: "There is no such question." },
  "question-text": {
    status: 422,
    ru: "Напишите вопрос, не длиннее {limit} знаков.",
    en: "Write the question, in at most {limit} characters.",
  },
  "question-owner": {
    status: 422,
    ru: "Выберите, кто отвечает: человека с ролью в муниципальном образовании.",
    en: "Choose who answers: somebody who holds a role in the municipality.",
  },
  "question-due": {
    status: 422,
    ru: "Укажите срок ответа: день, который есть в календаре.",
    en: "Give the due date of the answer: a day that is in the calendar.",
  },
  "question-answer": { status: 422, ru: "Напишите ответ.", en: "Write the answer." },
  "question-settled": {
    status: 409,
    ru: "Вопрос уже закрыт.",
    en: "The question is settled already.",
  },
  "question-changed": {
    status: 409,
    ru: "Вопрос только что изменили. Обновите страницу и повторите.",
    en: "The question has just been changed. Reload the page and try again.",
  },
  "question-unanswered": {
    status: 409,
    ru: "Сначала запишите ответ, затем публикуйте.",
    en: "First write the answer, then publish.",
  },
  "question-public": {
    status: 422,
    ru: "Напишите вопрос и ответ словами для всех, без имени и контакта того, кто спросил.",
    en: "Write question and answer in words for everybody, without the name and the contact of who asked.",
  },
  "registration-closed": {
    status: 409,
    ru: "На это мероприятие не записывают: запись закрыта, оно началось или отменено.",
    en: "This event takes no registrations: they are closed, or it has begun or is cancelled.",
  },
  "registration-name": {
    status: 422,
    ru: "Укажите имя (до 200 знаков) и сколько человек придёт: от 1 до 10.",
    en: "Give your name (in at most 200 characters) and how many will come: 1 to 10.",
  },
  "registration-email": {
    status: 422,
    ru: "Проверьте адрес электронной почты: на него придёт ссылка.",
    en: "Check the e-mail address: the link goes there.",
  },
  "registration-consent": {
    status: 422,
    ru: "Без согласия на обработку персональных данных записаться нельзя. Прийти можно и без записи.",
    en: "Without the consent to process personal data you cannot register. You may come all the same.",
  },
  "registration-once": {
    status: 409,
    ru: "Вы уже записаны.",
    en: "You have registered already.",
  },
  "registration-large": {
    status: 422,
    ru: "Мест всего {capacity}: запишитесь меньшим числом.",
    en: "There are only {capacity} places: register fewer.",
  },
  "registration-link": {
    status: 404,
    ru: "Ссылка недействительна: запись отменена или срок вышел. Запишитесь заново на странице мероприятия.",
    en: "The link is void: the registration was withdrawn or its time is over. Register again on the event's page.",
  },
  "series-rule": {
    status: 422,
    ru: "Укажите, как повторять: каждую неделю, месяц или год, через сколько (1–12), и одно из двух — сколько раз или до какого дня.",
    en: "Say how it repeats: weekly, monthly or yearly, every how many (1–12), and one of both: how many times or until which day.",
  },
  "series-short": {
    status: 422,
    ru: "По этому правилу выходит только один день. Запланируйте одно мероприятие или измените правило.",
    en: "By this rule there is only one day. Plan a single event or change the rule.",
  },
  "series-long": {
    status: 422,
    ru: "По этому правилу выходит больше {limit} мероприятий. Сократите число повторений.",
    en: "By this rule there are more than {limit} events. Repeat it fewer times.",
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
