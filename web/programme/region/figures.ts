import type { DistrictView, RegionLine } from "../../../src/programme/views-region.ts";
import { REGION_LINES } from "../../../src/programme/views-region.ts";

/** A year, or all years of each programme together. */
export type Period = number | "all";

type Shown = Pick<DistrictView, "programme">;

/** Every year of any programme, ascending. */
export function listYears(districts: readonly Shown[]): readonly number[] {
  const years = new Set(districts.flatMap(({ programme }) => programme?.years ?? []));
  return [...years].toSorted((a, b) => a - b);
}

/** What the address asks for; by default this year, where a programme covers it. Null for a year of none. */
export function choosePeriod(years: readonly number[], asked: string | null, thisYear: number): Period | null {
  if (asked === null) return years.includes(thisYear) ? thisYear : "all";
  if (asked === "all") return "all";
  return years.find((year) => String(year) === asked) ?? null;
}

/** Kopecks of a district in the period; null where its programme does not cover the year. */
export function amountIn({ programme }: Shown, line: RegionLine, period: Period): bigint | null {
  if (programme === null) return null;
  if (period === "all") return programme.money[line].total ?? 0n;
  return programme.years.includes(period) ? (programme.money[line][String(period)] ?? 0n) : null;
}

export function sumIn(districts: readonly Shown[], line: RegionLine, period: Period): bigint {
  return districts.reduce((sum, district) => sum + (amountIn(district, line, period) ?? 0n), 0n);
}

/** The sources that pay anything in any year, and the whole: columns do not come and go with the year. */
export function listLines(districts: readonly Shown[]): readonly RegionLine[] {
  return REGION_LINES.filter((line) => line === "cost" || sumIn(districts, line, "all") !== 0n);
}

/** Counts of all districts together. */
export function countAll(districts: readonly Shown[]) {
  const programmes = districts.flatMap(({ programme }) => programme ?? []);
  const add = (read: (programme: (typeof programmes)[number]) => number) =>
    programmes.reduce((sum, programme) => sum + read(programme), 0);
  return {
    districts: districts.length,
    programmes: programmes.length,
    activities: add(({ activities }) => activities),
    indicators: add(({ indicators }) => indicators),
    errors: add(({ findings }) => findings.error),
    warnings: add(({ findings }) => findings.warning),
    findings: add(countFindings),
  };
}

/** All of them, as the district's own first page counts them. */
export function countFindings({ findings }: { readonly findings: Readonly<Record<string, number>> }): number {
  return Object.values(findings).reduce((sum, number) => sum + number, 0);
}
