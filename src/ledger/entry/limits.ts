import type { Kopecks } from "../../kernel/money.ts";
import type { Language } from "../../kernel/refusal.ts";
import type { FundingSource } from "../../programme/contract.ts";
import type { Part } from "../contract.ts";
import { type LedgerRefusalCode, refuseLedger } from "../refusals.ts";
import { isThousandfold, SOURCE_NAMES, sayRoubles, sumParts } from "../sums.ts";

/** What there is of each source. */
export type Available = ReadonlyMap<FundingSource, Kopecks>;

/** Refuses `ledger-over-appropriation` where a source has less free than is to be reserved. */
export function requireFree(
  parts: readonly Part[],
  free: Available,
  { year, language }: { readonly year: number; readonly language: Language },
): void {
  for (const { source, kopecks } of parts) {
    const available = free.get(source) ?? 0n;
    if (kopecks <= available) continue;
    const values = {
      free: sayRoubles(available),
      sum: sayRoubles(kopecks),
      source: SOURCE_NAMES[source][language],
      year,
    };
    refuseLedger("ledger-over-appropriation", values);
  }
}

type WithinCode = Extract<
  LedgerRefusalCode,
  "ledger-over-commitment" | "ledger-over-payment" | "ledger-over-refund" | "ledger-over-performance"
>;

/** Refuses with the code where a part is more than its source has left. */
export function requireWithin(
  parts: readonly Part[],
  left: Available,
  { code, language }: { readonly code: WithinCode; readonly language: Language },
): void {
  for (const { source, kopecks } of parts) {
    const available = left.get(source) ?? 0n;
    if (kopecks <= available) continue;
    const said = sayRoubles(available);
    refuseLedger(code, { open: said, left: said, sum: sayRoubles(kopecks), source: SOURCE_NAMES[source][language] });
  }
}

/** Refuses `ledger-below-committed` where a document states less than obligations have taken. */
export function requireAboveUsed(
  parts: readonly Part[],
  used: Available,
  { year, language }: { readonly year: number; readonly language: Language },
): void {
  for (const { source, kopecks } of parts) {
    const taken = used.get(source) ?? 0n;
    if (kopecks >= taken) continue;
    const values = { used: sayRoubles(taken), sum: sayRoubles(kopecks), source: SOURCE_NAMES[source][language], year };
    refuseLedger("ledger-below-committed", values);
  }
}

/** Asks back, by `ledger-thousandfold`, where thousands were perhaps taken for roubles; `confirmed` is the answer. */
export function askThousandfold(parts: readonly Part[], reference: Available, confirmed: boolean): void {
  if (confirmed) return;
  for (const { source, kopecks } of parts) {
    const known = reference.get(source) ?? 0n;
    if (!isThousandfold(kopecks, known)) continue;
    refuseLedger("ledger-thousandfold", { sum: sayRoubles(kopecks), reference: sayRoubles(known) });
  }
  const [sum, known] = [sumParts(parts), [...reference.values()].reduce((all, kopecks) => all + kopecks, 0n)];
  if (isThousandfold(sum, known)) {
    refuseLedger("ledger-thousandfold", { sum: sayRoubles(sum), reference: sayRoubles(known) });
  }
}
