import { isDay } from "../../kernel/day.ts";
import { refuseIndicator } from "../refusals.ts";

/** A period from the beginning of its year to a day of it. */
export interface Period {
  readonly year: number;
  readonly until: string;
}

/**
 * A year of four digits, and a day of it or nothing: then the year's last day, or today while it goes on. Refuses
 * `actual-period`: a year that has not begun has no facts.
 */
export function parsePeriod(given: { readonly year: string; readonly until?: string }, today: string): Period {
  if (!/^(19|20)\d\d$/.test(given.year)) refuseIndicator("actual-period");
  const year = Number(given.year);
  const last = `${year}-12-31`;
  const until = given.until?.trim() || (last < today ? last : today);
  if (!isDay(until) || !until.startsWith(`${year}-`) || until > today) refuseIndicator("actual-period");
  return { year, until };
}

/** The end of a local day, or now where none is said; never later than now. Refuses `actual-period`. */
export function parseKnownAt(day: string | undefined, { now, timeZone }: { now: Date; timeZone: string }): Date {
  const asked = day?.trim() ?? "";
  if (asked === "") return now;
  if (!isDay(asked)) refuseIndicator("actual-period");
  const end = endOfDay(asked, timeZone);
  return end < now ? end : now;
}

/** The last millisecond of a local day. The zone's distance from UTC is read where the day ends, as near as makes no difference. */
export function endOfDay(day: string, timeZone: string): Date {
  const wall = Date.parse(`${day}T23:59:59.999Z`);
  const local = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  const ahead = Date.parse(`${local.format(new Date(wall)).replace(" ", "T")}.999Z`) - wall;
  return new Date(wall - ahead);
}
