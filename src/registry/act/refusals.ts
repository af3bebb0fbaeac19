import { Refusal, type RefusalText } from "../../kernel/refusal.ts";

/** Every refusal about legal acts and their revision, with its status and sentences. */
export const actRefusals = {
  "act-unknown": {
    status: 404,
    ru: "Такого правового акта в реестре нет.",
    en: "The register has no such legal act.",
  },
  "act-kind": {
    status: 422,
    ru: "Выберите из списка вид акта и то, что он регулирует.",
    en: "Choose the act's kind and what it rules from the list.",
  },
  "act-requisites": {
    status: 422,
    ru: "У принятого акта укажите номер (если его нет — «б/н») и дату. Пока их нет, сохраните акт как проект.",
    en: "An adopted act has a number (“б/н” where it has none) and a date. Until then save it as a draft.",
  },
  "act-date-wrong": {
    status: 422,
    ru: "Дата написана неверно или акт датирован днём, который ещё не наступил.",
    en: "A date is wrong, or the act bears a day that has not come.",
  },
  "act-title": {
    status: 422,
    ru: "Укажите, кто принял акт и как он называется; название — не длиннее {limit} знаков.",
    en: "Say who issued the act and its title, in at most {limit} characters.",
  },
  "act-term": {
    status: 422,
    ru: "Акт вступает в силу не раньше своей даты и перестаёт действовать не раньше, чем вступил в силу.",
    en: "An act comes into force not before its date and ends not before it came into force.",
  },
  "act-text-long": {
    status: 422,
    ru: "Текст длиннее {limit} знаков. Приложите его файлом.",
    en: "The text has more than {limit} characters. Attach it as a file.",
  },
  "act-link": {
    status: 422,
    ru: "Ссылка должна вести на страницу в интернете и начинаться с https:// или http://.",
    en: "The link must lead to a page of the web and begin with https:// or http://.",
  },
  "act-known": {
    status: 409,
    ru: "Акт № {number} от {date}, «{issuer}», уже есть в реестре. Откройте его и дополните.",
    en: "Act № {number} of {date}, “{issuer}”, is in the register already. Open it and add to it.",
  },
  "act-changed": {
    status: 409,
    ru: "Пока вы правили, акт изменил кто-то другой. Откройте его заново: ваши слова остались в форме.",
    en: "Somebody changed the act while you were editing. Open it again; your words are still in the form.",
  },
  "act-adopted": {
    status: 409,
    ru: "Акт уже принят, проектом он снова не станет. Если он внесён по ошибке, внесите акт, который его отменяет.",
    en: "The act is adopted and becomes no draft again. If it was entered by mistake, enter the act that repeals it.",
  },
  "act-file-kind": {
    status: 415,
    ru: "Файл «{name}» — не PDF, не документ Word или OpenDocument и не снимок PNG, JPEG, WebP. Сохраните акт в одном из этих видов.",
    en: "“{name}” is no PDF, no Word or OpenDocument file and no PNG, JPEG or WebP picture. Save the act as one of these.",
  },
  "act-file-missing": { status: 422, ru: "Выберите файл с текстом акта.", en: "Choose the file with the act's text." },
  "act-file-large": {
    status: 413,
    ru: "Файл больше {megabytes} МБ. Сожмите скан или разделите его.",
    en: "The file has more than {megabytes} MB. Compress the scan or divide it.",
  },
  "act-file-unknown": { status: 404, ru: "Такого файла нет.", en: "There is no such file." },
  "relation-kind": {
    status: 422,
    ru: "Выберите, что этот акт делает с другим, и укажите день.",
    en: "Choose what this act does to the other, and give the day.",
  },
  "relation-self": {
    status: 422,
    ru: "Акт не может менять сам себя. Выберите другой.",
    en: "An act cannot change itself. Choose another.",
  },
  "relation-order": {
    status: 422,
    ru: "Акт от {date} не может менять акт, который принят позже, или опираться на него.",
    en: "An act of {date} cannot change a later one, nor stand on it.",
  },
  "relation-before": {
    status: 422,
    ru: "Связь действует не раньше, чем принят изменяемый акт ({date}).",
    en: "The relation holds not before the other act was adopted ({date}).",
  },
  "relation-level": {
    status: 422,
    ru: "Муниципальный акт не меняет и не отменяет закон, а закон — муниципальный акт: меняют акт того же уровня.",
    en: "A municipal act neither changes nor repeals a law, nor a law a municipal act: only acts of the same level.",
  },
  "relation-draft": {
    status: 422,
    ru: "Проект ещё не действует: изменить или отменить можно только принятый акт.",
    en: "A draft is not in effect: only an adopted act can be changed or repealed.",
  },
  "relation-circle": {
    status: 422,
    ru: "Получился бы круг: другой акт уже меняет этот или опирается на него.",
    en: "That would close a circle: the other act changes this one already, or stands on it.",
  },
  "relation-known": { status: 409, ru: "Такая связь уже записана.", en: "This relation is recorded already." },
  "relation-unknown": { status: 404, ru: "Такой связи нет.", en: "There is no such relation." },
  "relation-reason": {
    status: 422,
    ru: "Напишите, почему связь записана ошибочно.",
    en: "Say why the relation was recorded by mistake.",
  },
  "rule-unknown": { status: 404, ru: "Такого правила пересмотра нет.", en: "There is no such rule of revision." },
  "rule-changed": {
    status: 409,
    ru: "Правило уже изменил кто-то другой. Откройте страницу заново.",
    en: "Somebody changed the rule meanwhile. Open the page again.",
  },
  "rule-malformed": {
    status: 422,
    ru: "Проверьте даты правила, отметьте хотя бы один предмет актов и напишите, где правило прочитано.",
    en: "Look at the rule's dates, tick at least one subject, and say where the rule was read.",
  },
  "review-not-due": {
    status: 409,
    ru: "Этот акт сейчас не ждёт пересмотра по этому правилу.",
    en: "This act does not wait for revision by this rule now.",
  },
  "review-basis": {
    status: 422,
    ru: "Укажите день и документ, по которому акт признан не требующим изменений.",
    en: "Give the day and the document by which the act was found to need no change.",
  },
  "plan-activity": {
    status: 422,
    ru: "Выберите мероприятие действующей программы.",
    en: "Choose an activity of the programme in force.",
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

export type ActRefusalCode = keyof typeof actRefusals;

export function refuseAct(code: ActRefusalCode, values: Readonly<Record<string, string | number>> = {}): never {
  throw new Refusal<ActRefusalCode>(code, values);
}
