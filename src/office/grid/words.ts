import { printableText } from "../printable.ts";

/** One line of words: no tabs, no doubled spaces, nothing that cannot be printed. */
export function cleanLine(text: string): string {
  return printableText(text).replace(/\s+/g, " ").trim();
}

/** Lines of words, blank ones at the ends and doubled ones between left out. */
export function cleanLines(text: string): string {
  const lines = printableText(text).split(/\r\n|\r|\n/);
  return lines
    .map((line) => cleanLine(line))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

/** Words as one compares them: small letters, ё as е, without signs. */
export function foldText(text: string): string {
  return foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Small letters, ё as е: what a search looks for and in. */
export function foldLetters(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll("ё", "е");
}
