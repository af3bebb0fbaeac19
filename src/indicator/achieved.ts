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

/** Why there is no share: what is missing, or what it would have to be divided by is nothing. */
export type NoShare = "no-plan" | "no-fact" | "zero-plan" | "zero-fact";

/** Null where `reckonAchieved` gives a share. `zero-fact` is the best that there is: less is better, and nothing came. */
export function tellNoShare(given: Parameters<typeof reckonAchieved>[0]): NoShare | null {
  if (reckonAchieved(given) !== null) return null;
  if (readFraction(given.plan ?? "") === null) return "no-plan";
  if (readFraction(given.fact ?? "") === null) return "no-fact";
  const isPlanNothing = readFraction(given.plan ?? "")?.top === 0n;
  return isPlanNothing ? "zero-plan" : "zero-fact";
}
