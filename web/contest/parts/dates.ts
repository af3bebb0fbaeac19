import type { CallView } from "../../../src/contest/call/contract.ts";
import type { Language } from "../../../src/kernel/refusal.ts";
import { toLocal } from "../../../src/kernel/times.ts";
import { formatDate } from "../../ui/dates.ts";

/** A deadline as people say it: the first instant of a day is «24:00» of the day before. */
export function sayDeadline(instant: string, timeZone: string, language: Language): string {
  const { date, time } = splitDeadline(instant, timeZone);
  return `${formatDate(date, language)}, ${time}`;
}

/** Local day and hour of a deadline, as its form has them. */
export function splitDeadline(instant: string, timeZone: string): { readonly date: string; readonly time: string } {
  const at = new Date(instant);
  const own = toLocal(at, timeZone);
  return own.time === "00:00" ? { date: toLocal(new Date(at.getTime() - 1), timeZone).date, time: "24:00" } : own;
}

/** Days and hours of a call as its form has them. */
export function daysOf({ opensAt, closesAt, reviewUntil }: CallView, timeZone: string) {
  const [opens, closes] = [splitDeadline(opensAt, timeZone), splitDeadline(closesAt, timeZone)];
  const days = { opensOn: opens.date, opensTime: opens.time, closesOn: closes.date, closesTime: closes.time };
  return { ...days, reviewUntil };
}
