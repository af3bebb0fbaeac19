import type { Id } from "../../kernel/id.ts";

export const APPEAL_STATES = ["filed", "upheld", "dismissed"] as const;
export type AppealState = (typeof APPEAL_STATES)[number];

/** The applicant's words; everybody reads of an appeal only the basis of the sitting that it opens. */
export const APPEAL_LONGEST = 10_000;

/** «Жалоба» on a refusal of admission or on a sitting's decision. Days are local. */
export interface AppealView {
  readonly id: Id;
  readonly applicationId: Id;
  readonly way: "page" | "paper";
  readonly receivedOn: string;
  readonly essence: string;
  readonly file: { readonly name: string; readonly hash: string } | null;
  /** By when the regulations want it answered. */
  readonly answerBy: string;
  readonly state: AppealState;
  readonly answeredOn: string | null;
  readonly answer: string | null;
  readonly sittingId: Id | null;
  readonly version: number;
}

/** Appeals of an application, and what the reader may do now: null, or the reason why not. */
export interface AppealsView {
  readonly appeals: readonly AppealView[];
  /** Whether something was decided of it that can be appealed against. */
  readonly isOpen: boolean;
  /** The last day for it; null where the regulations name none. */
  readonly until: string | null;
  /** Days within which the regulations want an answer. */
  readonly answerDays: number;
}
