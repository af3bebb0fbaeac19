import type { Severity } from "../../../src/kernel/finding.ts";
import type { CofinancingFinding } from "../../../src/ledger/cofinancing/contract.ts";

const ORDER: readonly Severity[] = ["error", "warning", "note"];

/** The gravest of some findings; null where there is none. */
export function worstOf(findings: readonly CofinancingFinding[]): Severity | null {
  return ORDER.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null;
}
