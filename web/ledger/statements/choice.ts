import type { AcceptedRow } from "../../../src/ledger/index.ts";
import type { Choice } from "../../../src/ledger/statement/views.ts";
import { type FundingSource, SOURCES } from "../../../src/programme/contract.ts";

/** An obligation and the split that the page shows, as a form sends them: «id local=100.50». */
export function writeChoice({ commitment, parts }: Choice): string {
  const sums = parts.map(
    ({ source, kopecks }) => `${source}=${kopecks / 100n}.${String(kopecks % 100n).padStart(2, "0")}`,
  );
  return [commitment.id, ...sums].join(" ");
}

/** What a person accepted of a statement: every `choose-…` of the form that names an obligation. */
export function readChoices(form: FormData): readonly AcceptedRow[] {
  return [...form].flatMap(([name, value]) => {
    const [, line] = /^choose-(\d{1,9})$/.exec(name) ?? [];
    if (line === undefined || typeof value !== "string" || value === "") return [];
    const [commitmentId = "", ...pairs] = value.split(" ");
    const sums: Partial<Record<FundingSource, string>> = {};
    for (const pair of pairs) {
      const [key, sum = ""] = pair.split("=");
      const source = SOURCES.find((known) => known === key);
      if (source) sums[source] = sum;
    }
    return [{ line: Number(line), commitmentId, sums }];
  });
}
