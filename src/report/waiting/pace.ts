import {
  compare,
  divide,
  type Fraction,
  makeFraction,
  multiply,
  readFraction,
  writeFraction,
} from "../../kernel/fraction.ts";

/** Of a year's days that are over, the share; the whole of a year that is over. */
export function shareOfYear(year: number, today: string): Fraction {
  if (today > `${year}-12-31`) return makeFraction(1n);
  const days = (Date.parse(`${today}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / 86_400_000 + 1;
  const all = (Date.parse(`${year + 1}-01-01T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / 86_400_000;
  return makeFraction(BigInt(Math.max(0, days)), BigInt(all));
}

/** Early in a year a pace says nothing: from this share of it on it is told. */
const SAYS_FROM = makeFraction(1n, 4n);

/**
 * What a fact comes to by the end of the year if it goes on as it did, and whether that is below the plan. Nothing is said of
 * the first quarter, of a plan of nothing, and of what shrinks as it should.
 */
export function forecast(
  {
    plan: planned,
    fact: came,
    isSum,
  }: { readonly plan: string | null; readonly fact: string | null; readonly isSum: boolean },
  share: Fraction,
): { readonly expected: string; readonly isBehind: boolean } | null {
  const [plan, fact] = [readExact(planned), readExact(came)];
  if (!plan || plan.top <= 0n || !fact || compare(share, SAYS_FROM) < 0) return null;
  // What is a state, such as a share of seats, does not grow with the days.
  const expected = isSum ? divide(fact, share) : fact;
  return expected && { expected: writeFraction(expected), isBehind: compare(expected, plan) < 0 };
}

/** Whether so much of a limit is still there, in so late a year, that it will not be spent: its pace reaches less than nine tenths. */
export function staysUnspent(limit: bigint, spent: bigint, share: Fraction): boolean {
  if (limit <= 0n || compare(share, SAYS_FROM) < 0) return false;
  const expected = divide(makeFraction(spent), share);
  return expected !== null && compare(expected, multiply(makeFraction(limit), makeFraction(9n, 10n))) < 0;
}

const readExact = (text: string | null) => (text === null ? null : readFraction(text));
