import { Refusal, type RefusalText } from "../kernel/refusal.ts";

/** Every refusal of the register, with its status and sentences. */
export const registryRefusals = {
  "settlement-name": {
    status: 422,
    ru: "Назовите поселение, не длиннее {limit} знаков.",
    en: "Name the settlement, in at most {limit} characters.",
  },
  "settlement-known": {
    status: 409,
    ru: "Поселение «{name}» уже есть.",
    en: "There is already a settlement “{name}”.",
  },
  "settlement-oktmo": {
    status: 422,
    ru: "Код ОКТМО состоит из 8 или 11 цифр.",
    en: "An OKTMO code has 8 or 11 digits.",
  },
  "settlement-changed": {
    status: 409,
    ru: "Пока вы правили, поселение изменил кто-то другой. Ниже то, что записано теперь: проверьте и сохраните ещё раз.",
    en: "Somebody else changed the settlement meanwhile. Below is what stands there now: check it and save again.",
  },
  "settlement-ended": {
    status: 422,
    ru: "День упразднения написан неверно или ещё не наступил.",
    en: "The day on which the settlement ended is wrong or still to come.",
  },
  "settlement-in-use": {
    status: 409,
    ru: "В поселении ещё действуют ТОС: {count}. Сначала перенесите их в другое поселение или прекратите.",
    en: "Associations of the settlement have not ended: {count}. Move them to another settlement or end them first.",
  },
  "settlement-unknown": { status: 404, ru: "Такого поселения нет.", en: "There is no such settlement." },
  "association-name": {
    status: 422,
    ru: "Назовите ТОС, не длиннее {limit} знаков.",
    en: "Name the association, in at most {limit} characters.",
  },
  "association-unknown": { status: 404, ru: "Такого ТОС в реестре нет.", en: "The register has no such association." },
  "association-section": { status: 404, ru: "Такого раздела у ТОС нет.", en: "An association has no such section." },
  "association-changed": {
    status: 409,
    ru: "Пока форма была открыта, этот раздел сохранил кто-то другой. Сравните и сохраните ещё раз.",
    en: "While the form was open somebody else saved this section. Compare, and save again.",
  },
  "association-unchanged": {
    status: 422,
    ru: "Ничего не изменилось: в разделе уже это и стоит.",
    en: "Nothing has changed: the section says this already.",
  },
  "association-since": {
    status: 422,
    ru: "Укажите день, с которого это действует, вида 25.05.2024.",
    en: "Give the day from which this holds, as 25.05.2024.",
  },
  "association-entry-unknown": {
    status: 404,
    ru: "Такой записи в истории нет, или она уже исправлена.",
    en: "The history has no such entry, or it was corrected already.",
  },
  "association-entry-needed": {
    status: 409,
    ru: "Это единственная запись раздела, без неё ТОС не бывает. Исправьте её, а не отменяйте.",
    en: "This is the section's only entry, and an association cannot be without it. Correct it instead.",
  },
  "association-basis-missing": {
    status: 422,
    ru: "Напишите, почему исправляете и по какому документу.",
    en: "Say why you correct it, and by which document.",
  },
  "association-person-unknown": {
    status: 404,
    ru: "Такого человека или такой учётной записи у этого ТОС нет.",
    en: "This association has no such person or account.",
  },
  "association-required": { status: 422, ru: "{field}: заполните.", en: "{field}: fill this in." },
  "association-long": {
    status: 422,
    ru: "{field}: не длиннее {limit} знаков.",
    en: "{field}: at most {limit} characters.",
  },
  "association-date": {
    status: 422,
    ru: "{field}: такой даты нет. Напишите её как 25.05.2024.",
    en: "{field}: there is no such date. Write it as 25.05.2024.",
  },
  "association-count": {
    status: 422,
    ru: "{field}: нужно целое число, не больше десяти миллионов.",
    en: "{field}: give a whole number, ten million at most.",
  },
  "association-choice": {
    status: 422,
    ru: "{field}: выберите одно из: {choices}.",
    en: "{field}: choose one of: {choices}.",
  },
  "association-flag": { status: 422, ru: "{field}: напишите «да» или «нет».", en: "{field}: say “да” or “нет”." },
  "association-digits": {
    status: 422,
    ru: "{field}: должно быть цифр: {lengths}.",
    en: "{field}: there must be {lengths} digits.",
  },
  "association-acts": {
    status: 422,
    ru: "{field}: каждое изменение — отдельной строкой: дата; номер; акт.",
    en: "{field}: each amendment on a line of its own: date; number; act.",
  },
  "association-hidden": {
    status: 422,
    ru: "{field}: перечислите названия сведений через точку с запятой.",
    en: "{field}: list the names of the particulars with semicolons.",
  },
  "association-name-person": {
    status: 422,
    ru: "{field}: имя не длиннее {limit} знаков, и не больше ста человек.",
    en: "{field}: a name has at most {limit} characters, and there are at most a hundred.",
  },
  "association-settlement": {
    status: 422,
    ru: "{field}: в перечне поселений нет «{name}».",
    en: "{field}: the list of settlements has no “{name}”.",
  },
  "association-term": {
    status: 422,
    ru: "{field}: срок кончается раньше, чем начинается.",
    en: "{field}: the term ends before it begins.",
  },
  "association-attended": {
    status: 422,
    ru: "{field}: участников больше, чем имевших право.",
    en: "{field}: more took part than were entitled.",
  },
  "association-future": {
    status: 422,
    ru: "{field}: этот день ещё не наступил. Внесите сведения, когда они начнут действовать.",
    en: "{field}: this day is yet to come. Enter it when it holds.",
  },
  "association-basis": {
    status: 422,
    ru: "{field}: назовите решение, по которому ТОС приостановлен или прекращён.",
    en: "{field}: name the decision by which the association was suspended or ended.",
  },
  "import-no-table": {
    status: 422,
    ru: "В файле нет таблицы. Нужна таблица .xlsx или .csv: одна строка — один ТОС.",
    en: "The file holds no table. Give an .xlsx or .csv with a row for each association.",
  },
  "import-no-heads": {
    status: 422,
    ru: "В таблице не нашлось столбца с названием ТОС. Назовите его в первой строке, например «Наименование».",
    en: "The table has no column with the association's name. Head it in the first row, for instance “Short name”.",
  },
  "import-too-many": {
    status: 422,
    ru: "За один раз принимается не больше {limit} строк. Разделите таблицу.",
    en: "At most {limit} rows are taken at once. Divide the table.",
  },
  "import-errors": {
    status: 422,
    ru: "В таблице ещё есть ошибки: {count}. Ничего не записано.",
    en: "The table still has errors: {count}. Nothing was stored.",
  },
  "import-questions": {
    status: 422,
    ru: "О строках, похожих на уже внесённые, ещё не решено: {count}. Ничего не записано.",
    en: "It is not yet decided of rows that look like known ones: {count}. Nothing was stored.",
  },
  "import-nothing": {
    status: 422,
    ru: "Всё это в реестре уже есть: записывать нечего.",
    en: "The register has all of this already: there is nothing to store.",
  },
  "import-not-yours": {
    status: 403,
    ru: "{field}: этот ТОС ведёт другой специалист.",
    en: "{field}: another officer keeps this association.",
  },
  "quorum-rule": {
    status: 422,
    ru: "Укажите форму, день, долю вида 1/3 и закон с пунктом.",
    en: "Give the form, the day, the share as 1/3, and the law with its clause.",
  },
  "official-name": {
    status: 422,
    ru: "Укажите имя и должность или округ.",
    en: "Give the name and the office or constituency.",
  },
  "official-unknown": {
    status: 404,
    ru: "Такого должностного лица или депутата нет.",
    en: "There is no such official or deputy.",
  },
  "official-changed": {
    status: 409,
    ru: "Пока вы правили, запись изменил кто-то другой. Ниже то, что записано теперь: проверьте и сохраните ещё раз.",
    en: "Somebody else changed the record meanwhile. Below is what stands there now: check it and save again.",
  },
  "official-term": {
    status: 422,
    ru: "Срок полномочий кончается раньше, чем начинается, или дата написана неверно.",
    en: "The term ends before it begins, or a date is wrong.",
  },
} as const satisfies Readonly<Record<string, RefusalText>>;

export type RegistryRefusalCode = keyof typeof registryRefusals;

export function refuseRegistry(
  code: RegistryRefusalCode,
  values: Readonly<Record<string, string | number>> = {},
): never {
  throw new Refusal<RegistryRefusalCode>(code, values);
}
