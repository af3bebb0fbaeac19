import { compare, divide, makeFraction, multiply, readFraction, sum, writeFraction } from "../../kernel/fraction.ts";

const HUNDRED = makeFraction(100n);

interface Compared {
  readonly plan: string | null;
  readonly fact: string | null;
  /** From which per cent on a reason is asked for. */
  readonly limit: string;
  /** A part of a year is held against the plan of the whole: its deviation is no news. */
  readonly isWhole: boolean;
}

/**
 * How far a fact is off its plan, in per cent of the plan with its sign, and whether a reason must stand: the deviation is
 * beyond the limit either way, something came of a plan of nothing, or the fact of a plan is missing.
 */
export function reckonDeviation({ plan: planned, fact: came, limit, isWhole }: Compared): {
  readonly percent: string | null;
  readonly asks: boolean;
} {
  const [plan, fact] = [read(planned), read(came)];
  if (!plan) return { percent: null, asks: false };
  if (!fact) return { percent: null, asks: isWhole };
  const off = sum([fact, multiply(plan, makeFraction(-1n))]);
  const share = divide(off, plan);
  if (!share) return { percent: off.top === 0n ? "0" : null, asks: isWhole && off.top !== 0n };
  const percent = multiply(share, HUNDRED);
  const size = percent.top < 0n ? multiply(percent, makeFraction(-1n)) : percent;
  return { percent: writeFraction(percent), asks: isWhole && compare(size, read(limit) ?? makeFraction(0n)) > 0 };
}

const read = (text: string | null) => (text === null ? null : readFraction(text));

/** Fact ÷ plan, exactly; null where nothing was planned. */
export function reckonShare(plan: bigint, fact: bigint): string | null {
  const share = divide(makeFraction(fact), makeFraction(plan));
  return share && writeFraction(share);
}
