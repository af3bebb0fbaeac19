import { z } from "zod";
import type { Action } from "../../access/permissions.ts";
import type { Id } from "../../kernel/id.ts";
import { leadsFrom, type MoveRule } from "../../kernel/moves.ts";
import type { TermsText } from "../call/contract.ts";

export type ApplicantKind = TermsText["applicants"][number];
export const APPLICATION_STATES = ["draft", "submitted", "returned", "withdrawn", "admitted", "refused"] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** «Ход заявки». Until when each may be made, `actions.ts` says: the applicant until the deadline, or the day of a correction. */
export const APPLICATION_MOVES = {
  submit: { from: ["draft", "returned"], to: "submitted", action: "application.write", needsReason: false },
  reopen: { from: ["submitted"], to: "draft", action: "application.write", needsReason: false },
  withdraw: {
    from: ["draft", "submitted", "returned"],
    to: "withdrawn",
    action: "application.write",
    needsReason: false,
  },
  return: { from: ["submitted"], to: "returned", action: "application.admit", needsReason: true },
  admit: { from: ["submitted"], to: "admitted", action: "application.admit", needsReason: false },
  /** An appeal against the refusal was upheld. */
  readmit: { from: ["refused"], to: "submitted", action: "sitting.keep", needsReason: true },
  refuse: { from: ["submitted", "returned"], to: "refused", action: "application.admit", needsReason: true },
} as const satisfies Record<string, MoveRule<ApplicationState, Action>>;
export type ApplicationMove = keyof typeof APPLICATION_MOVES;

export const canMoveApplication = (move: ApplicationMove, state: ApplicationState): boolean =>
  leadsFrom(APPLICATION_MOVES[move], state);

/** While what is typed may be saved. */
export const WRITABLE: readonly ApplicationState[] = ["draft", "returned"];

const typed = z.string().max(20_000).default("");

/** What is typed, as it was typed: anything may be missing or wrong until it is submitted. */
export const contentShape = z.object({
  title: typed,
  summary: typed,
  /** The place of the project within the association's boundary, in words. */
  place: typed,
  answers: z.record(z.string().max(40), typed).default({}),
  /** «Календарный план». Days `YYYY-MM-DD`. */
  plan: z
    .array(z.object({ what: typed, from: typed, until: typed, result: typed }))
    .max(200)
    .default([]),
  /** «Смета»: roubles; own contribution in money, labour and things valued in money. */
  estimate: z
    .array(
      z.object({
        what: typed,
        quantity: typed,
        unitCost: typed,
        asked: typed,
        ownMoney: typed,
        ownLabour: typed,
        ownThings: typed,
      }),
    )
    .max(200)
    .default([]),
});
export type TypedContent = z.output<typeof contentShape>;

export const teamShape = z
  .array(z.object({ name: z.string().trim().min(1).max(200), does: z.string().trim().max(500) }))
  .max(50);
export type TeamMember = z.output<typeof teamShape>[number];

export type ContentFaultCode =
  | "missing"
  | "not-a-number"
  | "not-a-day"
  | "days-order"
  | "not-a-sum"
  | "line-differs"
  | "over-project-limit"
  | "own-contribution-low"
  | "paper-missing";

/** What keeps a draft from being submitted: where it stands (`estimate.2.asked`, from 0), and the sum that would do, in kopecks. */
export interface ContentFault {
  readonly code: ContentFaultCode;
  readonly where: string;
  readonly allowed?: bigint;
}

export interface FileView {
  readonly id: Id;
  readonly paper: string;
  readonly name: string;
  readonly hash: string;
  readonly bytes: number;
}

/** «Расписка»: what the applicant can prove the submission with. */
export interface Receipt {
  readonly number: number;
  /** The instant at which the request's head arrived, ISO 8601 with milliseconds. */
  readonly submittedAt: string;
  /** SHA-256 over content and files. */
  readonly hash: string;
}

export interface ApplicationView {
  readonly id: Id;
  readonly callId: Id;
  readonly state: ApplicationState;
  readonly number: number | null;
  readonly content: TypedContent;
  /** Null where a blind call hides it from the reader. */
  readonly applicant: {
    readonly associationId: Id;
    readonly association: string;
    readonly kind: ApplicantKind;
    readonly team: readonly TeamMember[];
  } | null;
  readonly files: readonly FileView[];
  readonly receipt: Receipt | null;
  readonly faults: readonly ContentFault[];
  readonly correctUntil: string | null;
  readonly moves: readonly { readonly move: string; readonly reason: string | null; readonly at: string }[];
  readonly version: number;
}
