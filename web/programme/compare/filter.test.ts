import { expect, test } from "vitest";
import type { Change } from "../../../src/programme/views-comparison.ts";
import { filterChanges, readShown, type Shown } from "./filter.ts";

const change = (given: Partial<Change>): Change => ({
  subject: "activity",
  part: "annex2",
  line: null,
  fate: "kept",
  key: null,
  kind: null,
  was: "а",
  became: "б",
  difference: null,
  unit: null,
  places: { was: null, became: null },
  reason: null,
  ...given,
});

const money = change({ subject: "allocation", kind: "local", difference: 1n });
const quantity = change({ subject: "quantity", kind: "quantity", difference: 1n });
const words = change({ field: "name" });
const target = change({ subject: "target", part: "annex1", kind: "target", difference: 1n });

test.each<[Shown, readonly Change[]]>([
  ["all", [money, quantity, words, target]],
  ["money", [money]],
  ["words", [words]],
  ["indicators", [target]],
])("«%s» shows its changes and no other", (shown, expected) => {
  expect(filterChanges([money, quantity, words, target], shown)).toEqual(expected);
});

test.each([
  ["money", "money"],
  [null, "all"],
  ["nonsense", "all"],
])("an address that asks for «%s» gets «%s»", (asked, shown) => {
  expect(readShown(asked)).toBe(shown);
});
