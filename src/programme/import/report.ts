import type { FindingCode, Place, ProgrammeFinding } from "../contract.ts";
import type { FigureProblem } from "./table/figure.ts";

/** Collects what the reader could not make sense of. */
export class ReadingReport {
  readonly findings: ProgrammeFinding[] = [];

  add(
    code: FindingCode,
    where: Place,
    said: Partial<Pick<ProgrammeFinding, "variant" | "found" | "expected" | "values" | "related">> = {},
  ): void {
    this.findings.push({
      code,
      severity: "warning",
      where,
      related: said.related ?? [],
      found: said.found ?? null,
      expected: said.expected ?? null,
      variant: said.variant ?? "plain",
      values: said.values ?? {},
    });
  }

  readonly problem = ({ variant, figure }: FigureProblem): void => {
    this.add("not-understood", figure.place, { variant, found: figure.printed });
  };
}
