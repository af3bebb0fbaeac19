import { may, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectPlannedQuantities } from "../../programme/index.ts";
import { type ActRegister, listRevising, loadRegister, nameAct } from "./actions-load.ts";
import { matchesFilter } from "./match.ts";
import { refuseAct } from "./refusals.ts";
import { selectActText } from "./store.ts";
import { selectActFile, selectActFiles } from "./store-file.ts";
import { selectPlan } from "./store-plan.ts";
import type { StoredRelation } from "./store-relation.ts";
import { type ActFilter, type ActRow, type ActView, type ActYear, levelOf, type RelationView } from "./views.ts";

/** The register's acts by a filter, as of its day. Refuses `not-permitted`. */
export async function listActs(ctx: Context<Tx>, filter: ActFilter): Promise<readonly ActRow[]> {
  requirePermission(ctx, "act.read");
  const { judged } = await loadRegister(ctx, filter.on ?? ctx.today);
  return judged.map(({ row }) => row).filter((row) => matchesFilter(row, filter));
}

/** Acts of the actor's own settlements that wait for their revision, the first deadline first; whose right reaches no settlement has none. */
export async function listOwnDue(ctx: Context<Tx>): Promise<readonly ActRow[]> {
  const { actor } = ctx;
  const own = actor.kind === "person" ? actor.holdings.flatMap(({ subjectId }) => subjectId ?? []) : [];
  const settlementIds = own.filter((id) => may(actor, "act.keep", [id]));
  if (settlementIds.length === 0) return [];
  const { judged } = await loadRegister(ctx);
  return judged
    .filter(({ act, row }) => act.settlementId !== null && settlementIds.includes(act.settlementId) && isDue(row))
    .map(({ row }) => row)
    .toSorted((a, b) => (a.revision?.dueDate ?? "").localeCompare(b.revision?.dueDate ?? ""));
}

const isDue = ({ revision }: ActRow) => revision?.state === "due" || revision?.state === "late";

/** What everybody may read: adopted acts as they stand today. */
export async function listPublicActs(ctx: Context<Tx>): Promise<readonly ActRow[]> {
  const { judged } = await loadRegister(ctx);
  return judged.filter(({ act }) => act.state === "adopted").map(({ row }) => row);
}

/** An act's own page as of a day; a draft is for those who may read the register. Refuses `act-unknown`. */
export async function getAct(ctx: Context<Tx>, id: string, on: string = ctx.today): Promise<ActView> {
  const register = await loadRegister(ctx, on);
  const found = register.byId.get(id) ?? refuseAct("act-unknown");
  const { act, row } = found;
  const seesDrafts = may(ctx.actor, "act.read");
  if (act.state === "draft" && !seesDrafts) return refuseAct("act-unknown");
  const files = await selectActFiles(ctx, act.id);
  const { clause, link, inForceFrom, inForceUntil, settlementId, state, version } = act;
  return {
    ...row,
    ...{ clause, link, inForceFrom, inForceUntil, settlementId, state, version },
    text: act.hasText ? await selectActText(ctx, act.id) : null,
    acts: showRelations(register, { side: "targetId", own: "actId", id: act.id, seesDrafts }),
    undergoes: showRelations(register, { side: "actId", own: "targetId", id: act.id, seesDrafts }),
    files: files.map(({ id, name, mediaType, bytes, recordedAt }) => ({
      ...{ id, name, mediaType, bytes: Number(bytes) },
      recordedAt: recordedAt.toISOString(),
    })),
  };
}

interface Side {
  readonly id: Id;
  readonly own: "actId" | "targetId";
  readonly side: "actId" | "targetId";
  readonly seesDrafts: boolean;
}

function showRelations({ relations, byId }: ActRegister, { id, own, side, seesDrafts }: Side): readonly RelationView[] {
  const show = (relation: StoredRelation): readonly RelationView[] => {
    const other = byId.get(relation[side])?.act;
    const isPlanned = byId.get(relation.actId)?.act.state === "draft";
    if (!other || (isPlanned && !seesDrafts)) return [];
    const { kind, holdsFrom, bringsUpToDate, note } = relation;
    return [{ id: relation.id, kind, other: nameAct(other), holdsFrom, bringsUpToDate, note, isPlanned }];
  };
  return relations.filter((relation) => relation[own] === id).flatMap(show);
}

/** A paper of an act, where the actor may see the act. Refuses `act-file-unknown`. */
export async function findActFile(ctx: Context<Tx>, given: { readonly actId: string; readonly fileId: string }) {
  const { files } = await getAct(ctx, given.actId);
  const listed = files.find(({ id }) => id === given.fileId);
  return (listed && (await selectActFile(ctx, listed.id))) ?? refuseAct("act-file-unknown");
}

/**
 * The municipal acts that were brought up to date in a year, each once, by the day of the act that did it: what the programme
 * plans as «актуализация правовой базы». What was only amended for another reason does not count.
 */
export async function countActsBroughtUpToDate(ctx: Context<Tx>, year: number): Promise<Omit<ActYear, "planned">> {
  return countIn(await loadRegister(ctx), year);
}

function countIn({ relations, byId }: ActRegister, year: number): Omit<ActYear, "planned"> {
  const known = new Map([...byId].map(([id, { act }]) => [id, act]));
  const done = listRevising(relations, known)
    .filter(({ actDate }) => actDate.startsWith(`${year}-`))
    .toSorted((a, b) => a.actDate.localeCompare(b.actDate));
  const first = new Map(done.toReversed().map((revising) => [revising.targetId, revising]));
  const terms = [...first.values()].flatMap(({ actId, targetId, actDate }) => {
    const [act, by] = [known.get(targetId), known.get(actId)];
    if (!act || !by || levelOf(act.kind) !== "municipal") return [];
    return [{ act: nameAct(act), by: nameAct(by), doneOn: actDate }];
  });
  return { year, count: terms.length, terms: terms.toSorted((a, b) => a.doneOn.localeCompare(b.doneOn)) };
}

/** Planned and counted, year by year: the programme's years and all in which something was done. */
export async function listActYears(ctx: Context<Tx>): Promise<readonly ActYear[]> {
  const register = await loadRegister(ctx);
  const activityId = await selectPlan(ctx, "acts");
  const planned = activityId ? await selectPlannedQuantities(ctx, activityId) : [];
  const known = new Map([...register.byId].map(([id, { act }]) => [id, act]));
  const done = listRevising(register.relations, known).map(({ actDate }) => Number(actDate.slice(0, 4)));
  const years = [...new Set([...planned.map(({ year }) => year), ...done])].sort((a, b) => a - b);
  return years.map((year) => ({
    ...countIn(register, year),
    planned: planned.find((plan) => plan.year === year)?.quantity ?? null,
  }));
}
