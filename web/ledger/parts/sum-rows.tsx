import type { Part } from "../../../src/ledger/contract.ts";
import type { MovedSums } from "../../../src/ledger/views.ts";
import type { Row } from "../../ui/figure-table.tsx";
import { useLanguage } from "../../ui/language.ts";
import { useText } from "../../ui/text.ts";
import { ledgerWords } from "../words.ts";
import { roubles, sourceName } from "./money.ts";

/** Paid, refunded and what is left, each a row of an `EntryTable` with its sources. */
export function useSumRows(sums: MovedSums | null): readonly Row[] {
  const t = useText(ledgerWords);
  const language = useLanguage();
  if (sums === null) return [];
  const line = (key: "paid" | "refunded" | "net", parts: readonly Part[]): Row => ({
    key,
    total: true,
    cells: {
      date: t(key),
      sum: (
        <div>
          {roubles(sums[key], language)}
          {parts.map(({ source, kopecks }) => (
            <span key={source} className="note place">
              {roubles(kopecks, language)} — {sourceName(source, language)}
            </span>
          ))}
        </div>
      ),
    },
  });
  return [line("paid", sums.paidParts), line("refunded", sums.refundedParts), line("net", sums.netParts)];
}
