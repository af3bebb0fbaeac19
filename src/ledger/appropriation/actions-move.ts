import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type FundingSource, SOURCES } from "../../programme/contract.ts";
import { type MoneyLine, moveDraftMoney } from "../../programme/index.ts";
import { selectBalances } from "../balance/store.ts";
import { type Frame, loadFrame, requireActivity, requireYear, sourceOf } from "../entry/actions-frame.ts";
import { refuseLedger } from "../refusals.ts";
import { parseRoubles, SOURCE_NAMES, sayRoubles } from "../sums.ts";

/** A line as a form names it. */
export interface LineInput {
  readonly activityId: string;
  readonly source: string;
  readonly year: string;
}

export interface MoveInput {
  readonly from: LineInput;
  readonly to: LineInput;
  readonly sum: string;
}

/**
 * Moves money of the plan between activities, sources and years: the draft of the next edition gets the figures, from which
 * its amending act is written. Nothing is posted; the ledger follows when the edition is approved. What obligations have
 * taken stays. Refuses `not-permitted`, what the form lacks, `ledger-move-same`, `ledger-move-programmes`,
 * `ledger-move-committed`, `ledger-move-no-row`, and as drafts do. The programme whose draft it is.
 */
export async function moveMoney(ctx: Context<Tx>, input: MoveInput): Promise<{ readonly slug: string }> {
  requirePermission(ctx, "programme.draft");
  const kopecks = parseRoubles(input.sum);
  if (!kopecks) return refuseLedger("ledger-sum-missing");
  const frame = await loadFrame(ctx);
  const from = parseLine(frame, input.from);
  const to = parseLine(frame, input.to);
  if (from.slug !== to.slug) refuseLedger("ledger-move-programmes");
  if (isSameLine(from, to)) refuseLedger("ledger-move-same");
  const keep = await loadTaken(ctx, frame, from);
  const moved = await moveDraftMoney(ctx, { slug: from.slug, from, to, kopecks, keep });
  if (moved.kind === "no-figure") {
    const { line } = moved;
    const name = frame.activities.get(line.activityId)?.name ?? "";
    refuseLedger("ledger-move-no-row", { name, source: SOURCE_NAMES[line.source][ctx.language], year: line.year });
  }
  if (moved.kind === "kept") {
    const left = moved.planned > keep ? moved.planned - keep : 0n;
    const said = { planned: sayRoubles(moved.planned), taken: sayRoubles(keep), left: sayRoubles(left) };
    refuseLedger("ledger-move-committed", { ...said, sum: sayRoubles(kopecks) });
  }
  return { slug: from.slug };
}

function parseLine(frame: Frame, line: LineInput): MoneyLine & { readonly slug: string } {
  const activity = requireActivity(frame, line.activityId);
  const year = requireYear(activity, line.year);
  const source: FundingSource = SOURCES.find((known) => known === line.source) ?? refuseLedger("ledger-source-unknown");
  return { activityId: activity.id, slug: activity.slug, source, year };
}

function isSameLine(a: MoneyLine, b: MoneyLine): boolean {
  return a.activityId === b.activityId && a.source === b.source && a.year === b.year;
}

/** What obligations have taken of a line: reserved and paid, less what came back. */
async function loadTaken(ctx: Context<Tx>, frame: Frame, line: MoneyLine) {
  const balances = await selectBalances(ctx, { year: line.year, activityId: line.activityId });
  const own = balances.find(({ sourceId }) => sourceOf(frame, sourceId) === line.source);
  return own ? own.committed - own.refunded : 0n;
}
