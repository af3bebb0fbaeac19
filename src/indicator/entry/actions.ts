import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { add, readFraction, writeRounded } from "../../kernel/fraction.ts";
import { type Id, isId } from "../../kernel/id.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Tx } from "../../platform/database/index.ts";
import { computeActual } from "../actual/actions.ts";
import type { Sources } from "../actual/actions-reading.ts";
import type { Actual } from "../contract.ts";
import { type LineInput, requireLine } from "../line/actions.ts";
import { parsePeriod } from "../line/period.ts";
import { type IndicatorRefusalCode, refuseIndicator } from "../refusals.ts";
import { requireOpen } from "../sign-off/actions-require.ts";
import { parseEntry, parseReason } from "./input.ts";
import { findEntry, insertEntry } from "./store.ts";

/** An own value or a correction as a form sends it. */
export interface EntryInput {
  readonly line: LineInput;
  readonly year: string;
  readonly kind: string;
  readonly date: string;
  readonly value: string;
  readonly reason: string;
  readonly evidence: string;
  readonly link: string;
}

/**
 * Adds an own value, or a correction to what was computed. Refuses `actual-line-unknown`, `actual-period`, `entry-value`,
 * `entry-evidence`, `entry-not-own`, `entry-nothing-to-correct`, `entry-below-nothing`, `actual-signed`.
 */
export async function addEntry(ctx: Context<Tx>, sources: Sources, input: EntryInput): Promise<Id> {
  requirePermission(ctx, "indicator.correct");
  const { kind, id } = await requireLine(ctx, input.line);
  const line = { kind, id };
  const { year, until: date } = parsePeriod({ year: input.year, until: input.date }, ctx.today);
  const entry = parseEntry(input);
  await requireOpen(ctx, line, { year, date });
  const { until } = parsePeriod({ year: input.year }, ctx.today);
  const actual = await computeActual(ctx, sources, { line, asked: { year, until, knownAt: ctx.now } });
  requireFitting(actual, entry);
  const made = await insertEntry(ctx, { line, year, date, ...entry, ofEntryId: null });
  const entryId = made ?? refuseIndicator("entry-unknown");
  await writeAudit(ctx, {
    action: "indicator.correct",
    subject: line,
    detail: { entry: entryId, kind: entry.kind, year },
    basis: entry.evidence,
    before: { value: actual.value },
    after: { added: entry.value, reason: entry.reason },
  });
  await raiseRevision(ctx);
  return entryId;
}

function requireFitting(actual: Actual, entry: ReturnType<typeof parseEntry>): void {
  if (entry.kind === "own") {
    if (actual.computation?.kind !== "own") refuseIndicator("entry-not-own");
    return;
  }
  const [was, delta] = [readFraction(actual.value ?? ""), readFraction(entry.value)];
  if (!was || !delta) throw new Refusal<IndicatorRefusalCode>("entry-nothing-to-correct");
  if (add(was, delta).top < 0n) refuseIndicator("entry-below-nothing", { value: writeRounded(was, 2) });
}

/** Takes an own value or a correction back; it stays to be read. Refuses `entry-unknown`, `entry-withdrawn`, `entry-evidence`, `actual-signed`. */
export async function withdrawEntry(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly reason: string },
): Promise<void> {
  requirePermission(ctx, "indicator.correct");
  const entry = (isId(given.id) ? await findEntry(ctx, given.id) : undefined) ?? refuseIndicator("entry-unknown");
  const reason = parseReason(given.reason);
  const line = { kind: entry.lineKind, id: entry.lineId };
  await requireOpen(ctx, line, entry);
  const { year, date } = entry;
  const none = { evidence: null, link: null, value: "0" };
  const made = await insertEntry(ctx, {
    ...{ line, year, date, ...none, reason, ofEntryId: entry.id },
    kind: "withdrawal",
  });
  if (made === null) refuseIndicator("entry-withdrawn");
  await writeAudit(ctx, {
    action: "indicator.correct",
    subject: line,
    detail: { entry: entry.id, withdrawn: true },
    basis: reason,
    before: { value: entry.value },
  });
  await raiseRevision(ctx);
}
