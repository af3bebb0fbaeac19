import { divideRounded, type Millionths, ONE } from "../../src/kernel/decimal.ts";
import type { Language } from "../../src/kernel/refusal.ts";
import { formatNumber } from "./format.ts";

/** An exact figure, `12.5` or `3/7`, rounded for the eye to so many decimals at most. */
export function showFigure(text: string, language: Language, decimals = 2): string {
  return formatNumber(roundExact(text, decimals), { language });
}

/** An exact share as per cent: `6/7` is «85,71 %». */
export function showPercent(text: string, language: Language): string {
  const share = roundExact(text, 4);
  return `${formatNumber(share * 100n, { language })}\u00a0%`;
}

function roundExact(text: string, decimals: number): Millionths {
  const step = 10n ** BigInt(6 - decimals);
  const [top = "0", bottom = "1"] = text.split("/");
  const [whole = "0", fraction = ""] = top.split(".");
  const scale = 10n ** BigInt(fraction.length);
  return divideRounded(BigInt(whole + fraction) * ONE, BigInt(bottom) * scale * step) * step;
}

/** Whether an exact share is a whole or more. */
export function isAchieved(text: string): boolean {
  const [top = "0", bottom = "1"] = text.split("/");
  const [whole = "0", fraction = ""] = top.split(".");
  return BigInt(whole + fraction) >= BigInt(bottom) * 10n ** BigInt(fraction.length);
}

/** An exact figure in millionths, rounded: for drawing it. */
export function toMillionths(text: string): Millionths {
  return roundExact(text, 6);
}
