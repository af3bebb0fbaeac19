import type { RefusalText } from "../kernel/refusal.ts";

/** Every refusal of access, with its status and sentences. */
export const accessRefusals = {
  "not-signed-in": {
    status: 401,
    ru: "Войдите, чтобы продолжить.",
    en: "Sign in to continue.",
  },
  "not-permitted": {
    status: 403,
    ru: "У вас нет права на это действие. Его даёт роль: {roles}.",
    en: "You may not do this. It takes the role: {roles}.",
  },
  "not-yours": {
    status: 403,
    ru: "Это может сделать только тот, кого это касается.",
    en: "Only the person concerned may do this.",
  },
  "municipality-field-malformed": {
    status: 422,
    ru: "Проверьте поля: {fields}.",
    en: "Look at these fields again: {fields}.",
  },
  "municipality-changed": {
    status: 409,
    ru: "Пока вы меняли сведения, их сохранил кто-то другой. Изменилось: {fields}. Откройте страницу снова и внесите своё.",
    en: "Somebody else saved while you were editing. Changed: {fields}. Open the page again and enter yours.",
  },
  "host-taken": {
    status: 409,
    ru: "Имя узла {host} занято другим муниципальным образованием.",
    en: "The host name {host} belongs to another municipality.",
  },
  "population-malformed": {
    status: 422,
    ru: "Укажите год, численность целым числом и источник сведений.",
    en: "Give the year, the number of people as a whole number, and the source.",
  },
  "wrong-credentials": {
    status: 401,
    ru: "Адрес электронной почты или пароль не подходят.",
    en: "The e-mail address or the password does not match.",
  },
  "too-many-attempts": {
    status: 429,
    ru: "Слишком много попыток входа. Попробуйте снова через {seconds} с.",
    en: "Too many attempts to sign in. Try again in {seconds} s.",
  },
  "email-taken": {
    status: 409,
    ru: "Человек с адресом {email} уже есть.",
    en: "There is already a person with the address {email}.",
  },
  "email-malformed": {
    status: 422,
    ru: "«{email}» не похоже на адрес электронной почты.",
    en: "“{email}” does not look like an e-mail address.",
  },
  "password-too-short": {
    status: 422,
    ru: "Пароль короче {length} знаков.",
    en: "The password is shorter than {length} characters.",
  },
  "name-missing": {
    status: 422,
    ru: "Укажите имя.",
    en: "Give a name.",
  },
} as const satisfies Record<string, RefusalText>;

export type AccessRefusalCode = keyof typeof accessRefusals;
