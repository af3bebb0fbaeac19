import { type SelectQueryBuilder, sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type AccessTables, withAccessTables } from "../tables.ts";
import type { FieldValues, TrailFilter } from "./views.ts";

/** A row as it is stored. */
export interface StoredEntry {
  readonly id: Id;
  readonly at: Date;
  readonly actor_kind: "person" | "system" | "stranger";
  readonly actor_person_id: Id | null;
  readonly actor_name: string | null;
  readonly role: string | null;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: Id | null;
  readonly basis: string | null;
  readonly refusal: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly before: FieldValues | null;
  readonly after: FieldValues | null;
  readonly number: bigint | null;
  readonly hash: Buffer | null;
}

/** What a page begins after: the last row of the page before it. */
export interface TrailPlace {
  readonly at: Date;
  readonly id: Id;
}

export interface TrailQuery {
  readonly filter: TrailFilter;
  readonly timeZone: string;
  readonly after: TrailPlace | null;
  readonly limit: number;
}

type Entries = SelectQueryBuilder<{ entry: AccessTables["audit_entry"] }, "entry", object>;

/** The newest rows first. The rows of a page are found by their index before their links are looked up. */
export async function listEntries(ctx: Context<Tx>, query: TrailQuery): Promise<readonly StoredEntry[]> {
  const db = withAccessTables(ctx.tx);
  const entries: Entries = db
    .selectFrom("audit_entry as entry")
    .where("entry.municipality_id", "=", ctx.municipalityId);
  const page = narrow(entries, query)
    .select(["entry.municipality_id", "entry.id", "entry.at", "entry.actor_kind", "entry.actor_person_id"])
    .select(["entry.actor_name", "entry.role", "entry.action", "entry.subject_kind", "entry.subject_id"])
    .select(["entry.basis", "entry.refusal", "entry.detail", "entry.before", "entry.after"])
    .orderBy("entry.at", "desc")
    .orderBy("entry.id", "desc")
    .limit(query.limit);
  const rows = await db
    .selectFrom(page.as("page"))
    .leftJoin("audit_link as link", (join) =>
      join.onRef("link.municipality_id", "=", "page.municipality_id").onRef("link.entry_id", "=", "page.id"),
    )
    .selectAll("page")
    .select(["link.number", "link.hash"])
    .orderBy("page.at", "desc")
    .orderBy("page.id", "desc")
    .execute();
  return rows as unknown as readonly StoredEntry[];
}

function narrow(entries: Entries, { filter, timeZone, after }: TrailQuery): Entries {
  let found = entries;
  if (filter.personId) found = found.where("entry.actor_person_id", "=", filter.personId);
  if (filter.action) found = found.where("entry.action", "=", filter.action);
  if (filter.subjectId) found = found.where("entry.subject_id", "=", filter.subjectId);
  if (filter.outcome) found = found.where("entry.outcome", "=", filter.outcome);
  if (filter.from)
    found = found.where("entry.at", ">=", sql<Date>`${filter.from}::date::timestamp at time zone ${timeZone}`);
  if (filter.to) {
    found = found.where("entry.at", "<", sql<Date>`(${filter.to}::date + 1)::timestamp at time zone ${timeZone}`);
  }
  if (after) found = found.where(sql<boolean>`(entry.at, entry.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  return found;
}

/** The actions that stand in the municipality's trail, for the list to choose from: found by jumps along the index, not by reading all rows. */
export async function listActions(ctx: Context<Tx>): Promise<readonly string[]> {
  const { rows } = await sql<{ action: string }>`
    with recursive seen as (
      (select action from audit_entry where municipality_id = ${ctx.municipalityId} order by action limit 1)
      union all
      select (select entry.action from audit_entry as entry
        where entry.municipality_id = ${ctx.municipalityId} and entry.action > seen.action order by entry.action limit 1)
      from seen where seen.action is not null)
    select action from seen where action is not null`.execute(ctx.tx);
  return rows.map((row) => row.action);
}
