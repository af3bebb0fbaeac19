import type { Outcome } from "./outcome.ts";

/** Prints what failed and what was skipped, by name, and the closing line. Returns the exit code. */
export function printSummary(outcomes: readonly Outcome[]): number {
  process.stdout.write(`\n${summarise(outcomes).join("\n")}\n`);
  return outcomes.some(({ result }) => result === "failed") || outcomes.length === 0 ? 1 : 0;
}

export function summarise(outcomes: readonly Outcome[]): string[] {
  const of = (result: Outcome["result"]) => outcomes.filter((outcome) => outcome.result === result);
  const line = ({ name, result, detail }: Outcome) => `${result}: ${name}${detail ? ` (${detail})` : ""}`;
  return [
    ...of("skipped").map(line),
    ...of("failed").map(line),
    `${of("passed").length} passed, ${of("failed").length} failed, ${of("skipped").length} skipped`,
  ];
}
