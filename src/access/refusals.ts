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
  "trail-too-long": {
    status: 422,
    ru: "В одном файле помещается {rows} строк. Сузьте выборку по датам.",
    en: "One file takes {rows} rows. Narrow it by dates.",
  },
  "consent-text-missing": {
    status: 422,
    ru: "Выберите цель и введите текст согласия, не длиннее 20 000 знаков.",
    en: "Choose the purpose and enter the text of the consent, of 20,000 characters at most.",
  },
  "consent-text-changed": {
    status: 409,
    ru: "Действует другая редакция согласия. Откройте страницу снова и прочтите её.",
    en: "Another version of the consent is in force. Open the page again and read it.",
  },
  "consent-date-wrong": {
    status: 422,
    ru: "Укажите день подписания: он не может быть позже сегодняшнего.",
    en: "Give the day of the signature: it cannot be later than today.",
  },
  "consent-unknown": {
    status: 404,
    ru: "Такого согласия здесь нет.",
    en: "There is no such consent here.",
  },
  "consent-withdrawn": {
    status: 409,
    ru: "Это согласие уже отозвано.",
    en: "This consent has been withdrawn already.",
  },
  "person-unknown": {
    status: 404,
    ru: "Такого человека здесь нет.",
    en: "There is no such person here.",
  },
  "person-erased": {
    status: 409,
    ru: "Данные этого человека уже уничтожены.",
    en: "This person's data have been erased already.",
  },
  "person-elsewhere": {
    status: 409,
    ru: "У этого человека есть роли и в других муниципальных образованиях: {count}. Сначала данные уничтожают там.",
    en: "This person has roles in other municipalities too: {count}. Their data must be erased there first.",
  },
  "erasure-basis-missing": {
    status: 422,
    ru: "Укажите основание: заявление, отзыв согласия, акт.",
    en: "Give the basis: a request, a withdrawal of consent, a record of erasure.",
  },
  "erasing-oneself": {
    status: 409,
    ru: "Собственные данные уничтожает другой администратор: иначе некому будет подписать акт.",
    en: "One's own data are erased by another administrator: somebody has to sign the record.",
  },
  "duty-malformed": {
    status: 422,
    ru: "Укажите день, не позже сегодняшнего, и документ; чтобы снять отметку, оставьте оба поля пустыми.",
    en: "Give a day, not later than today, and the document; to take the mark away leave both empty.",
  },
  "incident-malformed": {
    status: 422,
    ru: "Опишите, что произошло, и укажите, когда это обнаружено: не позже этой минуты.",
    en: "Describe what happened and when it was found: not later than this minute.",
  },
  "incident-unknown": {
    status: 404,
    ru: "Такого инцидента нет.",
    en: "There is no such incident.",
  },
  "incident-step-wrong": {
    status: 409,
    ru: "Этот шаг уже отмечен или до него есть другой.",
    en: "This step is done already, or another comes before it.",
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
