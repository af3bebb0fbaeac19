import { oneLine } from "../language/words.ts";

/** A place in a text that an act replaces, by offsets. Empty `text` strikes it out. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text after all replacements, which were addressed in it as it stood; null where two of them overlap. */
export function applySpans(text: string, spans: readonly Span[]): string | null {
  const ordered = [...spans].sort((a, b) => a.from - b.from || a.to - b.to);
  let [result, at] = ["", 0];
  for (const span of ordered) {
    if (span.from < at) return null;
    const [from, to] = span.text === "" ? widenToSpace(text, span) : [span.from, span.to];
    result += text.slice(at, Math.max(at, from)) + span.text;
    at = to;
  }
  return result + text.slice(at);
}

/** What is struck out takes one of the spaces around it along. */
function widenToSpace(text: string, { from, to }: Span): [number, number] {
  if (/[^\S\n]/.test(text[from - 1] ?? "")) return [from - 1, to];
  return from === 0 && /[^\S\n]/.test(text[to] ?? "") ? [from, to + 1] : [from, to];
}

/** A paragraph of a longer text, with its offsets. */
export interface TextParagraph {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The paragraphs as an act counts them: empty lines are none. */
export function splitParagraphs(text: string): readonly TextParagraph[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap((match) =>
    oneLine(match[0]) === "" ? [] : [{ text: match[0], from: match.index, to: match.index + match[0].length }],
  );
}
