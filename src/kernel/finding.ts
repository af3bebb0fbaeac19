export type Severity = "error" | "warning" | "note";

/** «Замечание»: the data is wrong. Returned beside a value, never thrown. Its message is rendered from `code`, `variant` and `values` by the slice that owns the code. */
export interface Finding<Code extends string = string, Place = unknown> {
  readonly code: Code;
  readonly severity: Severity;
  readonly where: Place;
  /** Further places that a reader needs to see to believe it. */
  readonly related: readonly Place[];
  /** As printed, or null where nothing stands there. */
  readonly found: string | null;
  readonly expected: string | null;
  /** Which of the code's sentences is meant. */
  readonly variant: string;
  readonly values: Readonly<Record<string, string | number>>;
}
