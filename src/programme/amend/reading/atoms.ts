import type { Edit } from "../../draft/edit.ts";
import type { PassportLine, Proposal, Replacement } from "../act.ts";
import type { Span } from "../spans.ts";

/** A text of the programme in which words are replaced: a passport row's, or a section's paragraph's. */
export interface TextAddress {
  readonly of: "passport-row" | "section";
  /** Position of the row or section, from 0. */
  readonly at: number;
  /** Of the paragraph of a section, from 0; null for a passport row, whose text is one. */
  readonly paragraph: number | null;
}

export type Confidence = Proposal["confidence"];

/** What one order comes to, before orders about one text are put together. Everything is addressed in the programme as it stood. */
export type Atom =
  | {
      readonly do: "words";
      readonly address: TextAddress;
      readonly spans: readonly Span[];
      readonly confidence: Confidence;
    }
  | { readonly do: "put-paragraph"; readonly section: number; readonly at: number; readonly text: string }
  | { readonly do: "strike-paragraph"; readonly section: number; readonly at: number }
  | { readonly do: "edits"; readonly edits: readonly Edit[]; readonly confidence: Confidence }
  | { readonly do: "replacement"; readonly replacement: Replacement; readonly confidence: Confidence };

/** Why an order came to nothing. */
export interface Failure {
  readonly code:
    | "place-unknown"
    | "place-several"
    | "not-found"
    | "found-several"
    | "annex-missing"
    | "restated-unreadable"
    | "restated-foreign"
    | "not-understood";
  /** What the act names or quotes. */
  readonly named: string;
  /** What stands there instead, where one place is meant. */
  readonly there: string | null;
}

export type Outcome = readonly Atom[] | Failure;

export function isFailure(outcome: Outcome): outcome is Failure {
  return "code" in outcome;
}

export function fail(code: Failure["code"], named: string, there: string | null = null): Failure {
  return { code, named, there };
}

export function makeWords(text: string, part: "passport" | "sections"): PassportLine["text"] {
  return { text, place: { part, table: null, row: null, column: null, text: text.slice(0, 200) } };
}
