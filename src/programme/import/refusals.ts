import type { RefusalText } from "../../kernel/refusal.ts";

/** Why a readable document is no programme. Figures that are wrong are findings and never refused. */
export const IMPORT_REFUSALS = {
  "no-tables": {
    status: 422,
    ru: "В документе нет таблиц, поэтому в нём нет ни паспорта, ни мероприятий программы. Выберите файл программы с приложениями.",
    en: "The document has no tables, so it holds neither a passport nor activities. Choose the programme's file with its annexes.",
  },
  "not-a-programme": {
    status: 422,
    ru: "В документе есть таблицы, но среди них не нашлось ни паспорта программы, ни показателей, ни мероприятий. Проверьте, тот ли это файл.",
    en: "The document has tables, but none is a programme's passport, indicators or activities. Check that this is the right file.",
  },
  "amending-act": {
    status: 422,
    ru: "Это акт о внесении изменений, а не сама программа. Внести его можно в черновик программы; сюда нужен файл программы целиком. То же делает команда sosedstvo act.",
    en: "This is an amending act, not the programme itself. It can be taken into a draft of the programme; here the whole programme's file is needed. The command sosedstvo act does the same.",
  },
} as const satisfies Record<string, RefusalText>;

export type ImportRefusalCode = keyof typeof IMPORT_REFUSALS;
