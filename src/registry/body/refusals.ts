import { Refusal, type RefusalText } from "../../kernel/refusal.ts";

/** Every refusal about bodies and their seats, with its status and sentences. */
export const bodyRefusals = {
  "body-unknown": { status: 404, ru: "Такого совета или комиссии нет.", en: "There is no such council or commission." },
  "body-name": {
    status: 422,
    ru: "Выберите вид, укажите название и орган, при котором он создан.",
    en: "Choose the kind, and give the name and the authority at which it was set up.",
  },
  "body-act": {
    status: 422,
    ru: "Выберите акт о создании из реестра или впишите его реквизиты — что-то одно.",
    en: "Choose the act that set it up from the register, or write its particulars: one of the two.",
  },
  "body-date": {
    status: 422,
    ru: "Проверьте даты: последний день — не раньше первого, места заняты только в эти дни.",
    en: "Look at the dates: the last day is not before the first, and seats are held only within them.",
  },
  "body-changed": {
    status: 409,
    ru: "Пока вы правили, запись изменил кто-то другой. Откройте страницу заново.",
    en: "Somebody changed the record while you were editing. Open the page again.",
  },
  "size-wrong": {
    status: 422,
    ru: "Число мест — от 1 до 500; укажите, с какого дня и по какому документу.",
    en: "The number of seats is 1 to 500; say from which day and by which document.",
  },
  "size-before": {
    status: 422,
    ru: "Число мест действует не раньше {date}, когда орган создан, и не позже его последнего дня.",
    en: "A number of seats holds not before {date}, when the body was set up, nor after its last day.",
  },
  "seat-number": {
    status: 422,
    ru: "Места № {seat} нет: в этот день мест {seats}. Проверьте номер или число мест.",
    en: "There is no seat {seat}: on that day there are {seats} seats. Look at the number, or at the number of seats.",
  },
  "seat-taken": {
    status: 409,
    ru: "Место № {seat} в эти дни уже занято с {since}. Сначала запишите, когда прежние полномочия закончились.",
    en: "Seat {seat} is held on these days already, since {since}. First record when that term ended.",
  },
  "seat-term": {
    status: 422,
    ru: "Полномочия кончаются раньше, чем начинаются, или выходят за дни работы органа.",
    en: "The term ends before it begins, or goes beyond the days of the body.",
  },
  "seat-holder": {
    status: 422,
    ru: "Выберите ТОС, чей это представитель, или отметьте, что место занято не ТОС.",
    en: "Choose whose representative it is, or say that the seat is not an association's.",
  },
  "seat-consent": {
    status: 422,
    ru: "Имя можно назвать только с согласия человека: укажите документ с согласием или оставьте имя пустым.",
    en: "A person is named only with their consent: give the paper with the consent, or leave the name empty.",
  },
  "seat-holder-twice": {
    status: 409,
    ru: "Этот человек в эти дни уже занимает место № {seat} в том же органе.",
    en: "This person holds seat {seat} of the same body on these days already.",
  },
  "seat-basis": { status: 422, ru: "Укажите документ-основание.", en: "Give the document that it stands on." },
  "seat-unknown": { status: 404, ru: "Такой записи о месте нет.", en: "There is no such record of a seat." },
} as const satisfies Readonly<Record<string, RefusalText>>;

export type BodyRefusalCode = keyof typeof bodyRefusals;

export function refuseBody(code: BodyRefusalCode, values: Readonly<Record<string, string | number>> = {}): never {
  throw new Refusal<BodyRefusalCode>(code, values);
}
