import { expect, test } from "vitest";
import { isAllowedReceiver } from "./receivers.ts";

test.each<[boolean, string, readonly string[]]>([
  [false, "anna@example.org", []],
  [true, "anna@example.org", ["anna@example.org"]],
  [true, " Anna@Example.org", ["anna@example.org"]],
  [true, "anna@example.org", ["@example.org"]],
  [false, "anna@sub.example.org", ["@example.org"]],
  [false, "anna@example.org.evil.example", ["@example.org", "anna@example.org"]],
  [false, "other-anna@example.org", ["anna@example.org"]],
  [false, '"a@example.org"@evil.example', ["@example.org"]],
])("%s: %s of %j", (isAllowed, address, allowed) => {
  expect(isAllowedReceiver(allowed, address)).toBe(isAllowed);
});
