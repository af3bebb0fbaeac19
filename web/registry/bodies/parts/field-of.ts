const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^body-name$/, "name"],
  [/^body-act$/, "actWords"],
  [/^body-date$/, "since"],
  [/^size-/, "seats"],
  [/^seat-(number|taken|holder-twice)$/, "seat"],
  [/^seat-term$/, "from"],
  [/^seat-holder$/, "associationId"],
  [/^seat-consent$/, "consent"],
  [/^seat-basis$/, "basis"],
  [/^plan-activity$/, "activityId"],
];

/** The id of the field that a refusal speaks of. */
export function fieldOf(code: string): string {
  return FIELDS.find(([pattern]) => pattern.test(code))?.[1] ?? "name";
}
