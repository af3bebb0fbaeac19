import { describe, expect, it } from "vitest";
import { formatDate, formatInstant, sayZone } from "./dates.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("a date", () => {
  it.each([
    ["2024-05-25", "ru", "25 мая 2024 г."],
    ["2024-05-25", "en", "25 May 2024"],
    ["without a date", "ru", "without a date"],
  ] as const)("%s in %s", (date, language, text) => {
    expect(plain(formatDate(date, language))).toBe(text);
  });
  it("of an instant is that of the municipality's clock", () => {
    expect(plain(formatInstant("2024-05-25T20:05:00.000Z", "Asia/Novosibirsk", "ru"))).toBe("26 мая 2024 г., 03:05");
  });
});

describe("a time zone", () => {
  it.each([
    ["Asia/Novosibirsk", "2024-05-25", "ru", "МСК+4, UTC+7"],
    ["Asia/Novosibirsk", "2014-07-01", "ru", "МСК+3, UTC+7"],
    ["Europe/Moscow", "2024-05-25", "ru", "МСК, UTC+3"],
    ["Europe/Kaliningrad", "2024-05-25", "ru", "МСК−1, UTC+2"],
    ["Asia/Kolkata", "2024-05-25", "en", "UTC+5.5"],
    ["Europe/London", "2024-01-25", "en", "UTC"],
  ] as const)("%s on %s in %s", (zone, date, language, text) => {
    expect(sayZone(zone, date, language)).toBe(text);
  });
});
