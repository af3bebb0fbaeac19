import { ONE } from "../../../src/kernel/decimal.ts";
import { formatNumber } from "../format.ts";
import type { Language } from "../language.ts";

/** Square metres as hectares: «534,12», from a thousand hectares on without the hundredths. */
export function formatHectares(squareMetres: number, language: Language): string {
  const hundredths = BigInt(Math.round(squareMetres / 100));
  if (hundredths >= 100_000n) return formatNumber(((hundredths + 50n) / 100n) * ONE, { language });
  return formatNumber((hundredths * ONE) / 100n, { language, decimals: 2 });
}
