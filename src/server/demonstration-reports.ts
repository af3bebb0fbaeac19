import type { IndicatorDoor } from "../indicator/index.ts";
import { findPreset, withEqualWeights } from "../indicator/index.ts";
import { assert } from "../kernel/assert.ts";
import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import type { ReportDoor } from "../report/index.ts";

const REASON = "веса приложения 1 — суммы по годам, вместо них взяты равные (пример)";
const SIGNATORY = { office: "Управляющий делами администрации района", name: "Н. А. Воронцова (пример)" };

/**
 * The demonstration's own method, in which equal weights stand for those of the document that are none, and the forms that
 * assess by it, by the federal one and by the document's weights as they are.
 */
export async function fillReports(
  ctx: Context<Tx>,
  { indicators, reports }: { readonly indicators: IndicatorDoor; readonly reports: ReportDoor },
): Promise<void> {
  const weighted = findPreset("ossetia");
  const method = weighted && withEqualWeights(weighted);
  assert(method, "the preset asks for weights");
  const own = await indicators.saveMethod(ctx, { key: "", version: "0", method, reason: REASON });
  for (const kind of ["economy", "council"]) {
    const { form, version } = await reports.getForm(ctx, kind);
    const chosen = { ...form, methods: ["federal", own, "ossetia"], signatory: SIGNATORY };
    await reports.setForm(ctx, { kind, version: String(version), form: chosen });
  }
}
