import { oneLine } from "../language/words.ts";
import { type Difference, findDifferences, findOccurrences } from "./differences.ts";
import { applySpans, type Span } from "./spans.ts";
import { isQuotable, nameQuoted, nameQuotedInstrumental, quote, writeOrdinalLocative } from "./wording.ts";

const MOST_REPLACEMENTS = 4;

interface Replacing {
  readonly words: string;
  readonly span: Span;
}

/** Sentences that turn one paragraph into another («цифры «1» заменить цифрами «2»»), or null where so much differs that it should be printed anew. */
export function writeReplacements(was: string, became: string): readonly string[] | null {
  const differences = findDifferences(was, became);
  if (!differences || differences.length === 0 || differences.length > MOST_REPLACEMENTS) return null;
  const replaced = differences.reduce((sum, { from, to }) => sum + to - from, 0);
  if (replaced * 2 > was.length) return null;
  const replacings = differences.map((difference) => writeReplacement(was, difference));
  if (replacings.some((replacing) => replacing === null)) return null;
  const found = replacings.flatMap((replacing) => replacing ?? []);
  const result = applySpans(
    was,
    found.map(({ span }) => span),
  );
  return result !== null && oneLine(result) === oneLine(became) ? found.map(({ words }) => words) : null;
}

function writeReplacement(text: string, difference: Difference): Replacing | null {
  if (difference.was === "") return writeAddition(text, difference);
  const where = nameOccurrence(text, difference.was, difference.from);
  if (where === null || !isQuotable(difference.was) || !isQuotable(difference.became)) return null;
  const { was, became, from, to } = difference;
  const name = `${nameQuoted(was)} ${quote(was)}${where}`;
  const words =
    became === "" ? `${name} исключить` : `${name} заменить ${nameQuotedInstrumental(became)} ${quote(became)}`;
  return { words, span: { from, to, text: became } };
}

/** Words added behind a word that stands: «после слов «…» дополнить словами «…»». */
function writeAddition(text: string, difference: Difference): Replacing | null {
  const before = text.slice(0, difference.from).trimEnd();
  const anchor = /[\p{L}\d][\p{L}\d-]*$/u.exec(before)?.[0];
  if (!anchor || !/^[\p{L}\d]/u.test(difference.became) || !isQuotable(difference.became)) return null;
  const from = before.length - anchor.length;
  const where = nameOccurrence(text, anchor, from);
  if (where === null) return null;
  const after = nameQuoted(anchor) === "цифры" ? "цифр" : "слова";
  const words = `после ${after} ${quote(anchor)}${where} дополнить ${nameQuotedInstrumental(difference.became)} ${quote(difference.became)}`;
  return { words, span: { from: before.length, to: before.length, text: ` ${difference.became}` } };
}

/** « во втором случае» where the same words stand several times; empty where they stand once; null where they are not found. */
function nameOccurrence(text: string, words: string, from: number): string | null {
  const places = findOccurrences(text, words);
  const at = places.findIndex((place) => place.from === from);
  if (at < 0) return null;
  if (places.length === 1) return "";
  return ` ${at === 1 ? "во" : "в"} ${writeOrdinalLocative(at + 1)} случае`;
}
