import { listStaff, loadNames, may, notePersonalRead, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId, newId } from "../../kernel/id.ts";
import { addDays, isDay, toLocal } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import { barVisitMove, belongingOf, TEXT_LIMIT, VISIT_MOVES, type VisitMove, WRITTEN_DAYS } from "../contract.ts";
import { loadFrame } from "../event/actions-frame.ts";
import { type LoadedEvent, requireEvent } from "../event/actions-load.ts";
import { parseText, plain } from "../event/input.ts";
import type { Tasks } from "../question/actions.ts";
import { refuseEvent } from "../refusals.ts";
import type { ReceptionView } from "../views.ts";
import { insertVisit, selectVisit, selectVisits, updateVisit, type Visit } from "./store.ts";
import { selectSlots } from "./store-slot.ts";

const PURPOSE = "written-reply";

export interface VisitInput {
  readonly eventId: string;
  /** Empty where the visitor came without a time. */
  readonly slotId: string;
  readonly officialId: string;
  readonly name: string;
  readonly contact: string;
  readonly subject: string;
}

/** Opens a visitor's card. Refuses `visit-name`, `slot-host`, `slot-unknown`, `slot-taken`. */
export async function openVisit(ctx: Context<Tx>, input: VisitInput): Promise<Id> {
  const event = await requireReception(ctx, input.eventId);
  const name = plain(input.name).replace(/\s+/g, " ");
  const subject = parseText(input.subject, 5_000);
  if (name === "" || name.length > 200 || subject === "") refuseEvent("visit-name");
  const visits = await selectVisits(ctx, event.row.id);
  const placed = await placeVisit(ctx, { event, input, visits });
  const visit = {
    id: newId(),
    eventId: event.row.id,
    number: visits.length + 1,
    name,
    contact: plain(input.contact).slice(0, 300),
    subject,
    ...placed,
  };
  await insertVisit(ctx, visit);
  // The trail never says who came, nor about what.
  await note(ctx, visit.id, { step: "open", event: event.row.id, number: visit.number });
  return visit.id;
}

/** At a time it is this time's host. */
async function placeVisit(
  ctx: Context<Tx>,
  { event, input, visits }: { event: LoadedEvent; input: VisitInput; visits: readonly Visit[] },
): Promise<Pick<Visit, "slotId" | "officialId">> {
  if (input.slotId === "") {
    if (!event.fields.hostIds.includes(input.officialId)) refuseEvent("slot-host");
    return { slotId: null, officialId: input.officialId };
  }
  const slots = await selectSlots(ctx, event.row.id);
  const slot = slots.find(({ id }) => id === input.slotId) ?? refuseEvent("slot-unknown");
  if (visits.some(({ slotId, outcome }) => slotId === slot.id && outcome !== "absent")) refuseEvent("slot-taken");
  return { slotId: slot.id, officialId: slot.officialId };
}

async function requireReception(ctx: Context<Tx>, eventId: string): Promise<LoadedEvent> {
  const event = await requireEvent(ctx, eventId, { lock: true });
  requirePermission(ctx, "reception.keep", belongingOf(event.card));
  if (event.row.state === "cancelled") refuseEvent("event-closed");
  return event;
}

export interface VisitMoveInput {
  readonly id: string;
  readonly version: number;
  readonly move: string;
  readonly answer: string;
  /** Of a written reply that is due: who owes it; its day may stay empty. */
  readonly ownerId: string;
  readonly dueDate: string;
}

/**
 * What came of a visit: an oral answer, a written reply that is due or was given, or nobody came. 59-ФЗ, art. 13 p. 3: with the
 * visitor's consent the answer may be oral, and the card says so; otherwise it is written within the 30 days of art. 12 p. 1.
 * Refuses `visit-unknown`, `visit-changed`, `visit-state`, `visit-answer`, `question-owner`, `question-due`.
 */
export async function settleVisit(ctx: Context<Tx>, tasks: Tasks, input: VisitMoveInput): Promise<void> {
  const visit = (isId(input.id) && (await selectVisit(ctx, input.id))) || refuseEvent("visit-unknown");
  const event = await requireReception(ctx, visit.eventId);
  if (visit.version !== input.version) refuseEvent("visit-changed");
  const move = (Object.keys(VISIT_MOVES) as VisitMove[]).find((name) => name === input.move);
  if (!move || barVisitMove(move, visit.outcome)) return refuseEvent("visit-state");
  const answer = parseText(input.answer, TEXT_LIMIT);
  if (VISIT_MOVES[move].needsAnswer && answer === "") refuseEvent("visit-answer");
  const outcome = VISIT_MOVES[move].to;
  const owed = outcome === "written-due" ? await parseOwed(ctx, event, input) : keepOwed(visit, outcome);
  const answeredOn = outcome === "oral" || outcome === "written" ? ctx.today : null;
  if (!(await updateVisit(ctx, visit, { outcome, answer, ...owed, answeredOn }))) refuseEvent("visit-changed");
  await note(ctx, visit.id, { step: move });
  const key = { kind: "event-visit", id: visit.id, purpose: PURPOSE };
  if (outcome === "written") await tasks.settleTask(ctx, { ...key, as: "accept", reason: "ответ направлен" });
  if (outcome !== "written-due" || owed.ownerId === null || owed.dueDate === null) return;
  await tasks.openTask(ctx, {
    ...key,
    href: `/desk/events/${event.row.id}/reception#visit-${visit.id}`,
    title: `Направить письменный ответ по карточке приёма № ${visit.number}: «${event.row.title}»`,
    ownerId: owed.ownerId,
    role: null,
    dueDate: owed.dueDate,
  });
}

function keepOwed(visit: Visit, outcome: Visit["outcome"]): Pick<Visit, "ownerId" | "dueDate"> {
  const { ownerId, dueDate } = visit;
  return outcome === "written" ? { ownerId, dueDate } : { ownerId: null, dueDate: null };
}

async function parseOwed(ctx: Context<Tx>, event: LoadedEvent, input: VisitMoveInput) {
  const owner = (await listStaff(ctx)).find(({ id }) => id === input.ownerId) ?? refuseEvent("question-owner");
  const dueDate = input.dueDate || addDays(event.row.date, WRITTEN_DAYS);
  return isDay(dueDate) ? { ownerId: owner.id, dueDate } : refuseEvent("question-due");
}

async function note(ctx: Context<Tx>, id: Id, detail: Readonly<Record<string, string | number>>): Promise<void> {
  await writeAudit(ctx, { action: "reception.keep", subject: { kind: "event-visit", id }, detail });
}

/** The times and cards of a reception; that somebody looked stands in the log of reads. */
export async function openReception(ctx: Context<Tx>, eventId: string): Promise<ReceptionView> {
  const event = await requireEvent(ctx, eventId);
  requirePermission(ctx, "reception.read", belongingOf(event.card));
  const { timeZone, officials } = await loadFrame(ctx, []);
  const visits = await selectVisits(ctx, event.row.id);
  await notePersonalRead(
    ctx,
    "event.reception",
    visits.map(({ id }) => id),
  );
  const names = await loadNames(
    ctx,
    visits.flatMap(({ ownerId }) => ownerId ?? []),
  );
  const hostOf = (id: Id) => officials.get(id)?.name ?? "";
  const slots = await selectSlots(ctx, event.row.id);
  return {
    mayKeep: may(ctx.actor, "reception.keep", belongingOf(event.card)),
    slots: slots.map((slot) => ({
      id: slot.id,
      officialId: slot.officialId,
      host: hostOf(slot.officialId),
      from: toLocal(slot.startsAt, timeZone).time,
      until: toLocal(slot.endsAt, timeZone).time,
      isTaken: visits.some(({ slotId, outcome }) => slotId === slot.id && outcome !== "absent"),
    })),
    visits: visits.map((visit) => ({
      ...visit,
      host: hostOf(visit.officialId),
      owner: names.get(visit.ownerId ?? "") ?? null,
      isLate: visit.outcome === "written-due" && visit.dueDate !== null && visit.dueDate < ctx.today,
    })),
  };
}
