import { toKopecks } from "../../kernel/money.ts";
import type { Figure, FigureRow, Programme } from "../contract.ts";
import { readPrintedNumber } from "../language/number.ts";
import { readMoneyUnit } from "../language/vocabulary.ts";
import type { DraftProblem } from "./edit.ts";
import { rowOf } from "./programme-totals.ts";
import type { Replacement, TotalAddress } from "./replacement.ts";

type Total = Extract<Replacement, { do: "total" }>;

/** The programme with a total as an act prints it, or why not: it must say what the act found there. */
export function replaceTotal(programme: Programme, total: Total): Programme | DraftProblem {
  const there = readTotal(programme, total.address);
  if (there === null) return { code: "gone", text: total.text, there: null };
  if (there.trim() !== total.was.trim()) return { code: "changed", text: total.text, there };
  return setTotal(programme, total);
}

/** A total as printed; null where there is no such place. */
export function readTotal({ activities, rollups, summary }: Programme, address: TotalAddress): string | null {
  const { of, at, kind, key } = address;
  const activity = activities[at];
  const rollup = rollups[at]?.rows.find((candidate) => candidate.kind === kind && candidate.values[key]);
  const row = of === "summary" ? summary[at] : of === "rollup" ? rollup : activity && rowOf(activity, kind);
  return row?.kind === kind ? (row.values[key]?.printed ?? null) : null;
}

function setTotal(programme: Programme, total: Total): Programme {
  const { of, at, kind, key } = total.address;
  const change = (row: FigureRow): FigureRow => {
    const figure = row.values[key];
    return figure && row.kind === kind
      ? { ...row, values: { ...row.values, [key]: setFigure(row, figure, total.text) } }
      : row;
  };
  if (of === "summary")
    return { ...programme, summary: programme.summary.map((row, index) => (index === at ? change(row) : row)) };
  if (of === "rollup") {
    const rollups = programme.rollups.map((rollup, index) =>
      index === at ? { ...rollup, rows: rollup.rows.map(change) } : rollup,
    );
    return { ...programme, rollups };
  }
  const activities = programme.activities.map((activity, index) => {
    if (index !== at) return activity;
    const { quantity, unitCost, cost } = activity;
    return {
      ...activity,
      quantity: quantity && change(quantity),
      unitCost: unitCost && change(unitCost),
      cost: cost && change(cost),
      sources: activity.sources.map(change),
    };
  });
  return { ...programme, activities };
}

function setFigure(row: FigureRow, figure: Figure, text: string): Figure {
  const number = readPrintedNumber(text);
  const unit = row.unit ? readMoneyUnit(row.unit.text) : null;
  const value = number.kind !== "number" ? null : unit ? (toKopecks(number.value, unit) ?? null) : number.value;
  return { ...figure, value, printed: text };
}
