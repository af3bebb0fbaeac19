import type { TypedContent } from "../../../src/contest/application/contract.ts";
import { divideRounded, type Millionths, ONE, parseDecimal } from "../../../src/kernel/decimal.ts";
import type { Kopecks } from "../../../src/kernel/money.ts";

type Line = TypedContent["estimate"][number];

const read = (typed: string): Millionths | undefined =>
  parseDecimal(typed.replace(/[\s\u00a0\u202f]/g, "").replace(",", "."));

function readSum(typed: string): Kopecks | undefined {
  if (typed.trim() === "") return 0n;
  const value = read(typed);
  return value === undefined || value < 0n || (value * 100n) % ONE !== 0n ? undefined : (value * 100n) / ONE;
}

export interface LineSums {
  /** Quantity times price to the kopeck; undefined while one of them cannot be read. */
  readonly cost: Kopecks | undefined;
  readonly asked: Kopecks | undefined;
  readonly own: Kopecks | undefined;
}

/** The sums of an estimate's line while it is typed; what binds is reckoned by the server. */
export function addUpLine(line: Line): LineSums {
  const [quantity, price] = [read(line.quantity), readSum(line.unitCost || "?")];
  const own = [line.ownMoney, line.ownLabour, line.ownThings].map(readSum);
  return {
    cost: quantity === undefined || price === undefined ? undefined : divideRounded(quantity * price, ONE),
    asked: readSum(line.asked),
    own: own.includes(undefined) ? undefined : own.reduce<Kopecks>((all, part) => all + (part ?? 0n), 0n),
  };
}

/** Lines that cannot be read yet are left out of the totals. */
export function addUpEstimate(lines: readonly Line[]): { readonly asked: Kopecks; readonly own: Kopecks } {
  const sums = lines.map(addUpLine).filter(({ asked, own }) => asked !== undefined && own !== undefined);
  return {
    asked: sums.reduce((all, { asked = 0n }) => all + asked, 0n),
    own: sums.reduce((all, { own = 0n }) => all + own, 0n),
  };
}
