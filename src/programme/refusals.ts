import type { RefusalText } from "../kernel/refusal.ts";

/** Every refusal of the programme slice, with its status and sentences. */
export const programmeRefusals = {
  "programme-unknown": {
    status: 404,
    ru: "Программы «{slug}» здесь нет.",
    en: "There is no programme “{slug}” here.",
  },
  "edition-unknown": {
    status: 404,
    ru: "У программы «{slug}» нет редакции {edition}.",
    en: "The programme “{slug}” has no edition {edition}.",
  },
  "reading-unknown": {
    status: 404,
    ru: "Такого прочитанного документа здесь нет.",
    en: "There is no such document here.",
  },
  "years-unknown": {
    status: 422,
    ru: "В документе «{fileName}» не найдены годы программы: ни в таблицах, ни в сроке, ни в названии.",
    en: "No years of a programme were found in “{fileName}”: neither in its tables, nor in its term, nor in its title.",
  },
  "file-is-edition": {
    status: 409,
    ru: "Этот файл уже утверждён: программа «{slug}», редакция {edition}.",
    en: "This file is approved already: programme “{slug}”, edition {edition}.",
  },
  "reading-closed": {
    status: 409,
    ru: "Документ уже утверждён или отклонён, менять его нельзя.",
    en: "The document is approved or discarded already and cannot be changed.",
  },
  "version-changed": {
    status: 409,
    ru: "Пока страница была открыта, документ изменили (была версия {expected}, теперь {actual}). Откройте его заново.",
    en: "The document was changed while the page was open (version {expected} then, {actual} now). Open it again.",
  },
  "reading-has-errors": {
    status: 422,
    ru: "В документе ошибки, их {errors}. Исправьте документ или подтвердите, что утверждаете его с ошибками, и укажите основание.",
    en: "The document has errors: {errors}. Correct it, or confirm that you approve it with its errors and give the basis.",
  },
  "basis-missing": {
    status: 422,
    ru: "Укажите основание: каким актом утверждена редакция.",
    en: "Give the basis: the act that approves the edition.",
  },
  "carry-wrong": {
    status: 422,
    ru: "Строку «{key}» нельзя связать с выбранной строкой прежней редакции: та другого рода или уже занята.",
    en: "The line “{key}” cannot be tied to the chosen line of the earlier edition: that one is of another kind or taken.",
  },
} as const satisfies Record<string, RefusalText>;

export type ProgrammeRefusalCode = keyof typeof programmeRefusals;
