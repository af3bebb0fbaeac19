import type { ActSubject } from "../act/views.ts";

/**
 * «Правило пересмотра»: which municipal acts a new law concerns, and until when they are brought in line. Dates are local,
 * `YYYY-MM-DD`; `holdsUntil` is the last day, null where no end is known.
 */
export interface RevisionRule {
  readonly key: string;
  readonly law: string;
  /** Acts adopted before this day are concerned; those of this day or later count as its revision. */
  readonly adoptedBefore: string;
  readonly dueDate: string;
  readonly holdsFrom: string;
  readonly holdsUntil: string | null;
  readonly subjects: readonly ActSubject[];
  /** Where the rule was read. */
  readonly source: string;
  /** Held against the official text by the municipality. */
  readonly checked: boolean;
  /** 0: as the product brings it. */
  readonly version: number;
}
