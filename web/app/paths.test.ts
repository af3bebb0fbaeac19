import { describe, expect, it } from "vitest";
import { languageOf } from "../ui/language.ts";
import { inLanguage, otherLanguage } from "./paths.ts";

describe("the language of an address", () => {
  it.each([
    ["/", "ru", "/en"],
    ["/en", "en", "/"],
    ["/programmes/ordynsky", "ru", "/en/programmes/ordynsky"],
    ["/en/programmes/ordynsky", "en", "/programmes/ordynsky"],
    ["/english", "ru", "/en/english"],
  ] as const)("of %s is %s, and the other page is %s", (pathname, language, other) => {
    expect(languageOf(pathname)).toBe(language);
    expect(otherLanguage(pathname)).toBe(other);
  });
  it("is put before a path", () => expect(inLanguage("/desk", "en")).toBe("/en/desk"));
});
