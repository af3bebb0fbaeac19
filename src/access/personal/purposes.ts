import type { Language } from "../../kernel/refusal.ts";

/** «Цель обработки»: each has a consent of its own, a document apart from everything else (152-ФЗ, art. 9 p. 1 as of 1 September 2025). */
export const PURPOSES = ["account", "participation", "contest", "publication"] as const;
export type Purpose = (typeof PURPOSES)[number];

export function isPurpose(text: string): text is Purpose {
  return (PURPOSES as readonly string[]).includes(text);
}

interface PurposeText {
  readonly title: Readonly<Record<Language, string>>;
  /** What the data are processed for, after «в целях». */
  readonly aim: string;
  /** Which data, after «следующие персональные данные». */
  readonly data: string;
  readonly actions: string;
}

const ACTIONS =
  "сбор, запись, систематизация, накопление, хранение, уточнение, извлечение, использование, удаление, уничтожение";

export const PURPOSE_TEXTS: Readonly<Record<Purpose, PurposeText>> = {
  account: {
    title: { ru: "Учётная запись", en: "The account" },
    aim: "ведения учётной записи и исполнения обязанностей в системе поддержки ТОС",
    data: "фамилия, имя, отчество, адрес электронной почты, сведения о входах в систему",
    actions: ACTIONS,
  },
  participation: {
    title: { ru: "Участие в мероприятиях", en: "Taking part in events" },
    aim: "учёта участия в мероприятиях ТОС и подсчёта доли населения, вовлечённого в них",
    data: "фамилия, имя, отчество, адрес места жительства, номер телефона",
    actions: ACTIONS,
  },
  contest: {
    title: { ru: "Конкурсы и гранты", en: "Contests and grants" },
    aim: "приёма и рассмотрения заявки на конкурс, заключения и исполнения соглашения",
    data: "фамилия, имя, отчество, паспортные данные, адрес, номер телефона, адрес электронной почты, банковские реквизиты",
    actions: `${ACTIONS}, передача уполномоченным органам в случаях, предусмотренных законом`,
  },
  publication: {
    title: { ru: "Опубликование имени и фотографий", en: "Publishing one's name and photographs" },
    aim: "информирования жителей о деятельности ТОС (распространение неограниченному кругу лиц, статья 10.1 закона)",
    data: "фамилия, имя, отчество, фотографии с мероприятий, должность в органе ТОС",
    actions: `${ACTIONS}, распространение`,
  },
};

interface Operator {
  readonly nameGenitive: string;
  readonly postalAddress: string;
  readonly contactEmail: string;
}

/** The wording to begin with: what art. 9 p. 4 of 152-ФЗ asks of a consent, filled with the municipality's own. The administrator puts it into force. */
export function draftConsentText(purpose: Purpose, operator: Operator): string {
  const { title, aim, data, actions } = PURPOSE_TEXTS[purpose];
  const address = operator.postalAddress === "" ? "" : ` (${operator.postalAddress})`;
  const withdrawal = [operator.postalAddress, operator.contactEmail].filter((part) => part !== "").join(", ");
  return [
    `Согласие на обработку персональных данных: ${title.ru.toLowerCase()}`,
    `Я даю администрации ${operator.nameGenitive}${address} согласие на обработку моих персональных данных в целях ${aim}.`,
    `Согласие распространяется на следующие персональные данные: ${data}.`,
    `С данными совершаются действия с использованием средств автоматизации и без них: ${actions}.`,
    "Согласие действует до достижения цели обработки или до отзыва.",
    `Отозвать согласие можно в личном кабинете или письмом${withdrawal === "" ? "" : `: ${withdrawal}`}. После отзыва данные уничтожаются в срок не более тридцати дней, кроме тех, которые закон обязывает хранить (части 2 и 5 статьи 21 Федерального закона № 152-ФЗ).`,
  ].join("\n\n");
}
