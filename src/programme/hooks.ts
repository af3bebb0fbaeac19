import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Carry } from "./identity.ts";

/** How a reading is approved. `version` is the one the person saw; `basis` the act that approves. Without `carry` the proposal holds; an empty one makes every line new. */
export interface Approval {
  readonly version: number;
  readonly basis: string;
  readonly acceptErrors?: boolean;
  readonly carry?: Carry;
}

export interface ApprovedEdition {
  readonly id: Id;
  readonly programmeId: Id;
  readonly slug: string;
  readonly number: number;
}

/** What later slices do when an edition is approved, in its own transaction; `main.ts`, `cli.ts` and the tests pass it in. */
export type EditionApproved<Transaction> = (ctx: Context<Transaction>, edition: ApprovedEdition) => Promise<void>;
