/** Periods of a year, each from its first of January; `4` is the whole year. */
export const QUARTERS = [1, 2, 3, 4] as const;
export type Quarter = (typeof QUARTERS)[number];

/** «I квартал», «I полугодие», «9 месяцев» or the year. */
export interface QuarterOfYear {
  readonly year: number;
  readonly quarter: Quarter;
}

const ENDS: Readonly<Record<Quarter, string>> = { 1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31" };

/** The last day of a period, or today while it goes on. */
export function endOfPeriod({ year, quarter }: QuarterOfYear, today: string): string {
  const end = `${year}-${ENDS[quarter]}`;
  return end < today ? end : today;
}

/** The first day of a period's last three months: from then on it has facts of its own. */
export function beginOfPeriod({ year, quarter }: QuarterOfYear): string {
  return `${year}-${String(quarter * 3 - 2).padStart(2, "0")}-01`;
}

/** The years that have begun by today, each once and in order: those that can have facts. */
export function listBegunYears(years: readonly number[], today: string): readonly number[] {
  return [...new Set(years)].filter((year) => `${year}-01-01` <= today).sort((a, b) => a - b);
}

/** The periods of a year that have begun by today; of a year that has none. */
export function listBegunQuarters(year: number, today: string): readonly Quarter[] {
  return QUARTERS.filter((quarter) => quarter === 4 || beginOfPeriod({ year, quarter }) <= today);
}
