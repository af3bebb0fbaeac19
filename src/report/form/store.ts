import { sql } from "kysely";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { formShape, type ReportForm, type ReportKind } from "../contract.ts";
import { describeDoer, withReportTables } from "../tables.ts";

/** A version of a municipality's own form. */
export interface KeptForm {
  readonly kind: ReportKind;
  readonly version: number;
  readonly form: ReportForm;
}

/** The last version of every form that a municipality set itself. */
export async function selectForms(ctx: Context<Tx>): Promise<readonly KeptForm[]> {
  const rows = await withReportTables(ctx.tx)
    .selectFrom("report_form")
    .select(["kind", "version", "content"])
    .distinctOn("kind")
    .where("municipality_id", "=", ctx.municipalityId)
    .orderBy("kind")
    .orderBy("version", "desc")
    .execute();
  return rows.map(({ kind, version, content }) => ({ kind, version, form: formShape.parse(content) }));
}

/** False where that version is there already. */
export async function insertForm(ctx: Context<Tx>, { kind, version, form }: KeptForm): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await withReportTables(ctx.tx)
    .insertInto("report_form")
    .values({
      municipality_id: ctx.municipalityId,
      ...{ kind, version },
      content: sql`${JSON.stringify(form)}::jsonb`,
      at: ctx.now,
      ...describeDoer(ctx),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
