import type { Direction, FactKind, Level, PlanKind } from "./contract.ts";

/** A figure of the inputs as `readFraction` reads it; money in whole kopecks. */
export type FigureText = string;

/** An indicator or activity as an assessment takes it in. Null: there is none. */
export interface ItemInput {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly level: Level;
  readonly direction: Direction;
  readonly plan: FigureText | null;
  readonly fact: FigureText | null;
  readonly weight: FigureText | null;
  /** The plans of all years added up: a column of «weights» that holds these holds no weights. */
  readonly planOfAllYears: FigureText | null;
  readonly plannedKopecks: FigureText | null;
}

/** Everything that a result depends on; stored beside it. */
export interface AssessmentInputs {
  readonly year: number;
  readonly indicators: readonly ItemInput[];
  readonly activities: readonly ItemInput[];
  readonly plans: Readonly<Partial<Record<PlanKind, FigureText>>>;
  readonly facts: Readonly<Partial<Record<FactKind, FigureText>>>;
  /** What people said for terms that are given, by symbol. */
  readonly given: Readonly<Record<string, FigureText>>;
}
