const BROKEN = /(\p{L}+)-$/u;
const WORD_START = /^(\p{Ll}+)/u;
const WORD = /\p{L}+(?:-\p{L}+)*/gu;

const LISTED = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]|[-–—•])\s+\p{L}/u;
const BARE_NUMBER = /^[\d.)]+$/;
const PART_END = /[;:]$/;
/** Short words before a full stop are abbreviations («тыс.», «ул.»). */
const SENTENCE_END = /(?:\p{L}{4}|[\d»")])\.$/u;

/** Words of a text as they stand unbroken, in small letters: what a hyphen at a line's end is judged by. */
export class Vocabulary {
  private readonly words = new Set<string>();

  /** Lines of one cell or of the body. */
  add(lines: readonly string[]): void {
    lines.forEach((line, index) => {
      const words = line.toLowerCase().match(WORD) ?? [];
      const isEnd = BROKEN.test(lines[index - 1] ?? "");
      const whole = isEnd ? words.slice(1) : words;
      for (const word of BROKEN.test(line) ? whole.slice(0, -1) : whole) this.words.add(word);
    });
  }

  has(word: string): boolean {
    return this.words.has(word.toLowerCase());
  }
}

/**
 * The lines of a cell as paragraphs: a blank line ends one, and so does the end of a sentence or of a part of a list at a
 * line's end; other lines go on behind a blank. A word that a line breaks at
 * a hyphen is joined; the hyphen stays where the whole word stands elsewhere with it, or where the first part ends in
 * «о» and the second is a word elsewhere («социально-» and «значимых»), as in compounds and not at the ends of syllables.
 */
export function joinLines(lines: readonly string[], vocabulary: Vocabulary): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    const current = paragraphs.at(-1) ?? [];
    if (line === "" && current.length > 0) paragraphs.push([]);
    else if (line !== "" && beginsParagraph(current.at(-1), line)) paragraphs.push([line]);
    else if (line !== "") addLine(current, line, vocabulary);
  }
  const texts = paragraphs.map((pieces) => pieces.join("")).filter((text) => text !== "");
  return texts.length > 0 ? texts : [""];
}

/** A line with the number of a list, and one behind the end of a sentence or of a part of a list. */
function beginsParagraph(before: string | undefined, line: string): boolean {
  if (before === undefined || BARE_NUMBER.test(before)) return false;
  return LISTED.test(line) || PART_END.test(before) || (SENTENCE_END.test(before) && /^\p{Lu}/u.test(line));
}

/** Puts a line behind the pieces of a paragraph; only the last piece is looked at, however long the paragraph is. */
function addLine(pieces: string[], line: string, vocabulary: Vocabulary): void {
  const before = pieces.at(-1);
  if (before === undefined) {
    pieces.push(line);
    return;
  }
  const first = BROKEN.exec(before)?.[1];
  const second = WORD_START.exec(line)?.[1];
  // A range of years or numbers broken at its dash.
  const isRange = /\d[-–]$/.test(before) && /^\d/.test(line);
  if (isRange || (first !== undefined && second !== undefined && isCompound(first, second, vocabulary))) {
    pieces.push(line);
  } else if (first !== undefined && second !== undefined) {
    pieces[pieces.length - 1] = before.slice(0, -1);
    pieces.push(line);
  } else {
    pieces.push(" ", line);
  }
}

function isCompound(first: string, second: string, vocabulary: Vocabulary): boolean {
  if (vocabulary.has(`${first}-${second}`)) return true;
  return /о$/i.test(first) && vocabulary.has(second) && !vocabulary.has(first + second);
}
