import type { Id } from "../../kernel/id.ts";
import type { BoundaryWarning } from "../boundary/views.ts";
import type { FOUNDING_FORMS, Section } from "../record/fields.data.ts";

/** What is wrong, missing or soon to be done about an association. */
export const WARNINGS = [
  "chair-term-over",
  "chair-term-soon",
  "chair-missing",
  "board-term-over",
  "board-term-soon",
  "board-missing",
  "quorum-below",
  "quorum-unknown",
  "founding-missing",
  "charter-missing",
  "charter-incomplete",
  "charter-before-law",
  "code-digits",
  "code-missing",
  "population-missing",
  "consent-missing",
  "kind-missing",
  "near-name",
  "no-boundary",
  "boundary-overlap",
  "boundary-outside",
] as const;
export type WarningCode = (typeof WARNINGS)[number];

export interface Warning {
  readonly code: WarningCode;
  readonly severity: "error" | "warning" | "note";
  /** The section where it is mended; null where another page says more. */
  readonly section: Section | null;
  readonly values: Readonly<Record<string, string | number>>;
}

/** «Правило кворума»: the least part of those entitled that must take part, in force from a day on. */
export interface QuorumRule {
  readonly form: (typeof FOUNDING_FORMS)[number];
  readonly validFrom: string;
  readonly numerator: number;
  readonly denominator: number;
  /** Law and clause. */
  readonly law: string;
  /** The municipality's own; else it comes with the programme, and the administration is asked to check it. */
  readonly isOwn: boolean;
}

/** What the map knows of boundaries, by association. */
export type BoundaryWarnings = ReadonlyMap<Id, readonly BoundaryWarning[]>;
