import type { Place, Programme } from "../contract.ts";
import { readYears } from "../language/words.ts";
import { type Check, makeFinding } from "./finding.ts";

interface Mention {
  readonly place: Place;
  readonly years: readonly number[];
}

/** The years of the title, the passport and the tables are the same. */
export const yearsDiffer: Check = (programme) => {
  const mentions = mentionsOf(programme).filter((mention) => mention.years.length > 0);
  const expected = commonest(mentions);
  return mentions
    .filter((mention) => write(mention.years) !== expected)
    .map((mention) => makeFinding("years-differ", "warning", mention.place, { found: write(mention.years), expected }));
};

function mentionsOf(programme: Programme): Mention[] {
  const { passport } = programme;
  const money = passport.finance[0];
  return [
    { place: programme.title.place, years: programme.titleYears },
    ...(passport.name ? [{ place: passport.name.place, years: readYears(passport.name.text) }] : []),
    ...(passport.term ? [{ place: passport.term.place, years: passport.termYears }] : []),
    ...(money
      ? [
          {
            place: money.label.place,
            years: Object.keys(money.values)
              .filter((key) => key !== "total")
              .map(Number),
          },
        ]
      : []),
    ...programme.heads.map((head) => {
      const columns = head.columns.filter((column) => column.meaning === "year");
      const place = columns[0]?.place ?? { part: head.part, table: head.table, row: 1, column: null, text: "" };
      return { place, years: columns.flatMap((column) => readYears(column.text)) };
    }),
  ];
}

function commonest(mentions: readonly Mention[]): string {
  const counts = new Map<string, number>();
  for (const { years } of mentions) counts.set(write(years), (counts.get(write(years)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

function write(years: readonly number[]): string {
  return [...new Set(years)].sort((a, b) => a - b).join(", ");
}
