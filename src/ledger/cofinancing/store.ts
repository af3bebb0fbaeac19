import { sql } from "kysely";
import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type LedgerTables, withLedgerTables } from "../tables.ts";
import type { VersionKind, YearTerms } from "./contract.ts";

/** A version as it stands. */
export interface StoredVersion {
  readonly version: number;
  readonly kind: VersionKind;
  readonly document: string;
  readonly date: string;
  readonly grantor: string;
  readonly grantee: string;
  readonly programme: string;
  readonly lateReturnDays: number;
  readonly note: string | null;
  readonly at: Date;
  readonly byPersonId: Id | null;
  readonly byName: string | null;
  readonly years: readonly YearTerms[];
  readonly activityIds: readonly Id[];
}

export interface StoredAgreement {
  readonly id: Id;
  readonly number: string;
  readonly date: string;
  readonly sourceId: Id;
  readonly lastVersion: number;
  readonly endedOn: string | null;
  /** The newest first. */
  readonly versions: readonly StoredVersion[];
}

/** The agreements of a municipality, or one, the newest first, with all their versions. */
export async function selectAgreements(ctx: Context<Tx>, id?: Id): Promise<readonly StoredAgreement[]> {
  const db = withLedgerTables(ctx.tx);
  const own = ctx.municipalityId;
  let agreements = db
    .selectFrom("cofinancing_agreement")
    .select(["id", "number", "date", "source_id as sourceId", "last_version as lastVersion", "ended_on as endedOn"])
    .where("municipality_id", "=", own);
  let versions = db.selectFrom("cofinancing_version").selectAll().where("municipality_id", "=", own);
  let years = db.selectFrom("cofinancing_year").selectAll().where("municipality_id", "=", own);
  let activities = db.selectFrom("cofinancing_activity").selectAll().where("municipality_id", "=", own);
  if (id !== undefined) {
    agreements = agreements.where("id", "=", id);
    versions = versions.where("agreement_id", "=", id);
    years = years.where("agreement_id", "=", id);
    activities = activities.where("agreement_id", "=", id);
  }
  const found = await agreements.orderBy("date", "desc").orderBy("id", "desc").execute();
  const keyOf = (row: { agreement_id: string; version: number }) => `${row.agreement_id} ${row.version}`;
  const yearsOf = Map.groupBy(await years.orderBy("year").execute(), keyOf);
  const activitiesOf = Map.groupBy(await activities.orderBy("activity_id").execute(), keyOf);
  const versionsOf = Map.groupBy(
    await versions.orderBy("version", "desc").execute(),
    ({ agreement_id }) => agreement_id,
  );
  return found.map((agreement) => ({
    ...agreement,
    versions: (versionsOf.get(agreement.id) ?? []).map((row) => ({
      ...row,
      lateReturnDays: row.late_return_days,
      byPersonId: row.by_person_id,
      byName: row.by_name,
      years: (yearsOf.get(keyOf(row)) ?? []).map(toTerms),
      activityIds: (activitiesOf.get(keyOf(row)) ?? []).map(({ activity_id }) => activity_id),
    })),
  }));
}

function toTerms(row: LedgerTables["cofinancing_year"]): YearTerms {
  const { year, kopecks, min_share: minShare, share_base: base, rule_basis: basis, return_by: returnBy } = row;
  const rule = minShare !== null && base !== null && basis !== null ? { minShare, base, basis } : null;
  return { year, kopecks, rule, returnBy };
}

/** A version on its way in. */
export interface VersionDraft extends Omit<StoredVersion, "at" | "byPersonId" | "byName"> {
  readonly agreementId: Id;
  readonly key: string;
  readonly digest: string;
}

export async function insertAgreement(
  ctx: Context<Tx>,
  given: { readonly id: Id; readonly number: string; readonly date: string; readonly sourceId: Id },
): Promise<void> {
  const { sourceId: source_id, ...own } = given;
  const row = { municipality_id: ctx.municipalityId, ...own, source_id, ended_on: null };
  await withLedgerTables(ctx.tx).insertInto("cofinancing_agreement").values(row).execute();
}

export async function insertVersion(ctx: Context<Tx>, draft: VersionDraft): Promise<void> {
  const db = withLedgerTables(ctx.tx);
  const own = { municipality_id: ctx.municipalityId, agreement_id: draft.agreementId, version: draft.version };
  const { kind, document, date, grantor, grantee, programme, note, key, digest } = draft;
  const said = { kind, document, date, grantor, grantee, programme, note, key, digest };
  await db
    .insertInto("cofinancing_version")
    .values({ ...own, ...said, late_return_days: draft.lateReturnDays, at: ctx.now, ...recordedBy(ctx) })
    .execute();
  await db
    .insertInto("cofinancing_year")
    .values(
      draft.years.map(({ year, kopecks, rule, returnBy }) => ({
        ...own,
        year,
        kopecks,
        min_share: rule?.minShare ?? null,
        share_base: rule?.base ?? null,
        rule_basis: rule?.basis ?? null,
        return_by: returnBy,
      })),
    )
    .execute();
  const activities = draft.activityIds.map((activity_id) => ({ ...own, activity_id }));
  await db.insertInto("cofinancing_activity").values(activities).execute();
}

export function recordedBy({ actor }: Context<Tx>): { by_person_id: string | null; by_name: string | null } {
  return {
    by_person_id: actor.kind === "person" ? actor.personId : null,
    by_name: actor.kind === "system" ? actor.name : null,
  };
}

/** Whether the agreement still stood at the version before. */
export async function raiseVersion(
  ctx: Context<Tx>,
  given: { readonly id: Id; readonly from: number; readonly endedOn: string | null },
): Promise<boolean> {
  const result = await withLedgerTables(ctx.tx)
    .updateTable("cofinancing_agreement")
    .set({ last_version: given.from + 1, ended_on: given.endedOn })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", given.id)
    .where("last_version", "=", given.from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** What a command of this key made of an agreement. */
export async function findVersionByKey(ctx: Context<Tx>, key: string) {
  return withLedgerTables(ctx.tx)
    .selectFrom("cofinancing_version")
    .select(["agreement_id as agreementId", "version", "digest"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("key", "=", key)
    .executeTakeFirst();
}

/** The next number of a kind of paper in the year of recording. */
export async function countPaper(ctx: Context<Tx>, kind: "transfer" | "request"): Promise<number> {
  const year = Number(ctx.today.slice(0, 4));
  const { rows } = await sql<{ last: number }>`
    insert into money_counter (municipality_id, kind, year, last) values (${ctx.municipalityId}, ${kind}, ${year}, 1)
    on conflict (municipality_id, kind, year) do update set last = money_counter.last + 1 returning last`.execute(
    ctx.tx,
  );
  assert(rows[0], "a counter gives a number");
  return rows[0].last;
}
