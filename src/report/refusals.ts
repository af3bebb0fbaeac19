import { Refusal, type RefusalText } from "../kernel/refusal.ts";

/** Every refusal about reports, with its status and sentences that say what to do next. */
export const reportRefusals = {
  "report-unknown": {
    status: 404,
    ru: "Такого отчёта нет. Откройте календарь отчётов и выберите его там.",
    en: "There is no such report. Open the calendar of reports and choose it there.",
  },
  "report-period": {
    status: 422,
    ru: "Укажите год программы и период, который уже начался.",
    en: "Give a year of the programme and a period that has begun.",
  },
  "report-executor": {
    status: 422,
    ru: "Выберите исполнителя, который назван в действующей программе.",
    en: "Choose an executor whom the programme in force names.",
  },
  "report-several": {
    status: 422,
    ru: "Программ несколько: назовите одну из них ({slugs}).",
    en: "There are several programmes: name one of them ({slugs}).",
  },
  "report-none": {
    status: 404,
    ru: "Программы на {year} год нет. Сначала утвердите редакцию программы.",
    en: "There is no programme for {year}. First approve an edition of a programme.",
  },
  "report-changed": {
    status: 409,
    ru: "Пока вы писали, отчёт изменил кто-то другой. Откройте его заново: ваш текст остался в форме.",
    en: "Somebody changed the report while you were writing. Open it again: what you wrote is still in the form.",
  },
  "report-closed": {
    status: 409,
    ru: "Отчёт подписан и больше не меняется. Верните его с указанием причины, чтобы исправить.",
    en: "The report is signed and no longer changes. Return it with a reason to mend it.",
  },
  "report-malformed": {
    status: 422,
    ru: "Текст отчёта слишком длинный: раздел — до 20 000 знаков, причина — до 2 000.",
    en: "The text is too long: a section has at most 20,000 characters, a reason at most 2,000.",
  },
  "report-move": {
    status: 409,
    ru: "Сейчас этого сделать нельзя: отчёт уже подписан, передан или возвращён. Откройте его заново.",
    en: "This cannot be done now: the report was signed, handed over or returned already. Open it again.",
  },
  "report-reason": {
    status: 422,
    ru: "Напишите причину возврата или дату и номер, с которыми отчёт передан.",
    en: "Give the reason of the return, or the date and number under which the report was handed over.",
  },
  "report-gaps": {
    status: 422,
    ru: "Подписать пока нельзя. Не хватает: {gaps}.",
    en: "It cannot be signed yet. Missing: {gaps}.",
  },
  "report-running": {
    status: 409,
    ru: "Период ещё идёт: подписать можно с {from}.",
    en: "The period still runs: it can be signed from {from} on.",
  },
  "report-seen": {
    status: 409,
    ru: "Пока вы смотрели, записи изменились и цифры отчёта стали другими. Проверьте их и подпишите снова.",
    en: "While you were looking the records changed, and the report's figures with them. Look at them and sign again.",
  },
  "form-malformed": {
    status: 422,
    ru: "Заполните форму: название, хотя бы одна часть, сроки — месяц и день, отклонение — число процентов.",
    en: "Fill the form in: a title, at least one part, due dates as month and day, the deviation in per cent.",
  },
  "form-method": {
    status: 422,
    ru: "Такой методики нет. Выберите из списка.",
    en: "There is no such method. Choose one of the list.",
  },
  "form-changed": {
    status: 409,
    ru: "Пока вы правили, форму отчёта изменил кто-то другой. Откройте её заново.",
    en: "Somebody changed the form while you were editing. Open it again.",
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

export type ReportRefusalCode = keyof typeof reportRefusals;

export function refuseReport(code: ReportRefusalCode, values: Readonly<Record<string, string | number>> = {}): never {
  throw new Refusal<ReportRefusalCode>(code, values);
}
