import type { Id } from "../../kernel/id.ts";
import type { FieldText } from "../rules/contract.ts";

export type SittingState = "open" | "decided" | "superseded";
export type VotesText = NonNullable<FieldText["votes"]>;
/** What a decided sitting says of an application; nothing is left undecided then. */
export type DecidedOutcome = "awarded" | "awarded-part" | "below-pass" | "beyond-places" | "no-share" | "no-money";

export interface AwardView {
  readonly applicationId: Id;
  readonly place: number;
  readonly outcome: DecidedOutcome;
  readonly kopecks: bigint;
  readonly sums: readonly { readonly source: string; readonly kopecks: bigint }[];
}

export interface SittingView {
  readonly id: Id;
  readonly number: number;
  readonly state: SittingState;
  readonly heldOn: string;
  readonly agenda: string;
  readonly basis: string | null;
  readonly votes: VotesText;
  readonly present: readonly Id[];
  readonly awards: readonly AwardView[];
  readonly version: number;
}
