import type { Language } from "../../kernel/refusal.ts";
import type { Role } from "../roles.ts";
import type { Purpose } from "./purposes.ts";

/** On what the processing stands (152-ФЗ, art. 6 p. 1): a consent, or a duty of the operator. */
export type Ground = Purpose | "law";

/**
 * A field that holds a person's data, declared once: where it lies, for what, who may read it, how long it stays, and what
 * erasing the person does with it. `keep` names the law that obliges to keep it.
 */
export interface PersonalField {
  /** `table.column`. */
  readonly at: string;
  readonly what: Readonly<Record<Language, string>>;
  readonly ground: Ground;
  readonly readers: readonly Role[];
  readonly retention: Readonly<Record<Language, string>>;
  readonly erasure: "blanked" | "deleted" | "key destroyed" | { readonly keep: string };
}

const WHILE_ACCOUNT = {
  ru: "пока есть учётная запись; без ролей, согласий и входов — три года",
  en: "while there is an account; three years without roles, consents and sign-ins",
};
const STAFF: readonly Role[] = ["administrator", "auditor"];

/** The fields of people, sign-in, consents and the trail. Later slices add theirs. */
export const ACCESS_FIELDS: readonly PersonalField[] = [
  {
    at: "person.name",
    what: { ru: "имя", en: "name" },
    ground: "account",
    readers: STAFF,
    retention: WHILE_ACCOUNT,
    erasure: "blanked",
  },
  {
    at: "person.email",
    what: { ru: "адрес электронной почты", en: "e-mail address" },
    ground: "account",
    readers: STAFF,
    retention: WHILE_ACCOUNT,
    erasure: "blanked",
  },
  {
    at: "person.language",
    what: { ru: "язык писем", en: "language of letters" },
    ground: "account",
    readers: STAFF,
    retention: WHILE_ACCOUNT,
    erasure: "blanked",
  },
  {
    at: "person.image",
    what: { ru: "изображение", en: "picture" },
    ground: "account",
    readers: STAFF,
    retention: WHILE_ACCOUNT,
    erasure: "blanked",
  },
  ...(["password", "access_token", "refresh_token", "id_token", "account_id"] as const).map(
    (column): PersonalField => ({
      at: `sign_in_account.${column}`,
      what: { ru: "способ входа", en: "way to sign in" },
      ground: "account",
      readers: [],
      retention: WHILE_ACCOUNT,
      erasure: "deleted",
    }),
  ),
  ...(["ip_address", "user_agent", "token"] as const).map(
    (column): PersonalField => ({
      at: `sign_in_session.${column}`,
      what: { ru: "сведения о входе", en: "a sign-in" },
      ground: "account",
      readers: [],
      retention: { ru: "две недели после входа", en: "two weeks after the sign-in" },
      erasure: "deleted",
    }),
  ),
  {
    at: "sign_in_verification.value",
    what: { ru: "ссылка подтверждения", en: "link of a confirmation" },
    ground: "account",
    readers: [],
    retention: { ru: "до истечения срока ссылки", en: "until the link expires" },
    erasure: "deleted",
  },
  ...[
    "sign_in_token.email",
    "sign_in_device.hash",
    "second_factor_app.secret",
    "second_factor_code.hash",
    "second_factor_passkey.public_key",
    "second_factor_passkey.name",
  ].map(
    (at): PersonalField => ({
      at,
      what: { ru: "ссылки, браузеры и второй шаг входа", en: "links, browsers and the second step of signing in" },
      ground: "account",
      readers: [],
      retention: WHILE_ACCOUNT,
      erasure: "deleted",
    }),
  ),
  {
    at: "invitation.email",
    what: { ru: "адрес, на который послано приглашение", en: "address to which an invitation was sent" },
    ground: "law",
    readers: ["administrator", "auditor"],
    retention: {
      ru: "месяц после того, как приглашение принято, отозвано или истекло",
      en: "a month after the invitation was accepted, withdrawn or ran out",
    },
    erasure: "blanked",
  },
  ...(["address", "content"] as const).map(
    (column): PersonalField => ({
      at: `mail_letter.${column}`,
      what: { ru: "письмо, которое ещё не отправлено", en: "a letter that is not yet sent" },
      ground: "account",
      readers: ["administrator"],
      retention: { ru: "до отправки, не дольше недели", en: "until it is sent, a week at most" },
      erasure: "deleted",
    }),
  ),
  {
    at: "consent.scan_hash",
    what: { ru: "скан согласия на бумаге", en: "scan of a consent on paper" },
    ground: "law",
    readers: STAFF,
    retention: { ru: "три года после отзыва или уничтожения данных", en: "three years after withdrawal or erasure" },
    erasure: {
      keep: "ч. 3 ст. 9 Федерального закона № 152-ФЗ: оператор обязан доказать, что согласие было; ст. 196 ГК РФ: три года",
    },
  },
  ...(["before", "after"] as const).map(
    (column): PersonalField => ({
      at: `audit_entry.${column}`,
      what: {
        ru: "запись журнала действий, запечатанная ключом человека",
        en: "a row of the trail, sealed with the person's key",
      },
      ground: "law",
      readers: STAFF,
      retention: {
        ru: "журнал хранится постоянно, ключ — пока есть данные человека",
        en: "the trail for good, the key while there are the person's data",
      },
      erasure: "key destroyed",
    }),
  ),
];
