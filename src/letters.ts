import { accessLetters } from "./access/letters.ts";
import { contestLetters } from "./contest/letters.ts";
import { deskLetters } from "./desk/letters.ts";
import { eventLetters } from "./event/letters.ts";
import type { LetterList } from "./kernel/letter.ts";
import { platformLetters } from "./platform/mail/letters.ts";
import { reportLetters } from "./report/letters.ts";

/** The letters of all parts: their names never meet. */
export const LETTER_LISTS: readonly LetterList[] = [
  platformLetters,
  accessLetters,
  deskLetters,
  eventLetters,
  contestLetters,
  reportLetters,
];

export const letters: LetterList = Object.assign({}, ...LETTER_LISTS);
