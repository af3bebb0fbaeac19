import { Refusal, type RefusalText } from "../kernel/refusal.ts";

/** The closed list of what the platform refuses: start-up, configuration, the database and its migrations, files and mail. */
export const platformRefusals = {
  "config-invalid": {
    status: 400,
    ru: "Настройка задана неверно: {problems}",
    en: "The configuration is wrong: {problems}",
  },
  "data-folder-in-use": {
    status: 409,
    ru: "Папкой данных {folder} уже пользуется другой сервер. Остановите его или укажите другую папку в SOSEDSTVO_DATA.",
    en: "The data folder {folder} is already used by another server. Stop it or name another folder in SOSEDSTVO_DATA.",
  },
  "data-folder-closed": {
    status: 409,
    ru: "В папку данных {folder} нельзя писать ({detail}). Укажите другую папку в SOSEDSTVO_DATA.",
    en: "The data folder {folder} cannot be written to ({detail}). Name another folder in SOSEDSTVO_DATA.",
  },
  "database-engine-missing": {
    status: 409,
    ru: "Для {platform} нет встроенной PostgreSQL. Установите PostgreSQL 15 или новее и укажите её адрес в DATABASE_URL.",
    en: "There is no embedded PostgreSQL for {platform}. Install PostgreSQL 15 or newer and give its address in DATABASE_URL.",
  },
  "database-links-missing": {
    status: 409,
    ru: "Нельзя создать ссылки на библиотеки PostgreSQL в {folder} ({detail}). Выполните npm rebuild с правом записи туда или задайте DATABASE_URL.",
    en: "The links to PostgreSQL's libraries cannot be made in {folder} ({detail}). Run npm rebuild with the right to write there, or set DATABASE_URL.",
  },
  "database-as-root": {
    status: 409,
    ru: "PostgreSQL не запускается от имени root, а другого пользователя здесь взять нельзя. Запустите программу обычным пользователем или задайте DATABASE_URL.",
    en: "PostgreSQL does not run as root, and no other user can be had here. Run the program as an ordinary user or set DATABASE_URL.",
  },
  "database-other-version": {
    status: 409,
    ru: "База в {folder} создана PostgreSQL {found}, а программа принесла {expected}. Перенесите её через pg_dump или верните прежнюю версию программы.",
    en: "The database in {folder} was made by PostgreSQL {found}, the program brings {expected}. Move it with pg_dump or go back to the earlier version of the program.",
  },
  "database-not-started": {
    status: 409,
    ru: "PostgreSQL не запустилась. Что она сказала: {detail}",
    en: "PostgreSQL did not start. What it said: {detail}",
  },
  "database-unreachable": {
    status: 409,
    ru: "База данных по адресу из DATABASE_URL не отвечает: {detail}",
    en: "The database at DATABASE_URL does not answer: {detail}",
  },
  "database-too-old": {
    status: 409,
    ru: "Нужна PostgreSQL 15 или новее, а по адресу из DATABASE_URL работает {found}.",
    en: "PostgreSQL 15 or newer is needed; {found} runs at DATABASE_URL.",
  },
  "migration-altered": {
    status: 409,
    ru: "Файл {file} изменён после того, как был применён к этой базе. Верните его прежний текст.",
    en: "The file {file} was altered after it had been applied to this database. Restore its earlier text.",
  },
  "migration-unknown": {
    status: 409,
    ru: "К этой базе применён {file}, которого в программе нет: база новее программы. Обновите программу.",
    en: "This database has had {file} applied, which the program lacks: the database is newer than the program. Update the program.",
  },
  "file-not-written": {
    status: 422,
    ru: "Файл «{name}» не записан ({reason}): такой папки нет, в неё нельзя писать или на диске нет места. Прежний файл, если он был, цел.",
    en: "The file “{name}” was not written ({reason}): there is no such folder, it may not be written to, or the disk is full. An earlier file, if there was one, is whole.",
  },
  "file-exists": {
    status: 409,
    ru: "«{name}» уже есть и не будет перезаписан. Назовите другое имя или уберите этот файл.",
    en: "“{name}” is there already and will not be written over. Choose another name or put that file away.",
  },
  "archive-broken": {
    status: 422,
    ru: "Это не резервная копия «Соседства», или файл повреждён или недописан ({detail}). Возьмите другую копию.",
    en: "This is no backup of Sosedstvo, or the file is damaged or cut off ({detail}). Take another one.",
  },
  "picture-unreadable": {
    status: 415,
    ru: "Это не картинка в формате PNG, JPEG или WebP, либо она повреждена.",
    en: "This is not a picture in PNG, JPEG or WebP, or it is damaged.",
  },
  "picture-too-large": {
    status: 413,
    ru: "Картинка больше {pixels} точек по стороне.",
    en: "The picture is larger than {pixels} pixels on a side.",
  },
  "letter-missing": {
    status: 404,
    ru: "Такого письма нет.",
    en: "There is no such letter.",
  },
  "letter-gone": {
    status: 409,
    ru: "Текст и адрес этого письма уже стёрты: оно отправлено, отменено или устарело. Повторите само действие, например пригласите ещё раз.",
    en: "This letter's text and address are gone: it was sent, cancelled or went out of date. Repeat the action itself, such as the invitation.",
  },
  "letter-being-sent": {
    status: 409,
    ru: "Письмо как раз отправляется. Посмотрите через несколько минут, чем это кончилось.",
    en: "The letter is just being sent. Look in a few minutes how that ended.",
  },
  "letter-without-link": {
    status: 409,
    ru: "В этом письме нет ссылки, которую можно передать.",
    en: "This letter has no link to hand over.",
  },
  "file-infected": {
    status: 422,
    ru: "Файл не принят: в нём найден вирус ({signature}). Проверьте свой компьютер и приложите чистый файл.",
    en: "The file was not taken: a virus was found in it ({signature}). Check your computer and attach a clean file.",
  },
  "scanner-away": {
    status: 503,
    ru: "Файл не принят: проверка на вирусы сейчас не отвечает ({reason}). Набранное не потеряно, приложите файл через несколько минут.",
    en: "The file was not taken: the virus scanner does not answer now ({reason}). What you typed is kept; attach the file in a few minutes.",
  },
  "mail-not-set": {
    status: 409,
    ru: "Почта не настроена: задайте SOSEDSTVO_SMTP_URL и SOSEDSTVO_MAIL_FROM.",
    en: "Mail is not set up: set SOSEDSTVO_SMTP_URL and SOSEDSTVO_MAIL_FROM.",
  },
} as const satisfies Record<string, RefusalText>;

export type PlatformRefusalCode = keyof typeof platformRefusals;

export function refusePlatform(code: PlatformRefusalCode, values: Record<string, string | number> = {}): never {
  throw new Refusal<PlatformRefusalCode>(code, values);
}
