const RUSSIAN_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя";
const LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz";
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];
const MOST_ROMAN = 5000;

/** A number as Word prints it in a list; `format` is w:numFmt, and an unknown one is printed as figures. */
export function formatNumber(value: number, format: string): string {
  if (format === "lowerLetter") return toLetters(value, LATIN_LETTERS);
  if (format === "upperLetter") return toLetters(value, LATIN_LETTERS).toUpperCase();
  if (format === "russianLower") return toLetters(value, RUSSIAN_LETTERS);
  if (format === "russianUpper") return toLetters(value, RUSSIAN_LETTERS).toUpperCase();
  if (format === "lowerRoman") return toRoman(value);
  if (format === "upperRoman") return toRoman(value).toUpperCase();
  if (format === "decimalZero") return String(value).padStart(2, "0");
  if (format === "none") return "";
  return String(value);
}

/** After the last letter Word repeats them: z, aa, bb. */
function toLetters(value: number, letters: string): string {
  if (value < 1) return "";
  const letter = letters[(value - 1) % letters.length] ?? "";
  return letter.repeat(Math.min(Math.floor((value - 1) / letters.length) + 1, 10));
}

function toRoman(value: number): string {
  if (value < 1 || value > MOST_ROMAN) return String(value);
  let left = value;
  let text = "";
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  }
  return text;
}
