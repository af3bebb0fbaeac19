/** An event as a calendar takes it; instants are UTC. */
export interface CalendarEvent {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly places: readonly string[];
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isCancelled: boolean;
  readonly sequence: number;
  readonly changedAt: Date;
  readonly recordedAt: Date;
  /** The address of its page. */
  readonly url: string;
}

export interface Calendar {
  readonly name: string;
  readonly events: readonly CalendarEvent[];
}

/**
 * A calendar as RFC 5545 writes it: lines that end with CR LF and are folded at 75 octets, texts escaped, instants in UTC. The
 * UID is the event's id, as RFC 7986, 5.3 advises; its SEQUENCE grows with what calendars keep of it. NAME is RFC 7986, 5.1.
 */
export function writeCalendar({ name, events }: Calendar): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Sosedstvo//Events//RU",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ...events.flatMap(writeEvent),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function writeEvent(event: CalendarEvent): readonly string[] {
  const { point, places, description } = event;
  return [
    "BEGIN:VEVENT",
    `UID:${event.id}`,
    `DTSTAMP:${writeInstant(event.changedAt)}`,
    `CREATED:${writeInstant(event.recordedAt)}`,
    `LAST-MODIFIED:${writeInstant(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${writeInstant(event.startsAt)}`,
    `DTEND:${writeInstant(event.endsAt)}`,
    `SUMMARY:${escapeText(event.title)}`,
    ...(description === "" ? [] : [`DESCRIPTION:${escapeText(description)}`]),
    ...(places.length === 0 ? [] : [`LOCATION:${escapeText(places.join("; "))}`]),
    ...(point ? [`GEO:${point.latitude.toFixed(6)};${point.longitude.toFixed(6)}`] : []),
    `STATUS:${event.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    `URL:${event.url}`,
    "END:VEVENT",
  ];
}

/** `20240525T050000Z` (RFC 5545, 3.3.5, form 2). */
function writeInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}

/** RFC 5545, 3.3.11; what no text may hold is left out. */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll("\n", "\\n");
}

const OCTETS = 75;
const encoder = new TextEncoder();

/** RFC 5545, 3.1: no line has more than 75 octets without its end, and none is torn within a character. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    // A folded line begins with a space, which counts.
    if (octets + size > OCTETS) {
      parts.push(part);
      part = "";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}
