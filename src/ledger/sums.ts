import { formatDecimal } from "../kernel/decimal.ts";
import { fromKopecks, type Kopecks } from "../kernel/money.ts";
import type { Language } from "../kernel/refusal.ts";
import type { FundingSource } from "../programme/contract.ts";
import { type Part, SUM_LIMIT } from "./contract.ts";
import { refuseLedger } from "./refusals.ts";

/** Sources as sentences name them. */
export const SOURCE_NAMES: Readonly<Record<FundingSource, Readonly<Record<Language, string>>>> = {
  federal: { ru: "федеральный бюджет", en: "federal budget" },
  regional: { ru: "региональный бюджет", en: "regional budget" },
  local: { ru: "местный бюджет", en: "local budget" },
  settlement: { ru: "бюджеты поселений", en: "settlements' budgets" },
  extrabudgetary: { ru: "внебюджетные источники", en: "extrabudgetary" },
};

const FOREIGN = /[$€£¥₴₸]|(?<!\p{L})(usd|eur|cny|kzt|byn|доллар\p{L}*|евро|юан\p{L}*|тенге)(?!\p{L})/iu;
const ROUBLES = /\s*(₽|руб(\.|л\p{L}*)?|р\.|rub)\s*$/iu;

/**
 * Roubles as people write them (`12 345,67`, `12345.6 руб.`) as kopecks; nothing is null. Refuses `ledger-sum-malformed`,
 * `ledger-sum-decimals`, `ledger-currency`, `ledger-sum-large`.
 */
export function parseRoubles(text: string): Kopecks | null {
  const shown = text.trim().slice(0, 40);
  if (shown === "") return null;
  if (FOREIGN.test(shown)) refuseLedger("ledger-currency", { text: shown });
  const plain = text
    .trim()
    .replace(ROUBLES, "")
    .replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(\D|$))/gu, "");
  const match = /^(\d{1,18})(?:[.,=-](\d*))?$/.exec(plain);
  if (!match) return refuseLedger("ledger-sum-malformed", { text: shown });
  const [, whole = "", fraction = ""] = match;
  if (fraction.replace(/0+$/, "").length > 2) refuseLedger("ledger-sum-decimals", { text: shown });
  const kopecks = BigInt(whole) * 100n + BigInt(fraction.slice(0, 2).padEnd(2, "0"));
  if (kopecks > SUM_LIMIT) refuseLedger("ledger-sum-large", { text: shown });
  return kopecks;
}

/** Kopecks as «721 500,00», for sentences. */
export function sayRoubles(kopecks: Kopecks): string {
  const [whole = "0", fraction = ""] = formatDecimal(fromKopecks(kopecks, "rouble")).split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0")},${fraction.padEnd(2, "0")}`;
}

export function sumParts(parts: readonly Pick<Part, "kopecks">[]): Kopecks {
  return parts.reduce((sum, { kopecks }) => sum + kopecks, 0n);
}

/** Whether one of two sums is the other a thousand times or more: thousands of roubles taken for roubles. */
export function isThousandfold(sum: Kopecks, reference: Kopecks): boolean {
  if (sum === 0n || reference === 0n) return false;
  return sum >= reference * 1000n || sum * 1000n === reference;
}

/**
 * A sum split as other sums stand to each other, to the kopeck: what rounding leaves goes to the largest remainders. A
 * refund goes back to the sources as its payment came from them.
 */
export function splitAs(total: Kopecks, parts: readonly Part[]): readonly Part[] {
  const whole = sumParts(parts);
  if (whole === 0n) return [];
  const shares = parts.map((part) => ({
    ...part,
    kopecks: (total * part.kopecks) / whole,
    rest: (total * part.kopecks) % whole,
  }));
  let left = total - sumParts(shares);
  const byRest = [...shares].sort((a, b) => (a.rest < b.rest ? 1 : a.rest > b.rest ? -1 : 0));
  const extra = new Set<FundingSource>();
  for (const share of byRest) {
    if (left === 0n) break;
    extra.add(share.source);
    left -= 1n;
  }
  return shares.map(({ source, kopecks }) => ({ source, kopecks: kopecks + (extra.has(source) ? 1n : 0n) }));
}
