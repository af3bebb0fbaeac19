import type { Catalogue } from "../ui/text.ts";
import { en } from "./en.ts";
import { ru } from "./ru.ts";
import { terms as termsEn } from "./words-terms.en.ts";
import { terms as termsRu } from "./words-terms.ru.ts";

export const reportWords: Catalogue<typeof ru> = { ru, en };
/** What happens inside an assessment: kinds of terms, what is missing, what befell a line. */
export const termWords: Catalogue<typeof termsRu> = { ru: termsRu, en: termsEn };
