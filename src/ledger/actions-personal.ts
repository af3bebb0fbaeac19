import type { PersonalField, PersonalSource } from "../access/index.ts";
import type { Tx } from "../platform/database/index.ts";
import { selectAskedBy } from "./request/store.ts";
import { selectRecordedBy } from "./store-personal.ts";

const PAYEE: PersonalField = {
  at: "ledger_entry.payee",
  what: { ru: "получатель платежа, если это гражданин", en: "the payee, where it is a citizen" },
  ground: "law",
  readers: ["coordinator", "accountant", "administrator", "auditor"],
  retention: { ru: "пять лет после года платежа", en: "five years after the payment's year" },
  erasure: { keep: "ст. 29 Федерального закона № 402-ФЗ: первичные документы хранятся не менее пяти лет" },
};

const ASKED: PersonalField = {
  ...PAYEE,
  at: "payment_request.payee",
  what: {
    ru: "получатель по заявке на оплату, если это гражданин",
    en: "the payee of a payment request, where it is a citizen",
  },
  readers: ["coordinator", "accountant", "operator", "administrator", "auditor"],
};

/** The ledger as a source of what is kept of people: what they recorded. Entries are documents and stay. */
export const ledgerSource: PersonalSource<Tx> = {
  fields: [PAYEE, ASKED],
  collect: async (ctx, personId) => [
    {
      key: "ledger",
      title: { ru: "Записи о деньгах", en: "Entries of money" },
      rows: (await selectRecordedBy(ctx, personId)).map(({ number, number_year, at, ...row }) => ({
        number: `${number}/${number_year}`,
        at: at.toISOString(),
        ...row,
      })),
    },
    {
      key: "payment-requests",
      title: { ru: "Заявки на оплату", en: "Payment requests" },
      rows: (await selectAskedBy(ctx, personId)).map(
        ({ number, numberYear, askedAt, state, basis, payee, purpose }) => ({
          number: `${number}/${numberYear}`,
          at: askedAt.toISOString(),
          ...{ state, basis, payee, purpose },
        }),
      ),
    },
  ],
  erase: async () => {},
};
