import type { Id } from "../../kernel/id.ts";
import { refuseAct } from "./refusals.ts";
import { type ActKind, levelOf, type RelationKind } from "./views.ts";

/** What of an act decides whether it can stand in a relation. */
export interface RelatedAct {
  readonly id: Id;
  readonly kind: ActKind;
  readonly state: "draft" | "adopted";
  readonly date: string | null;
}

/**
 * What can stand between two acts at all: the acting one is not older, they are of one level unless it only stands on the other,
 * and the other is adopted. Refuses `relation-self`, `relation-draft`, `relation-order`, `relation-level`, `relation-before`.
 */
export function requireOrder(
  { act, target }: { readonly act: RelatedAct; readonly target: RelatedAct },
  { kind, holdsFrom }: { readonly kind: RelationKind; readonly holdsFrom: string },
): void {
  if (act.id === target.id) refuseAct("relation-self");
  const { date } = target;
  if (target.state === "draft" || date === null) refuseAct("relation-draft");
  if (act.date !== null && act.date < date) refuseAct("relation-order", { date: act.date });
  if (kind !== "based-on" && levelOf(act.kind) !== levelOf(target.kind)) refuseAct("relation-level");
  if (holdsFrom < date) refuseAct("relation-before", { date });
}
