import { figureValue } from "../../../src/programme/consolidation.ts";
import { type FundingSource, type Programme, SOURCES } from "../../../src/programme/contract.ts";
import { amountOf, consolidateMoney, type MoneyLine } from "./money.ts";
import { moneyKeys } from "./years.ts";

/** The places of a document that name sums by source and year. */
export const PLACES = ["activities", "annex3", "passport"] as const;
export type SumPlace = (typeof PLACES)[number];

/** One sum as the document's places give it, in kopecks; null where a place does not name it. */
export interface Compared extends Readonly<Record<SumPlace, bigint | null>> {
  readonly line: MoneyLine;
  readonly key: string;
  /** Null where only one place names the sum. */
  readonly agrees: boolean | null;
}

/** Every sum by source and year that annex 3 or the passport names, beside what the activities add up to. A place that is silent disagrees with nobody. */
export function compareMoney(programme: Programme): readonly Compared[] {
  const table = consolidateMoney(programme.activities, programme.years);
  const named = namedLines(programme);
  const readers: Readonly<Record<SumPlace, (line: MoneyLine, key: string) => bigint | null>> = {
    activities: (line, key) => (named.has(line) ? amountOf(table, line, key) : null),
    annex3: (line, key) => figureValue(findRow(programme.summary, line), key),
    passport: (line, key) => figureValue(findRow(programme.passport.finance, line), key),
  };
  return [...SOURCES, "cost" as const].flatMap((line) =>
    moneyKeys(programme.years).flatMap((key) => {
      const sums = {
        activities: readers.activities(line, key),
        annex3: readers.annex3(line, key),
        passport: readers.passport(line, key),
      };
      return sums.annex3 === null && sums.passport === null ? [] : [{ line, key, ...sums, agrees: doAgree(sums) }];
    }),
  );
}

/** The places that name any of the sums, in their order. */
export function listPlaces(compared: readonly Compared[]): readonly SumPlace[] {
  return PLACES.filter((place) => compared.some((row) => row[place] !== null));
}

/** What the activities say anything of: a source that none of them names is not zero, it is not said. */
function namedLines({ activities }: Programme): ReadonlySet<MoneyLine> {
  const sources = new Set<MoneyLine>(
    activities.flatMap((activity) => activity.sources.map((row) => row.kind as FundingSource)),
  );
  return activities.some((activity) => activity.cost !== null || activity.sources.length > 0)
    ? sources.add("cost")
    : sources;
}

function findRow(rows: Programme["summary"], line: MoneyLine) {
  return rows.find((row) => row.kind === line);
}

function doAgree(sums: Readonly<Record<SumPlace, bigint | null>>): boolean | null {
  const said = PLACES.flatMap((place) => sums[place] ?? []);
  return said.length < 2 ? null : said.every((sum) => sum === said[0]);
}
