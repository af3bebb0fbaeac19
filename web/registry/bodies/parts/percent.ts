import { divideRounded } from "../../../../src/kernel/decimal.ts";
import type { Language } from "../../../../src/kernel/refusal.ts";
import { formatNumber } from "../../../ui/format.ts";

/** Millionths of a per cent with at most two decimals; a dash of nothing. */
export function sayPercent(percent: bigint | null, language: Language): string {
  if (percent === null) return "—";
  return formatNumber(divideRounded(percent, 10_000n) * 10_000n, { language });
}
