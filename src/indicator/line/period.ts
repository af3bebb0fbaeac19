import { isDay } from "../../kernel/day.ts";
import { endOfPeriod, listBegunQuarters, QUARTERS, type Quarter } from "../../kernel/quarter.ts";
import { refuseIndicator } from "../refusals.ts";

/** A period from the beginning of its year to a day of it. */
export interface Period {
  readonly year: number;
  readonly until: string;
}

/** A period as an address says it: a day goes before a quarter. */
export interface PeriodInput {
  readonly year: string;
  readonly quarter?: string;
  readonly until?: string;
}

/**
 * A year of four digits, and a day of it, a quarter or nothing: then the last day of the quarter or of the year, or today while
 * it goes on. Refuses `actual-period`: what has not begun has no facts.
 */
export function parsePeriod(given: PeriodInput, today: string): Period {
  if (!/^(19|20)\d\d$/.test(given.year)) refuseIndicator("actual-period");
  const year = Number(given.year);
  const until = given.until?.trim() || endOfPeriod({ year, quarter: parseQuarter(given, today) }, today);
  if (!isDay(until) || !until.startsWith(`${year}-`) || until > today) refuseIndicator("actual-period");
  return { year, until };
}

/** The quarter that is asked for, or the whole year. Refuses `actual-period`. */
export function parseQuarter({ year, quarter }: Pick<PeriodInput, "year" | "quarter">, today: string): Quarter {
  const asked = quarter?.trim() || "4";
  const begun = listBegunQuarters(Number(year), today);
  return begun.find((own) => String(own) === asked) ?? refuseIndicator("actual-period");
}

/** Of which period a day is the end, as `endOfPeriod` says it; null of another day. The longest one, where today ends several. */
export function quarterOf({ year, until }: Period, today: string): Quarter | null {
  return QUARTERS.findLast((quarter) => endOfPeriod({ year, quarter }, today) === until) ?? null;
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
