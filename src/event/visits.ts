/** What came of a visit to a reception. */
export const VISIT_OUTCOMES = ["expected", "oral", "written-due", "written", "absent"] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

interface VisitMoveRule {
  readonly from: readonly VisitOutcome[];
  readonly to: VisitOutcome;
  readonly needsAnswer: boolean;
}

export const VISIT_MOVES = {
  "answer-orally": { from: ["expected"], to: "oral", needsAnswer: true },
  "owe-reply": { from: ["expected", "oral"], to: "written-due", needsAnswer: false },
  "give-reply": { from: ["written-due"], to: "written", needsAnswer: true },
  miss: { from: ["expected"], to: "absent", needsAnswer: false },
} as const satisfies Readonly<Record<string, VisitMoveRule>>;
export type VisitMove = keyof typeof VISIT_MOVES;

/** Null where the move can be made. */
export function barVisitMove(move: VisitMove, outcome: VisitOutcome): "state" | null {
  const { from }: VisitMoveRule = VISIT_MOVES[move];
  return from.includes(outcome) ? null : "state";
}

/** Days for a written reply: 59-ФЗ, art. 12 p. 1 counts them from registration, which for a reception is its day. */
export const WRITTEN_DAYS = 30;
