import type { Language } from "../../../src/kernel/refusal.ts";
import { formatCount } from "../../ui/format.ts";

/** Words that are the same for every gender, so that they stand before any noun; 1 and 2 stay figures in Russian. */
const WORDS: Readonly<Record<Language, Readonly<Record<number, string>>>> = {
  ru: { 3: "три", 4: "четыре", 5: "пять", 6: "шесть", 7: "семь", 8: "восемь", 9: "девять", 10: "десять" },
  en: { 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten" },
};

/** A small number as a word, a large one as figures. */
export function countWord(count: number, language: Language): string {
  return WORDS[language][count] ?? formatCount(count, language);
}

/** How often, in «в два раза»: «раз» is masculine. */
export function timesWord(count: number, language: Language): string {
  return language === "ru" && count === 2 ? "два" : countWord(count, language);
}
