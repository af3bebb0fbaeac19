import { assert } from "../kernel/assert.ts";
import type { Context } from "../kernel/context.ts";
import { formatDecimal } from "../kernel/decimal.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import type { FundingSource } from "./contract.ts";
import type { EditionLines } from "./edition.ts";
import { type ProgrammeTables, withProgrammeTables } from "./tables.ts";

/** Lines of one edition on their way into the database: `identities` by key of line, `sources` by kind. */
export interface LinesToStore {
  readonly editionId: Id;
  readonly lines: EditionLines;
  readonly identities: ReadonlyMap<string, Id>;
  readonly sources: ReadonlyMap<FundingSource, Id>;
}

/** PostgreSQL takes 65,535 parameters in a statement; the widest row has ten. */
const ROWS_AT_ONCE = 2_000;

type LineTable = Extract<keyof ProgrammeTables, `edition_${string}` | "allocation">;

export async function insertLines(ctx: Context<Tx>, given: LinesToStore): Promise<void> {
  const own = { municipality_id: ctx.municipalityId, edition_id: given.editionId };
  await insertRows(ctx, "edition_goal", rowsOfGoals(given, own));
  await insertRows(ctx, "edition_objective", rowsOfObjectives(given, own));
  await insertRows(ctx, "edition_indicator", rowsOfIndicators(given, own));
  await insertRows(ctx, "edition_target", rowsOfTargets(given, own));
  await insertRows(ctx, "edition_activity", rowsOfActivities(given, own));
  await insertRows(ctx, "edition_quantity", rowsOfQuantities(given, own));
  await insertRows(ctx, "allocation", rowsOfAllocations(given, own));
}

async function insertRows<Table extends LineTable>(
  ctx: Context<Tx>,
  table: Table,
  rows: readonly ProgrammeTables[Table][],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const batch = rows.slice(start, start + ROWS_AT_ONCE);
    // Kysely cannot follow a table name that is itself a type parameter; the rows are typed by this function's own signature.
    await withProgrammeTables(ctx.tx)
      .insertInto(table as LineTable)
      .values(batch as readonly object[] as never)
      .execute();
  }
}

interface Own {
  readonly municipality_id: Id;
  readonly edition_id: Id;
}

function rowsOfGoals(given: LinesToStore, own: Own): ProgrammeTables["edition_goal"][] {
  return given.lines.goals.map((line) => ({
    ...own,
    goal_id: identityOf(given, line.key),
    number: Number(line.number),
    name: line.name,
  }));
}

function rowsOfObjectives(given: LinesToStore, own: Own): ProgrammeTables["edition_objective"][] {
  return given.lines.objectives.map((line) => ({
    ...own,
    objective_id: identityOf(given, line.key),
    goal_id: line.goal && identityOf(given, line.goal),
    number: Number(line.number),
    name: line.name,
  }));
}

function rowsOfIndicators(given: LinesToStore, own: Own): ProgrammeTables["edition_indicator"][] {
  return given.lines.indicators.map((line) => ({
    ...own,
    indicator_id: identityOf(given, line.key),
    position: line.position,
    number: line.number ?? "",
    objective_id: line.objective && identityOf(given, line.objective),
    name: line.name,
    unit: line.unit,
  }));
}

function rowsOfTargets(given: LinesToStore, own: Own): ProgrammeTables["edition_target"][] {
  return given.lines.indicators.flatMap((line) =>
    line.targets.map((target) => ({
      ...own,
      indicator_id: identityOf(given, line.key),
      year: target.year,
      value: formatDecimal(target.value),
    })),
  );
}

function rowsOfActivities(given: LinesToStore, own: Own): ProgrammeTables["edition_activity"][] {
  return given.lines.activities.map((line) => ({
    ...own,
    activity_id: identityOf(given, line.key),
    position: line.position,
    number: line.number,
    goal_id: line.goal && identityOf(given, line.goal),
    objective_id: line.objective && identityOf(given, line.objective),
    name: line.name,
    executors: [...line.executors],
    expected_result: line.expectedResult,
  }));
}

function rowsOfQuantities(given: LinesToStore, own: Own): ProgrammeTables["edition_quantity"][] {
  return given.lines.activities.flatMap((line) =>
    line.quantities.map((quantity) => ({
      ...own,
      activity_id: identityOf(given, line.key),
      year: quantity.year,
      quantity: quantity.quantity === null ? null : formatDecimal(quantity.quantity),
      unit: quantity.unit,
      unit_cost_kopecks: quantity.unitCost,
    })),
  );
}

function rowsOfAllocations(given: LinesToStore, own: Own): ProgrammeTables["allocation"][] {
  return given.lines.activities.flatMap((line) =>
    line.allocations.map((allocation) => {
      const sourceId = given.sources.get(allocation.source);
      assert(sourceId, `source ${allocation.source} has an identity`);
      const { year, kopecks } = allocation;
      return { ...own, activity_id: identityOf(given, line.key), source_id: sourceId, year, kopecks };
    }),
  );
}

function identityOf(given: LinesToStore, key: string): Id {
  const id = given.identities.get(key);
  assert(id, `line ${key} has an identity`);
  return id;
}
