import type { Figure, Indicator, Programme, ProgrammeFinding } from "../../../src/programme/contract.ts";
import type { Text } from "../../ui/text.ts";
import { capitalise, oneLine } from "../../ui/typography.ts";
import type { ProgrammeWords } from "../words.ts";

/** An indicator with its place in annex 1, from 1, and the last part of its page's address. */
export interface PlacedIndicator {
  readonly position: number;
  readonly address: string;
  readonly indicator: Indicator;
}

/**
 * Indicators with addresses of their own: the printed number, and «1~2» for the second that bears the number 1, as
 * happens where each subprogramme counts anew. One without a number, or with dots alone, goes by its position: «~3».
 */
export function placeIndicators(indicators: readonly Indicator[]): readonly PlacedIndicator[] {
  const taken = new Set<string>();
  return indicators.map((indicator, index) => {
    const plain = isNumbered(indicator) ? oneLine(indicator.number) : `~${index + 1}`;
    let address = plain;
    for (let time = 2; taken.has(address); time++) address = `${plain}~${time}`;
    taken.add(address);
    return { position: index + 1, address, indicator };
  });
}

/** Whether the document numbers it: «...» and an empty cell are no number. */
export function isNumbered({ number }: Indicator): boolean {
  return !/^[.\s]*$/.test(number);
}

/** Keys of the targets that any of the indicators has: `base`, the years before the programme, its years. */
export function listTargetKeys(indicators: readonly Indicator[], years: readonly number[]): readonly string[] {
  const printed = new Set(indicators.flatMap(({ targets }) => Object.keys(targets.values)));
  const past = [...printed].filter((key) => /^\d{4}$/.test(key) && !years.includes(Number(key)));
  return [...(printed.has("base") ? ["base"] : []), ...new Set([...past, ...years.map(String)].toSorted())];
}

/** What stands above a column of targets: a planned year by itself, what was before it in the document's words. */
export function targetName(t: Text<ProgrammeWords>, content: Pick<Programme, "heads" | "years">, key: string): string {
  if (content.years.includes(Number(key))) return key;
  return capitalise(targetHead(content, key) ?? (key === "base" ? t("baseValue") : key));
}

/** What the document prints above the values that are not planned («2024 год (факт)»); null where it is just a year. */
function targetHead({ heads }: Pick<Programme, "heads">, key: string): string | null {
  const columns = heads.filter((head) => head.part === "annex1").flatMap((head) => head.columns);
  const text = oneLine(columns.find((column) => column.key === key)?.text ?? "");
  return text === "" || /^\d{4}(\s*(год|г\.?))?$/iu.test(text) ? null : text;
}

/** Whether the column «весовой коэффициент» holds weights: then the list shows it. */
export function hasWeights(indicators: readonly Indicator[], findings: readonly ProgrammeFinding[]): boolean {
  return (
    indicators.some(({ weight }) => weight !== null) && !findings.some(({ code }) => code === "weights-not-weights")
  );
}

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
