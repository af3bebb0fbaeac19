import type { Programme } from "../../../src/programme/contract.ts";

/** How a document calls the budget of its region: «областной», «краевой», «республиканский», «окружной». */
export const REGION_KINDS = ["oblast", "krai", "republic", "okrug"] as const;
export type RegionKind = (typeof REGION_KINDS)[number];

const ROOTS: Readonly<Record<RegionKind, RegExp>> = {
  oblast: /областн\S*\s+бюджет|бюджет\S*\s+\S*\s*области/iu,
  krai: /краев\S*\s+бюджет|бюджет\S*\s+\S*\s*края/iu,
  republic: /республик\S*/iu,
  okrug: /окружн\S*\s+бюджет|бюджет\S*\s+\S*\s*автономного округа/iu,
};

/** What the labels of the regional money say, those of the passport and of annex 3 first; null where they do not tell. */
export function findRegionKind({ passport, summary, activities }: Programme): RegionKind | null {
  const rows = [...passport.finance, ...summary, ...activities.flatMap((activity) => activity.sources)];
  for (const row of rows) {
    if (row.kind !== "regional") continue;
    const kind = REGION_KINDS.find((one) => ROOTS[one].test(row.label.text));
    if (kind) return kind;
  }
  return null;
}
