import { Refusal, type RefusalText } from "../kernel/refusal.ts";

/** Every refusal about actuals, with its status and sentences. */
export const indicatorRefusals = {
  "actual-line-unknown": {
    status: 404,
    ru: "Такого показателя нет в действующей редакции программы.",
    en: "The edition in force has no such indicator.",
  },
  "actual-period": {
    status: 422,
    ru: "Укажите год программы и день этого года, не позже сегодняшнего.",
    en: "Give a year of the programme and a day of that year, not later than today.",
  },
  "passport-malformed": {
    status: 422,
    ru: "Выберите, из каких записей считать, и заполните всё, что этот способ спрашивает.",
    en: "Choose from which records to compute, and fill in all that this way asks for.",
  },
  "passport-activity": {
    status: 422,
    ru: "Выберите мероприятия действующей программы: одного из выбранных в ней нет.",
    en: "Choose activities of the programme in force: it has not all of those chosen.",
  },
  "passport-reason": {
    status: 422,
    ru: "Напишите, на каком основании показатель считают так: документ, решение, причина изменения.",
    en: "Write why the indicator is computed so: a document, a decision, the reason of the change.",
  },
  "passport-changed": {
    status: 409,
    ru: "Пока вы правили, паспорт показателя изменил кто-то другой. Откройте его заново.",
    en: "Somebody changed the indicator's passport while you were editing. Open it again.",
  },
  "entry-value": {
    status: 422,
    ru: "Напишите число, например 12,5: не больше шести знаков после запятой. Поправка не может быть нулевой, своё значение — отрицательным.",
    en: "Give a number such as 12.5, with at most six decimals. A correction is not nothing, an own value not below nothing.",
  },
  "entry-evidence": {
    status: 422,
    ru: "Напишите причину и документ, который её подтверждает. Ссылка, если она есть, начинается с https:// или http://.",
    en: "Give the reason and the document that proves it. A link, where there is one, begins with https:// or http://.",
  },
  "entry-not-own": {
    status: 422,
    ru: "Этот показатель считают из записей, своих значений у него нет. Внесите поправку.",
    en: "This indicator is computed from records and has no values of its own. Enter a correction.",
  },
  "entry-nothing-to-correct": {
    status: 422,
    ru: "Поправлять нечего: значения за этот период нет. Сначала дополните паспорт показателя или записи.",
    en: "There is nothing to correct: the period has no value. First complete the indicator's passport or the records.",
  },
  "entry-below-nothing": {
    status: 422,
    ru: "С такой поправкой значение стало бы меньше нуля: сейчас {value}.",
    en: "With such a correction the value would be below nothing: it is {value} now.",
  },
  "method-malformed": {
    status: 422,
    ru: "Методику нельзя применить. Исправьте: {problems}.",
    en: "The method cannot be used. Mend: {problems}.",
  },
  "method-unknown": {
    status: 404,
    ru: "Такой методики нет. Выберите из списка методик.",
    en: "There is no such method. Choose one of the list.",
  },
  "method-changed": {
    status: 409,
    ru: "Пока вы правили, методику изменил кто-то другой. Откройте её заново.",
    en: "Somebody changed the method while you were editing. Open it again.",
  },
  "entry-unknown": { status: 404, ru: "Такой записи нет.", en: "There is no such entry." },
  "entry-withdrawn": {
    status: 409,
    ru: "Эта запись уже отменена.",
    en: "This entry has been taken back already.",
  },
  "actual-signed": {
    status: 409,
    ru: "Значение за этот период подтверждено и больше не меняется. Пусть руководитель программы сначала откроет его с указанием причины.",
    en: "The value of this period is confirmed and no longer changes. Let the coordinator reopen it first, with a reason.",
  },
  "sign-off-move": {
    status: 409,
    ru: "Сейчас этого сделать нельзя: кто-то уже предложил, подтвердил или вернул значение. Откройте страницу заново.",
    en: "This cannot be done now: somebody proposed, confirmed or returned the value already. Open the page again.",
  },
  "sign-off-missing": {
    status: 422,
    ru: "Предлагать нечего: значения за этот период нет.",
    en: "There is nothing to propose: the period has no value.",
  },
  "sign-off-changed": {
    status: 409,
    ru: "Пока вы смотрели, записи изменились и значение стало другим. Проверьте его и повторите.",
    en: "While you were looking the records changed, and the value with them. Look at it and do it again.",
  },
  "sign-off-reason": {
    status: 422,
    ru: "Напишите причину: исполнитель увидит её.",
    en: "Give the reason: the executor will see it.",
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

export type IndicatorRefusalCode = keyof typeof indicatorRefusals;

export function refuseIndicator(
  code: IndicatorRefusalCode,
  values: Readonly<Record<string, string | number>> = {},
): never {
  throw new Refusal<IndicatorRefusalCode>(code, values);
}
