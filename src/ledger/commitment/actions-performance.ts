import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectCommitment } from "../balance/store.ts";
import { requireEntry } from "../entry/actions.ts";
import { type Frame, loadFrame, sourceOf } from "../entry/actions-frame.ts";
import { type Recorded, recordEntry } from "../entry/actions-record.ts";
import { type Available, requireWithin } from "../entry/limits.ts";
import { type EntryInput, parseEntry, parseMoved, type SumsInput } from "../input.ts";
import { refuseLedger } from "../refusals.ts";
import { moveOf } from "./actions.ts";

export interface PerformanceInput extends EntryInput {
  readonly commitmentId: string;
  readonly sums: SumsInput;
}

/**
 * «Исполнение обязательства»: an act of acceptance, a grantee's report. It moves no limit: it is the actual expense, beside
 * the cash one. Refuses what the form lacks, `ledger-before`, `ledger-other-year`, `ledger-over-performance`.
 */
export async function perform(ctx: Context<Tx>, input: PerformanceInput): Promise<Recorded> {
  requirePermission(ctx, "ledger.commit");
  const { key, ...own } = parseEntry(input, ctx.today);
  const parts = parseMoved(input.sums);
  return recordEntry(ctx, { action: "ledger.perform", key, request: { ...input } }, async () => {
    const commitment = await requireEntry(ctx, input.commitmentId, "performance");
    const { date } = own;
    if (date < commitment.date) refuseLedger("ledger-before", { date, earlier: commitment.date });
    if (Number(date.slice(0, 4)) !== commitment.year) {
      refuseLedger("ledger-other-year", { date, year: commitment.year ?? 0 });
    }
    const frame = await loadFrame(ctx);
    const left = await loadUnperformed(ctx, frame, commitment.id);
    requireWithin(parts, left, { code: "ledger-over-performance", language: ctx.language });
    return { ...own, ...moveOf(frame, { commitment, kind: "performance", parts }), basisKind: "act" };
  });
}

/** What of an obligation nobody has accepted yet: all of it less what lapsed, was released, came back or was accepted. */
export async function loadUnperformed(ctx: Context<Tx>, frame: Frame, commitmentId: string): Promise<Available> {
  const balances = await selectCommitment(ctx, commitmentId);
  return new Map(
    balances.map(({ sourceId, reserved, paid, refunded, performed }) => {
      const left = reserved + paid - refunded - performed;
      return [sourceOf(frame, sourceId), left > 0n ? left : 0n];
    }),
  );
}
