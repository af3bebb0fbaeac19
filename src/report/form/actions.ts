import { requirePermission, writeAudit } from "../../access/index.ts";
import type { IndicatorDoor } from "../../indicator/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { formShape, REPORT_KINDS, type ReportForm, type ReportKind } from "../contract.ts";
import { refuseReport } from "../refusals.ts";
import type { FormView } from "../views.ts";
import { FORM_PRESETS } from "./presets.data.ts";
import { insertForm, type KeptForm, selectForms } from "./store.ts";

/** The form of every kind of report: the municipality's own, or version 0, which comes with the program. */
export async function loadForms(ctx: Context<Tx>): Promise<Readonly<Record<ReportKind, KeptForm>>> {
  const own = await selectForms(ctx);
  const forms = REPORT_KINDS.map((kind) => [
    kind,
    own.find((form) => form.kind === kind) ?? { kind, version: 0, form: FORM_PRESETS[kind] },
  ]);
  return Object.fromEntries(forms) as Readonly<Record<ReportKind, KeptForm>>;
}

type Methods = Pick<IndicatorDoor, "listMethods">;

/** What the form of a report's settings starts from. Refuses `not-permitted`, `report-unknown`. */
export async function getForm(ctx: Context<Tx>, { listMethods }: Methods, kind: string): Promise<FormView> {
  requirePermission(ctx, "report.read");
  const known = REPORT_KINDS.find((own) => own === kind) ?? refuseReport("report-unknown");
  const methods = (await listMethods(ctx)).map(({ key, method }) => ({ key, name: method.name }));
  return { ...(await loadForms(ctx))[known], methods };
}

/** A form as it is sent: `form` is its content, `version` that of the form seen. */
export interface FormInput {
  readonly kind: string;
  readonly version: string;
  readonly form: unknown;
}

/** Sets a form; what was signed keeps the one it had. Refuses `not-permitted`, `report-unknown`, `form-malformed`, `form-method`, `form-changed`. */
export async function setForm(ctx: Context<Tx>, methods: Methods, input: FormInput): Promise<void> {
  requirePermission(ctx, "report.set");
  const known = await getForm(ctx, methods, input.kind);
  const read = formShape.safeParse(input.form);
  if (!read.success) return refuseReport("form-malformed");
  const form: ReportForm = read.data;
  const keys = known.methods.map(({ key }) => key);
  if (!form.methods.every((key) => keys.includes(key))) refuseReport("form-method");
  if (input.version !== String(known.version)) refuseReport("form-changed");
  const version = known.version + 1;
  if (!(await insertForm(ctx, { kind: known.kind, version, form }))) refuseReport("form-changed");
  await writeAudit(ctx, {
    action: "report.set",
    subject: { kind: "report-form", id: ctx.municipalityId },
    detail: { form: known.kind, version },
    before: { form: tellForm(known.form) },
    after: { form: tellForm(form) },
  });
}

/** For the trail, into which no name goes: who signs stands there by the office. */
function tellForm({ signatory, ...form }: ReportForm): string {
  return JSON.stringify({ ...form, signatory: signatory.office });
}
