import type { DeskDoor } from "../../desk/index.ts";
import type { Context } from "../../kernel/context.ts";
import { addDays } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { TellVisitors } from "../actions-tell.ts";
import { loadEvents, requireEvent } from "../event/actions-load.ts";
import { selectIdsInState } from "../event/store.ts";
import { blankVisits } from "../reception/store-blank.ts";
import { LINK_HOURS } from "./actions.ts";
import { type FindRoot, writeToVisitor } from "./actions-letter.ts";
import {
  blankRegistrations,
  selectRegistrations,
  selectUnreminded,
  updateReminded,
  withdrawUnconfirmed,
} from "./store.ts";

/** Tells who registered that an event takes place otherwise, or not at all. */
export function tellVisitorsBy(findRoot: FindRoot): TellVisitors {
  return async (ctx, { eventId, what, reason }) => {
    const event = await requireEvent(ctx, eventId);
    const registrations = await selectRegistrations(ctx, eventId);
    for (const registration of registrations) {
      if (registration.state === "unconfirmed") continue;
      await writeToVisitor(ctx, findRoot, {
        event,
        registration,
        template: what === "moved" ? "event-moved" : "event-cancelled",
        occasion: `${what} ${event.row.version}`,
        ...(reason !== undefined && { reason }),
      });
    }
  };
}

/** Reminds who comes tomorrow, once. How many letters. */
export async function remindVisitors(ctx: Context<Tx>, findRoot: FindRoot): Promise<number> {
  const registrations = await selectUnreminded(ctx, addDays(ctx.today, 1));
  const events = new Map(
    (await loadEvents(ctx, [...new Set(registrations.map(({ eventId }) => eventId))])).map((event) => [
      event.row.id,
      event,
    ]),
  );
  for (const registration of registrations) {
    const event = events.get(registration.eventId);
    if (event)
      await writeToVisitor(ctx, findRoot, { event, registration, template: "event-reminder", occasion: "reminder" });
  }
  await updateReminded(
    ctx,
    registrations.map(({ id }) => id),
  );
  return registrations.length;
}

/** Days after which an event that was announced should be marked as held or cancelled. */
const SETTLE_DAYS = 3;

/** Asks those who keep an event that is over to say whether it was held, once for each. */
export async function askForOutcomes(ctx: Context<Tx>, desk: Pick<DeskDoor, "openTask">): Promise<void> {
  const over = { states: ["announced"] as const, from: addDays(ctx.today, -60), to: addDays(ctx.today, -1) };
  for (const { row } of await loadEvents(ctx, await selectIdsInState(ctx, over))) {
    if (row.until_date >= ctx.today) continue;
    const holder = { administration: "coordinator", settlement: "settlement", association: "chair" }[row.organiser];
    const subjectId = row.organiser === "association" ? row.association_id : row.settlement_id;
    await desk.openTask(ctx, {
      kind: "event",
      id: row.id,
      purpose: "outcome",
      href: `/desk/events/${row.id}`,
      title: `Отметить, состоялось ли: «${row.title}»`,
      ownerId: row.responsible_person_id,
      role: row.responsible_person_id === null ? holder : null,
      ...(row.responsible_person_id === null && holder !== "coordinator" && { roleSubjectId: subjectId }),
      dueDate: addDays(row.until_date, SETTLE_DAYS),
    });
  }
}

/** Retention: registrations a month after their event, cards of visitors five years after it. */
export async function retainVisitors(ctx: Context<Tx>): Promise<number> {
  const unconfirmed = await withdrawUnconfirmed(ctx, new Date(ctx.now.getTime() - LINK_HOURS * 3_600_000));
  const registrations = await blankRegistrations(ctx, { endedBefore: addDays(ctx.today, -30) });
  const visits = await blankVisits(ctx, { endedBefore: addDays(ctx.today, -5 * 365 - 1) });
  return unconfirmed + registrations + visits;
}
