import { formatDecimal, type Millionths, ONE } from "../../src/kernel/decimal.ts";
import { fromKopecks, KOPECKS_IN, type Kopecks, type MoneyUnit } from "../../src/kernel/money.ts";
import type { Language } from "../../src/kernel/refusal.ts";

const NBSP = "\u00a0";

/** In what a table of money is shown; nothing is ever rounded for it. */
export type MoneyScale = MoneyUnit;

/** A hundred roubles is the last place of thousands with one decimal, a hundred thousand that of millions. */
const HUNDRED_ROUBLES = 10_000n;
const HUNDRED_THOUSAND = 1_000n * HUNDRED_ROUBLES;
/** From a hundred million roubles on, thousands are hard to read. */
const LARGE = 100n * KOPECKS_IN.million;

/** Large sums in millions and others in thousands, with one decimal, where that is exact for all of them; else roubles with kopecks. */
export function chooseScale(amounts: readonly Kopecks[]): MoneyScale {
  const areWhole = (step: Kopecks) => amounts.every((amount) => amount % step === 0n);
  if (amounts.some((amount) => amount >= LARGE) && areWhole(HUNDRED_THOUSAND)) return "million";
  return areWhole(HUNDRED_ROUBLES) ? "thousand" : "rouble";
}

/** For money that the document calculates to the rouble, a line for each thing: thousands only where roubles would be too long to read. */
export function chooseLineScale(amounts: readonly Kopecks[]): MoneyScale {
  const scale = chooseScale(amounts);
  return scale === "million" || amounts.some((amount) => amount >= LARGE) ? scale : "rouble";
}

/** Kopecks as «1 358,5» (thousands) or «721 486,76» (roubles); the unit stands in the head of the table. */
export function formatMoney(kopecks: Kopecks, scale: MoneyScale, language: Language): string {
  return formatNumber(fromKopecks(kopecks, scale), { language, decimals: scale === "rouble" ? 2 : 1 });
}

/** Millionths as «1 358,5»: at least `decimals` places, more where the number has more. */
export function formatNumber(value: Millionths, form: { language: Language; decimals?: number }): string {
  const [whole = "0", fraction = ""] = formatDecimal(value < 0n ? -value : value).split(".");
  const [group, point] = form.language === "ru" ? [NBSP, ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const places = fraction.padEnd(form.decimals ?? 0, "0");
  return `${value < 0n ? "−" : ""}${grouped}${places && point + places}`;
}

/** A count of things: «1 904». */
export function formatCount(count: number, language: Language): string {
  return formatNumber(BigInt(count) * ONE, { language });
}

/** Bytes as «20 КБ», in thousands, rounded up so that nothing weighs zero. */
export function formatBytes(bytes: number, language: Language): string {
  const units = language === "ru" ? ["КБ", "МБ"] : ["kB", "MB"];
  const thousands = Math.ceil(bytes / 1000);
  if (thousands < 1000) return `${thousands}${NBSP}${units[0]}`;
  return `${formatNumber(BigInt(Math.round(bytes / 100_000)) * (ONE / 10n), { language })}${NBSP}${units[1]}`;
}
