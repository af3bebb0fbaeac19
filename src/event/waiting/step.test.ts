import { expect, test } from "vitest";
import { findStep, type Waiting } from "./step.ts";

const now = new Date("2026-05-25T05:00:00Z");
const before = new Date("2026-05-24T05:00:00Z");
const after = new Date("2026-05-26T05:00:00Z");
const base: Waiting = { state: "held", endsAt: before, isCounted: true, undocumented: [] };

test.each<[string, Partial<Waiting>, ReturnType<typeof findStep>]>([
  ["one that is over and was only planned", { state: "planned" }, "settle"],
  ["one that is over and was announced", { state: "announced" }, "settle"],
  [
    "one that was held with nobody counted, whatever else it lacks",
    { isCounted: false, undocumented: ["minutes"] },
    "count",
  ],
  ["one without its minutes", { undocumented: ["minutes"] }, "document"],
  ["one that has everything", {}, "confirm"],
  ["one to come that nobody knows of", { state: "planned", endsAt: after }, "announce"],
  ["one to come", { state: "announced", endsAt: after }, "come"],
  ["one that ends this instant", { state: "announced", endsAt: now }, "come"],
  ["one that is confirmed", { state: "confirmed", isCounted: false }, null],
  ["one that is cancelled", { state: "cancelled" }, null],
])("%s", (_case, given, step) => {
  expect(findStep({ ...base, ...given }, now)).toBe(step);
});
