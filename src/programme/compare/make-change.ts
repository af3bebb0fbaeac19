import type { Part, Place, Words } from "../contract.ts";
import { oneLine } from "../language/words.ts";
import type { Change, ChangedLine, ChangeField, ChangeSubject, LineFate } from "../views-comparison.ts";
import { sameWords } from "./words.ts";

/** What all changes at one place have in common. */
export interface Spot {
  readonly part: Part;
  readonly line: ChangedLine | null;
  readonly fate: LineFate;
}

interface WordsChange {
  readonly subject: ChangeSubject;
  readonly field?: ChangeField;
  readonly was: Words | null | undefined;
  readonly became: Words | null | undefined;
}

/** A change of words, or none where both say the same. */
export function compareWords(spot: Spot, { subject, field, was, became }: WordsChange): readonly Change[] {
  // A line that comes or goes is named, even where its name is empty.
  const appears = field === "name" && Boolean(was) !== Boolean(became);
  if (!appears && sameWords(was?.text, became?.text)) return [];
  return [
    makeChange(spot, {
      subject,
      ...(field && { field }),
      was: printWords(was),
      became: printWords(became),
      places: { was: was?.place ?? null, became: became?.place ?? null },
    }),
  ];
}

function printWords(words: Words | null | undefined): string | null {
  return words && oneLine(words.text) !== "" ? words.text.trim() : null;
}

interface Given {
  readonly subject: ChangeSubject;
  readonly field?: ChangeField;
  readonly was: string | null;
  readonly became: string | null;
  readonly places: { readonly was: Place | null; readonly became: Place | null };
}

/** A change of words. */
export function makeChange({ part, line, fate }: Spot, { subject, field, was, became, places }: Given): Change {
  const none = { key: null, kind: null, difference: null, unit: null, reason: null };
  return { subject, ...(field && { field }), part, line, fate, was, became, places, ...none };
}
