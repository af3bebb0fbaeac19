import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkKey, parsePublicLink } from "./public-link.ts";

describe("an address of the public web", () => {
  test.each([
    ["https://gazeta.example/2024/05/25", "https://gazeta.example/2024/05/25"],
    ["  http://www.газета.рф/новости ", "http://www.xn--80aahjj1e.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"],
  ])("%s is kept", (given, kept) => {
    expect(parsePublicLink(given)).toBe(kept);
  });

  test.each([
    "",
    "газета",
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "data:text/html,hello",
    "file:///etc/passwd",
    "ftp://gazeta.example/1",
    "//gazeta.example/1",
    "https://localhost/1",
    "https://printer/1",
    "https://127.0.0.1/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://10.0.0.5/a",
    "https://[::1]/",
    "https://wiki.district.local/",
    "https://wiki.district.local./",
    "https://site.test/",
    "https://user:secret@gazeta.example/",
  ])("%s is none", (given) => {
    expect(parsePublicLink(given)).toBeNull();
  });

  test("nor is one too long for any page", () => {
    expect(parsePublicLink(`https://gazeta.example/${"a".repeat(2000)}`)).toBeNull();
  });

  test("whatever is typed, only web addresses come through", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (given) => {
        const kept = parsePublicLink(given);
        return kept === null || /^https?:\/\/[^/@[]+\.[^/]+/.test(kept);
      }),
    );
  });
});

describe("two addresses lead to the same page", () => {
  test.each([
    ["http://www.gazeta.example/a/", "https://gazeta.example/a"],
    ["https://gazeta.example/a?utm_source=vk&id=7#comments", "https://gazeta.example/a?id=7"],
    ["https://gazeta.example/a?b=2&a=1", "https://gazeta.example/a?a=1&b=2"],
    ["https://GAZETA.example/a", "https://gazeta.example/a"],
  ])("%s and %s", (one, other) => {
    expect(linkKey(one)).toBe(linkKey(other));
  });

  test.each([
    ["https://gazeta.example/a", "https://gazeta.example/b"],
    ["https://gazeta.example/a?id=7", "https://gazeta.example/a?id=8"],
    ["https://gazeta.example/A", "https://gazeta.example/a"],
  ])("but not %s and %s", (one, other) => {
    expect(linkKey(one)).not.toBe(linkKey(other));
  });
});
