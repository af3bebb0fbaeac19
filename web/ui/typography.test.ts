import { describe, expect, it } from "vitest";
import { capitalise, tie } from "./typography.ts";

/** No-break spaces as underlines, to be seen. */
const tied = (text: string, language: "ru" | "en" = "ru") => tie(text, language).replaceAll("\u00a0", "_");

describe("what a line's end may not part", () => {
  it.each([
    ["№ and its figure", "протокол № 5", "протокол №_5"],
    ["number and unit", "708,5 тыс. руб. каждый год", "708,5_тыс._руб. каждый год"],
    ["initials and name", "Н. А. Воронцова", "Н._А._Воронцова"],
    ["a short word and the next", "бюджет даёт в четыре раза", "бюджет даёт в_четыре раза"],
    ["two short words", "а в документе", "а_в_документе"],
    ["a place and its number", "таблица 3, строка 7", "таблица_3, строка_7"],
    ["a dash and the word before it", "ТОС — форма", "ТОС_— форма"],
  ])("%s", (_name, text, result) => {
    expect(tied(text)).toBe(result);
  });
  it("ends unit and sentence with one point", () => {
    expect(tie("Деньги, руб..", "ru")).toBe("Деньги, руб.");
  });
  it("leaves an ellipsis alone", () => {
    expect(tie("и так далее...", "ru")).toBe("и\u00a0так далее...");
  });
  it("ties an English number to its unit", () => {
    expect(tied("708.5 thousand roubles", "en")).toBe("708.5_thousand roubles");
  });
});

it("raises the first letter of the document's own words", () => {
  expect(capitalise("областной бюджет")).toBe("Областной бюджет");
});
