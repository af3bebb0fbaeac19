import type { Id } from "../../kernel/id.ts";
import type { Effect, RelationKind } from "./views.ts";

/** What of an act its effect depends on. Dates are local, `YYYY-MM-DD`; `inForceUntil` is the last day. */
export interface ActTerm {
  readonly id: Id;
  readonly state: "draft" | "adopted";
  readonly inForceFrom: string | null;
  readonly inForceUntil: string | null;
}

/** What an adopted act does to another from a day on. */
export interface ActingOn {
  readonly kind: RelationKind;
  readonly actId: Id;
  readonly targetId: Id;
  readonly holdsFrom: string;
}

/**
 * How an act stands on a day. `acting` are the relations of adopted acts that were not cancelled, in any order; those on other
 * acts are passed by. An end is an end: where the act that repealed it is repealed in turn, the first does not come back to
 * life, whoever wants it adopts it anew. An amendment stays when the amending act ends, for its words have moved over.
 */
export function effectOf(act: ActTerm, acting: readonly ActingOn[], day: string): Effect {
  if (act.state === "draft" || act.inForceFrom === null) return { state: "draft", since: null, byId: null };
  const done = acting.filter(({ targetId, holdsFrom }) => targetId === act.id && holdsFrom <= day);
  const ends = done.filter(({ kind }) => kind === "replaces" || kind === "repeals");
  const end = ends.toSorted(byDay)[0];
  const until = act.inForceUntil;
  if (end && (until === null || end.holdsFrom <= until)) {
    return { state: "repealed", since: end.holdsFrom, byId: end.actId };
  }
  if (until !== null && until < day) return { state: "expired", since: until, byId: null };
  if (day < act.inForceFrom) return { state: "not-yet", since: act.inForceFrom, byId: null };
  const amendment = done
    .filter(({ kind }) => kind === "amends")
    .toSorted(byDay)
    .at(-1);
  if (amendment) return { state: "amended", since: amendment.holdsFrom, byId: amendment.actId };
  return { state: "in-force", since: act.inForceFrom, byId: null };
}

function byDay(a: ActingOn, b: ActingOn): number {
  return a.holdsFrom.localeCompare(b.holdsFrom) || a.actId.localeCompare(b.actId);
}

/** Whether from one act a chain of relations leads to another: then the other way round would close a circle. */
export function leadsTo(links: readonly { readonly actId: Id; readonly targetId: Id }[], from: Id, to: Id): boolean {
  const seen = new Set<Id>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at === to) return true;
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...links.filter(({ actId }) => actId === at).map(({ targetId }) => targetId));
  }
  return false;
}
