import type { Id } from "../../kernel/id.ts";
import { type ActKind, type ActSubject, type Effect, levelOf, type RevisionState } from "../act/views.ts";
import type { RevisionRule } from "./views.ts";

/** What of an act tells whether it is due. */
export interface RevisableAct {
  readonly id: Id;
  readonly kind: ActKind;
  readonly subject: ActSubject;
  readonly date: string | null;
  /** It only changes others: its words live in them, and they are looked through. */
  readonly isAmendment: boolean;
}

/** An adopted act that brought another up to date: the day of the act, not of its effect. */
export interface Revising {
  readonly actId: Id;
  readonly targetId: Id;
  readonly actDate: string;
}

export interface Review {
  readonly actId: Id;
  readonly key: string;
  readonly date: string;
}

interface Evidence {
  readonly effect: Effect;
  readonly revising: readonly Revising[];
  readonly reviews: readonly Review[];
}

/**
 * Where an act stands with a rule on a day; null where the rule does not concern it. Done counts from the day of the act that
 * does it: that it comes into force later changes nothing about the municipality's duty to have adopted it in time.
 */
export function judgeRevision(
  rule: RevisionRule,
  act: RevisableAct,
  { effect, revising, reviews, day }: Evidence & { readonly day: string },
): RevisionState | null {
  if (day < rule.holdsFrom || (rule.holdsUntil !== null && day > rule.holdsUntil)) return null;
  if (levelOf(act.kind) !== "municipal" || !rule.subjects.includes(act.subject)) return null;
  if (act.isAmendment) return null;
  if (act.date === null || act.date >= rule.adoptedBefore || effect.state === "draft") return null;
  const base = { key: rule.key, dueDate: rule.dueDate };
  const revision = revising
    .filter(({ targetId, actDate }) => targetId === act.id && actDate >= rule.adoptedBefore && actDate <= day)
    .toSorted((a, b) => a.actDate.localeCompare(b.actDate))[0];
  if (revision) return { ...base, state: "revised", byId: revision.actId, doneOn: revision.actDate };
  if (effect.state === "repealed" || effect.state === "expired") return null;
  const review = reviews.find(({ actId, key, date }) => actId === act.id && key === rule.key && date <= day);
  if (review) return { ...base, state: "conforms", byId: null, doneOn: review.date };
  return { ...base, state: day > rule.dueDate ? "late" : "due", byId: null, doneOn: null };
}
