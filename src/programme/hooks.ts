import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import type { Carry } from "./identity.ts";
import type { SuccessionChoice } from "./succession.ts";

/** How a reading is approved. `version` is the one the person saw; `basis` the act that approves. Without `carry` the proposal holds; an empty one makes every line new. `succession` says what became of earlier lines that `carry` does not name; those that neither names have ended. */
export interface Approval {
  readonly version: number;
  readonly basis: string;
  readonly acceptErrors?: boolean;
  /** The document seems older than the edition in force, and is kept as the next one knowingly. */
  readonly acceptOlder?: boolean;
  readonly carry?: Carry;
  readonly succession?: readonly SuccessionChoice[];
}

export interface ApprovedEdition {
  readonly id: Id;
  readonly programmeId: Id;
  readonly slug: string;
  readonly number: number;
  /** The day of the act that approves it, as its basis or else the document itself names it; null where neither does. */
  readonly actDay: string | null;
}

/** What later slices do when an edition is approved, in its own transaction; `main.ts`, `cli.ts` and the tests pass it in. */
export type EditionApproved<Transaction> = (ctx: Context<Transaction>, edition: ApprovedEdition) => Promise<void>;

/** Why a line may not end: «по мероприятию оплачено 120 000 руб.», in the language of the context. */
export interface LineUse {
  readonly identityId: Id;
  readonly why: string;
}

/** Which of these lines later slices use, asked before an edition ends them. */
export type LinesInUse<Transaction> = (
  ctx: Context<Transaction>,
  identities: readonly Id[],
) => Promise<readonly LineUse[]>;
