import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import { addDays, daysBetween, isDay, toInstant, toLocal } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import { savePlanned } from "../event/actions.ts";
import { checkInput, loadFrame, ruleOf } from "../event/actions-frame.ts";
import { requireEvent } from "../event/actions-load.ts";
import { nameAssociations } from "../event/actions-meant.ts";
import { requireKeep } from "../event/actions-require.ts";
import type { EventInput } from "../event/input.ts";
import { copyMaterials } from "../paper/store.ts";
import { copySlots } from "../reception/store-slot.ts";
import { refuseEvent } from "../refusals.ts";
import { listDates, parseRecurrence, type RecurrenceInput, writeRule } from "./recurrence.ts";
import { insertSeries } from "./store.ts";

/**
 * Plans a series: an event of its own on each of its days, all or none. Ids in the order of the days. Refuses as `planEvent`,
 * `series-rule`, `series-short` and `series-long`.
 */
export async function planSeries(
  ctx: Context<Tx>,
  given: { readonly input: EventInput; readonly recurrence: RecurrenceInput },
): Promise<readonly Id[]> {
  const input = await nameAssociations(ctx, given.input);
  const frame = await loadFrame(ctx);
  const first = checkInput(frame, input);
  const recurrence = parseRecurrence(given.recurrence);
  const id = newId();
  const planned = listDates(recurrence, first.date).map((date, at) => {
    const untilDate = addDays(date, daysBetween(first.date, first.untilDate));
    return {
      fields: checkInput(frame, { ...input, date, untilDate }),
      series: { id, position: at + 1 },
      copiedFromId: null,
    };
  });
  await insertSeries(ctx, { id, rule: writeRule(recurrence, first.date) });
  return savePlanned(ctx, frame, planned);
}

/**
 * Plans the same event on another day: words, owners, sites, hosts who are in office then, times of reception and materials.
 * What came of the former one stays with it: minutes, photographs, questions, visitors. Refuses `event-time-wrong`.
 */
export async function copyEvent(ctx: Context<Tx>, given: { readonly id: string; readonly date: string }): Promise<Id> {
  const { fields, card, row } = await requireEvent(ctx, given.id);
  if (!isDay(given.date)) refuseEvent("event-time-wrong");
  const frame = await loadFrame(ctx);
  requireKeep(ctx, card, ruleOf(frame, fields));
  const { date } = given;
  const untilDate = addDays(date, daysBetween(fields.date, fields.untilDate));
  const timeOf = (instant: Date) => toLocal(instant, frame.timeZone).time;
  const inOffice = fields.hostIds.filter((id) => {
    const official = frame.officials.get(id);
    return official && official.since <= date && (official.until === null || official.until >= date);
  });
  const copy = {
    ...fields,
    date,
    untilDate,
    startsAt: toInstant(date, timeOf(fields.startsAt), frame.timeZone),
    endsAt: toInstant(untilDate, timeOf(fields.endsAt), frame.timeZone),
    sites: fields.sites.map((site) => ({ ...site, id: null })),
    hostIds: inOffice,
  };
  const [id = ""] = await savePlanned(ctx, frame, [{ fields: copy, series: null, copiedFromId: row.id }]);
  await copyMaterials(ctx, { from: row.id, to: id });
  const shiftMs = copy.startsAt.getTime() - fields.startsAt.getTime();
  await copySlots(ctx, { from: row.id, to: id, shiftMs, officialIds: inOffice });
  return id;
}
