import { publishConsentText } from "../access/index.ts";
import type { Actor } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import type { Database } from "../platform/database/index.ts";
import type { BatchInput } from "./attendance/input.ts";
import { CLEAN_UP, openTestEvents } from "./testing.ts";

export { codeOf } from "./testing.ts";

/** While the clean-up of 18 April goes on, the morning after, and a week later. */
export const DURING = "2026-04-18T04:00:00Z";
export const AFTER = "2026-04-19T03:00:00Z";
export const WEEK_LATER = "2026-04-25T03:00:00Z";

export const person = (name: string, more: object = {}) => ({
  id: newId(),
  name,
  birthYear: null,
  consent: true,
  ...more,
});

/** People entered and marked at a site in one batch. */
export function batchOf(siteId: Id, names: readonly string[], channel: BatchInput["channel"] = "device") {
  const participants = names.map((name) => person(name));
  const marks = participants.map(({ id }) => ({ id: newId(), siteId, participantId: id, markedAt: DURING }));
  return { channel, participants, marks } satisfies BatchInput;
}

/** A district in which the consent to taking part is in force, and clean-ups with two sites can be planned. */
export async function openTestAttendance(database: Database, slug: string) {
  const here = await openTestEvents(database, slug);
  const { events } = here;
  const { attendance } = events;
  const text = { purpose: "participation", body: "Я согласен быть в списке участников." } as const;
  await here.run((ctx) => publishConsentText(ctx, text));
  const planOne = async (): Promise<{ id: Id; sites: readonly Id[] }> => {
    const sites = [{ place: "Двор" }, { place: "Школа" }];
    const input = { ...CLEAN_UP, organiser: "association", associationId: here.birch, sites };
    const id = await here.run((ctx) => events.planEvent(ctx, input));
    return { id, sites: (await here.run((ctx) => events.listSites(ctx, id))).map((site) => site.id) };
  };
  const record = (id: Id, input: BatchInput, given: { at?: string; actor?: Actor } = {}) =>
    here.at(given.at ?? DURING, given.actor ?? here.chair)((ctx) => attendance.recordMarks(ctx, id, input));
  const turnoutOf = (id: Id) => here.run((ctx) => attendance.getTurnout(ctx, id));
  const confirm = (id: Id) =>
    here.at(
      AFTER,
      here.coordinator,
    )(async (ctx) => {
      await events.moveEvents(ctx, { ids: [id], move: "hold" });
      await events.moveEvents(ctx, { ids: [id], move: "confirm" });
    });
  return { ...here, attendance, planOne, record, turnoutOf, confirm };
}

export type TestAttendance = Awaited<ReturnType<typeof openTestAttendance>>;
