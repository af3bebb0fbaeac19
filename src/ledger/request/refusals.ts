import { Refusal, type RefusalText } from "../../kernel/refusal.ts";

/** Refusals of payment requests; sums, days and limits are refused by the ledger's own codes. */
export const requestRefusals = {
  "request-unknown": { status: 404, ru: "Такой заявки нет.", en: "There is no such request." },
  "request-purpose-missing": {
    status: 422,
    ru: "Напишите, за что платить, не длиннее {limit} знаков.",
    en: "Say what is to be paid for, in at most {limit} characters.",
  },
  "request-pay-by": {
    status: 422,
    ru: "Срок оплаты {date} раньше документа-основания ({earlier}).",
    en: "The day of payment {date} is before the document that is the basis ({earlier}).",
  },
  "request-state": {
    status: 409,
    ru: "Сейчас этого сделать нельзя: заявка уже в другом состоянии.",
    en: "This cannot be done now: the request is in another state.",
  },
  "request-changed": {
    status: 409,
    ru: "Заявку изменили, пока вы на неё смотрели. Ничего не записано: откройте её заново.",
    en: "The request was changed while you were looking at it. Nothing was recorded: open it anew.",
  },
  "request-reason-missing": { status: 422, ru: "Напишите причину.", en: "Say why." },
  "request-own": {
    status: 403,
    ru: "Свою заявку не утверждают: это делает другой финансист.",
    en: "One's own request is approved by somebody else.",
  },
  "request-part-paid": {
    status: 409,
    ru: "По заявке уже оплачено {paid} руб.: её не отменяют. Исправьте платёж, если он ошибочен.",
    en: "{paid} roubles of the request are paid: it is not cancelled. Reverse the payment if it is wrong.",
  },
  "request-over": {
    status: 409,
    ru: "По заявке осталось оплатить {open} руб. ({source}), а платёж — {sum} руб.",
    en: "The request has {open} roubles left ({source}), the payment is {sum}.",
  },
} as const satisfies Record<string, RefusalText>;

export type RequestRefusalCode = keyof typeof requestRefusals;

export function refuseRequest(code: RequestRefusalCode, values: Record<string, string | number> = {}): never {
  throw new Refusal<RequestRefusalCode>(code, values);
}
