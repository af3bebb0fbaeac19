import { expect, test } from "vitest";
import { isMailAddress, parseSender } from "./address.ts";

test.each(["a@example.org", "анна@почта.рф", "a+b.c@mail.example.org", "root@localhost"])(
  "%s is an address",
  (address) => {
    expect(isMailAddress(address)).toBe(true);
  },
);

test.each([
  "",
  "a",
  "a@",
  "@example.org",
  "a@b@example.org",
  "a@example.org, b@example.org",
  "Анна <a@example.org>",
  "a@example.org\r\nRCPT TO:<b@example.org>",
  "a b@example.org",
  `${"a".repeat(250)}@example.org`,
])("%j is none", (address) => {
  expect(isMailAddress(address)).toBe(false);
});

test.each([
  ["a@example.org", { name: "", address: "a@example.org" }],
  ["Соседство <a@example.org>", { name: "Соседство", address: "a@example.org" }],
  ['"Портал, ТОС" <a@example.org>', { name: "Портал, ТОС", address: "a@example.org" }],
  ["Соседство <a@example.org", null],
  ["Соседство\r\nBcc: b@example.org <a@example.org>", null],
  ["Соседство", null],
])("letters come from %j", (text, sender) => {
  expect(parseSender(text)).toEqual(sender);
});
