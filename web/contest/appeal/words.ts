import type { Catalogue } from "../../ui/text.ts";
import { en } from "./en.ts";
import { ru } from "./ru.ts";

export const appealWords: Catalogue<typeof ru> = { ru, en };
