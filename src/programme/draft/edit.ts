import type { FigureKind } from "../contract.ts";

/** The lines of a programme that a draft adds, takes out and orders. */
export type LineList = "indicators" | "activities";

/** Where one value of a programme lives. Positions count from 0 in the draft as it stands before the edit; `key` is a year, `total` or `base`. */
export type Address =
  | { readonly of: "passport"; readonly row: number }
  | { readonly of: "section"; readonly section: number; readonly paragraph: number }
  | { readonly of: "indicator"; readonly at: number; readonly field: "number" | "name" | "unit" }
  | { readonly of: "weight"; readonly at: number }
  | { readonly of: "target"; readonly at: number; readonly key: string }
  | { readonly of: "activity"; readonly at: number; readonly field: "name" | "unit" | "executors" | "expectedResult" }
  | { readonly of: "figure"; readonly at: number; readonly kind: FigureKind; readonly key: string };

/**
 * One change of a draft, small enough to be sent while a person types, to be undone and to be merged with another
 * person's. Values are text as a person types them («1 358,5»); empty is «nothing stands here». `was` is what the
 * person saw: where something else stands by now, the edit is refused and shows both.
 */
export type Edit =
  | { readonly do: "set"; readonly address: Address; readonly was: string; readonly text: string }
  | {
      readonly do: "insert";
      readonly list: LineList;
      readonly at: number;
      readonly name: string;
      /** The objective under which it stands: a position in `activityObjectives` or `indicatorObjectives`. */
      readonly objective: number | null;
    }
  | { readonly do: "remove"; readonly list: LineList; readonly at: number; readonly name: string }
  | { readonly do: "move"; readonly list: LineList; readonly from: number; readonly to: number };
