import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { judgeRevision, type Revising } from "../revision/due.ts";
import { selectReviews, selectRules } from "../revision/store.ts";
import type { RevisionRule } from "../revision/views.ts";
import { effectOf } from "./effect.ts";
import { type StoredAct, selectActs } from "./store.ts";
import { type StoredRelation, selectRelations } from "./store-relation.ts";
import type { ActName, ActRow, RevisionState } from "./views.ts";

/** An act with everything that is reckoned of it on a day. */
export interface JudgedAct {
  readonly act: StoredAct;
  readonly row: ActRow;
  /** By each rule that concerns it. */
  readonly revisions: readonly { readonly rule: RevisionRule; readonly state: RevisionState }[];
}

/** The whole register on a day: a municipality has some hundreds of acts, and how one stands depends on the others. */
export interface ActRegister {
  readonly judged: readonly JudgedAct[];
  readonly byId: ReadonlyMap<Id, JudgedAct>;
  readonly relations: readonly StoredRelation[];
  readonly rules: readonly RevisionRule[];
}

export async function loadRegister(ctx: Context<Tx>, day: string = ctx.today): Promise<ActRegister> {
  const acts = await selectActs(ctx);
  const relations = await selectRelations(ctx);
  const rules = await selectRules(ctx);
  const reviews = await selectReviews(ctx);
  const known = new Map(acts.map((act) => [act.id, act]));
  const acting = Map.groupBy(
    relations.filter(({ actId }) => known.get(actId)?.state === "adopted"),
    ({ targetId }) => targetId,
  );
  const revising = Map.groupBy(listRevising(relations, known), ({ targetId }) => targetId);
  const amending = listAmendments(relations);
  const judged = acts.map((act): JudgedAct => {
    const effect = effectOf(act, acting.get(act.id) ?? [], day);
    const evidence = { effect, revising: revising.get(act.id) ?? [], reviews, day };
    const revisions = rules.flatMap((rule) => {
      const state = judgeRevision(rule, { ...act, isAmendment: amending.has(act.id) }, evidence);
      return state ? [{ rule, state }] : [];
    });
    const { settlement, hasFile, subject } = act;
    const revision = chooseShown(revisions.map(({ state }) => state));
    return { act, revisions, row: { ...nameAct(act), subject, settlement, hasFile, effect, revision } };
  });
  return { judged, byId: new Map(judged.map((one) => [one.act.id, one])), relations, rules };
}

/** Acts that amend others and neither replace any nor are amended themselves. */
function listAmendments(relations: readonly StoredRelation[]): ReadonlySet<Id> {
  const own = relations.filter(({ kind }) => kind !== "based-on");
  const others = new Set(own.flatMap(({ actId, targetId, kind }) => (kind === "amends" ? [targetId] : [actId])));
  return new Set(own.filter(({ actId }) => !others.has(actId)).map(({ actId }) => actId));
}

/** Which adopted acts brought which up to date. */
export function listRevising(
  relations: readonly StoredRelation[],
  known: ReadonlyMap<Id, Pick<StoredAct, "state" | "date">>,
): readonly Revising[] {
  return relations.flatMap(({ actId, targetId, kind, bringsUpToDate }) => {
    const by = known.get(actId);
    if (!bringsUpToDate || kind === "based-on" || by?.state !== "adopted" || by.date === null) return [];
    return [{ actId, targetId, actDate: by.date }];
  });
}

/** Of several rules that which waits. */
function chooseShown(states: readonly RevisionState[]): RevisionState | null {
  return states.find(({ state }) => state === "late" || state === "due") ?? states[0] ?? null;
}

export function nameAct({ id, kind, number, date, issuer, title }: ActName): ActName {
  return { id, kind, number, date, issuer, title };
}
