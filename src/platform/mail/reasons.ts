import type { Language } from "../../kernel/refusal.ts";

/** Why a letter was not sent, in words. The codes are those of `failure.ts`, of the sender and of forgetting. */
const REASONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "mail-not-set": { ru: "Почта не настроена", en: "Mail is not set up" },
  "demonstration-mail": {
    ru: "Из демонстрации письма уходят только по разрешённым адресам",
    en: "The demonstration sends letters to allowed addresses only",
  },
  "out-of-date": {
    ru: "Письмо устарело раньше, чем его удалось отправить",
    en: "The letter went out of date before it could be sent",
  },
  timeout: { ru: "Почтовый сервер не ответил вовремя", en: "The mail server did not answer in time" },
  unreachable: { ru: "Почтовый сервер недоступен", en: "The mail server cannot be reached" },
  "not-encrypted": {
    ru: "С почтовым сервером нет защищённого соединения, или его сертификату нельзя верить",
    en: "There is no secure connection to the mail server, or its certificate cannot be trusted",
  },
  "login-refused": {
    ru: "Почтовый сервер не принял имя и пароль портала",
    en: "The mail server did not accept the portal’s name and password",
  },
  "sender-refused": {
    ru: "Почтовый сервер не принимает адрес отправителя",
    en: "The mail server does not accept the sender’s address",
  },
  "server-refused": {
    ru: "Почтовый сервер сейчас не принимает писем",
    en: "The mail server takes no letters now",
  },
  "address-refused": { ru: "Почтовый сервер не знает такого адреса", en: "The mail server knows no such address" },
  "letter-refused": { ru: "Почтовый сервер не принял это письмо", en: "The mail server did not take this letter" },
  later: { ru: "Почтовый сервер просит попробовать позже", en: "The mail server asks to try later" },
};

/** `address-refused 550 5.1.1` as a sentence without its point; a code of another version of the program stays a code. */
export function explainReason(reason: string, language: Language): string {
  const [code = "", ...numbers] = reason.split(" ");
  const words = REASONS[code]?.[language] ?? code;
  if (numbers.length === 0) return words;
  return `${words} (${language === "ru" ? "ответ" : "answer"} ${numbers.join(" ")})`;
}
