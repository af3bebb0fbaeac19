import type { Action } from "../../access/permissions.ts";
import type { Id } from "../../kernel/id.ts";
import { leadsFrom, type MoveRule } from "../../kernel/moves.ts";

export const USAGE_STATES = ["draft", "submitted", "returned", "accepted"] as const;
export type UsageState = (typeof USAGE_STATES)[number];

/** «Ход отчёта получателя». */
export const USAGE_MOVES = {
  submit: { from: ["draft", "returned"], to: "submitted", action: "usage.write", needsReason: false },
  return: { from: ["submitted"], to: "returned", action: "usage.accept", needsReason: true },
  accept: { from: ["submitted"], to: "accepted", action: "usage.accept", needsReason: false },
} as const satisfies Record<string, MoveRule<UsageState, Action>>;
export type UsageMove = keyof typeof USAGE_MOVES;

export const canMoveUsage = (move: UsageMove, state: UsageState): boolean => leadsFrom(USAGE_MOVES[move], state);

/** What is demanded by hand; `ended` follows from an agreement that was ended. */
export const REFUND_GROUNDS = ["unspent", "misuse", "ended"] as const;
export type RefundGround = (typeof REFUND_GROUNDS)[number];

export const ENDING_GROUNDS = ["parties", "appeal"] as const;
export type EndingGround = (typeof ENDING_GROUNDS)[number];

/** «Расторжение соглашения». */
export interface EndingView {
  readonly ground: EndingGround;
  readonly reason: string;
  readonly endedOn: string;
  readonly file: { readonly name: string; readonly hash: string };
  /** What had been paid by then. */
  readonly paid: bigint;
}

export interface SourceSum {
  readonly source: string;
  readonly kopecks: bigint;
}

export interface Instalment {
  readonly payBy: string;
  readonly sums: readonly SourceSum[];
}

export interface SignatureView {
  readonly id: Id;
  readonly kind: "paper" | "detached";
  readonly signer: string;
  readonly office: string;
  readonly signedOn: string;
  readonly name: string;
  readonly hash: string;
}

/** A file that was made and fixed: minutes or an agreement. */
export interface DocumentView {
  readonly id: Id;
  readonly kind: "minutes" | "agreement";
  readonly name: string;
  readonly hash: string;
  readonly madeAt: string;
  /** The document that this one changed. */
  readonly replacesId: Id | null;
  readonly isLatest: boolean;
  readonly signatures: readonly SignatureView[];
}

export interface UsageFile {
  readonly id: Id;
  readonly kind: "photo" | "receipt";
  readonly line: number | null;
  readonly name: string;
  readonly mediaType: string;
  readonly hash: string;
  readonly bytes: number;
}

export interface UsageView {
  readonly state: UsageState;
  readonly story: string;
  /** Roubles as typed, by lines of the estimate. */
  readonly spent: readonly string[];
  readonly spentKopecks: bigint | null;
  readonly correctUntil: string | null;
  readonly files: readonly UsageFile[];
  readonly moves: readonly { readonly move: string; readonly reason: string | null; readonly at: string }[];
  readonly version: number;
}

export interface RefundView {
  readonly id: Id;
  readonly ground: RefundGround;
  readonly reason: string;
  readonly kopecks: bigint;
  readonly demandedOn: string;
  readonly dueOn: string;
  readonly settled: { readonly on: string; readonly as: "returned" | "withdrawn"; readonly basis: string } | null;
  readonly version: number;
}

export interface AgreementView {
  readonly applicationId: Id;
  readonly number: number;
  readonly date: string;
  readonly payee: string;
  readonly details: string;
  readonly reportDue: string;
  readonly requestId: Id | null;
  readonly instalments: readonly Instalment[];
  readonly documents: readonly DocumentView[];
  readonly usage: UsageView | null;
  readonly refunds: readonly RefundView[];
  /** Where it was ended. */
  readonly ending: EndingView | null;
  readonly version: number;
}

/** What was awarded, and the agreement on it where there is one. */
export interface GrantView {
  readonly applicationId: Id;
  readonly callId: Id;
  readonly number: number;
  readonly title: string;
  readonly association: string;
  readonly associationId: Id;
  readonly kind: "legal-entity" | "chair-person";
  readonly kopecks: bigint;
  readonly sums: readonly SourceSum[];
  /** Tax that is withheld where the chair receives it as a person: kopecks, rounded to whole roubles (НК РФ, ст. 52 п. 6). */
  readonly tax: bigint;
  readonly estimate: readonly { readonly what: string; readonly asked: string }[];
  readonly agreement: AgreementView | null;
}
