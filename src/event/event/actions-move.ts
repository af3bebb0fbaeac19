import { raiseRevision, requirePermission, writeAudits } from "../../access/index.ts";
import type { DeskDoor } from "../../desk/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import { type Id, isId } from "../../kernel/id.ts";
import { toLocal } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { FindCounted, TellVisitors } from "../actions-tell.ts";
import { barEventMove, EVENT_MOVES, type EventMove, type EventMoveRule, type Need, REASON_LIMIT } from "../contract.ts";
import { NEED_NAMES, STATE_NAMES } from "../field-names.ts";
import { selectPaperKinds } from "../paper/store.ts";
import { selectSlotCounts } from "../reception/store-slot.ts";
import { refuseEvent } from "../refusals.ts";
import { type Frame, loadFrame, ruleOf } from "./actions-frame.ts";
import { type LoadedEvent, loadEvents } from "./actions-load.ts";
import { requireKeep } from "./actions-require.ts";
import { plain } from "./input.ts";
import { selectFollowing, updateState } from "./store.ts";

export interface MoveInput {
  /** One event or many: all or none. */
  readonly ids: readonly string[];
  /** With each, those of its series that follow and may still be changed: only to cancel or announce them. */
  readonly following?: boolean;
  readonly move: string;
  readonly reason?: string;
}

/** What moving looks at besides the events. */
export interface MoveParts {
  readonly findCounted: FindCounted;
  readonly tell: TellVisitors;
  readonly desk: Pick<DeskDoor, "settleTask">;
}

/**
 * Announces, holds, confirms, reopens or cancels events by the table of moves. Refuses `event-unknown`, whom the permission table
 * does not let, `event-move-state`, `event-not-begun`, `event-incomplete`, `event-undocumented`, `event-uncounted` and
 * `event-reason`. Who has registered is told of a cancelled event.
 */
export async function moveEvents(ctx: Context<Tx>, parts: MoveParts, input: MoveInput): Promise<void> {
  const move = (Object.keys(EVENT_MOVES) as EventMove[]).find((name) => name === input.move);
  if (!move) return refuseEvent("event-move-unknown");
  const rule: EventMoveRule = EVENT_MOVES[move];
  const events = await loadMoved(ctx, input, rule);
  const ids = events.map(({ row }) => row.id);
  const frame = await loadFrame(ctx);
  for (const event of events) requireMove(ctx, frame, { event, move });
  const reason = rule.conditions.includes("reason") ? parseReason(input.reason) : null;
  await requireConditions(ctx, { rule, frame, findCounted: parts.findCounted }, events);
  await updateState(ctx, ids, { to: rule.to, reason });
  await noteMoves(ctx, { move, to: rule.to, reason }, events);
  if (rule.to !== "cancelled" || events.some(({ row }) => row.announced_at !== null)) await raiseRevision(ctx);
  await settleTasks(ctx, parts.desk, { move, events });
  if (rule.to !== "cancelled") return;
  for (const { row } of events) await parts.tell(ctx, { eventId: row.id, what: "cancelled", reason: reason ?? "" });
}

/** Nobody need ask any more whether they were held. */
async function settleTasks(
  ctx: Context<Tx>,
  desk: MoveParts["desk"],
  { move, events }: { readonly move: EventMove; readonly events: readonly LoadedEvent[] },
): Promise<void> {
  if (move !== "hold" && move !== "cancel") return;
  const reason = STATE_NAMES[EVENT_MOVES[move].to].ru;
  for (const { row } of events) {
    // Only of what is over anybody was asked.
    if (row.until_date >= ctx.today || row.state !== "announced") continue;
    const key = { kind: "event", id: row.id, purpose: "outcome" };
    await desk.settleTask(ctx, { ...key, as: move === "hold" ? "accept" : "cancel", reason });
  }
}

/** The events that are meant, locked. Refuses `event-unknown`. */
async function loadMoved(ctx: Context<Tx>, input: MoveInput, rule: EventMoveRule): Promise<readonly LoadedEvent[]> {
  const ids = [...new Set(input.ids.map((id) => id.toLowerCase()))];
  if (ids.length === 0 || !ids.every(isId)) refuseEvent("event-unknown");
  const events = await loadEvents(ctx, ids, { lock: true });
  if (events.length < ids.length) refuseEvent("event-unknown");
  if (input.following !== true) return events;
  const later: Id[] = [];
  for (const { row } of events) {
    if (row.series_id === null || row.series_position === null) continue;
    later.push(...(await selectFollowing(ctx, row.series_id, row.series_position)));
  }
  const following = await loadEvents(
    ctx,
    later.filter((id) => !ids.includes(id)),
    { lock: true },
  );
  return [...events, ...following.filter(({ row }) => rule.from.includes(row.state))];
}

function requireMove(ctx: Context<Tx>, frame: Frame, given: { event: LoadedEvent; move: EventMove }): void {
  const { row, card, fields } = given.event;
  const rule = EVENT_MOVES[given.move];
  if (rule.action === "event.keep") requireKeep(ctx, card, ruleOf(frame, fields));
  else requirePermission(ctx, rule.action);
  const bar = barEventMove(given.move, card, { mayDo: true, now: ctx.now });
  const { title } = row;
  if (bar === "state") refuseEvent("event-move-state", { title, state: STATE_NAMES[row.state][ctx.language] });
  if (bar === "not-begun") {
    const { date, time } = toLocal(row.starts_at, frame.timeZone);
    refuseEvent("event-not-begun", { title, start: `${printDay(date)} ${time}` });
  }
}

function parseReason(text: string | undefined): string {
  const reason = plain(text);
  return reason === "" || reason.length > REASON_LIMIT ? refuseEvent("event-reason", { limit: REASON_LIMIT }) : reason;
}

interface Conditions {
  readonly rule: EventMoveRule;
  readonly frame: Frame;
  readonly findCounted: FindCounted;
}

async function requireConditions(
  ctx: Context<Tx>,
  { rule, frame, findCounted }: Conditions,
  events: readonly LoadedEvent[],
): Promise<void> {
  const ids = events.map(({ row }) => row.id);
  const say = (missing: readonly (Need | "sites")[]) =>
    missing.map((need) => NEED_NAMES[need][ctx.language]).join(", ");
  if (rule.conditions.includes("complete")) {
    const slots = await selectSlotCounts(ctx, ids);
    for (const event of events) {
      const missing = listMissing(frame, event, slots.get(event.row.id) ?? 0);
      if (missing.length > 0) refuseEvent("event-incomplete", { title: event.row.title, missing: say(missing) });
    }
  }
  if (rule.conditions.includes("documented")) {
    const papers = await selectPaperKinds(ctx, ids);
    for (const event of events) {
      const missing = listUndocumented(frame, event, papers.get(event.row.id) ?? []);
      if (missing.length > 0) refuseEvent("event-undocumented", { title: event.row.title, missing: say(missing) });
    }
  }
  if (rule.conditions.includes("counted")) {
    const counted = await findCounted(ctx, ids);
    const uncounted = events.find(({ row }) => !counted.has(row.id));
    if (uncounted) refuseEvent("event-uncounted", { title: uncounted.row.title });
  }
}

/** What an event lacks before it may be announced. */
export function listMissing(frame: Frame, { fields }: LoadedEvent, slots: number): readonly (Need | "sites")[] {
  const { needs } = ruleOf(frame, fields);
  const has: Partial<Record<Need, boolean>> = {
    hosts: fields.hostIds.length > 0,
    agenda: fields.agenda !== "",
    reception: slots > 0,
  };
  return [...(fields.sites.length === 0 ? (["sites"] as const) : []), ...needs.filter((need) => has[need] === false)];
}

/** What it lacks before it may be confirmed. */
export function listUndocumented(
  frame: Frame,
  { row, fields }: LoadedEvent,
  papers: readonly string[],
): readonly Need[] {
  const { needs } = ruleOf(frame, fields);
  const has: Partial<Record<Need, boolean>> = {
    minutes: row.minutes !== "" || papers.includes("minutes"),
    photos: papers.includes("photo"),
  };
  return needs.filter((need) => has[need] === false);
}

async function noteMoves(
  ctx: Context<Tx>,
  given: { readonly move: EventMove; readonly to: string; readonly reason: string | null },
  events: readonly LoadedEvent[],
): Promise<void> {
  const { move, to, reason } = given;
  await writeAudits(
    ctx,
    events.map(({ row }) => ({
      action: EVENT_MOVES[move].action,
      subject: { kind: "event", id: row.id as Id },
      detail: { step: move },
      before: { state: row.state },
      after: { state: to, ...(reason !== null && { reason }) },
    })),
  );
}
