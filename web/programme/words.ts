import type { Catalogue } from "../ui/text.ts";
import { en } from "./en.ts";
import { ru } from "./ru.ts";

export type ProgrammeWords = typeof ru;

export const programmeWords: Catalogue<ProgrammeWords> = { ru, en };
