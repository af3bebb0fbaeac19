import type { Id } from "../../kernel/id.ts";
import type { CallView } from "../call/contract.ts";
import type { DecidedOutcome } from "../sitting/contract.ts";

/** A line of the published results: projects and associations, nobody's name. */
export interface PublicResult {
  readonly applicationId: Id;
  readonly number: number;
  readonly title: string;
  readonly association: string;
  readonly place: number;
  /** Points in millionths. */
  readonly total: bigint | null;
  readonly outcome: DecidedOutcome;
  readonly kopecks: bigint;
  readonly sums: readonly { readonly source: string; readonly kopecks: bigint }[];
}

export interface PublicSitting {
  readonly number: number;
  readonly heldOn: string;
  readonly basis: string | null;
  /** Jurors who were there of those in office. */
  readonly present: number;
  readonly hash: string;
  readonly results: readonly PublicResult[];
}

export interface PublicCall {
  readonly call: CallView;
  /** Applications that were submitted and not withdrawn, and those admitted. */
  readonly submitted: number;
  readonly admitted: number;
  readonly sitting: PublicSitting | null;
}

/** A project that was given money or a prize. */
export interface PublicProject {
  readonly id: Id;
  readonly title: string;
  readonly summary: string;
  readonly place: string;
  readonly association: { readonly number: number; readonly name: string };
  readonly call: { readonly id: Id; readonly name: string; readonly year: number };
  readonly awardedOn: string;
  readonly kopecks: bigint;
  readonly sums: readonly { readonly source: string; readonly kopecks: bigint }[];
  readonly own: bigint;
  readonly estimate: readonly { readonly what: string; readonly asked: bigint }[];
  /** The usage report once it was accepted. */
  readonly report: {
    readonly story: string;
    readonly spent: bigint;
    readonly returned: bigint;
    readonly photos: readonly { readonly id: Id; readonly name: string }[];
  } | null;
}
