import { describe, expect, it } from "vitest";
import { shortTitle, yearSpan } from "./titles.ts";

describe("the programme's name without its years", () => {
  it.each([
    ["Развитие ТОС на территории района на 2024 – 2026 годы", "Развитие ТОС на территории района"],
    ["Развитие ТОС на 2024-2026 годы", "Развитие ТОС"],
    ["Развитие ТОС на 2024 год", "Развитие ТОС"],
    ["РАЗВИТИЕ ТОС НА 2024 – 2026 ГОДЫ", "РАЗВИТИЕ ТОС"],
    ["Развитие  ТОС", "Развитие ТОС"],
  ])("%s", (title, short) => {
    expect(shortTitle(title)).toBe(short);
  });
});

describe("the span of years", () => {
  it.each([
    ["of several", [2024, 2025, 2026], "2024–2026"],
    ["of one", [2024], "2024"],
    ["of none", [], ""],
  ])("%s", (_name, years, span) => {
    expect(yearSpan(years).replaceAll("\u2060", "")).toBe(span);
  });
});
