const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^act-(kind|adopted)$/, "kind"],
  [/^act-(requisites|known)$/, "number"],
  [/^act-date-wrong$/, "date"],
  [/^act-title$/, "title"],
  [/^act-term$/, "inForceFrom"],
  [/^act-text-long$/, "text"],
  [/^act-link$/, "link"],
  [/^settlement-unknown$/, "settlementId"],
  [/^act-file/, "file"],
  [/^relation-(order|self|level|draft|circle|known)$|^act-unknown$/, "targetId"],
  [/^relation-before$/, "holdsFrom"],
  [/^relation-kind$/, "relation"],
  [/^relation-reason$/, "reason"],
  [/^review-/, "basis"],
  [/^plan-activity$/, "activityId"],
  [/^rule-/, "source"],
];

/** The id of the field that a refusal speaks of. */
export function fieldOf(code: string): string {
  return FIELDS.find(([pattern]) => pattern.test(code))?.[1] ?? "kind";
}
