import { activitiesUnder, figureValue } from "../consolidation.ts";
import type { FigureKind, FigureRow, Programme } from "../contract.ts";
import type { Address } from "./edit.ts";
import { replaceValues } from "./follow.ts";
import { rowOf, sumOf } from "./programme-totals.ts";

/** Where a total stands: of an activity, of annex 2 or of annex 3. */
export type TotalAddress = Extract<Address, { of: "figure" | "rollup" | "summary" }>;

/** What a person types for «the sum of what it adds up». */
const THE_SUM = "=";

/** A figure that follows from others by arithmetic: it is counted, and typed only where it disagrees with them. */
export function isCounted(programme: Programme, address: TotalAddress): boolean {
  if (address.of !== "figure" || address.key === "total") return true;
  return address.kind === "cost" && (programme.activities[address.at]?.sources.length ?? 0) > 0;
}

/** Whether a written total differs from what it adds up, in any of the ways in which it can be added up. */
export function disagrees(programme: Programme, address: TotalAddress): boolean {
  const value = figureValue(findRow(programme, address), address.key) ?? 0n;
  return listSums(programme, address).some((sum) => sum !== value);
}

/** What a typed text says of a total: «=» is its sum, printed as the row prints its figures. */
export function readTotal(programme: Programme, address: TotalAddress, text: string): string {
  const row = findRow(programme, address);
  const [sum] = listSums(programme, address);
  if (text.trim() !== THE_SUM || !row || sum === undefined) return text;
  const others = { ...row.values, [address.key]: { ...row.values[address.key], printed: "" } } as FigureRow["values"];
  const counted = replaceValues(
    { ...row, values: others },
    new Map([[address.key, sum]]),
    besideOf(programme, address),
  );
  return counted.values[address.key]?.printed ?? text;
}

export function findRow(programme: Programme, address: TotalAddress): FigureRow | null {
  const { kind } = address;
  if (address.of === "figure") {
    const activity = programme.activities[address.at];
    return (activity && rowOf(activity, kind)) ?? null;
  }
  return besideOf(programme, address).find((row) => row.kind === kind) ?? null;
}

function besideOf(programme: Programme, address: TotalAddress): readonly FigureRow[] {
  if (address.of === "summary") return programme.summary;
  return (
    (address.of === "rollup" ? programme.rollups[address.at]?.rows : programme.activities[address.at]?.sources) ?? []
  );
}

/** What the total must be: the sum of what stands below it first, then of the rows and of the years beside it. */
function listSums(programme: Programme, address: TotalAddress): readonly bigint[] {
  const { kind, key } = address;
  const row = findRow(programme, address);
  if (!row?.values[key]) return [];
  const sources = besideOf(programme, address).filter((one) => one.kind !== "cost");
  const ofSources = kind === "cost" && sources.length > 0 ? [addUp(sources, key)] : [];
  const ofYears =
    key === "total" ? [programme.years.reduce((sum, year) => sum + (figureValue(row, String(year)) ?? 0n), 0n)] : [];
  return [...sumBelow(programme, address, { kind, key }), ...ofSources, ...ofYears];
}

function sumBelow(
  programme: Programme,
  address: TotalAddress,
  { kind, key }: { kind: FigureKind; key: string },
): readonly bigint[] {
  if (address.of === "figure") return [];
  const rollup = address.of === "rollup" ? programme.rollups[address.at] : null;
  return [sumOf(rollup ? activitiesUnder(programme, rollup) : programme.activities, kind, key)];
}

function addUp(rows: readonly FigureRow[], key: string): bigint {
  return rows.reduce((sum, row) => sum + (figureValue(row, key) ?? 0n), 0n);
}
