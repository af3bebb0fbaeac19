import { loadMunicipality, may, raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectKnownActivities } from "../../programme/index.ts";
import { refuseContest } from "../refusals.ts";
import { CALL_MOVES, type CallInput, type CallMove, type CallView, CONTEST_KINDS, canMoveCall } from "./contract.ts";
import { findTermsFaults, parseCall, type TermsFault } from "./input.ts";
import { PRESETS } from "./presets.ts";
import {
  findCall,
  insertCall,
  insertCallMove,
  insertContest,
  type StoredCall,
  type StoredContest,
  selectCalls,
  selectContests,
  updateCall,
  updateCallState,
} from "./store.ts";

/** Enters a contest. Refuses `contest-kind`, `contest-name`, `contest-known`, `contest-activity`. */
export async function addContest(
  ctx: Context<Tx>,
  given: { readonly kind: string; readonly name: string; readonly activityId: string },
): Promise<Id> {
  requirePermission(ctx, "contest.keep");
  const kind = CONTEST_KINDS.find((known) => known === given.kind) ?? refuseContest("contest-kind");
  const name = given.name.replace(/\s+/g, " ").trim();
  if (name === "" || name.length > 300) refuseContest("contest-name");
  const activityId = given.activityId.trim() || null;
  if (activityId && !(await selectKnownActivities(ctx)).some(({ id }) => id === activityId))
    refuseContest("contest-activity");
  const id = (await insertContest(ctx, { kind, name, activityId })) ?? refuseContest("contest-known", { name });
  await writeAudit(ctx, {
    action: "contest.keep",
    subject: { kind: "contest", id },
    after: { kind, name, activity: activityId },
  });
  return id;
}

/** Enters a call as a draft. Refuses as `parseCall`, `contest-unknown`, `contest-year-taken`. */
export async function draftCall(ctx: Context<Tx>, input: CallInput): Promise<Id> {
  requirePermission(ctx, "contest.keep");
  const contest =
    (await selectContests(ctx)).find(({ id }) => id === input.contestId) ?? refuseContest("contest-unknown");
  const fields = parseCall(input, (await loadMunicipality(ctx)).timeZone);
  const id = (await insertCall(ctx, contest.id, fields)) ?? refuseContest("contest-year-taken", { year: fields.year });
  const after = { year: fields.year, closesAt: fields.closesAt.toISOString() };
  await writeAudit(ctx, { action: "contest.keep", subject: { kind: "contest-call", id }, after });
  return id;
}

/** A new draft with the terms of an earlier call; days are entered anew. Refuses as `draftCall`. */
export async function copyCall(
  ctx: Context<Tx>,
  from: string,
  days: Omit<CallInput, "terms" | "contestId" | "isBlind">,
): Promise<Id> {
  const { contestId, isBlind, terms } = await requireCall(ctx, from);
  return draftCall(ctx, { ...days, contestId, isBlind, terms });
}

/** A new draft like the contest's latest call, or by a preset where it is the first. Refuses as `draftCall`. */
export async function startCall(ctx: Context<Tx>, given: Omit<CallInput, "terms" | "isBlind">): Promise<Id> {
  const { contestId, ...days } = given;
  const contest = (await selectContests(ctx)).find(({ id }) => id === contestId) ?? refuseContest("contest-unknown");
  const latest = (await selectCalls(ctx)).find((call) => call.contestId === contest.id);
  if (latest) return copyCall(ctx, latest.id, days);
  return draftCall(ctx, { ...days, contestId, isBlind: false, terms: PRESETS[contest.kind] });
}

/** Saves a draft anew; what is announced binds. Refuses as `draftCall`, `contest-announced`, `contest-changed`. */
export async function editCall(
  ctx: Context<Tx>,
  input: CallInput & { readonly id: string; readonly version: string },
): Promise<void> {
  requirePermission(ctx, "contest.keep");
  const was = await requireCall(ctx, input.id);
  if (was.state !== "draft") refuseContest("contest-announced");
  const fields = parseCall({ ...input, year: String(was.year) }, (await loadMunicipality(ctx)).timeZone);
  const version = parseVersion(input.version);
  if (!(await updateCall(ctx, { id: was.id, version }, fields))) refuseContest("contest-changed");
  await writeAudit(ctx, {
    action: "contest.keep",
    subject: { kind: "contest-call", id: was.id },
    detail: { version: version + 1 },
    before: { closesAt: was.closesAt.toISOString() },
    after: { closesAt: fields.closesAt.toISOString() },
  });
}

/** What stands in the way of terms as they are typed, each with its place. Refuses `not-permitted`. */
export async function checkTerms(ctx: Context<Tx>, terms: unknown): Promise<readonly TermsFault[]> {
  requirePermission(ctx, "contest.keep");
  return findTermsFaults(terms);
}

/**
 * Moves a call on as `CALL_MOVES` says; review begins when applications are no longer taken. Refuses `contest-move`,
 * `contest-reason`, `contest-still-open`, `contest-changed`.
 */
export async function moveCall(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly version: string; readonly move: string; readonly reason: string },
): Promise<void> {
  requirePermission(ctx, "contest.keep");
  const call = await requireCall(ctx, given.id, "update");
  if (!Object.hasOwn(CALL_MOVES, given.move)) refuseContest("contest-move");
  const move = given.move as CallMove;
  if (!canMoveCall(move, call.state)) refuseContest("contest-move");
  if (move === "begin-review" && ctx.now < call.closesAt) refuseContest("contest-still-open");
  const { to, needsReason } = CALL_MOVES[move];
  const reason = given.reason.trim().slice(0, 2_000) || null;
  if (needsReason && reason === null) refuseContest("contest-reason");
  const version = parseVersion(given.version);
  if (!(await updateCallState(ctx, { id: call.id, version }, to))) refuseContest("contest-changed");
  await insertCallMove(ctx, { callId: call.id, version: version + 1, move, reason });
  await writeAudit(ctx, {
    action: "contest.keep",
    subject: { kind: "contest-call", id: call.id },
    detail: { move },
    ...(reason && { basis: reason }),
    before: { state: call.state },
    after: { state: to },
  });
  await raiseRevision(ctx);
}

/** Refuses `contest-unknown`. */
export async function requireCall(ctx: Context<Tx>, id: string, lock?: "share" | "update"): Promise<StoredCall> {
  return (isId(id) ? await findCall(ctx, id, lock) : undefined) ?? refuseContest("contest-unknown");
}

export const parseVersion = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0);

/** Whether an application is taken at this instant: at the deadline's own millisecond it is late. */
export function takesApplications({ state, opensAt, closesAt }: StoredCall, now: Date): boolean {
  return state === "announced" && now >= opensAt && now < closesAt;
}

/** Contests themselves, also those without a call. Refuses `not-permitted`. */
export async function listContests(ctx: Context<Tx>): Promise<readonly StoredContest[]> {
  requirePermission(ctx, "contest.read");
  return selectContests(ctx);
}

/** Contests with their calls: all for who keeps or reads contests, announced ones for everybody. */
export async function listCalls(ctx: Context<Tx>): Promise<readonly CallView[]> {
  const contests = new Map((await selectContests(ctx)).map((contest) => [contest.id, contest]));
  const calls = await selectCalls(ctx);
  return calls.filter((call) => isShown(ctx, call)).map((call) => viewCall(ctx, call, contests.get(call.contestId)));
}

/** Refuses `contest-unknown`, also of a draft that is not for the reader. */
export async function getCall(ctx: Context<Tx>, id: string): Promise<CallView> {
  const call = await requireCall(ctx, id);
  if (!isShown(ctx, call)) refuseContest("contest-unknown");
  return viewCall(
    ctx,
    call,
    (await selectContests(ctx)).find((contest) => contest.id === call.contestId),
  );
}

function isShown({ actor }: Context<Tx>, { state }: StoredCall): boolean {
  return state !== "draft" || may(actor, "contest.read");
}

function viewCall({ now }: Context<Tx>, call: StoredCall, contest: StoredContest | undefined): CallView {
  const { opensAt, closesAt, marksOpenedAt, contestId, ...own } = call;
  return {
    ...own,
    contest: { id: contestId, name: contest?.name ?? "", kind: contest?.kind ?? "projects" },
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
    marksAreOpen: marksOpenedAt !== null,
    isOpen: takesApplications(call, now),
  };
}
