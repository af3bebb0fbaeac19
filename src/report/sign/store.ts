import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { describeDoer, withReportTables } from "../tables.ts";
import type { ReportMove, ReportStep } from "./views.ts";

export interface KeptStep extends ReportStep {
  /** Of `sign`: what was signed, letter by letter. */
  readonly content: string | null;
}

export async function selectSteps(ctx: Context<Tx>, reportId: Id): Promise<readonly KeptStep[]> {
  const { rows } = await sql<Omit<KeptStep, "at"> & { at: Date }>`
    select own.step, own.move, own.reason, own.at, own.content, own.hash, coalesce(person.name, own.by_name) as by
    from report_step as own left join person on person.id = own.by_person_id
    where own.municipality_id = ${ctx.municipalityId} and own.report_id = ${reportId}
    order by own.step`.execute(ctx.tx);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

interface NewStep {
  readonly reportId: Id;
  readonly step: number;
  readonly move: ReportMove;
  readonly content: string | null;
  readonly hash: string | null;
  readonly reason: string | null;
}

/** The report itself is locked while its steps are counted. */
export async function insertStep(ctx: Context<Tx>, { reportId, ...step }: NewStep): Promise<void> {
  await withReportTables(ctx.tx)
    .insertInto("report_step")
    .values({ municipality_id: ctx.municipalityId, report_id: reportId, ...step, at: ctx.now, ...describeDoer(ctx) })
    .execute();
}
