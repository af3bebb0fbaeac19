import { Refusal, type RefusalText } from "../../kernel/refusal.ts";

/** Every refusal of attendance, with its status and sentences that say what to do next. */
export const attendanceRefusals = {
  "attendance-early": {
    status: 409,
    ru: "«{title}» ещё не началось: отмечать участников можно с {from}.",
    en: "“{title}” has not begun: people can be marked from {from}.",
  },
  "attendance-closed": {
    status: 409,
    ru: "Мероприятие подтверждено или отменено, явку менять нельзя. Попросите координатора вернуть его.",
    en: "The event is confirmed or cancelled, and its attendance cannot change. Ask the coordinator to reopen it.",
  },
  "attendance-site-unknown": {
    status: 404,
    ru: "Такой площадки у мероприятия нет. Обновите страницу и выберите площадку снова.",
    en: "The event has no such site. Reload the page and choose the site again.",
  },
  "attendance-participant-unknown": {
    status: 404,
    ru: "Такого участника нет. Найдите его снова или внесите нового.",
    en: "There is no such participant. Look them up again or enter a new one.",
  },
  "attendance-name": {
    status: 422,
    ru: "Напишите имя участника буквами, не длиннее {limit} знаков.",
    en: "Write the participant's name in letters, at most {limit} characters.",
  },
  "attendance-birth-year": {
    status: 422,
    ru: "Год рождения — четыре цифры, например 1968; можно оставить пустым.",
    en: "A year of birth has four digits, such as 1968; it may be left empty.",
  },
  "attendance-consent": {
    status: 422,
    ru: "Имя вносят только с согласия участника. Нет согласия — посчитайте человека без имени.",
    en: "A name is entered only with the participant's consent. Without it count the person without a name.",
  },
  "attendance-no-text": {
    status: 409,
    ru: "Текст согласия на участие в мероприятиях ещё не введён. Его вводит администратор: «Настройки», «Персональные данные». До этого считайте людей без имён.",
    en: "The text of the consent to taking part is not yet in force. The administrator puts it into force under “Settings”, “Personal data”. Until then count people without names.",
  },
  "attendance-mark-unknown": {
    status: 404,
    ru: "Такой отметки нет. Обновите страницу.",
    en: "There is no such mark. Reload the page.",
  },
  "attendance-mark-decided": {
    status: 409,
    ru: "Об этих отметках уже решено. Обновите страницу.",
    en: "These marks have been decided on already. Reload the page.",
  },
  "attendance-reason": {
    status: 422,
    ru: "Напишите причину, не длиннее {limit} знаков.",
    en: "Say why, in at most {limit} characters.",
  },
  "attendance-people": {
    status: 422,
    ru: "Число людей — целое от 0 до {limit}.",
    en: "The number of people is a whole one from 0 to {limit}.",
  },
  "attendance-method": {
    status: 422,
    ru: "Выберите, как считали.",
    en: "Choose how they were counted.",
  },
  "attendance-evidence": {
    status: 422,
    ru: "Приложите фотографию или билеты к материалам мероприятия и выберите их здесь, либо напишите, где они хранятся.",
    en: "Attach the photograph or tickets to the event's materials and choose them here, or say where they are kept.",
  },
  "attendance-note": {
    status: 422,
    ru: "Напишите, как получена оценка, не длиннее {limit} знаков.",
    en: "Say how the estimate was made, in at most {limit} characters.",
  },
  "attendance-batch": {
    status: 422,
    ru: "Отметки пришли в непонятном виде или их больше {limit} за раз. Обновите страницу на этом устройстве.",
    en: "The marks came in a form that is not understood, or more than {limit} at once. Reload the page on this device.",
  },
  "attendance-code-void": {
    status: 404,
    ru: "Этот код больше не действует. Попросите у входа показать новый.",
    en: "This code is no longer valid. Ask at the door for the new one.",
  },
  "attendance-same": {
    status: 422,
    ru: "Выберите двух разных участников.",
    en: "Choose two different participants.",
  },
  "attendance-sheet-unknown": {
    status: 404,
    ru: "Такого листа нет. Проверьте номер в верхнем углу листа.",
    en: "There is no such sheet. Check the number in its upper corner.",
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

export type AttendanceRefusalCode = keyof typeof attendanceRefusals;

export function refuseAttendance(
  code: AttendanceRefusalCode,
  values: Readonly<Record<string, string | number>> = {},
): never {
  throw new Refusal<AttendanceRefusalCode>(code, values);
}
