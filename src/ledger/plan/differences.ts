import type { Kopecks } from "../../kernel/money.ts";
import { AUTHORITIES, type Authority, type Difference, type PlanRow, type PlanTotals, type Said } from "./views.ts";

/** Which authorities are held against each other: the edition against itself before the year, and each budget document against what stands above it. */
const PAIRS: readonly (readonly [Authority, Authority])[] = [
  ["atStart", "programme"],
  ["programme", "decision"],
  ["decision", "list"],
  ["programme", "list"],
];

/**
 * Where authorities say different sums, and which document made it so: the later one. A list is held against the programme
 * only where no decision stands between them.
 */
export function findDifferences(said: PlanRow["said"]): readonly Difference[] {
  return PAIRS.flatMap(([one, other]) => {
    if (one === "programme" && other === "list" && said.decision) return [];
    const [a, b] = [said[one], said[other]];
    if (!a || !b || a.kopecks === b.kopecks) return [];
    const [earlier, later] = isLater(a, b) ? [b, a] : [a, b];
    return [{ later, earlier, by: later.kopecks - earlier.kopecks }];
  });
}

/** Of one day, the document that stands further down has the last word. */
function isLater(a: Said, b: Said): boolean {
  return a.date === b.date ? AUTHORITIES.indexOf(a.authority) > AUTHORITIES.indexOf(b.authority) : a.date > b.date;
}

/** The sums of the rows; null of an authority that has said nothing at all. */
export function sumPlans(rows: readonly PlanRow[]): PlanTotals {
  const sum = (authority: Authority): Kopecks | null => {
    const sums = rows.flatMap((row) => row.said[authority]?.kopecks ?? []);
    return sums.length === 0 ? null : addUp(sums);
  };
  return {
    ...(Object.fromEntries(AUTHORITIES.map((authority) => [authority, sum(authority)])) as Record<
      Authority,
      Kopecks | null
    >),
    cash: addUp(rows.map(({ cash }) => cash)),
    actual: addUp(rows.map(({ actual }) => actual)),
  };
}

function addUp(sums: readonly Kopecks[]): Kopecks {
  return sums.reduce((all, kopecks) => all + kopecks, 0n);
}
