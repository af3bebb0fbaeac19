import { isMoneyChange } from "../../../src/programme/messages-comparison.ts";
import type { Change } from "../../../src/programme/views-comparison.ts";

export const SHOWN = ["all", "money", "words", "indicators"] as const;
export type Shown = (typeof SHOWN)[number];

export function readShown(asked: string | null): Shown {
  return SHOWN.find((shown) => shown === asked) ?? "all";
}

const TESTS: Readonly<Record<Shown, (change: Change) => boolean>> = {
  all: () => true,
  money: isMoneyChange,
  words: (change) => change.difference === null,
  indicators: (change) => change.part === "annex1",
};

export function filterChanges(changes: readonly Change[], shown: Shown): readonly Change[] {
  return changes.filter(TESTS[shown]);
}
