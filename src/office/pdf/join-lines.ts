import type { Line } from "./marks.ts";

/** Between which edges the lines were set. */
interface Setting {
  readonly left: number;
  readonly right: number;
  /** Whether this file prints the spaces at which it breaks its lines; most do. */
  readonly printsSpaces: boolean;
  /** Words that surely are whole. */
  readonly known: ReadonlySet<string>;
}

/** The share of a size by which a first line is set in. */
const INDENT = 0.8;
/** More than so many heights of a line between two lines is a gap. */
const GAP = 1.9;

/** «1.», «2.1.», «3)», «–» at the beginning of a line. */
const LIST_ITEM = /^(\d{1,2}(\.\d{1,2})*[.)]|\d{1,2}\.\d{1,2}|[-–—•](?=\s\D))\s/;

/** Lines as the paragraphs that they were: a line begins one where it is set in, after a gap, or where its first word would have fitted above. */
export function joinLines(lines: readonly Line[], setting: Setting): readonly string[] {
  const paragraphs: string[] = [];
  let above: Line | null = null;
  for (const line of lines) {
    const last = paragraphs.length - 1;
    if (above === null || beginsParagraph(above, line, setting)) paragraphs.push(line.text);
    else paragraphs[last] = continueText(paragraphs[last] ?? "", above, { line, setting });
    above = line;
  }
  return paragraphs;
}

function beginsParagraph(above: Line, line: Line, { left, right, printsSpaces }: Setting): boolean {
  if (line.baseline - above.baseline > GAP * Math.max(line.size, above.size)) return true;
  const isSetIn = line.left - left > INDENT * line.size && line.left - above.left > INDENT * line.size;
  if (isSetIn && !isCentred(line, left, right)) return true;
  if ((printsSpaces && above.endsOpen) || /\p{L}-$/u.test(above.text)) return false;
  if (LIST_ITEM.test(line.text)) return true;
  // A word that was broken left no room for one more letter.
  if (printsSpaces) return right - above.right > line.size;
  return right - above.right > widthOfFirstWord(line) + 0.3 * line.size;
}

function isCentred(line: Line, left: number, right: number): boolean {
  const [before, after] = [line.left - left, right - line.right];
  return before > line.size && Math.abs(before - after) < 2 * line.size;
}

function widthOfFirstWord({ text, left, right }: Line): number {
  const [word = ""] = text.split(" ", 1);
  return text.length === 0 ? 0 : ((right - left) * word.length) / text.length;
}

/** A word that was broken goes on without a space: at a hyphen between letters, and where it was wider than its column. */
function continueText(before: string, above: Line, { line, setting }: { line: Line; setting: Setting }): string {
  if (/\p{L}-$/u.test(before) && /^\p{L}/u.test(line.text)) return joinAtHyphen(before, line.text, setting.known);
  if (/\d[–-]$/.test(before) && /^\d/.test(line.text)) return before + line.text;
  if (/^[\d\s]+,\d?$/.test(before) && /^\d{1,2}$/.test(line.text)) return before + line.text;
  // Nothing begins with what ends a word.
  if (/^[.,;:)»]/.test(line.text) || /\/$/.test(before)) return before + line.text;
  return isTooWide(above, line, setting) ? before + line.text : `${before} ${line.text}`;
}

/** A hyphen at the end of a line is the word's own, unless the word stands elsewhere without it. */
function joinAtHyphen(before: string, text: string, known: ReadonlySet<string>): string {
  return known.has(lastWord(before) + firstWord(text)) ? before.slice(0, -1) + text : before + text;
}

/**
 * Only a word that filled its line can have been broken. Words that stand elsewhere in the document tell whether it was; else it
 * stands alone, does not fit into its column together with what follows, and what hangs over is short and no word.
 */
function isTooWide(above: Line, line: Line, { left, right, known, printsSpaces }: Setting): boolean {
  if (above.endsOpen || !/[\p{L}\d]$/u.test(above.text) || !/^[\p{L}\d,]/u.test(line.text)) return false;
  const [whole, half] = [lastWord(above.text), firstWord(line.text)];
  const letter = widthOfFirstWord(line) / Math.max(1, half.length);
  const free = right - above.right;
  if (free >= 1.5 * letter) return false;
  if (/\p{Ll}$/u.test(above.text) && /^\p{Lu}/u.test(line.text)) return false;
  if (known.has(whole + half)) return true;
  if (known.has(whole) && known.has(half)) return false;
  // A space would have fitted and would have been printed.
  if (printsSpaces && free > SPACE * above.size) return true;
  const isAlone = !/\s/.test(above.text) && above.right - above.left + letter * (half.length + 0.5) > right - left;
  return isAlone && !known.has(whole) && half.length <= LONGEST_TAIL && (half.length === 1 || !known.has(half));
}

/** Of a size. */
const SPACE = 0.3;
/** Of what hangs over of a word that was a little too wide for its column. */
const LONGEST_TAIL = 5;

const WORD = /[\p{L}\d]+/gu;

export const lastWord = (text: string) => text.toLowerCase().match(WORD)?.at(-1) ?? "";
export const firstWord = (text: string) => text.toLowerCase().match(WORD)?.[0] ?? "";

/** The words of a document that surely are whole: those that stand inside a line, or before a printed space. */
export function listKnownWords(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ text, endsOpen }) => (text.toLowerCase().match(WORD) ?? []).slice(1, endsOpen ? undefined : -1)),
  );
}

/** Whether the file prints the spaces at which it breaks lines: told by the lines that another follows, of which many end a paragraph. */
export function printsSpaces(texts: readonly (readonly Line[])[]): boolean {
  const followed = texts.flatMap((lines) => lines.slice(0, -1));
  return followed.filter(({ endsOpen }) => endsOpen).length * 5 >= followed.length;
}
