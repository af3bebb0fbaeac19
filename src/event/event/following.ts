import { addDays, daysBetween, toInstant, toLocal } from "../../kernel/times.ts";
import type { ChangedField, EventFields } from "./fields.ts";

interface OneChange {
  readonly was: EventFields;
  readonly becomes: EventFields;
  readonly changed: readonly ChangedField[];
}

/**
 * A change of one event of a series as a later one takes it over: what changed there becomes the same here, the day moves by as
 * many days and the clock stands at the same time. What was not changed stays as the later event has it.
 */
export function carryChange({ was, becomes, changed }: OneChange, later: EventFields, timeZone: string): EventFields {
  const same = Object.fromEntries(
    changed
      .filter((field) => field !== "sites" && field !== "hosts")
      .map((field) => [field, becomes[field as keyof EventFields]]),
  ) as Partial<EventFields>;
  return {
    ...later,
    ...same,
    ...carryTimes({ was, becomes, changed }, later, timeZone),
    sites: changed.includes("sites") ? matchSites(becomes, later) : later.sites,
    hostIds: changed.includes("hosts") ? becomes.hostIds : later.hostIds,
  };
}

/** Sites by their order: the first there is the first here. */
function matchSites(becomes: EventFields, later: EventFields): EventFields["sites"] {
  return becomes.sites.map((site, at) => ({ ...site, id: later.sites[at]?.id ?? null }));
}

function carryTimes({ was, becomes, changed }: OneChange, later: EventFields, timeZone: string) {
  const { startsAt, endsAt, date, untilDate } = later;
  if (!changed.includes("startsAt") && !changed.includes("endsAt")) return { startsAt, endsAt, date, untilDate };
  const shift = daysBetween(was.date, becomes.date);
  const span = daysBetween(becomes.date, becomes.untilDate);
  const day = addDays(date, shift);
  const lastDay = addDays(day, span);
  return {
    date: day,
    untilDate: lastDay,
    startsAt: toInstant(day, toLocal(becomes.startsAt, timeZone).time, timeZone),
    endsAt: toInstant(lastDay, toLocal(becomes.endsAt, timeZone).time, timeZone),
  };
}
