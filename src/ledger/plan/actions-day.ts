import { loadNames, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { parseBasis } from "../input.ts";
import { refuseLedger } from "../refusals.ts";
import { isDayOfYear, USUAL_DAY } from "./alignment.ts";
import { findAlignmentDay, insertAlignmentDay } from "./store-day.ts";
import type { AlignmentDay } from "./views.ts";

/** The day by which a programme is to equal the budget decision, and who chose it. */
export async function loadAlignmentDay(ctx: Context<Tx>): Promise<AlignmentDay> {
  const chosen = await findAlignmentDay(ctx);
  if (!chosen) return { day: USUAL_DAY, basis: null, at: null, by: null };
  const { day, basis, at, byPersonId, byName } = chosen;
  const names = await loadNames(ctx, byPersonId ? [byPersonId] : []);
  return { day, basis, at: at.toISOString(), by: (byPersonId && names.get(byPersonId)) || byName };
}

/**
 * The municipality chooses the day; `day` is `MM-DD`, `basis` the act that says so. What it chose before stays in the
 * record. Refuses `not-permitted`, `ledger-day-wrong`, `ledger-basis-missing`.
 */
export async function chooseAlignmentDay(
  ctx: Context<Tx>,
  given: { readonly day: string; readonly basis: string },
): Promise<void> {
  requirePermission(ctx, "ledger.set-up");
  const day = given.day.trim();
  if (!isDayOfYear(day)) refuseLedger("ledger-day-wrong");
  const basis = parseBasis(given.basis);
  const before = { day: (await loadAlignmentDay(ctx)).day };
  await insertAlignmentDay(ctx, { day, basis });
  const subject = { kind: "ledger-alignment", id: null };
  await writeAudit(ctx, { action: "ledger.set-up", subject, basis, before, after: { day } });
}
