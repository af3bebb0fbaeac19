import { Refusal, type RefusalText } from "../kernel/refusal.ts";

/** Every refusal about publications, with its status and sentences. */
export const newsRefusals = {
  "publication-unknown": { status: 404, ru: "Такой публикации нет.", en: "There is no such publication." },
  "publication-kind": {
    status: 422,
    ru: "Выберите вид публикации и место: свою страницу или издание из списка.",
    en: "Choose the kind, and where it stands: our own page or an outlet of the list.",
  },
  "publication-title": {
    status: 422,
    ru: "Назовите публикацию, не длиннее {limit} знаков.",
    en: "Give the title, in at most {limit} characters.",
  },
  "publication-text": {
    status: 422,
    ru: "Напишите текст: на своей странице без него нечего читать. Не длиннее {limit} знаков.",
    en: "Write the text: without it our own page has nothing to read. At most {limit} characters.",
  },
  "publication-where": {
    status: 422,
    ru: "Дайте ссылку на публикацию или скажите, где её найти: номер и страницу газеты, день и час передачи.",
    en: "Give the link, or say where it is found: issue and page of the newspaper, day and hour on the air.",
  },
  "publication-link": {
    status: 422,
    ru: "Эта ссылка не ведёт на страницу в интернете. Скопируйте адрес из строки браузера: он начинается с https:// или http://.",
    en: "This link leads to no page of the web. Copy the address from the browser: it begins with https:// or http://.",
  },
  "publication-link-known": {
    status: 409,
    ru: "Публикация с этой ссылкой уже есть: № {number}, «{title}». Дополните её.",
    en: "There is a publication with this link already: № {number}, “{title}”. Add to it.",
  },
  "publication-date": {
    status: 422,
    ru: "Укажите день выхода: он не может быть позже сегодняшнего.",
    en: "Give the day on which it came out; it cannot be later than today.",
  },
  "publication-belongs": {
    status: 422,
    ru: "Выберите ТОС из реестра и мероприятие действующей программы.",
    en: "Choose associations of the register and an activity of the programme in force.",
  },
  "publication-changed": {
    status: 409,
    ru: "Пока вы правили, публикацию изменил кто-то другой. Откройте её заново.",
    en: "Somebody changed the publication while you were editing. Open it again.",
  },
  "publication-closed": {
    status: 409,
    ru: "Публикация сейчас не черновик, править её нельзя. Попросите вернуть её на доработку.",
    en: "The publication is no draft now and cannot be edited. Ask for it to be returned.",
  },
  "publication-move": {
    status: 409,
    ru: "Из нынешнего состояния публикации так сделать нельзя. Обновите страницу.",
    en: "This cannot be done from the publication's present state. Reload the page.",
  },
  "publication-reason": {
    status: 422,
    ru: "Напишите причину: автор увидит её и поймёт, что исправить.",
    en: "Say why: the author will see it and know what to mend.",
  },
  "publication-picture-alt": {
    status: 422,
    ru: "Опишите словами, что на снимке: так его поймут те, кто снимка не видит.",
    en: "Say in words what the picture shows, for those who do not see it.",
  },
  "publication-picture-missing": { status: 422, ru: "Выберите файл снимка.", en: "Choose the picture's file." },
  "publication-pictures-many": {
    status: 409,
    ru: "У публикации может быть не больше {limit} снимков.",
    en: "A publication has at most {limit} pictures.",
  },
  "publication-picture-unknown": { status: 404, ru: "Такого снимка нет.", en: "There is no such picture." },
  "outlet-name": {
    status: 422,
    ru: "Назовите издание и выберите его вид.",
    en: "Name the outlet and choose its kind.",
  },
  "outlet-known": { status: 409, ru: "Издание «{name}» уже есть в списке.", en: "The outlet “{name}” is in the list." },
  "outlet-changed": {
    status: 409,
    ru: "Пока вы правили, издание изменил кто-то другой. Посмотрите, что стало, и исправьте ещё раз.",
    en: "Somebody changed the outlet while you were editing. Look at what it is now and correct it again.",
  },
  "outlet-unknown": { status: 404, ru: "Такого издания в списке нет.", en: "The list has no such outlet." },
} as const satisfies Readonly<Record<string, RefusalText>>;

export type NewsRefusalCode = keyof typeof newsRefusals;

export function refuseNews(code: NewsRefusalCode, values: Readonly<Record<string, string | number>> = {}): never {
  throw new Refusal<NewsRefusalCode>(code, values);
}
