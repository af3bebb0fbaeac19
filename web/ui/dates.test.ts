import { describe, expect, it } from "vitest";
import { formatDate, formatInstant } from "./dates.ts";

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
