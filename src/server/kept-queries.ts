const PLACE = "(?:/m/[a-z0-9-]+)?(?:/en)?";
const PROGRAMME = `${PLACE}/programmes/[^/?]+`;
const EDITION = "edition=[1-9]\\d{0,5}";
const PAGE = "page=[1-9]\\d{0,3}";

/** The addresses whose query makes another page. A number that names nothing answers 404, which is not kept. */
const KEPT = [
  // Every page of a programme, of an earlier edition.
  `${PROGRAMME}(?:/(?:indicators|activities)(?:/[^/?]+)?|/finance|/findings|/[a-z]+\\.csv)?\\?${EDITION}`,
  // Lists that go over several pages.
  `${PROGRAMME}/(?:indicators|activities|findings)\\?(?:${EDITION}&)?${PAGE}`,
  // The news, page by page.
  `${PLACE}/news\\?${PAGE}`,
  // Two editions beside each other.
  `${PROGRAMME}/compare\\?was=[1-9]\\d{0,5}&became=[1-9]\\d{0,5}(?:&show=(?:money|words|indicators))?`,
  // The calendar of a month, narrowed or not; a form sends its empty fields too.
  `${PLACE}/events\\?month=20\\d\\d-[01]\\d(?:&kind=[a-z0-9-]{0,36})?(?:&settlement=[0-9a-f-]{0,36})?(?:&association=[0-9a-f-]{0,36})?`,
  // A region's districts in a year.
  `(?:${PLACE}|/|${PLACE}/districts\\.csv)\\?year=(?:\\d{4}|all)`,
].map((pattern) => new RegExp(`^${pattern}$`));

/** Whether the page cache keeps a page under this address (path and query as they were asked). */
export function keepsQuery(address: string): boolean {
  return KEPT.some((pattern) => pattern.test(address));
}
