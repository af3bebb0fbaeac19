import type { FigureRow, Programme, Words } from "../contract.ts";
import { bareWords, oneLine } from "../language/words.ts";
import type { ActInput, AnnexPart, Technique } from "./act.ts";
import { sameFigure } from "./annex-points.ts";
import { keepsOrder, matchLines } from "./match.ts";
import { listUnits } from "./units.ts";
import { isQuotable } from "./wording.ts";

/** More changed cells than this, and the annex is printed anew. */
const MOST_CELLS = 20;

/** The technique for an annex: few figures are replaced by address; many, or what no address reaches (goals, order, columns), are printed anew. Null where nothing differs. */
export function chooseAnnexTechnique(input: ActInput, part: AnnexPart): Technique | null {
  const cells = countCells(input, part);
  const bar = findBar(input, part);
  if (cells === 0 && bar === null) return null;
  if (bar !== null) return "restate";
  return input.techniques?.[part] ?? (cells > MOST_CELLS ? "restate" : "replace");
}

/** Changed cells of matched lines; a line that comes or goes counts with all its cells. */
function countCells(input: ActInput, part: AnnexPart): number {
  const [before, after] = [input.was, input.became].map((programme) =>
    listUnits(programme).filter((unit) => unit.part === part),
  );
  const pairs = listPairs(input, part);
  const of = (units: typeof before, kind: string, at: number | null) =>
    units?.find((unit) => unit.kind === kind && unit.at === at);
  let count = 0;
  for (const { kind, was, became } of pairs) {
    const [old, now] = [of(before, kind, was), of(after, kind, became)];
    const all = [...(old?.rows ?? now?.rows ?? [])];
    for (const [at, row] of all.entries()) {
      const [a, b] = [old?.rows[at]?.values ?? {}, now?.rows[at]?.values ?? {}];
      const keys = new Set([...Object.keys(a), ...Object.keys(b), ...Object.keys(row.values)]);
      count += [...keys].filter((key) => !old || !now || !sameFigure(a[key], b[key])).length;
    }
    count += (old?.fields ?? []).filter(
      (field, at) => oneLine(field.text) !== oneLine(now?.fields[at]?.text ?? ""),
    ).length;
  }
  return count;
}

interface Pair {
  readonly kind: "indicator" | "activity" | "rollup" | "summary";
  readonly was: number | null;
  readonly became: number | null;
}

function listPairs({ was, became, changes }: ActInput, part: AnnexPart): Pair[] {
  const direct = (kind: Pair["kind"], count: number): Pair[] =>
    Array.from({ length: count }, (_, at) => ({ kind, was: at, became: at }));
  if (part === "annex3") return direct("summary", Math.max(was.summary.length, became.summary.length));
  const kind = part === "annex1" ? "indicator" : "activity";
  const list = part === "annex1" ? "indicators" : "activities";
  const counts = { was: was[list].length, became: became[list].length };
  const lines = matchLines(changes, kind, counts).map((line) => ({ kind, ...line }) as const);
  const totals = part === "annex2" ? direct("rollup", Math.max(was.rollups.length, became.rollups.length)) : [];
  return [...lines, ...totals];
}

/** Why the figures of an annex cannot be replaced by address: names that cannot be quoted or are not its own, another order, another frame. */
export type AnnexBar = "names" | "order" | "frame";

/** What stands in the way of saying by blocks, rows and columns all that differs; null where nothing does. */
export function findBar(input: ActInput, part: AnnexPart): AnnexBar | null {
  const { was, became } = input;
  const pairs = listPairs(input, part);
  const names = listUnits(was).filter((unit) => unit.part === part && unit.kind !== "summary");
  const rowNames = names.map(
    (unit) => `${unit.kind} ${bareWords(unit.kind === "indicator" ? `${unit.number} ${unit.name}` : unit.name)}`,
  );
  if (names.some((unit) => !isQuotable(unit.name) || unit.rows.some((row) => !isQuotable(row.label ?? ""))))
    return "names";
  if (new Set(rowNames).size !== rowNames.length) return "names";
  if (!keepsOrder(pairs.filter(({ kind }) => kind !== "rollup"))) return "order";
  const kept = pairs.filter((pair) => pair.was !== null && pair.became !== null);
  const frame = (programme: Programme, side: "was" | "became") =>
    frameOf(
      programme,
      part,
      kept.map((pair) => ({ kind: pair.kind, at: pair[side] ?? -1 })),
    );
  return frame(was, "was") === frame(became, "became") ? null : "frame";
}

/** All of an annex but what an address can change, as one text for comparison. */
function frameOf(programme: Programme, part: AnnexPart, kept: readonly { kind: Pair["kind"]; at: number }[]): string {
  const heads = programme.heads
    .filter((head) => head.part === part)
    .map((head) => head.columns.map(({ text }) => oneLine(text)));
  const [goals, objectives] =
    part === "annex1"
      ? [programme.indicatorGoals, programme.indicatorObjectives]
      : part === "annex2"
        ? [programme.activityGoals, programme.activityObjectives]
        : [[], []];
  const lines = kept.map(({ kind, at }) => frameOfLine(programme, kind, at));
  const headings = [...goals, ...objectives].map((line) => ({ ...line, name: oneLine(line.name.text) }));
  return JSON.stringify([heads, headings, lines]);
}

function frameOfLine(programme: Programme, kind: Pair["kind"], at: number): unknown {
  const activity = kind === "activity" ? programme.activities[at] : undefined;
  const indicator = kind === "indicator" ? programme.indicators[at] : undefined;
  const rollup = kind === "rollup" ? programme.rollups[at] : undefined;
  const summary = kind === "summary" ? programme.summary[at] : undefined;
  if (activity) {
    const rows = [activity.unitCost, activity.cost, ...activity.sources].map((row) => frameOfRow(row, true));
    const { goal, objective, subprogramme, number } = activity;
    const repeated = activity.repeated.map(printRow);
    return [
      goal,
      objective,
      subprogramme,
      number,
      frameOfRow(activity.quantity, false),
      rows,
      repeated,
      notesOf(activity),
    ];
  }
  if (indicator) {
    const { number, goal, objective, subprogramme } = indicator;
    const others = indicator.others.map(({ heading, figure }) => [heading, figure.printed]);
    return [
      number,
      goal,
      objective,
      subprogramme,
      others,
      notesOf(indicator),
      Object.keys(indicator.targets.values).sort(),
    ];
  }
  if (rollup) {
    const { of, number, goal, subprogramme } = rollup;
    return [
      of,
      number,
      goal,
      subprogramme,
      rollup.rows.map((row) => frameOfRow(row, true)),
      rollup.repeated.map(printRow),
    ];
  }
  return summary ? frameOfRow(summary, true) : null;
}

function frameOfRow(row: FigureRow | null, unit: boolean): unknown {
  if (!row) return null;
  return [row.kind, oneLine(row.label.text), unit ? oneLine(row.unit?.text ?? "") : "", Object.keys(row.values).sort()];
}

function printRow(row: FigureRow): unknown {
  return [row.kind, row.label.text, Object.entries(row.values).map(([key, figure]) => [key, figure.printed])];
}

function notesOf(line: { readonly notes: readonly { readonly heading: string; readonly text: Words }[] }): unknown {
  return line.notes.map((note) => [note.heading, oneLine(note.text.text)]);
}
