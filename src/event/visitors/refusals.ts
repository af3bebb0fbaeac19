import { Refusal, type RefusalText } from "../../kernel/refusal.ts";

/** Every refusal of tables of visitors, with its status and sentences that say what to do next. */
export const visitorRefusals = {
  "visitors-no-table": {
    status: 422,
    ru: "В файле нет таблицы. Выберите .xlsx, .ods или .csv, где у списка есть строка заголовков.",
    en: "The file has no table. Choose an .xlsx, .ods or .csv whose list has a row of heads.",
  },
  "visitors-no-heads": {
    status: 422,
    ru: "Не найдена колонка с именами. Назовите её «ФИО» или «Фамилия», «Имя», «Отчество» и выберите файл снова.",
    en: "No column holds names. Call it “Full name”, or “Surname” and “First name”, and choose the file again.",
  },
  "visitors-many": {
    status: 422,
    ru: "В таблице больше {limit} строк. Разделите её на несколько файлов.",
    en: "The table has more than {limit} rows. Split it into several files.",
  },
  "visitors-errors": {
    status: 409,
    ru: "В таблице есть ошибки, их {count}. Ничего не сохранено: исправьте ячейки и проверьте снова.",
    en: "The table has {count} errors. Nothing was stored: mend the cells and check again.",
  },
  "visitors-questions": {
    status: 409,
    ru: "О нескольких строках ({count}) нужно решить, кто это. Ничего не сохранено: выберите ответ и проверьте снова.",
    en: "Of {count} rows somebody must say who it is. Nothing was stored: choose an answer and check again.",
  },
  "visitors-nothing": {
    status: 422,
    ru: "В таблице нет ни одного посещения. Выберите другой файл.",
    en: "The table has no visit. Choose another file.",
  },
  "visitors-unknown": {
    status: 404,
    ru: "Такой загрузки нет. Вернитесь к списку мероприятий.",
    en: "There is no such import. Go back to the list of events.",
  },
  "visitors-stopped": {
    status: 409,
    ru: "Загрузка остановлена, ничего не сохранено. Можно выбрать файл снова.",
    en: "The import was stopped and nothing was stored. The file may be chosen again.",
  },
  "visitors-consent": {
    status: 422,
    ru: "В колонке согласия пишут «да» или «нет».",
    en: "A column of consents says “yes” or “no”.",
  },
  "visitors-date": {
    status: 422,
    ru: "Это не дата. Напишите, например, 25.05.2024.",
    en: "This is no date. Write 25.05.2024, for example.",
  },
  "visitors-event": {
    status: 422,
    ru: "Такого мероприятия нет. Напишите его номер, например 12/2024, или название и дату; либо выберите мероприятие для всей таблицы.",
    en: "There is no such event. Write its number, such as 12/2024, or its title and date; or choose one event for the whole table.",
  },
  "visitors-event-which": {
    status: 422,
    ru: "Подходит несколько мероприятий: {events}. Напишите номер.",
    en: "Several events fit: {events}. Write the number.",
  },
  "visitors-early": {
    status: 409,
    ru: "«{title}» ещё не началось, отмечать участников рано.",
    en: "“{title}” has not begun: it is too early to mark people.",
  },
  "visitors-site": {
    status: 422,
    ru: "Такой площадки у мероприятия нет, или подходит несколько. Есть: {places}.",
    en: "The event has no such site, or several fit. There are: {places}.",
  },
  "visitors-not-yours": {
    status: 403,
    ru: "На этой площадке вы явку не отмечаете. Попросите того, кто проводит мероприятие, или координатора.",
    en: "You do not mark attendance at this site. Ask whoever holds the event, or the coordinator.",
  },
} as const satisfies Record<string, RefusalText>;
export type VisitorRefusalCode = keyof typeof visitorRefusals;

export function refuseVisitors(code: VisitorRefusalCode, values: Record<string, string | number> = {}): never {
  throw new Refusal<VisitorRefusalCode>(code, values);
}
