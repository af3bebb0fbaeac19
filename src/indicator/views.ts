import type { Quarter } from "../kernel/quarter.ts";
import type { NoShare } from "./achieved.ts";
import type { Difference } from "./actual/compare.ts";
import type { Actual, Computation, Divisor, LineKind } from "./contract.ts";
import type { Direction, Level } from "./method/contract.ts";
import type { SignOffMove, SignOffState, SignOffStep } from "./sign-off/views.ts";

/** A line of the programme as lists of actuals name it. */
export interface LineHead {
  readonly kind: LineKind;
  readonly id: string;
  readonly slug: string;
  readonly position: number;
  readonly number: string | null;
  readonly name: string;
  readonly unit: string | null;
}

/** What was signed of a period, and whether the records say something else by now. */
export interface SignedView {
  readonly state: SignOffState;
  readonly lastStep: number;
  readonly steps: readonly SignOffStep[];
  /** What the standing proposal holds; null where nothing was proposed. */
  readonly value: string | null;
  /** Against the records of today; null where nothing is different. */
  readonly difference: Difference | null;
  /** Whether what was kept still has the hash that it was signed with. */
  readonly isIntact: boolean;
}

/** A row of the year: plan, fact and how far it came. */
export interface ActualRow {
  readonly line: LineHead;
  readonly direction: Direction | null;
  readonly plan: string | null;
  readonly value: string | null;
  readonly lack: Actual["lack"];
  readonly isCorrected: boolean;
  readonly records: number;
  /** Plan achieved, as an exact share; null where a plan or a fact is missing or nothing. */
  readonly achieved: string | null;
  /** Why there is no share; null where there is one. */
  readonly noShare: NoShare | null;
  readonly state: SignOffState;
  readonly isDifferent: boolean;
}

/** The years of the programmes that have begun, with the year that is shown, and which part of the year is shown. */
interface Periods {
  readonly years: readonly number[];
  /** Null: up to a day that ends no quarter. */
  readonly quarter: Quarter | null;
}

export interface ActualYear extends Periods {
  readonly year: number;
  readonly until: string;
  readonly rows: readonly ActualRow[];
}

/** A line with its figure, what it is made of, and what may be done. */
export interface ActualView extends Periods {
  readonly line: LineHead;
  readonly plan: string | null;
  readonly achieved: string | null;
  readonly noShare: NoShare | null;
  readonly actual: Actual;
  readonly passport: {
    readonly version: number;
    readonly direction: Direction;
    readonly level: Level;
    readonly printed: string | null;
    readonly reason: string;
  } | null;
  readonly signed: SignedView;
  readonly moves: readonly SignOffMove[];
  readonly mayCorrect: boolean;
  readonly mayPassport: boolean;
  /** Held against an earlier day or an earlier state of knowledge, where one was asked for. */
  readonly since: { readonly until: string; readonly knownAt: string; readonly difference: Difference } | null;
}

/** What the form of a passport starts from, and what there is to choose. */
export interface PassportForm {
  readonly line: LineHead;
  readonly passport: {
    readonly version: number;
    readonly computation: Computation;
    readonly direction: Direction;
    readonly level: Level;
    readonly printed: string | null;
  } | null;
  readonly activities: readonly Pick<LineHead, "id" | "position" | "name">[];
  readonly ownKinds: readonly { readonly id: string; readonly name: string }[];
  readonly contests: readonly { readonly id: string; readonly name: string }[];
}

/** A fact that was confirmed, as it was signed. */
export interface PublicFact {
  readonly year: number;
  readonly until: string;
  readonly plan: string | null;
  readonly value: string;
  /** What the records added up to, and what that was divided by. */
  readonly total: string;
  readonly divisor: Divisor | null;
  readonly isCorrected: boolean;
  readonly records: number;
  readonly achieved: string | null;
  readonly confirmedAt: string;
}

/** What everybody may see of an indicator: how it is computed, as the document prints it, and its confirmed facts. */
export interface PublicActuals {
  readonly printed: string | null;
  readonly computation: Computation | null;
  readonly facts: readonly PublicFact[];
}
