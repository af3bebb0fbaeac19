import type { Place, Resolution } from "../contract.ts";
import { type Check, makeFinding } from "./finding.ts";

/** The act that approved the programme is printed in the same way wherever it is printed. */
export const resolutionDiffers: Check = (programme) => {
  const approvals = programme.resolutions.filter((act) => act.role === "approve");
  const dated = approvals.filter((act) => act.date !== null || act.number !== null);
  const expected = commonest(dated);
  if (!expected) return [];
  return approvals
    .filter((act) => act.date !== expected.date || act.number !== expected.number)
    .map((act) => {
      const nothing = act.date === null && act.number === null;
      const related: Place[] = dated.filter((other) => other !== act).map((other) => other.printed.place);
      return makeFinding("resolution-differs", "warning", act.printed.place, {
        variant: nothing ? "missing" : "differs",
        found: nothing ? null : write(act),
        expected: write(expected),
        related,
      });
    });
};

function commonest(acts: readonly Resolution[]): Resolution | undefined {
  const same = (act: Resolution) => acts.filter((other) => write(other) === write(act)).length;
  return acts.toSorted((a, b) => same(b) - same(a))[0];
}

function write(act: Resolution): string {
  const [year, month, day] = act.date?.split("-") ?? [];
  return [day && `${day}.${month}.${year}`, act.number && `№ ${act.number}`].filter(Boolean).join(" ");
}
