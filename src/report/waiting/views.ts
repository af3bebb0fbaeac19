/** What waits of the programme's figures: each with who is to act and where. */
export const WAITING_KINDS = ["report-due", "missing-fact", "behind", "unspent"] as const;
export type WaitingKind = (typeof WAITING_KINDS)[number];

export interface WaitingItem {
  readonly kind: WaitingKind;
  /** Of the report, the indicator or the activity. */
  readonly title: string;
  /** Who answers: an executor as the document names them; null: the coordinator. */
  readonly who: string | null;
  /** The people who hold that: whom the executor is bound to, else the holders of the role. */
  readonly people: readonly string[];
  /** Where it is done, without the language. */
  readonly href: string;
  /** Days until it is due; below nothing once it is late. */
  readonly daysLeft: number | null;
  /** By today's pace, exact; and the plan it is held against. */
  readonly expected: string | null;
  readonly plan: string | null;
}

export interface Waiting {
  readonly year: number;
  readonly items: readonly WaitingItem[];
}
