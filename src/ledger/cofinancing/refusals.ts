import { Refusal, type RefusalText } from "../../kernel/refusal.ts";

/** Every refusal of co-financing; what a form lacks in sums, days and bases is refused by the ledger's own codes. */
export const cofinancingRefusals = {
  "cofinancing-unknown": { status: 404, ru: "Такого соглашения нет.", en: "There is no such agreement." },
  "cofinancing-number-missing": {
    status: 422,
    ru: "Укажите номер соглашения, не длиннее {limit} знаков.",
    en: "Give the agreement's number, in at most {limit} characters.",
  },
  "cofinancing-duplicate": {
    status: 409,
    ru: "Соглашение № {number} от этого дня уже внесено. Изменения к нему вносят дополнительным соглашением на его странице.",
    en: "The agreement № {number} of that day is recorded already. Amend it on its own page.",
  },
  "cofinancing-party-missing": {
    status: 422,
    ru: "Назовите обе стороны соглашения и государственную программу региона.",
    en: "Name both parties of the agreement and the region's programme.",
  },
  "cofinancing-source": {
    status: 422,
    ru: "Выберите бюджет, который даёт деньги: региональный или федеральный.",
    en: "Choose the budget that grants the money: regional or federal.",
  },
  "cofinancing-activities-missing": {
    status: 422,
    ru: "Отметьте хотя бы одно мероприятие, на которое даны деньги.",
    en: "Choose at least one activity for which the money is granted.",
  },
  "cofinancing-years-missing": {
    status: 422,
    ru: "Впишите сумму хотя бы одного года.",
    en: "Give the sum of at least one year.",
  },
  "cofinancing-share": {
    status: 422,
    ru: "«{text}» — не доля: напишите проценты больше 0 и меньше 100, не более шести знаков после запятой, например 1,8.",
    en: "“{text}” is no share: give a percentage above 0 and below 100 with at most six decimals, such as 1.8.",
  },
  "cofinancing-rule": {
    status: 422,
    ru: "{year} год: у доли нет документа, который её установил, или не выбрано, от чего она считается.",
    en: "{year}: the share lacks the document that sets it, or what it is reckoned of.",
  },
  "cofinancing-return-day": {
    status: 422,
    ru: "{year} год: остаток возвращают после конца года. Срок возврата должен быть позже 31 декабря {year} года.",
    en: "{year}: the rest goes back after the year's end. The day of return must be after 31 December {year}.",
  },
  "cofinancing-days": {
    status: 422,
    ru: "Укажите, за сколько рабочих дней возвращают поступления прошлых лет: от 1 до {limit}.",
    en: "Give the working days in which refunds of earlier years are passed on: 1 to {limit}.",
  },
  "cofinancing-overlap": {
    status: 409,
    ru: "Мероприятие «{name}» на {year} год уже входит в соглашение № {number}: одни деньги двумя соглашениями не отчитывают.",
    en: "The activity “{name}” of {year} is covered by the agreement № {number} already: the same money is not accounted for twice.",
  },
  "cofinancing-changed": {
    status: 409,
    ru: "Соглашение изменили, пока вы на него смотрели. Ничего не записано: откройте его заново.",
    en: "The agreement was amended while you were looking at it. Nothing was recorded: open it anew.",
  },
  "cofinancing-ended": {
    status: 409,
    ru: "Соглашение прекращено: его условия не меняют, денег по нему не ждут.",
    en: "The agreement has ended: its terms do not change and no money is due by it.",
  },
  "cofinancing-before": {
    status: 422,
    ru: "День {date} раньше соглашения или его прежней редакции ({earlier}).",
    en: "The day {date} is before the agreement or its last version ({earlier}).",
  },
  "cofinancing-year-used": {
    status: 409,
    ru: "По {year} году уже есть поступления: из соглашения его не убирают.",
    en: "Money has come for {year} already: the year cannot be taken out of the agreement.",
  },
  "cofinancing-year-unknown": {
    status: 422,
    ru: "В соглашении нет {year} года.",
    en: "The agreement has no year {year}.",
  },
  "cofinancing-year-none": {
    status: 422,
    ru: "На {year} год соглашений с регионом нет. Внесите соглашение: «Деньги» → «Софинансирование».",
    en: "There is no agreement with the region for {year}. Record it: Money → Co-financing.",
  },
  "cofinancing-several": {
    status: 422,
    ru: "На {year} год соглашений несколько: {numbers}. Назовите одно по номеру: --agreement НОМЕР.",
    en: "There are several agreements for {year}: {numbers}. Name one by its number: --agreement NUMBER.",
  },
  "cofinancing-period-early": {
    status: 422,
    ru: "Период ещё не начался: отчёт за него можно составить с {begins}.",
    en: "The period has not begun: it can be reported from {begins} on.",
  },
  "transfer-unknown": {
    status: 404,
    ru: "Такого поступления или возврата нет.",
    en: "There is no such receipt or return.",
  },
  "transfer-over-received": {
    status: 409,
    ru: "Вернуть можно не больше, чем получено и ещё не возвращено: {held} руб., а не {sum} руб.",
    en: "No more can be returned than was received and not yet returned: {held} roubles, not {sum}.",
  },
  "transfer-reversed": {
    status: 409,
    ru: "Эта запись уже исправлена.",
    en: "This record has been reversed already.",
  },
  "transfer-reversal-of-reversal": {
    status: 409,
    ru: "Исправительную запись не исправляют: внесите верную запись заново.",
    en: "A reversal is not reversed: record the right one anew.",
  },
  "transfer-in-use": {
    status: 409,
    ru: "Из этого поступления уже возвращали деньги: сначала исправьте возврат.",
    en: "Money of this receipt was returned already: reverse the return first.",
  },
} as const satisfies Record<string, RefusalText>;

export type CofinancingRefusalCode = keyof typeof cofinancingRefusals;

export function refuseCofinancing(code: CofinancingRefusalCode, values: Record<string, string | number> = {}): never {
  throw new Refusal<CofinancingRefusalCode>(code, values);
}
