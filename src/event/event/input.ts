import { printDay } from "../../kernel/day.ts";
import { addDays, isDay, isTime, type Times, toInstant } from "../../kernel/times.ts";
import {
  AGENDA_LIMIT,
  LONGEST_DAYS,
  ORGANISERS,
  type Organiser,
  PLACE_LIMIT,
  type Point,
  SITES_LIMIT,
  TEXT_LIMIT,
  TITLE_LIMIT,
} from "../contract.ts";
import { refuseEvent } from "../refusals.ts";

/** A site as a form sends it; `id` names one that is there already. */
export interface SiteInput {
  readonly id?: string;
  readonly place: string;
  /** Latitude and longitude in words, «54,3682; 81,8880». */
  readonly point?: string;
  readonly settlementId?: string;
  readonly associationId?: string;
  readonly responsibleId?: string;
}

/** An event as a form sends it: dates `YYYY-MM-DD` and times `HH:MM` of the municipality; `kind` is a built-in one or the id of an own one. */
export interface EventInput {
  readonly kind: string;
  readonly title: string;
  readonly description?: string;
  readonly organiser: string;
  readonly settlementId?: string;
  readonly associationId?: string;
  readonly activityId?: string;
  readonly date: string;
  readonly from: string;
  /** Empty where it ends on the day on which it begins. */
  readonly untilDate?: string;
  readonly until: string;
  readonly responsibleId?: string;
  readonly agenda?: string;
  readonly takesRegistrations?: boolean;
  readonly capacity?: string;
  readonly sites: readonly SiteInput[];
  /** Ids of officials and deputies, in their order. */
  readonly hosts?: readonly string[];
}

/** A text as a person may have typed it, without the one character that the database cannot hold. */
export function plain(text = ""): string {
  return text.replaceAll("\u0000", "").replaceAll("\r\n", "\n").trim();
}

const oneLine = (text = "") => plain(text).replace(/\s+/g, " ");

/** Refuses `event-text-long`. */
export function parseText(text: string | undefined, limit: number): string {
  const found = plain(text);
  return found.length > limit ? refuseEvent("event-text-long", { limit }) : found;
}

/** Refuses `event-title` and `event-text-long`. */
export function parseWords(input: Pick<EventInput, "title" | "description" | "agenda">) {
  const title = oneLine(input.title);
  if (title === "" || title.length > TITLE_LIMIT) refuseEvent("event-title", { limit: TITLE_LIMIT });
  return {
    title,
    description: parseText(input.description, TEXT_LIMIT),
    agenda: parseText(input.agenda, AGENDA_LIMIT),
  };
}

export function parseOrganiser(text: string): Organiser {
  return ORGANISERS.find((organiser) => organiser === text) ?? refuseEvent("event-organiser");
}

/** Refuses `event-time-wrong`, `event-ends-before` and `event-long`. */
export function parseTimes(input: Pick<EventInput, "date" | "from" | "untilDate" | "until">, timeZone: string): Times {
  const untilDate = input.untilDate?.trim() || input.date;
  const isWritten = [input.date, untilDate].every(isDay) && [input.from, input.until].every(isTime);
  if (!isWritten) return refuseEvent("event-time-wrong");
  const startsAt = toInstant(input.date, input.from, timeZone);
  const endsAt = toInstant(untilDate, input.until, timeZone);
  if (endsAt <= startsAt) {
    const say = (date: string, time: string) => `${printDay(date)} ${time}`;
    refuseEvent("event-ends-before", { start: say(input.date, input.from), end: say(untilDate, input.until) });
  }
  if (untilDate > addDays(input.date, LONGEST_DAYS)) refuseEvent("event-long", { days: LONGEST_DAYS });
  return { startsAt, endsAt, date: input.date, untilDate };
}

/** Null where no limit is set. Refuses `event-capacity`. */
export function parseCapacity(text = ""): number | null {
  const digits = text.replace(/[\s\u00a0]/g, "");
  if (digits === "") return null;
  const places = /^\d{1,6}$/.test(digits) ? Number(digits) : 0;
  return places >= 1 && places <= 100_000 ? places : refuseEvent("event-capacity");
}

/** The sites of which the form says anything. Refuses `event-sites-many`, `event-place` and `event-point`. */
export function parseSites(sites: readonly SiteInput[]) {
  const written = sites.filter((site) => [site.place, site.point].some((text) => plain(text) !== ""));
  if (written.length > SITES_LIMIT) refuseEvent("event-sites-many", { limit: SITES_LIMIT });
  return written.map((site, at) => {
    const place = oneLine(site.place);
    const number = at + 1;
    if (place === "" || place.length > PLACE_LIMIT) refuseEvent("event-place", { number, limit: PLACE_LIMIT });
    const point = parsePoint(plain(site.point), number);
    return { ...site, place, point };
  });
}

/** «54.3682, 81.8880», «54,3682; 81,8880» or both parted by a space. */
function parsePoint(text: string, number: number): Point | null {
  if (text === "") return null;
  const isDotted = /\d\.\d/.test(text);
  const parts = text.split(isDotted ? /[\s,;]+/ : /\s*;\s*|\s+/).map((part) => Number(part.replace(",", ".")));
  const [latitude = Number.NaN, longitude = Number.NaN] = parts;
  const fits = parts.length === 2 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return fits ? { latitude, longitude } : refuseEvent("event-point", { number });
}
