import { isDay } from "../../src/kernel/day.ts";
import { ENTRY_KINDS, type JournalFilter } from "../../src/ledger/contract.ts";
import { SOURCES } from "../../src/programme/contract.ts";

/** A day of the calendar that the address names. */
export function readDay(text: string | null): string | undefined {
  return text !== null && isDay(text) ? text : undefined;
}

/** The conditions of the journal as the page's address says them; what is no condition is left out. */
export function readFilter(asked: URLSearchParams): JournalFilter {
  const kind = ENTRY_KINDS.find((known) => known === asked.get("kind"));
  const source = SOURCES.find((known) => known === asked.get("source"));
  const year = asked.get("year") ?? "";
  const activityId = asked.get("activity") ?? "";
  const text = (asked.get("text") ?? "").replaceAll("\u0000", "").trim().slice(0, 200);
  const [from, to] = [readDay(asked.get("from")), readDay(asked.get("to"))];
  return {
    ...(kind && { kind }),
    ...(source && { source }),
    ...(/^20\d\d$/.test(year) && { year: Number(year) }),
    ...(/^[0-9a-f-]{36}$/.test(activityId) && { activityId }),
    ...(from && { from }),
    ...(to && { to }),
    ...(text !== "" && { text }),
  };
}

/** The address's part after «?», with it; empty where nothing is narrowed. */
export function writeFilter(filter: JournalFilter, after?: string): string {
  const { activityId, ...plain } = filter;
  const pairs = Object.entries({ ...plain, activity: activityId, after }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`;
}

/** The year that the address names; null for all; the municipality's own where it names none. */
export function readYear(asked: URLSearchParams, own: number): number | null {
  const year = asked.get("year");
  if (year === "all") return null;
  return year !== null && /^20\d\d$/.test(year) ? Number(year) : own;
}
