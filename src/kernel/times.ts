/** A local wall clock as forms write it, and the instants that it means in a time zone. */
export interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Local days `YYYY-MM-DD`. */
  readonly date: string;
  readonly untilDate: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  formats.set(timeZone, made);
  return made;
}

/** `YYYY-MM-DD` and `HH:MM` of an instant in a time zone. */
export function toLocal(instant: Date, timeZone: string): { readonly date: string; readonly time: string } {
  const [date = "", time = ""] = formatOf(timeZone).format(instant).split(" ");
  return { date, time: time.slice(0, 5) };
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function aheadOfUtc(instant: number, timeZone: string): number {
  const local = formatOf(timeZone).format(new Date(instant)).replace(" ", "T");
  return Date.parse(`${local}Z`) - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant of a local `YYYY-MM-DD` and `HH:MM`. Where clocks are set back the earlier of both is meant; where they are set
 * forward, a time that the clocks leave out is as much later.
 */
export function toInstant(date: string, time: string, timeZone: string): Date {
  const wall = Date.parse(`${date}T${time}:00Z`);
  // The zone half a day before and after: one of both offsets holds at the instant that is looked for.
  const offsets = [-43_200_000, 43_200_000].map((shift) => aheadOfUtc(wall + shift, timeZone));
  const fitting = offsets.map((offset) => wall - offset).filter((at) => at + aheadOfUtc(at, timeZone) === wall);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : wall - Math.min(...offsets));
}

/** A local day so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one local day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function isDay(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

export function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
