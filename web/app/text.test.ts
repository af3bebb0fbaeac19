import { describe, expect, it } from "vitest";
import { mailWords } from "../access/letters/words.ts";
import { accessWords } from "../access/words.ts";
import { deskWords } from "../desk/words.ts";
import { portalWords } from "../portal/words.ts";
import { programmeWords } from "../programme/words.ts";
import { makeText } from "../ui/text.ts";
import { appWords } from "./words.ts";

const t = makeText(programmeWords, "ru");
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("sentences", () => {
  it.each([
    [1, "1 ошибка"],
    [2, "2 ошибки"],
    [5, "5 ошибок"],
    [11, "11 ошибок"],
    [21, "21 ошибка"],
  ])("count %i in Russian as «%s»", (count, text) => {
    expect(plain(t("error", { count }))).toBe(text);
  });
  it("keep what stands in a value as it is", () => {
    expect(plain(t("documentOf", { name: "a & b <c>.docx", size: "1 КБ" }))).toBe("a & b <c>.docx, 1 КБ");
  });
});

describe.each([appWords, accessWords, deskWords, portalWords, programmeWords, mailWords])(
  "a catalogue",
  ({ ru, en }) => {
    it("has all four Russian forms of what it counts", () => {
      const bases = Object.keys(ru).flatMap((key) => /^(.*)_one$/.exec(key)?.[1] ?? []);
      const missing = bases
        .flatMap((base) => ["few", "many", "other"].map((form) => `${base}_${form}`))
        .filter((key) => !(key in ru));
      expect(missing).toEqual([]);
    });
    it("asks for the same values in both languages", () => {
      const values = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].toSorted();
      const english: Readonly<Record<string, string>> = en;
      const different = Object.entries<string>(ru).filter(([key, text]) => {
        const other = english[key];
        return other !== undefined && `${values(text)}` !== `${values(other)}`;
      });
      expect(different.map(([key]) => key)).toEqual([]);
    });
    it("says nothing in Russian on English pages", () => {
      expect(Object.values<string>(en).filter((text) => /[а-яё]/i.test(text))).toEqual([]);
    });
  },
);
