import fc from "fast-check";
import { yearKeys } from "../consolidation.ts";
import type { Activity, Programme } from "../contract.ts";
import type { Change, Edit } from "./edit.ts";
import { rowOf } from "./programme-totals.ts";
import { readValue } from "./values.ts";

/** What a random edit is made of, whatever the programme it meets. */
export interface Dice {
  readonly deed: number;
  readonly at: number;
  readonly to: number;
  readonly amount: number;
}

export const DICE: fc.Arbitrary<Dice> = fc.record({
  deed: fc.nat(99),
  at: fc.nat(1000),
  to: fc.nat(1000),
  amount: fc.nat(99_999),
});

/** An edit that the programme allows; money far more often than anything else. */
export function throwEdit(programme: Programme, dice: Dice): Edit {
  if (dice.deed < 60) return setFigure(programme, dice);
  if (dice.deed < 70) return setTarget(programme, dice);
  const list = dice.at % 2 === 0 ? "activities" : "indicators";
  const length = programme[list].length;
  const at = length === 0 ? 0 : dice.at % length;
  if (dice.deed < 80 || length < 2)
    return { do: "insert", list, at: dice.to % (length + 1), name: `Новая строка ${dice.amount}`, objective: 0 };
  if (dice.deed < 90) return { do: "remove", list, at, name: programme[list][at]?.name.text ?? "" };
  return { do: "move", list, from: at, to: dice.to % length, objective: dice.amount % 2 };
}

export function setFigure(programme: Programme, { at, to, amount }: Dice): Edit {
  const place = at % Math.max(1, programme.activities.length);
  const kinds = programme.activities[place]?.sources.map((row) => row.kind) ?? [];
  const kind = kinds[to % Math.max(1, kinds.length)] ?? "cost";
  const key = String(programme.years[to % programme.years.length]);
  const address = { of: "figure", at: place, kind, key } as const;
  const text = amount % 10 === 0 ? "–" : `${Math.floor(amount / 10)},${amount % 10}`;
  return { do: "set", address, was: readValue(programme, address) ?? "", text };
}

function setTarget(programme: Programme, { at, to, amount }: Dice): Edit {
  const place = at % Math.max(1, programme.indicators.length);
  const key = String(programme.years[to % programme.years.length]);
  const address = { of: "target", at: place, key } as const;
  return { do: "set", address, was: readValue(programme, address) ?? "", text: String(amount) };
}

/** What a document means, without its places and its way of printing: figures, names, numbers, order. Nothing printed in a total counts as zero. */
export function meaningOf(programme: Programme): unknown {
  const keys = yearKeys(programme.years);
  const row = (activity: Activity, kind: "cost" | "regional" | "local" | "federal" | "extrabudgetary") =>
    keys.map((key) => String(rowOf(activity, kind)?.values[key]?.value ?? 0n));
  return {
    indicators: programme.indicators.map((one) => [
      one.number,
      one.name.text,
      one.objective,
      keys.map((key) => one.targets.values[key]?.printed),
    ]),
    activities: programme.activities.map((one) => [
      one.number,
      one.name.text,
      one.objective,
      row(one, "cost"),
      row(one, "regional"),
      row(one, "local"),
    ]),
    rollups: programme.rollups.map((one) =>
      one.rows.map((row) => keys.map((key) => String(row.values[key]?.value ?? 0n))),
    ),
    summary: programme.summary.map((row) => keys.map((key) => String(row.values[key]?.value ?? 0n))),
    passport: programme.passport.finance.map((row) => keys.map((key) => String(row.values[key]?.value ?? 0n))),
    // A total that was reckoned back may keep a nought more behind its comma: the same figure.
    texts: programme.passport.rows.map(({ text }) =>
      text.text.replace(/,(\d*?)0+(?!\d)/g, (_, kept) => (kept ? `,${kept}` : "")),
    ),
  };
}

export function changeOf(...edits: readonly Edit[]): Change {
  return { edits };
}
