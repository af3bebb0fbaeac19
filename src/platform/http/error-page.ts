import type { Language } from "../../kernel/refusal.ts";
import type { GuardCode } from "./guard.ts";

export type ErrorCode = GuardCode | "too-many-forms" | "missing" | "failed";

interface ErrorText {
  readonly status: 400 | 403 | 404 | 405 | 413 | 429 | 500;
  readonly ru: readonly [title: string, sentence: string];
  readonly en: readonly [title: string, sentence: string];
}

export const ERROR_TEXTS: Readonly<Record<ErrorCode, ErrorText>> = {
  "foreign-host": {
    status: 400,
    ru: ["Другой адрес", "Этот сервер не отвечает по такому адресу. Администратор задаёт адрес в SOSEDSTVO_URL."],
    en: ["Another address", "This server does not answer at this address. The administrator sets it in SOSEDSTVO_URL."],
  },
  "foreign-origin": {
    status: 403,
    ru: ["Форма пришла с другого сайта", "Откройте страницу этого сайта и отправьте форму с неё."],
    en: ["The form came from another site", "Open the page on this site and send the form from there."],
  },
  "method-unknown": {
    status: 405,
    ru: ["Так обратиться нельзя", "Сервер понимает только GET, HEAD и POST."],
    en: ["This cannot be asked", "The server understands GET, HEAD and POST only."],
  },
  "body-too-large": {
    status: 413,
    ru: ["Файл слишком велик", "Принимаются файлы до 100 МБ. Уменьшите рисунки в документе или разделите его."],
    en: ["The file is too large", "Files of up to 100 MB are taken. Make the document's pictures smaller or split it."],
  },
  "too-many-forms": {
    status: 429,
    ru: [
      "Слишком много форм подряд",
      "Подождите минуту, вернитесь на страницу кнопкой браузера «Назад» и отправьте форму ещё раз. Введённое осталось в ней.",
    ],
    en: [
      "Too many forms in a row",
      "Wait a minute, go back to the page by the browser's button and send the form again. What you typed is still there.",
    ],
  },
  malformed: {
    status: 400,
    ru: ["Непонятный запрос", "Проверьте адрес страницы."],
    en: ["A request that cannot be understood", "Check the page's address."],
  },
  missing: {
    status: 404,
    ru: ["Здесь ничего нет", "Проверьте адрес страницы."],
    en: ["There is nothing here", "Check the page's address."],
  },
  failed: {
    status: 500,
    ru: [
      "Что-то сломалось",
      "Это ошибка программы, а не ваша. Попробуйте ещё раз; если не поможет, сообщите номер запроса администратору.",
    ],
    en: [
      "Something broke",
      "The fault is the program's, not yours. Try again; if it stays, tell the administrator the request's number.",
    ],
  },
};

/** A page that stands where the pages themselves do not: without style, script or data. */
export function writeErrorPage(code: ErrorCode, language: Language, requestId: string): string {
  const [title, sentence] = ERROR_TEXTS[code][language];
  const label = language === "ru" ? "Номер запроса" : "Request";
  return `<!DOCTYPE html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><h1>${title}</h1><p>${sentence}</p><p>${label}: <code>${requestId}</code></p></body></html>`;
}

/** English pages stand under /en. */
export function languageOf(url: string): Language {
  return /^(?:\/m\/[a-z0-9-]+)?\/en(?:[/?#.]|$)/.test(url) ? "en" : "ru";
}
