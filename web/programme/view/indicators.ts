import type { Figure, Indicator } from "../../../src/programme/contract.ts";
import { oneLine } from "../../ui/typography.ts";

/** The unit as printed, in small letters as it stands after a name; null where none is printed. */
export function indicatorUnit(indicator: Indicator): string | null {
  const unit = indicator.unit && oneLine(indicator.unit.text);
  return unit ? unit.toLocaleLowerCase("ru") : null;
}

/** As many decimal places as the document prints for any year, so that the column stays even. */
export function indicatorDecimals(indicator: Indicator): number {
  const places = Object.values(indicator.targets.values).map(printedDecimals);
  return Math.max(0, ...places);
}

function printedDecimals(figure: Figure): number {
  return /[.,]\s*(\d+)\s*$/.exec(figure.printed)?.[1]?.length ?? 0;
}

/** The targets of the years that were read, in their order. */
export function listTargets(indicator: Indicator, years: readonly number[]): readonly bigint[] {
  return years.flatMap((year) => indicator.targets.values[String(year)]?.value ?? []);
}
