import type { MethodCard, MethodProblem } from "../../indicator/method/views.ts";
import type { AssessedYear } from "../views.ts";

/** A line of the programme as an assessment's items name it. */
export interface NamedLine {
  readonly id: string;
  readonly name: string;
}

export interface MethodsView {
  readonly year: number;
  readonly years: readonly number[];
  readonly rows: readonly { readonly card: MethodCard; readonly assessed: AssessedYear }[];
  readonly mayWrite: boolean;
}

export interface MethodPage {
  readonly card: MethodCard;
  readonly year: number;
  readonly years: readonly number[];
  readonly assessed: AssessedYear | null;
  readonly lines: readonly NamedLine[];
  readonly mayWrite: boolean;
}

/** A method that is being written: its result, or what keeps it from being used. */
export type MethodDraftView = {
  readonly year: number;
  readonly years: readonly number[];
  readonly lines: readonly NamedLine[];
} & ({ readonly assessed: AssessedYear } | { readonly problems: readonly MethodProblem[] });
