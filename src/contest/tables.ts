import type { Generated, Transaction } from "kysely";
import type { Actor } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import type { EndingGround, RefundGround, UsageState } from "./agreement/contract.ts";
import type { AppealState } from "./appeal/contract.ts";
import type { ApplicantKind, ApplicationState, TeamMember, TypedContent } from "./application/contract.ts";
import type { CallState, ContestKind, TermsText } from "./call/contract.ts";
import type { DecidedOutcome, SittingState, VotesText } from "./sitting/contract.ts";

type Tenant = { municipality_id: string };
type By = { at: Date; by_person_id: string | null; by_name: string | null };
type OfApplication = Tenant & { application_id: string; call_id: string };
type OfJuror = OfApplication & { juror_id: string };

/** Tables of contests as SQL names them; migrations 0035-contests.sql, 0038-contest-agreements.sql and 0043-contest-appeals.sql say what each column means. */
type ContestTables = {
  contest: Tenant & { id: string; kind: ContestKind; name: string; activity_id: string | null; recorded_at: Date };
  contest_call: Tenant & {
    id: string;
    contest_id: string;
    year: number;
    state: CallState;
    opens_at: Date;
    closes_at: Date;
    review_until: string;
    terms: TermsText;
    is_blind: boolean;
    marks_opened_at: Date | null;
    last_number: Generated<number>;
    version: Generated<number>;
    recorded_at: Date;
  };
  contest_call_move: Tenant & By & { call_id: string; version: number; move: string; reason: string | null };
  contest_juror: Tenant & {
    id: string;
    call_id: string;
    person_id: string;
    is_chair: boolean;
    place: number;
    invited_at: Date;
    removed_at: Date | null;
    removal_basis: string | null;
  };
  contest_application: Tenant & {
    id: string;
    call_id: string;
    state: ApplicationState;
    number: number | null;
    content: TypedContent;
    submitted_at: Date | null;
    requested_kopecks: bigint | null;
    own_kopecks: bigint | null;
    correct_until: string | null;
    version: Generated<number>;
    begun_at: Date;
    saved_at: Date;
  };
  contest_applicant: OfApplication & {
    association_id: string;
    kind: ApplicantKind;
    person_id: string | null;
    team: readonly TeamMember[];
  };
  contest_file: OfApplication & {
    id: string;
    paper: string;
    name: string;
    hash: string;
    bytes: number;
    added_at: Date;
    removed_at: Date | null;
  };
  contest_submission: OfApplication & {
    version: number;
    number: number;
    submitted_at: Date;
    content: TypedContent;
    files: readonly { readonly paper: string; readonly name: string; readonly hash: string }[];
    hash: string;
  };
  contest_application_move: OfApplication & By & { version: number; move: string; reason: string | null };
  contest_check: OfApplication & By & { id: string; line: string; is_met: boolean; note: string | null };
  contest_recusal: OfJuror & By & { kind: "declared" | "found"; basis: string };
  contest_assignment: OfJuror & { assigned_at: Date };
  contest_review: OfJuror & { submitted_at: Date | null; version: Generated<number>; saved_at: Date };
  contest_sitting: Tenant & {
    id: string;
    call_id: string;
    number: number;
    state: SittingState;
    held_on: string;
    agenda: string;
    basis: string | null;
    votes: Generated<VotesText>;
    decided_at: Date | null;
    version: Generated<number>;
    opened_at: Date;
  };
  contest_presence: Tenant & { sitting_id: string; juror_id: string };
  contest_calculation: Tenant & { sitting_id: string; call_id: string; file: string; hash: string };
  contest_award: OfApplication & { sitting_id: string; place: number; outcome: DecidedOutcome; kopecks: bigint };
  contest_award_sum: Tenant & { sitting_id: string; application_id: string; source: string; kopecks: bigint };
  contest_document: Tenant &
    By & {
      id: string;
      call_id: string;
      kind: "minutes" | "agreement";
      sitting_id: string;
      application_id: string | null;
      name: string;
      hash: string;
      bytes: number;
      replaces_id: string | null;
    };
  contest_signature: Tenant &
    By & {
      id: string;
      document_id: string;
      kind: "paper" | "detached";
      signer: string;
      office: string;
      signed_on: string;
      name: string;
      hash: string;
    };
  contest_appeal: OfApplication &
    By & {
      id: string;
      way: "page" | "paper";
      received_on: string;
      essence: string;
      file_name: string | null;
      file_hash: string | null;
      answer_by: string;
      state: AppealState;
      answered_on: string | null;
      answer: string | null;
      sitting_id: string | null;
      version: Generated<number>;
    };
  contest_ending: Tenant &
    By & {
      application_id: string;
      ground: EndingGround;
      reason: string;
      ended_on: string;
      file_name: string;
      file_hash: string;
      paid_kopecks: bigint;
    };
  contest_template: Tenant & By & { version: number; body: string };
  contest_agreement: OfApplication & {
    sitting_id: string;
    year: number;
    number: number;
    date: string;
    payee: string;
    details: string;
    report_due: string;
    request_id: string | null;
    version: Generated<number>;
    recorded_at: Date;
  };
  contest_instalment: Tenant & {
    application_id: string;
    place: number;
    pay_by: string;
    source: string;
    kopecks: bigint;
  };
  contest_usage: OfApplication & {
    state: UsageState;
    story: string;
    spent: readonly string[];
    spent_kopecks: bigint | null;
    correct_until: string | null;
    version: Generated<number>;
    saved_at: Date;
  };
  contest_usage_move: Tenant & By & { application_id: string; version: number; move: string; reason: string | null };
  contest_usage_file: Tenant & {
    id: string;
    application_id: string;
    kind: "photo" | "receipt";
    line: number | null;
    name: string;
    media_type: string;
    hash: string;
    bytes: number;
    added_at: Date;
    removed_at: Date | null;
  };
  contest_refund: Tenant & {
    id: string;
    application_id: string;
    ground: RefundGround;
    reason: string;
    kopecks: bigint;
    demanded_on: string;
    due_on: string;
    settled_on: string | null;
    settled_as: "returned" | "withdrawn" | null;
    settled_basis: string | null;
    version: Generated<number>;
  };
  contest_mark: OfJuror & { given: Readonly<Record<string, string>>; reasons: Readonly<Record<string, string>> };
};

export function withContestTables(tx: Tx): Transaction<ContestTables> {
  return tx.$extendTables<ContestTables>();
}

/** Who did it, as rows keep it. */
export function byOf({ actor, now }: { actor: Actor; now: Date }): By {
  if (actor.kind === "person") return { at: now, by_person_id: actor.personId, by_name: null };
  return { at: now, by_person_id: null, by_name: actor.kind === "system" ? actor.name : "—" };
}
