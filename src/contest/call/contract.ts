import { z } from "zod";
import type { Action } from "../../access/permissions.ts";
import type { Id } from "../../kernel/id.ts";
import { leadsFrom, type MoveRule } from "../../kernel/moves.ts";
import { rulesShape } from "../rules/contract.ts";

export const CONTEST_KINDS = ["projects", "nominations"] as const;
export type ContestKind = (typeof CONTEST_KINDS)[number];

export const CALL_STATES = ["draft", "announced", "review", "decided", "void", "cancelled"] as const;
export type CallState = (typeof CALL_STATES)[number];

/** «Ход конкурса». Applications are taken while it is announced and the clock is between its instants; the sitting alone decides. */
export const CALL_MOVES = {
  announce: { from: ["draft"], to: "announced", action: "contest.keep", needsReason: false },
  "begin-review": { from: ["announced"], to: "review", action: "contest.keep", needsReason: false },
  void: { from: ["announced", "review"], to: "void", action: "contest.keep", needsReason: true },
  cancel: { from: ["draft", "announced"], to: "cancelled", action: "contest.keep", needsReason: true },
} as const satisfies Record<string, MoveRule<CallState, Action>>;
export type CallMove = keyof typeof CALL_MOVES;

export const canMoveCall = (move: CallMove, state: CallState): boolean => leadsFrom(CALL_MOVES[move], state);

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const line = z.string().trim().min(1).max(300);
const APPLICANT_KINDS = ["legal-entity", "chair-person"] as const;

/** «Условия конкурса»: what the regulations say that the programme goes by. */
export const termsShape = z.object({
  regulations: z.string().trim().max(100_000).default(""),
  /** A legal entity, or the chair as a person, from whose award the tax is withheld (НК РФ, ст. 224). */
  applicants: z.array(z.enum(APPLICANT_KINDS)).min(1),
  taxPercent: z.number().int().min(0).max(99).default(13),
  mustBeActive: z.boolean().default(true),
  leastAgeMonths: z.number().int().min(0).max(1_200).nullable().default(null),
  /** No award of this contest in so many calendar years before. */
  prizeFreeYears: z.number().int().min(0).max(50).nullable().default(null),
  applicationsPerAssociation: z.number().int().min(1).max(100).default(1),
  papers: z
    .array(z.object({ key, name: line, isCompulsory: z.boolean().default(true) }))
    .max(30)
    .default([]),
  fields: z
    .array(
      z.object({
        key,
        label: line,
        hint: z.string().trim().max(1_000).default(""),
        kind: z.enum(["text", "number"]),
        isCompulsory: z.boolean().default(true),
        /** Asked only where another field says this. */
        when: z.object({ field: key, is: z.string() }).nullable().default(null),
      }),
    )
    .max(60)
    .default([]),
  /** Lines of the admission checklist that a person answers. */
  lines: z
    .array(z.object({ key, name: line }))
    .max(40)
    .default([]),
  /** From where the facts of criteria come: a number field of the form, or `own-share`, per cent of the whole with four decimals. */
  facts: z.record(z.string(), z.string()).default({}),
  /** Present jurors of those in office that make a sitting able to decide. */
  quorum: z
    .object({ numerator: z.number().int().positive(), denominator: z.number().int().positive() })
    .default({ numerator: 1, denominator: 2 }),
  /** Days after a decision within which it may be appealed against, null where none are named; and days for the answer (59-ФЗ, ст. 12). */
  appeals: z
    .object({
      withinDays: z.number().int().min(1).max(1_000).nullable().default(null),
      answerDays: z.number().int().min(1).max(365).default(30),
    })
    .default({ withinDays: null, answerDays: 30 }),
  rules: rulesShape,
});
/** The question by which an application chooses its group, where the rules have groups. */
export const GROUP_QUESTION = "category";

export type Terms = z.output<typeof termsShape>;
/** As it stands in the database and in a file. */
export type TermsText = z.input<typeof termsShape>;

/**
 * Whether a question is asked of who gave these answers: where its condition says so, and the question that it depends on is asked
 * itself. A condition on a question that is not there, or that leads round to itself, keeps nothing back.
 */
export function isAsked(
  key: string,
  { fields }: Pick<Terms, "fields">,
  answers: Readonly<Record<string, string>>,
): boolean {
  const follow = (at: string, seen: readonly string[]): boolean => {
    const when = fields.find((field) => field.key === at)?.when ?? null;
    const isKnown = when !== null && fields.some((field) => field.key === when.field);
    if (when === null || !isKnown || seen.includes(when.field)) return true;
    return fold(answers[when.field] ?? "") === fold(when.is) && follow(when.field, [...seen, when.field]);
  };
  return follow(key, [key]);
}

/** An answer is the same whatever its case, and whether it has a full stop. */
const fold = (text: string): string => text.trim().replace(/\.$/, "").toLowerCase().replaceAll("ё", "е");

/** What a call is entered with; days and times are local. «Until 25 March» is that day and 24:00. */
export interface CallInput {
  readonly contestId: Id;
  readonly year: string;
  readonly opensOn: string;
  readonly opensTime: string;
  readonly closesOn: string;
  /** `HH:MM`, or `24:00` for the end of the day. */
  readonly closesTime: string;
  readonly reviewUntil: string;
  readonly isBlind: boolean;
  readonly terms: unknown;
}

export interface CallView {
  readonly id: Id;
  readonly contest: { readonly id: Id; readonly name: string; readonly kind: ContestKind };
  readonly year: number;
  readonly state: CallState;
  /** Instants, ISO 8601. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly reviewUntil: string;
  readonly isBlind: boolean;
  readonly marksAreOpen: boolean;
  /** Whether an application would be taken at the request's instant. */
  readonly isOpen: boolean;
  readonly terms: TermsText;
  readonly version: number;
}
