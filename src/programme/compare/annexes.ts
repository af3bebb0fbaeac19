import type { Activity, Indicator, Note, Place, Programme, Words } from "../contract.ts";
import { type EditionLines, listEditionLines } from "../edition.ts";
import type { LinePairs } from "../match/index.ts";
import type { Change } from "../views-comparison.ts";
import { compareFigure, compareRow, compareRows } from "./figure-rows.ts";
import { isMoved, type Placed, type PlacedPair, pairLines, spotOf } from "./lines.ts";
import { compareWords, makeChange, type Spot } from "./make-change.ts";
import { meaningOf } from "./words.ts";

/** One edition on its way into a comparison. */
export interface Side {
  readonly programme: Programme;
  readonly lines: EditionLines;
}

export function describeSide(programme: Programme): Side {
  return { programme, lines: listEditionLines(programme) };
}

export interface Sides {
  readonly was: Side;
  readonly became: Side;
  readonly pairs: LinePairs;
}

export function compareIndicators({ was, became, pairs }: Sides): readonly Change[] {
  const place = ({ programme, lines }: Side) => placeLines(lines.indicators, programme.indicators);
  return pairLines(place(was), place(became), pairs).flatMap((pair) => {
    const spot = spotOf(pair, "indicator", pairs);
    const [old, now] = [pair.was?.thing, pair.became?.thing];
    const unit = (now ?? old)?.unit?.text ?? null;
    return [
      ...compareWords(spot, { subject: "indicator", field: "name", was: old?.name, became: now?.name }),
      ...compareParent(spot, pair, { was, became, pairs }),
      ...compareWordsOfKept(spot, { subject: "indicator", field: "unit", was: old?.unit, became: now?.unit }),
      ...compareFigure(spot, { subject: "weight", kind: "weight", unit: null, was: old?.weight, became: now?.weight }),
      ...compareRow(spot, { subject: "target", was: old?.targets, became: now?.targets, unit }),
      ...compareOthers(spot, old, now),
      ...compareNotes(spot, "indicator", { was: old?.notes, became: now?.notes }),
    ];
  });
}

function placeLines<Thing>(
  lines: readonly Placed<Thing>["line"][],
  things: readonly Thing[],
): readonly Placed<Thing>[] {
  return lines.flatMap((line, at) => {
    const thing = things[at];
    return thing === undefined ? [] : [{ key: line.key, thing, at, line }];
  });
}

function compareOthers(spot: Spot, was: Indicator | undefined, became: Indicator | undefined): readonly Change[] {
  const headings = new Set(
    [...(became?.others ?? []), ...(was?.others ?? [])].map((other) => meaningOf(other.heading)),
  );
  const find = (indicator: Indicator | undefined, heading: string) =>
    indicator?.others.find((other) => meaningOf(other.heading) === heading)?.figure;
  return [...headings].flatMap((heading) =>
    compareFigure(spot, { subject: "indicator", unit: null, was: find(was, heading), became: find(became, heading) }),
  );
}

function compareNotes(
  spot: Spot,
  subject: "indicator" | "activity",
  { was = [], became = [] }: { was: readonly Note[] | undefined; became: readonly Note[] | undefined },
): readonly Change[] {
  const headings = new Set([...became, ...was].map((note) => note.heading));
  const find = (notes: readonly Note[], heading: string) => notes.find((note) => note.heading === heading)?.text;
  return [...headings].flatMap((heading) =>
    compareWordsOfKept(spot, { subject, field: "note", was: find(was, heading), became: find(became, heading) }),
  );
}

export function compareActivities({ was, became, pairs }: Sides): readonly Change[] {
  const place = ({ programme, lines }: Side) => placeLines(lines.activities, programme.activities);
  return pairLines(place(was), place(became), pairs).flatMap((pair) => {
    const spot = spotOf(pair, "activity", pairs);
    const [old, now] = [pair.was?.thing, pair.became?.thing];
    return [
      ...compareWords(spot, { subject: "activity", field: "name", was: old?.name, became: now?.name }),
      ...compareParent(spot, pair, { was, became, pairs }),
      ...compareFacts(spot, old, now),
      ...compareWordsOfKept(spot, {
        subject: "quantity",
        field: "unit",
        was: old?.quantity?.unit,
        became: now?.quantity?.unit,
      }),
      ...compareRow(spot, { subject: "quantity", was: old?.quantity, became: now?.quantity }),
      ...compareRow(spot, { subject: "unitCost", was: old?.unitCost, became: now?.unitCost }),
      ...compareRow(spot, { subject: "cost", was: old?.cost, became: now?.cost }),
      ...compareRows(spot, { subject: "allocation", was: old?.sources ?? [], became: now?.sources ?? [] }),
    ];
  });
}

function compareFacts(spot: Spot, was: Activity | undefined, became: Activity | undefined): readonly Change[] {
  const subject = "activity";
  return [
    ...compareWordsOfKept(spot, { subject, field: "executors", was: executorsOf(was), became: executorsOf(became) }),
    ...compareWordsOfKept(spot, { subject, field: "result", was: was?.expectedResult, became: became?.expectedResult }),
    ...compareNotes(spot, subject, { was: was?.notes, became: became?.notes }),
  ];
}

function executorsOf(activity: Activity | undefined): Words | undefined {
  const [first] = activity?.executors ?? [];
  if (activity?.executorText) return activity.executorText;
  return first && { text: activity?.executors.map((one) => one.text).join("; ") ?? "", place: first.place };
}

/** The words beside a name come and go with their line: only where the line stays are they a change of their own. */
function compareWordsOfKept(spot: Spot, given: Parameters<typeof compareWords>[1]): readonly Change[] {
  return spot.fate === "added" || spot.fate === "ended" ? [] : compareWords(spot, given);
}

function compareParent<Thing extends { readonly name: Words }>(
  spot: Spot,
  pair: PlacedPair<Thing>,
  { was, became, pairs }: Sides,
): readonly Change[] {
  if (!pair.was || !pair.became || !isMoved(pair, pairs)) return [];
  const places: { was: Place; became: Place } = {
    was: pair.was.thing.name.place,
    became: pair.became.thing.name.place,
  };
  return [
    makeChange(spot, {
      subject: spot.line?.kind === "indicator" ? "indicator" : "activity",
      field: "objective",
      was: parentName(was.lines, pair.was.line),
      became: parentName(became.lines, pair.became.line),
      places,
    }),
  ];
}

function parentName({ goals, objectives }: EditionLines, line: Placed<unknown>["line"]): string | null {
  const key = line.objective ?? line.goal;
  return [...objectives, ...goals].find((one) => one.key === key)?.name ?? null;
}
