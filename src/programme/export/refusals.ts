import type { RefusalText } from "../../kernel/refusal.ts";

/** Why a file of the system's own format is not taken in. */
export const EXPORT_REFUSALS = {
  "json-broken": {
    status: 422,
    ru: "Файл начинается как программа, сохранённая «Соседством», но повреждён: {place}. Сохраните его ещё раз.",
    en: "The file begins as a programme saved by Sosedstvo but is damaged: {place}. Export it once more.",
  },
  "json-newer": {
    status: 422,
    ru: "Файл сохранён более новой версией «Соседства» (формат {version}). Обновите «Соседство», чтобы его прочитать.",
    en: "The file was saved by a newer version of Sosedstvo (format {version}). Update Sosedstvo to read it.",
  },
} as const satisfies Record<string, RefusalText>;

export type ExportRefusalCode = keyof typeof EXPORT_REFUSALS;
