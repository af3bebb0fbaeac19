import type { RefusalText } from "../../kernel/refusal.ts";

/** What follows an award: agreements, reports of what was spent, refunds, public projects. */
export const grantRefusals = {
  "grant-unknown": {
    status: 404,
    ru: "Такой заявке денег не присуждено.",
    en: "No money was awarded to such an application.",
  },
  "agreement-known": {
    status: 409,
    ru: "Соглашение по этой заявке уже есть. Откройте его.",
    en: "There is an agreement on it already. Open it.",
  },
  "agreement-form": {
    status: 422,
    ru: "Проверьте соглашение: получатель, день не позже сегодняшнего, сроки перечисления и отчёта не раньше него.",
    en: "Check the agreement: payee, a day not after today, instalments and report no earlier than it.",
  },
  "agreement-schedule": {
    status: 422,
    ru: "График не сходится: по каждому источнику перечисления вместе должны дать присуждённую сумму до копейки.",
    en: "The schedule does not add up: by source its instalments must make the award to the kopeck.",
  },
  "agreement-ended": {
    status: 409,
    ru: "Соглашение расторгнуто: по нему больше ничего не делается, кроме возврата.",
    en: "The agreement was ended: nothing but refunds is done by it any more.",
  },
  "ending-form": {
    status: 422,
    ru: "Проверьте расторжение: основание, причина, день не раньше соглашения и не позже сегодняшнего, срок возврата и документ (до 25 МБ).",
    en: "Check the ending: ground, reason, a day not before the agreement and not after today, the day of the refund and the document (up to 25 MB).",
  },
  "ending-appeal": {
    status: 409,
    ru: "Удовлетворённой жалобы в этом конкурсе нет. Сначала удовлетворите жалобу или выберите другое основание.",
    en: "No appeal was upheld in this call. Uphold the appeal first, or choose another ground.",
  },
  "agreement-missing": {
    status: 409,
    ru: "Соглашения ещё нет. Сначала заключите его.",
    en: "There is no agreement yet. Conclude it first.",
  },
  "agreement-unsigned": {
    status: 409,
    ru: "Соглашение ещё не подписано: платить не по чему. Отметьте подпись на его файле и подайте заявку снова.",
    en: "The agreement is not signed yet, so there is nothing to pay by. Record the signature on its file and ask again.",
  },
  "agreement-no-activity": {
    status: 409,
    ru: "У конкурса не указано мероприятие программы, из которого платят.",
    en: "The contest names no activity of the programme that pays for it.",
  },
  "usage-closed": {
    status: 409,
    ru: "Отчёт подан, править его нельзя, пока его не вернут.",
    en: "The report is submitted and cannot be edited unless it is returned.",
  },
  "usage-story": { status: 422, ru: "Напишите, что сделано.", en: "Write what was done." },
  "usage-sum": {
    status: 422,
    ru: "Строка {line}: укажите израсходованное в рублях, не отрицательное.",
    en: "Line {line}: give what was spent in roubles, not negative.",
  },
  "usage-over": {
    status: 422,
    ru: "Израсходовано больше гранта. Свой вклад в отчёт по гранту не входит.",
    en: "More than the grant was spent. Own contribution is no part of this report.",
  },
  "usage-receipt": {
    status: 422,
    ru: "Строка {line}: приложите чек или другой документ об оплате.",
    en: "Line {line}: attach a receipt or another proof of payment.",
  },
  "usage-file": {
    status: 422,
    ru: "Файл пуст, больше {limit} МБ, или не выбрана строка сметы для чека.",
    en: "The file is empty, larger than {limit} MB, or no line is chosen for the receipt.",
  },
  "usage-photo": {
    status: 422,
    ru: "Это не фотография. Приложите JPEG или PNG.",
    en: "This is no photograph. Attach a JPEG or PNG.",
  },
  "usage-move": {
    status: 409,
    ru: "Из нынешнего состояния отчёта так сделать нельзя. Обновите страницу.",
    en: "This cannot be done from the report's present state. Reload the page.",
  },
  "refund-form": {
    status: 422,
    ru: "Проверьте требование: основание, сумма больше нуля, срок не раньше сегодняшнего дня.",
    en: "Check the demand: ground, a sum above nought, a day not before today.",
  },
  "refund-over": {
    status: 422,
    ru: "Вместе с прежними требованиями это больше гранта.",
    en: "Together with earlier demands it is more than the grant.",
  },
  "refund-unknown": {
    status: 404,
    ru: "Такого требования нет, или оно уже исполнено.",
    en: "There is no such demand, or it is settled.",
  },
  "project-unknown": {
    status: 404,
    ru: "Такого проекта среди получивших деньги нет. Откройте конкурс: там все победители.",
    en: "There is no such funded project. Open its contest: all winners stand there.",
  },
  "calculation-unknown": {
    status: 404,
    ru: "Такого расчёта нет, или он не для вас.",
    en: "There is no such calculation, or it is not for you.",
  },
} as const satisfies Readonly<Record<string, RefusalText>>;
