import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, isDay, isTime, toInstant, toLocal } from "./times.ts";

describe("local time and instants", () => {
  test.each([
    ["2024-05-25", "12:00", "Asia/Novosibirsk", "2024-05-25T05:00:00.000Z"],
    ["2024-01-01", "00:30", "Asia/Novosibirsk", "2023-12-31T17:30:00.000Z"],
    // Novosibirsk went from UTC+6 to UTC+7 on 24 July 2016.
    ["2016-07-23", "12:00", "Asia/Novosibirsk", "2016-07-23T06:00:00.000Z"],
    ["2016-07-25", "12:00", "Asia/Novosibirsk", "2016-07-25T05:00:00.000Z"],
    // Clocks set back: the earlier of both; set forward: as much later.
    ["2024-10-27", "02:30", "Europe/Berlin", "2024-10-27T00:30:00.000Z"],
    ["2024-03-31", "02:30", "Europe/Berlin", "2024-03-31T01:30:00.000Z"],
    ["2024-07-01", "12:00", "America/St_Johns", "2024-07-01T14:30:00.000Z"],
  ])("%s %s in %s is %s", (date, time, zone, instant) => {
    expect(toInstant(date, time, zone).toISOString()).toBe(instant);
  });

  test("going there and back is the same wall clock wherever clocks are not moved", () => {
    const minute = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 });
    const zone = fc.constantFrom("Asia/Novosibirsk", "Europe/Kaliningrad", "Asia/Kamchatka", "Europe/Berlin");
    fc.assert(
      fc.property(minute, zone, (at, timeZone) => {
        const { date, time } = toLocal(new Date(at * 60_000), timeZone);
        const back = toLocal(toInstant(date, time, timeZone), timeZone);
        expect(back).toEqual({ date, time });
      }),
    );
  });

  test("days and times are those of a calendar and a clock", () => {
    expect(["2024-02-29", "2023-02-29", "24-1-1", ""].map(isDay)).toEqual([true, false, false, false]);
    expect(["00:00", "23:59", "24:00", "9:00"].map(isTime)).toEqual([true, true, false, false]);
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
  });
});
