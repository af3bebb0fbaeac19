import { innerRollups, yearKeys } from "../consolidation.ts";
import type { FigureRow, Objective, Part, Place, Programme, ProgrammeFinding, Rollup, Words } from "../contract.ts";
import { bareWords } from "../language/words.ts";
import { judge } from "./comparison.ts";
import { type Check, makeFinding, writeIn } from "./finding.ts";

/** The passport's finance against annex 3. */
export const passportSummary: Check = (programme) =>
  compareRows(programme, { code: "passport-summary", rows: programme.passport.finance, others: programme.summary });

/** Annex 3 against the totals of annex 2. */
export const summaryActivities: Check = (programme) =>
  compareRows(programme, { code: "summary-activities", rows: programme.summary, others: wholeTotals(programme) });

/** The total of the programme; where none is printed, those of subprogrammes, goals or objectives added up by kind. */
function wholeTotals(programme: Programme): FigureRow[] {
  const goals = largestRollups(programme);
  const [only] = goals;
  if (only && goals.length === 1) return [...only.rows];
  const kinds = [...new Set(goals.flatMap((goal) => goal.rows.map((row) => row.kind)))];
  return kinds.flatMap((kind) => {
    const rows = goals.flatMap((goal) => goal.rows.filter((row) => row.kind === kind));
    const first = rows[0];
    return first ? [{ ...first, values: addRows(rows, yearKeys(programme.years)) }] : [];
  });
}

function largestRollups(programme: Programme): readonly Rollup[] {
  const whole = programme.rollups.filter((rollup) => rollup.of === "programme");
  if (whole.length > 0) return whole.slice(0, 1);
  const all = { of: "programme", number: 1, goal: null, subprogramme: null, rows: [], repeated: [] } as const;
  return innerRollups(programme, all);
}

function addRows(rows: readonly FigureRow[], keys: readonly string[]): FigureRow["values"] {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const figures = rows.flatMap((row) => row.values[key] ?? []);
      const first = figures[0];
      if (!first) return [];
      const value = figures.reduce((sum, figure) => sum + (figure.value ?? 0n), 0n);
      return [[key, { ...first, value }]];
    }),
  );
}

interface Sides {
  readonly code: "passport-summary" | "summary-activities";
  readonly rows: readonly FigureRow[];
  readonly others: readonly FigureRow[];
}

function compareRows(programme: Programme, { code, rows, others }: Sides): ProgrammeFinding[] {
  if (rows.length === 0 || others.length === 0) return [];
  return rows.flatMap((row) => {
    const other = others.find((candidate) => candidate.kind === row.kind);
    return yearKeys(programme.years).flatMap((key) => {
      const figure = row.values[key];
      const against = other?.values[key];
      const expected = against?.value ?? (other ? null : 0n);
      if (!figure || figure.value === null || expected === null || (!other && figure.value === 0n)) return [];
      const terms = other && against ? [{ row: other, key, figure: against }] : [];
      const verdict = judge({ code, variant: "plain", printed: { row, key, figure }, expected, terms, slack: 0n });
      if (verdict === "equal") return [];
      const severity = verdict === "rounding" ? "note" : "error";
      return [
        makeFinding(verdict === "rounding" ? "rounding" : code, severity, figure.place, {
          variant: other ? "plain" : "missing",
          found: figure.printed,
          expected: writeIn(row, expected, figure.printed),
          related: against ? [against.place] : [],
          values: {
            year: key,
            row: row.label.text,
            terms: against?.printed ?? "",
            difference: writeIn(row, difference(figure.value, expected), figure.printed),
          },
        }),
      ];
    });
  });
}

function difference(a: bigint, b: bigint): bigint {
  return a > b ? a - b : b - a;
}

interface List {
  readonly part: Part;
  readonly items: readonly Words[];
}

/** Indicators of the passport, of the section of text and of annex 1: number, order, wording. */
export const indicatorList: Check = (programme) =>
  compareLists("indicator-list", [
    { part: "annex1", items: programme.indicators.map((indicator) => indicator.name) },
    { part: "passport", items: programme.passport.indicators },
    { part: "sections", items: programme.sectionIndicators },
  ]);

/** Objectives of the text, of annex 1 and of annex 2. */
export const objectiveList: Check = (programme) => {
  const names = (objectives: readonly Objective[]) => objectives.map((objective) => objective.name);
  return compareLists("objective-list", [
    { part: "annex2", items: names(programme.activityObjectives) },
    { part: "annex1", items: names(programme.indicatorObjectives) },
    { part: "sections", items: names(programme.sectionObjectives) },
  ]);
};

function compareLists(code: "indicator-list" | "objective-list", lists: readonly List[]): ProgrammeFinding[] {
  const [base, ...others] = lists.filter((list) => list.items.length > 0);
  if (!base) return [];
  return others.flatMap((list) => compareList(code, base, list));
}

function compareList(code: "indicator-list" | "objective-list", base: List, list: List): ProgrammeFinding[] {
  const report = (where: Place, variant: string, found: string | null, expected: string | null, at: number) =>
    makeFinding(code, "warning", where, {
      variant,
      found,
      expected,
      values: { number: at + 1, part: list.part, base: base.part },
    });
  const keys = list.items.map((item) => bareWords(item.text));
  const baseKeys = base.items.map((item) => bareWords(item.text));
  const missing = base.items.flatMap((item, at) => (keys.includes(baseKeys[at] ?? "") ? [] : [{ item, at }]));
  const extra = list.items.flatMap((item, at) => (baseKeys.includes(keys[at] ?? "") ? [] : [{ item, at }]));
  const reworded = missing.filter(({ at }) => extra.some((other) => other.at === at));
  const findings = [
    ...reworded.map(({ item, at }) =>
      report(list.items[at]?.place ?? item.place, "wording", list.items[at]?.text ?? null, item.text, at),
    ),
    ...missing
      .filter((m) => !reworded.includes(m))
      .map(({ item, at }) => report(item.place, "missing", null, item.text, at)),
    ...extra
      .filter(({ at }) => !reworded.some((r) => r.at === at))
      .map(({ item, at }) => report(item.place, "extra", item.text, null, at)),
  ];
  if (findings.length > 0) return findings;
  const at = keys.findIndex((key, index) => key !== baseKeys[index]);
  const item = list.items[at];
  return item ? [report(item.place, "order", item.text, base.items[at]?.text ?? null, at)] : [];
}
