import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { type CalendarEvent, writeCalendar } from "./ical.ts";

const EVENT: CalendarEvent = {
  id: "0190d1a0-0000-7000-8000-000000000001",
  title: "День соседей",
  description: "",
  places: ["Двор дома 5"],
  point: null,
  startsAt: new Date("2024-05-25T05:00:00Z"),
  endsAt: new Date("2024-05-25T08:00:00Z"),
  isCancelled: false,
  sequence: 0,
  changedAt: new Date("2024-05-01T03:00:00Z"),
  recordedAt: new Date("2024-04-01T03:00:00Z"),
  url: "https://tos.example/events/0190d1a0-0000-7000-8000-000000000001",
};

/** What an independent parser reads of a calendar. */
function parse(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents("vevent").map((part) => new ICAL.Event(part)) };
}

const write = (...events: CalendarEvent[]) => writeCalendar({ name: "Ордынский район: мероприятия", events });

describe("a calendar of events", () => {
  test("is read by an independent parser as it was meant", () => {
    const { calendar, events } = parse(write({ ...EVENT, point: { latitude: 54.3682, longitude: 81.888 } }));
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    const [event] = events;
    expect(event?.uid).toBe(EVENT.id);
    expect(event?.summary).toBe("День соседей");
    expect(event?.startDate.toJSDate()).toEqual(EVENT.startsAt);
    expect(event?.endDate.toJSDate()).toEqual(EVENT.endsAt);
    expect(event?.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(event?.component.getFirstPropertyValue("geo")).toEqual([54.3682, 81.888]);
    expect(event?.component.getFirstPropertyValue("url")).toBe(EVENT.url);
  });

  test("says that an event is cancelled and that it was changed, under the same UID", () => {
    const [event] = parse(write({ ...EVENT, isCancelled: true, sequence: 2 })).events;
    expect(event?.uid).toBe(EVENT.id);
    expect(event?.sequence).toBe(2);
    expect(event?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });

  test("an empty calendar is one too", () => {
    expect(parse(write()).events).toEqual([]);
  });

  test("whatever people write comes back the same, and no line has more than 75 octets", () => {
    const words = fc.string({ unit: "binary", maxLength: 300 });
    fc.assert(
      fc.property(words, words, fc.array(words, { maxLength: 3 }), (title, description, places) => {
        const text = write({ ...EVENT, title: `а${title}`, description, places });
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        const [event] = parse(text).events;
        const clean = (said: string) => said.replace(/\r\n?/g, "\n").replace(/(?![\n\t])\p{Cc}/gu, "");
        expect(event?.summary).toBe(clean(`а${title}`));
        if (clean(description) !== "") expect(event?.description).toBe(clean(description));
        if (places.length > 0) expect(event?.location).toBe(clean(places.join("; ")));
      }),
    );
  });
});
