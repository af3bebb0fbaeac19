const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^publication-(kind|closed|changed)$|^outlet-unknown$/, "kind"],
  [/^publication-text$/, "text"],
  [/^publication-link|^publication-where$/, "link"],
  [/^publication-date$/, "publishedOn"],
  [/^publication-belongs$/, "associationIds"],
  [/^publication-reason$/, "reason"],
  [/^picture|^publication-picture-(missing|unknown)|^publication-pictures/, "picture"],
  [/^publication-picture-alt$/, "alt"],
  [/^outlet-/, "name"],
];

/** The id of the field that a refusal speaks of. */
export function fieldOf(code: string): string {
  return FIELDS.find(([pattern]) => pattern.test(code))?.[1] ?? "title";
}
