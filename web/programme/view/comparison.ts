import { figureValue } from "../../../src/programme/consolidation.ts";
import type { FundingSource, Programme } from "../../../src/programme/contract.ts";
import type { Consolidation } from "../../../src/programme/views.ts";
import { amountOf, type MoneyLine } from "./money.ts";

/** One sum as three places of the document give it, in kopecks; null where a place does not name it. */
export interface Compared {
  readonly line: MoneyLine;
  readonly key: string;
  readonly activities: bigint;
  readonly annex3: bigint | null;
  readonly passport: bigint | null;
  readonly agrees: boolean;
}

/** Every sum by source and year, from the activities, annex 3 and the passport. A place that is silent disagrees with nobody. */
export function compareMoney(
  programme: Programme,
  table: Consolidation,
  sources: readonly FundingSource[],
): readonly Compared[] {
  const keys = [...programme.years.map(String), "total"];
  return [...sources, "cost" as const].flatMap((line) =>
    keys.map((key) => compareOne(programme, table, { line, key })),
  );
}

function compareOne(programme: Programme, table: Consolidation, at: { line: MoneyLine; key: string }): Compared {
  const find = (rows: Programme["summary"]) =>
    figureValue(
      rows.find((row) => row.kind === at.line),
      at.key,
    );
  const activities = amountOf(table, at.line, at.key);
  const [annex3, passport] = [find(programme.summary), find(programme.passport.finance)];
  const agrees = [annex3, passport].every((amount) => amount === null || amount === activities);
  return { ...at, activities, annex3, passport, agrees };
}
