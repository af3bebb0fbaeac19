import { divide, readFraction, writeFraction } from "../kernel/fraction.ts";
import type { Direction } from "./method/contract.ts";

/** Fact ÷ plan where more is better, plan ÷ fact where less is, as an exact share; null where there is none. */
export function reckonAchieved(given: {
  readonly direction: Direction | null;
  readonly plan: string | null;
  readonly fact: string | null;
}): string | null {
  const [plan, fact] = [readFraction(given.plan ?? ""), readFraction(given.fact ?? "")];
  if (!plan || !fact) return null;
  const share = given.direction === "less" ? divide(plan, fact) : divide(fact, plan);
  return share && writeFraction(share);
}
