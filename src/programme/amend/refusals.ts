import type { RefusalText } from "../../kernel/refusal.ts";

/** Why an amending act cannot be drafted or taken into a draft. */
export const AMEND_REFUSALS = {
  "nothing-to-amend": {
    status: 422,
    ru: "Редакции не различаются: вносить изменения не во что. Сначала измените черновик редакции.",
    en: "The editions do not differ: there is nothing to amend. Change the draft edition first.",
  },
  "not-an-act": {
    status: 422,
    ru: "В документе нет слов «о внесении изменений»: на постановление, которое меняет программу, он не похож. Если это сама программа, прочитайте её на странице «Прочитать документ».",
    en: "The document does not say that it amends anything: it does not look like an amending act. If it is the programme itself, read it on the page “Read a document”.",
  },
  "act-unknown": {
    status: 404,
    ru: "Такого прочитанного постановления здесь нет. Загрузите его ещё раз.",
    en: "There is no such act here. Upload it again.",
  },
  "nothing-chosen": {
    status: 422,
    ru: "Не отмечено ни одного изменения.",
    en: "No change is ticked.",
  },
  "act-does-not-fit": {
    status: 409,
    ru: "Постановление не внесено: по его адресу уже стоит другое («{there}»), а оно меняет «{text}». Ничего не изменено.",
    en: "The act was not applied: something else (“{there}”) stands where it puts “{text}”. Nothing was changed.",
  },
  "change-later": {
    status: 409,
    ru: "Отменить эту правку уже нельзя: то же место меняли после неё. Сначала отмените более поздние правки.",
    en: "This change cannot be taken back any more: the same place was changed after it. Take the later changes back first.",
  },
} as const satisfies Record<string, RefusalText>;

export type AmendRefusalCode = keyof typeof AMEND_REFUSALS;
