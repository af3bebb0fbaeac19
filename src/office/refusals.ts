import { Refusal, type RefusalText } from "../kernel/refusal.ts";

const READ_NOW_RU =
  "Читаются документы Word (.docx), OpenDocument (.odt, .ods), Excel (.xlsx), страницы (.html, .mht), PDF с текстом и обычный текст (.txt), а где установлен LibreOffice, ещё .doc, .rtf и .xls.";
const READ_NOW_EN =
  "Word (.docx), OpenDocument (.odt, .ods), Excel (.xlsx), pages (.html, .mht), PDF with text and plain text (.txt) are read, and where LibreOffice is installed .doc, .rtf and .xls as well.";

/** Everything for which a document is not read: HTTP status and the sentences, each of which says what to do next. */
export const OFFICE_REFUSALS = {
  "not-a-document": {
    status: 415,
    ru: `Это не документ, а {seems}: текста в нём нет. ${READ_NOW_RU} Загрузите сам файл программы, а не его снимок.`,
    en: `This is not a document but {seems}: there is no text in it. ${READ_NOW_EN} Upload the file of the programme itself, not a picture of it.`,
  },
  "format-not-read": {
    status: 415,
    ru: `Похоже, это {seems}; этот формат не читается. ${READ_NOW_RU} Откройте файл в Word или LibreOffice, сохраните его как .docx и загрузите снова.`,
    en: `This seems to be {seems}; this format is not read. ${READ_NOW_EN} Open the file in Word or LibreOffice, save it as .docx and upload it again.`,
  },
  "pdf-scanned": {
    status: 415,
    ru: "Этот PDF — снимки страниц: букв в нём нет, прочесть его нельзя. Загрузите файл, из которого он напечатан (.docx, .odt, .xlsx), или распознайте текст, проверьте таблицы и сохраните как .docx.",
    en: "This PDF holds pictures of pages: there are no letters in it to read. Upload the file from which it was printed (.docx, .odt, .xlsx), or have its text recognised, look through the tables and save it as .docx.",
  },
  "pdf-broken": {
    status: 422,
    ru: "PDF повреждён или скачан не полностью. Скачайте или скопируйте его ещё раз; если он открывается, напечатайте его в новый PDF и загрузите снова.",
    en: "The PDF is damaged or was not downloaded completely. Download or copy it again; if it opens, print it into a new PDF and upload that.",
  },
  "too-many-pages": {
    status: 413,
    ru: "В документе больше {limit} страниц. Отделите программу от остального и загрузите её одну.",
    en: "The document has more than {limit} pages. Take the programme out of it and upload that alone.",
  },
  "converter-missing": {
    status: 415,
    ru: "Похоже, это {seems}. Такие файлы читаются через LibreOffice, а здесь он не установлен. Откройте файл в Word или LibreOffice, сохраните его как .docx (таблицу Excel как .xlsx) и загрузите снова.",
    en: "This seems to be {seems}. Such files are read through LibreOffice, which is not installed here. Open the file in Word or LibreOffice, save it as .docx (an Excel workbook as .xlsx) and upload it again.",
  },
  "conversion-failed": {
    status: 422,
    ru: "Похоже, это {seems}, но LibreOffice не смог его открыть: файл повреждён или защищён паролем. Откройте его в Word, снимите пароль, сохраните как .docx (таблицу Excel как .xlsx) и загрузите снова.",
    en: "This seems to be {seems}, but LibreOffice could not open it: the file is damaged or protected by a password. Open it in Word, remove the password, save it as .docx (an Excel workbook as .xlsx) and upload it again.",
  },
  "archive-without-document": {
    status: 415,
    ru: `Это архив {seems}, и документа в нём не видно. ${READ_NOW_RU} Распакуйте архив и загрузите сам документ.`,
    en: `This is an archive ({seems}) in which no document was found. ${READ_NOW_EN} Unpack it and upload the document itself.`,
  },
  "unknown-format": {
    status: 415,
    ru: `Формат файла не распознан: это не документ и не текст. ${READ_NOW_RU} Проверьте, тот ли файл выбран.`,
    en: `The format of the file was not recognised: it is neither a document nor text. ${READ_NOW_EN} Check that you chose the right file.`,
  },
  "zip-broken": {
    status: 422,
    ru: "Файл повреждён или скачан не полностью. Скачайте или скопируйте его ещё раз; если он открывается в Word, Excel или LibreOffice, пересохраните его и загрузите снова.",
    en: "The file is damaged or was not downloaded completely. Download or copy it again; if Word, Excel or LibreOffice opens it, save it anew and upload it again.",
  },
  encrypted: {
    status: 422,
    ru: "Файл защищён паролем. Откройте его в Word, Excel или LibreOffice, снимите пароль (в Word: Файл → Сведения → Защита документа), сохраните и загрузите снова.",
    en: "The file is protected by a password. Open it in Word, Excel or LibreOffice, remove the password (in Word: File → Info → Protect Document), save it and upload it again.",
  },
  "zip-too-large-unpacked": {
    status: 413,
    ru: "Содержимое файла после распаковки больше {limitMegabytes} МБ или сжато неправдоподобно сильно; чтение остановлено. Разделите документ на части или пересохраните его в Word без лишнего содержимого.",
    en: "Unpacked, the file holds more than {limitMegabytes} MB or is packed implausibly tightly; reading was stopped. Split the document or save it anew in Word without needless content.",
  },
  "zip-path-upwards": {
    status: 422,
    ru: "Внутри файла есть путь, ведущий наружу («{name}»); так бывает только в подделанных файлах. Попросите автора прислать документ, сохранённый в Word или LibreOffice.",
    en: "The file holds a path that leads outside («{name}»), which happens only in forged files. Ask the author for a document saved by Word or LibreOffice.",
  },
  "xml-entities": {
    status: 422,
    ru: "Внутри файла есть объявление DOCTYPE, которого в документах Word не бывает; чтение остановлено. Откройте документ в Word, сохраните его заново и загрузите снова.",
    en: "The file holds a DOCTYPE declaration, which Word documents never have; reading was stopped. Open the document in Word, save it anew and upload it again.",
  },
  "xml-broken": {
    status: 422,
    ru: "Содержимое документа повреждено (часть «{part}»). Откройте его в Word или LibreOffice, сохраните заново и загрузите снова.",
    en: "The content of the document is damaged (part «{part}»). Open it in Word or LibreOffice, save it anew and upload it again.",
  },
  "file-too-large": {
    status: 413,
    ru: "Файл больше {limitMegabytes} МБ и не читался. Удалите из него рисунки и вложения или разделите его на части.",
    en: "The file is larger than {limitMegabytes} MB and was not read. Remove pictures and attachments from it or split it.",
  },
  "file-unreadable": {
    status: 404,
    ru: "Файл «{name}» не найден, или это не файл, или его нельзя прочесть. Проверьте имя и права доступа.",
    en: "The file «{name}» was not found, is not a file or may not be read. Check its name and its permissions.",
  },
  "empty-document": {
    status: 422,
    ru: "В документе нет текста. Проверьте, тот ли файл выбран; если это отсканированные страницы, нужен исходный файл Word.",
    en: "There is no text in the document. Check that you chose the right file; if it holds scanned pages, the original Word file is needed.",
  },
  "nesting-too-deep": {
    status: 422,
    ru: "Таблицы или другие части документа вложены друг в друга слишком глубоко (больше {limit} уровней). Вынесите вложенные таблицы в отдельные и загрузите документ снова.",
    en: "Tables or other parts of the document are nested too deeply (more than {limit} levels). Move nested tables out and upload the document again.",
  },
  "too-many-cells": {
    status: 413,
    ru: "В таблицах документа больше {limit} ячеек. Разделите документ на части.",
    en: "The tables of the document have more than {limit} cells. Split the document.",
  },
  "too-many-paragraphs": {
    status: 413,
    ru: "В документе больше {limit} абзацев. Разделите документ на части.",
    en: "The document has more than {limit} paragraphs. Split the document.",
  },
  "document-too-slow": {
    status: 413,
    ru: "Документ читался дольше {seconds} с, и чтение остановлено. Разделите документ на части или пересохраните его в Word и загрузите снова.",
    en: "Reading the document took more than {seconds} s and was stopped. Split the document, or save it anew in Word and upload it again.",
  },
  "document-too-large": {
    status: 413,
    ru: "Документ слишком велик: для чтения не хватило {megabytes} МБ памяти. Разделите его на части и загрузите снова.",
    en: "The document is too large: {megabytes} MB of memory were not enough to read it. Split it and upload it again.",
  },
} as const satisfies Record<string, RefusalText>;

export type OfficeRefusalCode = keyof typeof OFFICE_REFUSALS;

/** Makes a refusal of this folder's closed list. */
export function refuse(code: OfficeRefusalCode, values: Readonly<Record<string, string | number>> = {}) {
  return new Refusal<OfficeRefusalCode>(code, values);
}
