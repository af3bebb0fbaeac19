import type { Activity, Figure, FigureRow, Indicator, Programme, Words } from "../contract.ts";
import type { Address, DraftProblem, SetEdit } from "./edit.ts";
import { printedOf, readTyped } from "./notation.ts";
import { setParagraph, setPassportText, splitExecutors } from "./words.ts";
import { disagrees, findRow, isCounted, readTotal, type TotalAddress } from "./written-totals.ts";

export { isCounted } from "./written-totals.ts";

/** What stands at an address, as printed; null where there is no such place. */
export function readValue(programme: Programme, address: Address): string | null {
  switch (address.of) {
    case "passport":
      return programme.passport.rows[address.row]?.text.text ?? null;
    case "section":
      return programme.sections[address.section]?.paragraphs[address.paragraph]?.text ?? null;
    case "indicator":
      return readIndicator(programme.indicators[address.at], address.field);
    case "weight":
      return programme.indicators[address.at]?.weight?.printed ?? null;
    case "target":
      return programme.indicators[address.at]?.targets.values[address.key]?.printed ?? null;
    case "activity":
      return readActivity(programme.activities[address.at], address.field);
    case "figure":
    case "rollup":
    case "summary":
      return findRow(programme, address)?.values[address.key]?.printed ?? null;
  }
}

function readIndicator(indicator: Indicator | undefined, field: "number" | "name" | "unit"): string | null {
  if (!indicator) return null;
  if (field === "number") return indicator.number;
  return field === "name" ? indicator.name.text : (indicator.unit?.text ?? "");
}

function readActivity(
  activity: Activity | undefined,
  field: "name" | "unit" | "executors" | "expectedResult",
): string | null {
  if (!activity) return null;
  if (field === "name") return activity.name.text;
  if (field === "unit") return activity.quantity ? (activity.quantity.unit?.text ?? "") : null;
  return (field === "executors" ? activity.executorText : activity.expectedResult)?.text ?? "";
}

/** The address where it is that of a total, else null. */
export function totalAt(programme: Programme, address: Address): TotalAddress | null {
  const isFigure = address.of === "figure" || address.of === "rollup" || address.of === "summary";
  return isFigure && isCounted(programme, address) ? address : null;
}

/** The programme with a text at an address, nothing else changed; or why it cannot stand there. */
export function writeValue(programme: Programme, edit: Omit<SetEdit, "do" | "was">): Programme | DraftProblem {
  const { address, text } = edit;
  const total = totalAt(programme, address);
  if (total) return setTotal(programme, { ...edit, address: total });
  switch (address.of) {
    case "passport":
      return { ...programme, passport: setPassportText(programme.passport, address.row, text) };
    case "section":
      return setParagraph(programme, address, text);
    case "indicator":
      return withIndicator(programme, address.at, (indicator) => setIndicator(indicator, address.field, text));
    case "activity":
      return withActivity(programme, address.at, (activity) => setActivity(activity, address.field, text));
    case "weight":
      return setWeight(programme, address.at, text);
    case "target":
      return setTarget(programme, address, text);
    case "figure":
    case "rollup":
    case "summary":
      return setFigure(programme, address, text);
  }
}

export function isProblem(result: object): result is DraftProblem {
  return "there" in result && "code" in result;
}

function withIndicator(programme: Programme, at: number, change: (indicator: Indicator) => Indicator): Programme {
  const indicator = programme.indicators[at];
  return indicator ? { ...programme, indicators: programme.indicators.with(at, change(indicator)) } : programme;
}

function withActivity(programme: Programme, at: number, change: (activity: Activity) => Activity): Programme {
  const activity = programme.activities[at];
  return activity ? { ...programme, activities: programme.activities.with(at, change(activity)) } : programme;
}

function setIndicator(indicator: Indicator, field: "number" | "name" | "unit", text: string): Indicator {
  const said = text.trim();
  if (field === "number") return { ...indicator, number: said };
  if (field === "unit") return { ...indicator, unit: setWords(indicator.unit, said, indicator.name) };
  const label = { ...indicator.targets.label, text: said };
  const sameLabel = indicator.targets.label.text === indicator.name.text;
  return {
    ...indicator,
    name: { ...indicator.name, text: said },
    targets: sameLabel ? { ...indicator.targets, label } : indicator.targets,
  };
}

/** Empty words are none; where there were none, they stand in the row of the name, in no column that is known. */
function setWords(words: Words | null, text: string, name: Words): Words | null {
  if (text === "") return null;
  return words ? { ...words, text } : { text, place: { ...name.place, column: null } };
}

function setActivity(
  activity: Activity,
  field: "name" | "unit" | "executors" | "expectedResult",
  text: string,
): Activity {
  const said = text.trim();
  if (field === "name") return { ...activity, name: { ...activity.name, text: said } };
  if (field === "expectedResult")
    return { ...activity, expectedResult: setWords(activity.expectedResult, said, activity.name) };
  if (field === "executors") {
    const executorText = setWords(activity.executorText, said, activity.name);
    return { ...activity, executorText, executors: executorText ? splitExecutors(executorText) : [] };
  }
  const { quantity } = activity;
  if (!quantity) return activity;
  return { ...activity, quantity: { ...quantity, unit: setWords(quantity.unit, said, quantity.label) } };
}

function setWeight(programme: Programme, at: number, text: string): Programme | DraftProblem {
  const weight = programme.indicators[at]?.weight;
  if (!weight) return programme;
  const weights = programme.indicators.flatMap((indicator) => indicator.weight?.printed ?? []);
  const typed = readTyped(text, { unit: null, values: { weight } }, weights);
  if (isProblem(typed)) return typed;
  return withIndicator(programme, at, (indicator) => ({ ...indicator, weight: { ...weight, ...typed } }));
}

function setTarget(
  programme: Programme,
  { at, key }: { at: number; key: string },
  text: string,
): Programme | DraftProblem {
  const targets = programme.indicators[at]?.targets;
  const changed = targets ? setInRow(targets, key, text) : null;
  if (!changed || isProblem(changed)) return changed ?? programme;
  return withIndicator(programme, at, (indicator) => ({ ...indicator, targets: changed }));
}

function setTotal(
  programme: Programme,
  { address, text, restores }: { address: TotalAddress; text: string; restores?: true },
): Programme | DraftProblem {
  if (!restores && !disagrees(programme, address)) return { code: "total", text, there: null };
  return setFigure(programme, address, restores ? text : readTotal(programme, address, text));
}

function setFigure(programme: Programme, address: TotalAddress, text: string): Programme | DraftProblem {
  const row = findRow(programme, address);
  const changed = row ? setInRow(row, address.key, text) : null;
  if (!changed || isProblem(changed)) return changed ?? programme;
  const replace = (rows: readonly FigureRow[]) => rows.map((one) => (one === row ? changed : one));
  if (address.of === "summary") return { ...programme, summary: replace(programme.summary) };
  if (address.of === "rollup") {
    const rollup = programme.rollups[address.at];
    if (!rollup) return programme;
    return { ...programme, rollups: programme.rollups.with(address.at, { ...rollup, rows: replace(rollup.rows) }) };
  }
  return withActivity(programme, address.at, (old) => {
    const { kind } = address;
    if (kind === "cost" || kind === "quantity" || kind === "unitCost") return { ...old, [kind]: changed };
    return { ...old, sources: replace(old.sources) };
  });
}

function setInRow(row: FigureRow, key: string, text: string): FigureRow | DraftProblem {
  const figure = row.values[key];
  if (!figure) return row;
  const others = printedOf({
    values: Object.fromEntries(Object.entries(row.values).filter(([other]) => other !== key)),
  });
  const typed = readTyped(text, row, others.some((printed) => /\d/.test(printed)) ? others : [figure.printed]);
  if (isProblem(typed)) return typed;
  const changed: Figure = { ...figure, ...typed };
  return { ...row, values: { ...row.values, [key]: changed } };
}
