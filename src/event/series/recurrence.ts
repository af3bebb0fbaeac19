import { addDays, isDay } from "../../kernel/times.ts";
import { SERIES_LIMIT } from "../contract.ts";
import { refuseEvent } from "../refusals.ts";

/** How a series goes on from its first day: on the same date, on the same weekday of the month, or on its last one. */
export const RECURRENCE_BYS = ["date", "weekday", "last-weekday"] as const;
export const FREQUENCIES = ["weekly", "monthly", "yearly"] as const;

/** «Правило повторения»: a part of RFC 5545, 3.3.10. Either so many times or until a local day, included. */
export interface Recurrence {
  readonly frequency: (typeof FREQUENCIES)[number];
  readonly interval: number;
  readonly by: (typeof RECURRENCE_BYS)[number];
  readonly count: number | null;
  readonly until: string | null;
}

/** A rule as a form sends it. */
export interface RecurrenceInput {
  readonly frequency: string;
  readonly interval: string;
  readonly by: string;
  readonly count: string;
  readonly until: string;
}

/** Refuses `series-rule` where a part is missing or wrong. */
export function parseRecurrence(input: RecurrenceInput): Recurrence {
  const frequency = FREQUENCIES.find((name) => name === input.frequency);
  const by = frequency === "weekly" ? "date" : RECURRENCE_BYS.find((name) => name === input.by);
  const interval = /^[1-9]\d?$/.test(input.interval.trim()) ? Number(input.interval) : 0;
  const count = /^\d{1,3}$/.test(input.count.trim()) ? Number(input.count) : null;
  const until = isDay(input.until) ? input.until : null;
  if (!frequency || !by || interval < 1 || interval > 12 || (count === null) === (until === null)) {
    return refuseEvent("series-rule");
  }
  return { frequency, interval, by, count, until };
}

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;
const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();
const numberOf = (date: string) => Math.ceil(Number(date.slice(8)) / 7);

/** The rule as RFC 5545 writes it; it counts local days. */
export function writeRule({ frequency, interval, by, count, until }: Recurrence, start: string): string {
  const place = by === "last-weekday" ? -1 : numberOf(start);
  const weekday = WEEKDAYS[weekdayOf(start)];
  const month = Number(start.slice(5, 7));
  const parts = [
    `FREQ=${frequency.toUpperCase()}`,
    `INTERVAL=${interval}`,
    ...(frequency === "weekly" ? [`BYDAY=${weekday}`] : []),
    ...(frequency === "yearly" ? [`BYMONTH=${month}`] : []),
    ...(frequency !== "weekly" && by === "date" ? [`BYMONTHDAY=${Number(start.slice(8))}`] : []),
    ...(frequency !== "weekly" && by !== "date" ? [`BYDAY=${place}${weekday}`] : []),
    count === null ? `UNTIL=${(until ?? "").replaceAll("-", "")}` : `COUNT=${count}`,
  ];
  return parts.join(";");
}

/** Local days of a series, the first one included. Refuses `series-short` and `series-long`. */
export function listDates(recurrence: Recurrence, start: string): readonly string[] {
  const { count, until } = recurrence;
  if (count !== null && count > SERIES_LIMIT) refuseEvent("series-long", { limit: SERIES_LIMIT });
  const dates: string[] = [];
  // Some months have no 31st and some no fifth Monday, so there are more steps than days; forty years end any rule.
  for (let step = 0; step < 480; step++) {
    const date = dateAt(recurrence, start, step);
    if (date === null || date < start) continue;
    if (until !== null && date > until) break;
    dates.push(date);
    if (dates.length === count) break;
    if (dates.length > SERIES_LIMIT) refuseEvent("series-long", { limit: SERIES_LIMIT });
  }
  return dates.length > 1 ? dates : refuseEvent("series-short");
}

/** The day of one step; null where its month has no such day. */
function dateAt({ frequency, interval, by }: Recurrence, start: string, step: number): string | null {
  if (frequency === "weekly") return addDays(start, 7 * interval * step);
  const months = (frequency === "monthly" ? 1 : 12) * interval * step + Number(start.slice(5, 7)) - 1;
  const first = new Date(Date.UTC(Number(start.slice(0, 4)), months, 1)).toISOString().slice(0, 10);
  const day = by === "date" ? Number(start.slice(8)) : findWeekday(first, start, by);
  const date = addDays(first, day - 1);
  return date.slice(0, 7) === first.slice(0, 7) ? date : null;
}

/** Which day of a month has the weekday and the place in it that the start has. */
function findWeekday(first: string, start: string, by: "weekday" | "last-weekday"): number {
  const earliest = ((weekdayOf(start) - weekdayOf(first) + 7) % 7) + 1;
  if (by === "weekday") return earliest + 7 * (numberOf(start) - 1);
  const days = new Date(Date.UTC(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 0)).getUTCDate();
  return earliest + 7 * Math.floor((days - earliest) / 7);
}
