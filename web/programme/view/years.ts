/** Keys of money by year: the years and `total`, which says nothing beside a single year. */
export function moneyKeys(years: readonly number[]): readonly string[] {
  return years.length === 1 ? years.map(String) : [...years.map(String), "total"];
}
