import { may } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Tx } from "../platform/database/index.ts";
import { selectReports } from "./draft/store.ts";
import { loadForms } from "./form/actions.ts";

/** A report as a record that people talk about. Null where there is none. */
export async function findReportSubject(ctx: Context<Tx>, id: Id) {
  const [report] = await selectReports(ctx, { id, isLocked: false });
  if (!report) return null;
  const { form } = (await loadForms(ctx))[report.kind];
  return {
    title: `${form.title}, ${report.year}`,
    href: `/reports/${id}`,
    belongsTo: [],
    may: may(ctx.actor, "report.read"),
  };
}
