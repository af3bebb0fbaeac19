import { isDeepStrictEqual } from "node:util";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { AssociationState } from "../contract.ts";
import { type Content, type Entry, joinContents, readAsOf } from "../record/record.ts";
import { withRegistryTables } from "../tables.ts";
import { projectParticulars } from "./projection.ts";

/** What a recount can find of an association. */
export type AssociationCheck = "association-without-entries" | "particulars-differ" | "search-differs";

export interface AssociationFault {
  readonly check: AssociationCheck;
  /** The association's number, and the fields that differ. */
  readonly what: string;
}

export interface AssociationReport {
  readonly associations: number;
  readonly entries: number;
  readonly faults: readonly AssociationFault[];
}

/** Reads every association's entries anew as of a day, and compares with them what lists and pages are shown from. */
export async function recountAssociations(tx: Tx, municipalityId: Id, today: string): Promise<AssociationReport> {
  const kept = await selectKept(tx, municipalityId);
  const entries = await selectAllEntries(tx, municipalityId);
  const own = Map.groupBy(entries, ({ associationId }) => associationId);
  const faults = kept.flatMap((association) => findFaults(association, own.get(association.id) ?? [], today));
  return { associations: kept.length, entries: entries.length, faults };
}

interface Kept {
  readonly id: Id;
  readonly number: number;
  readonly name: string;
  readonly settlementId: Id;
  readonly state: AssociationState;
  readonly particulars: Content;
  readonly search: string;
}

function findFaults(kept: Kept, entries: readonly Entry[], today: string): readonly AssociationFault[] {
  const particulars = joinContents(readAsOf(entries, { on: today, knownAt: null }));
  const number = `№ ${kept.number}`;
  if (particulars.name === undefined) return [{ check: "association-without-entries", what: number }];
  const expected = projectParticulars(particulars);
  const columns = (["name", "settlementId", "state"] as const).filter((key) => expected[key] !== kept[key]);
  const keys = new Set([...Object.keys(particulars), ...Object.keys(kept.particulars)]);
  const fields = [...keys].filter((key) => !isDeepStrictEqual(read(particulars, key), read(kept.particulars, key)));
  const differing = [...new Set([...columns, ...fields])];
  return [
    ...(differing.length > 0
      ? [{ check: "particulars-differ" as const, what: `${number}: ${differing.join(", ")}` }]
      : []),
    ...(expected.search === kept.search ? [] : [{ check: "search-differs" as const, what: number }]),
  ];
}

const read = (content: Content, key: string) => (content as Readonly<Record<string, unknown>>)[key];

function selectKept(tx: Tx, municipalityId: Id): Promise<readonly Kept[]> {
  return withRegistryTables(tx)
    .selectFrom("association")
    .select(["id", "number", "name", "settlement_id as settlementId", "state", "particulars", "search"])
    .where("municipality_id", "=", municipalityId)
    .orderBy("number")
    .execute();
}

function selectAllEntries(tx: Tx, municipalityId: Id): Promise<readonly (Entry & { readonly associationId: Id })[]> {
  return withRegistryTables(tx)
    .selectFrom("association_entry")
    .select(["association_id as associationId", "id", "section", "since", "content", "basis", "corrects"])
    .select("recorded_at as recordedAt")
    .where("municipality_id", "=", municipalityId)
    .execute();
}
