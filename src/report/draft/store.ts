import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { draftShape, NOTHING_WRITTEN, type ReportDraft, type ReportKey } from "../contract.ts";
import type { ReportState } from "../sign/views.ts";
import { withReportTables } from "../tables.ts";

export interface KeptReport extends ReportKey {
  readonly id: Id;
  readonly state: ReportState;
  readonly version: number;
  readonly draft: ReportDraft;
  readonly changedAt: Date;
}

type Row = Omit<KeptReport, "draft"> & { readonly draft: unknown };
const toReport = (row: Row): KeptReport => ({ ...row, draft: draftShape.parse(row.draft) });

/** Reports that were begun: of a year, or the one with an id, which stays locked until the transaction ends. */
export async function selectReports(
  ctx: Context<Tx>,
  query: { readonly year: number } | { readonly id: Id; readonly isLocked: boolean },
): Promise<readonly KeptReport[]> {
  const chosen = "id" in query ? sql`own.id = ${query.id}` : sql`own.year = ${query.year}`;
  const { rows } = await sql<Row>`
    select own.id, own.kind, programme.slug, own.year, own.quarter, own.executor, own.state, own.version, own.draft,
      own.changed_at as "changedAt"
    from report as own join programme on programme.municipality_id = own.municipality_id
      and programme.id = own.programme_id
    where own.municipality_id = ${ctx.municipalityId} and ${chosen}
    order by own.quarter, own.kind, own.executor ${"id" in query && query.isLocked ? sql`for update of own` : sql``}`.execute(
    ctx.tx,
  );
  return rows.map(toReport);
}

/** Begins a report; the one that is there already, where somebody was quicker. */
export async function insertReport(
  ctx: Context<Tx>,
  { programmeId, ...key }: Omit<ReportKey, "slug"> & { readonly programmeId: Id },
): Promise<Id> {
  const { kind, year, quarter, executor } = key;
  const { rows } = await sql<{ id: Id }>`
    insert into report (municipality_id, id, kind, programme_id, year, quarter, executor, state, version, draft, changed_at)
    values (${ctx.municipalityId}, ${newId()}, ${kind}, ${programmeId}, ${year}, ${quarter}, ${executor}, 'draft', 1,
      ${JSON.stringify(NOTHING_WRITTEN)}::jsonb, ${ctx.now})
    on conflict (municipality_id, kind, programme_id, year, quarter, executor) do update set version = report.version
    returning id`.execute(ctx.tx);
  return rows[0]?.id ?? newId();
}

/** Saves what was written or the state reached, as the next version. */
export async function updateReport(
  ctx: Context<Tx>,
  { id, version, ...change }: Pick<KeptReport, "id" | "version"> & Partial<Pick<KeptReport, "draft" | "state">>,
): Promise<void> {
  await withReportTables(ctx.tx)
    .updateTable("report")
    .set({
      version: version + 1,
      changed_at: ctx.now,
      ...(change.state && { state: change.state }),
      ...(change.draft && { draft: sql`${JSON.stringify(change.draft)}::jsonb` }),
    })
    .where("municipality_id", "=", ctx.municipalityId)
    .where("id", "=", id)
    .execute();
}
