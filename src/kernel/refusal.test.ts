import { expect, test } from "vitest";
import { Refusal } from "./refusal.ts";

/** As the bundler makes one for the pages. */
class Copy extends Error {
  readonly code = "name-missing";
  readonly values = {};
  override readonly name = "Refusal";
}

test.each<[boolean, string, unknown]>([
  [true, "one of ours", new Refusal("name-missing")],
  [true, "one of the copy that the built pages carry", new Copy()],
  [false, "a fault", new Error("name-missing")],
  [false, "an error of the database with a code", Object.assign(new Error("x"), { code: "23505" })],
  [false, "what is no error", { name: "Refusal", code: "name-missing", values: {} }],
  [false, "nothing", null],
])("%s: %s", (isRefusal, _what, value) => {
  expect(value instanceof Refusal).toBe(isRefusal);
});
