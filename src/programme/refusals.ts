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
  "format-not-written": {
    status: 422,
    ru: "Файл с окончанием «{ending}» программа не пишет. Назовите файл с одним из окончаний: {known}.",
    en: "A file ending in “{ending}” is not written. Name a file that ends in one of: {known}.",
  },
  "answer-unknown": {
    status: 422,
    ru: "О таблице или графе «{key}» сказано то, чего нет в списке. Выберите ответ из списка.",
    en: "What was said of the table or column “{key}” is not on the list. Choose an answer from the list.",
  },
  "carry-wrong": {
    status: 422,
    ru: "Строку «{key}» нельзя связать с выбранной строкой прежней редакции: та другого рода или уже занята.",
    en: "The line “{key}” cannot be tied to the chosen line of the earlier edition: that one is of another kind or taken.",
  },
  "draft-unknown": {
    status: 404,
    ru: "Такого черновика здесь нет.",
    en: "There is no such draft here.",
  },
  "draft-closed": {
    status: 409,
    ru: "Черновик уже отправлен на утверждение или отменён, менять его нельзя. Откройте новый.",
    en: "The draft was submitted or discarded already and cannot be changed. Open a new one.",
  },
  "draft-changes-wrong": {
    status: 422,
    ru: "Правки не приняты: в них то, чего в черновике быть не может, или ячеек больше, чем принимается за один раз (20 000). Вставляйте частями.",
    en: "The changes were not accepted: they hold what a draft cannot have, or more cells than are taken at once (20,000). Paste in parts.",
  },
  "draft-unchanged": {
    status: 422,
    ru: "В черновике нет ни одной правки: утверждать нечего.",
    en: "The draft has no changes: there is nothing to approve.",
  },
  "draft-outdated": {
    status: 409,
    ru: "Черновик начат с редакции {base}, а действует уже редакция {inForce}. Перенесите правки на действующую редакцию, посмотрите их и отправьте снова.",
    en: "The draft began from edition {base}, and edition {inForce} is in force by now. Move the changes onto the edition in force, look at them and submit again.",
  },
  "succession-wrong": {
    status: 422,
    ru: "Строка прежней редакции «{name}» не может одновременно продолжаться и быть завершённой, разделённой или объединённой так, как указано.",
    en: "The line “{name}” of the earlier edition cannot be carried on and at once be ended, split or joined as given.",
  },
  "line-in-use": {
    status: 409,
    ru: "Строку «{name}» нельзя завершить: {uses}. Укажите, какая строка новой редакции её продолжает, или что она разделена либо объединена.",
    en: "The line “{name}” cannot be ended: {uses}. Say which line of the new edition carries it on, or that it was split or joined.",
  },
  "edition-older": {
    status: 409,
    ru: "Документ старше действующей редакции {edition}: последний акт в нём от {documentDate}, а в редакции — от {inForceDate}. Чтобы всё же сохранить его следующей редакцией, подтвердите это.",
    en: "The document is older than edition {edition} in force: its last act is of {documentDate}, the edition’s of {inForceDate}. To keep it as the next edition nevertheless, confirm it.",
  },
  "edition-repeats": {
    status: 409,
    ru: "Документ повторяет редакцию {earlier}, а действует уже редакция {edition}. Чтобы всё же сохранить его следующей редакцией, подтвердите это.",
    en: "The document repeats edition {earlier}, while edition {edition} is in force. To keep it as the next edition nevertheless, confirm it.",
  },
} as const satisfies Record<string, RefusalText>;

export type ProgrammeRefusalCode = keyof typeof programmeRefusals;
