import { raiseRevision, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import type { Tx } from "../../platform/database/index.ts";
import { MINUTES_LIMIT, TEXT_LIMIT } from "../contract.ts";
import { refuseEvent } from "../refusals.ts";
import { refuseStale, requireOpen } from "./actions-change.ts";
import { loadRules, ruleOf } from "./actions-frame.ts";
import { requireEvent } from "./actions-load.ts";
import { requireKeep } from "./actions-require.ts";
import { parseText } from "./input.ts";
import { updateOutcome } from "./store.ts";

export interface OutcomeInput {
  readonly id: string;
  readonly version: number;
  /** The minutes in full, for the administration and its auditors. */
  readonly minutes: string;
  /** What came of it, for everybody. */
  readonly results: string;
}

/** Writes the minutes and the results of an event that has begun. Refuses `event-closed`, `event-not-begun`, `event-changed`, `event-text-long`. */
export async function saveOutcome(ctx: Context<Tx>, input: OutcomeInput): Promise<void> {
  const event = await requireEvent(ctx, input.id, { lock: true });
  const frame = await loadRules(ctx);
  const { row, card, fields } = event;
  requireKeep(ctx, card, ruleOf(frame, fields));
  requireOpen(event);
  if (ctx.now < row.starts_at) refuseEvent("event-not-begun", { title: row.title, start: printDay(row.date) });
  const minutes = parseText(input.minutes, MINUTES_LIMIT);
  const results = parseText(input.results, TEXT_LIMIT);
  const isSame = minutes === row.minutes && results === row.results;
  if (isSame) return;
  const saving = { id: row.id, version: input.version, minutes, results };
  if (!(await updateOutcome(ctx, saving))) await refuseStale(ctx, frame, { event, changed: [] });
  if (row.announced_at !== null && results !== row.results) await raiseRevision(ctx);
  await writeAudit(ctx, {
    action: "event.keep",
    subject: { kind: "event", id: row.id },
    detail: { step: "outcome" },
    before: { minutes: row.minutes, results: row.results },
    after: { minutes, results },
  });
}
