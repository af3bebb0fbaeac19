import { listHoldersOf, loadNames, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { registry } from "../../registry/index.ts";
import { selectApplicants, selectApplications } from "../application/store.ts";
import { requireCall } from "../call/actions.ts";
import type { StoredCall } from "../call/store.ts";
import { refuseContest } from "../refusals.ts";
import { selectSittings } from "../sitting/store.ts";
import { pastWall } from "../store-wall.ts";
import { ASSIGNMENT_WAYS, assign, type Pair, shareSurname } from "./assign.ts";
import {
  findOwnJuror,
  insertAssignments,
  insertJuror,
  insertRecusal,
  type StoredJuror,
  selectAssignments,
  selectJurors,
  selectRecusals,
  updateRemoval,
} from "./store.ts";

/** Invites somebody who holds the role of a juror in this call. Refuses `contest-unknown`, `jury-role`, `jury-known`, `jury-chair`, `jury-over`. */
export async function inviteJuror(
  ctx: Context<Tx>,
  given: { readonly callId: string; readonly personId: string; readonly isChair: boolean },
): Promise<Id> {
  requirePermission(ctx, "jury.keep");
  const call = await requireCall(ctx, given.callId, "update");
  requireUndecided(call);
  const holders = await listHoldersOf(ctx, "juror", call.id);
  if (!holders.includes(given.personId)) refuseContest("jury-role");
  const jurors = await selectJurors(ctx, call.id);
  if (given.isChair && jurors.some(({ isChair, removedAt }) => isChair && removedAt === null))
    refuseContest("jury-chair");
  const place = jurors.length + 1;
  const own = { callId: call.id, personId: given.personId, isChair: given.isChair, place };
  const id = (await insertJuror(ctx, own)) ?? refuseContest("jury-known");
  await writeAudit(ctx, {
    action: "jury.keep",
    subject: { kind: "contest-call", id: call.id },
    detail: { juror: id, place, isChair: given.isChair },
  });
  return id;
}

/** Marks are taken out also while a sitting is held again: what the appeal found of a juror then counts. */
async function requireRevisable(ctx: Context<Tx>, call: StoredCall): Promise<void> {
  const isReopened = (await selectSittings(ctx, call.id)).some(({ state }) => state === "open");
  if (call.state !== "decided" || !isReopened) requireUndecided(call);
}

function requireUndecided({ state }: StoredCall): void {
  if (state !== "announced" && state !== "review") refuseContest("jury-over");
}

/** Removes a juror, also in the middle of the review: from then on they read nothing and their marks do not count. Refuses `jury-unknown`, `contest-reason`, `jury-over`. */
export async function removeJuror(
  ctx: Context<Tx>,
  given: { readonly callId: string; readonly jurorId: string; readonly basis: string },
): Promise<void> {
  requirePermission(ctx, "jury.keep");
  const call = await requireCall(ctx, given.callId, "update");
  await requireRevisable(ctx, call);
  const juror = await requireJuror(ctx, call.id, given.jurorId);
  const basis = given.basis.trim().slice(0, 1_000);
  if (basis === "") refuseContest("contest-reason");
  await updateRemoval(ctx, juror.id, basis);
  await writeAudit(ctx, {
    action: "jury.keep",
    subject: { kind: "contest-call", id: call.id },
    detail: { removed: juror.id },
    basis,
  });
}

async function requireJuror(ctx: Context<Tx>, callId: Id, id: string): Promise<StoredJuror> {
  const found = (await selectJurors(ctx, callId)).find((juror) => juror.id === id && juror.removedAt === null);
  return found ?? refuseContest("jury-unknown");
}

/**
 * Recuses a juror from an application: themselves, or found by the office. From then on they read neither files nor marks of it.
 * It is never taken back. Refuses `contest-unknown`, `jury-unknown`, `application-unknown`, `contest-reason`, `jury-over`.
 */
export async function recuse(
  ctx: Context<Tx>,
  given: { readonly callId: string; readonly jurorId: string; readonly applicationId: string; readonly basis: string },
): Promise<void> {
  const call = await requireCall(ctx, given.callId, "update");
  const juror = await requireJuror(ctx, call.id, given.jurorId);
  const isOwn = ctx.actor.kind === "person" && ctx.actor.personId === juror.personId;
  if (isOwn) requirePermission(ctx, "review.write", [call.id]);
  else requirePermission(ctx, "jury.keep");
  await requireRevisable(ctx, call);
  const basis = given.basis.trim().slice(0, 1_000);
  if (basis === "") refuseContest("contest-reason");
  // A juror recuses themselves before anything is given to them to read.
  const applications = await pastWall(ctx, () => selectApplications(ctx, call.id));
  if (!applications.some(({ id }) => id === given.applicationId)) refuseContest("application-unknown");
  const pair = { jurorId: juror.id, applicationId: given.applicationId };
  await insertRecusal(ctx, { ...pair, callId: call.id, kind: isOwn ? "declared" : "found", basis });
  await writeAudit(ctx, {
    action: isOwn ? "review.write" : "jury.keep",
    subject: { kind: "contest-application", id: pair.applicationId },
    detail: { recused: juror.id },
    basis,
  });
}

export interface ToDeclare {
  readonly applicationId: Id;
  readonly number: number;
  readonly title: string;
  /** Null in a blind call. */
  readonly association: string | null;
  readonly isRecused: boolean;
}

/**
 * What a juror must know of every application to declare a recusal, before any is given to them: number, title, and in a call that
 * is not blind the association. Refuses `contest-unknown`, `not-permitted`, `jury-unknown`.
 */
export async function listToDeclare(ctx: Context<Tx>, callId: string): Promise<readonly ToDeclare[]> {
  const call = await requireCall(ctx, callId);
  requirePermission(ctx, "review.write", [call.id]);
  const juror = await findOwnJuror(ctx, call.id);
  if (!juror || juror.removedAt !== null) return refuseContest("jury-unknown");
  const names = new Map((await registry.listAssociations(ctx)).map(({ id, name }) => [id, name]));
  const recusals = await selectRecusals(ctx, call.id);
  return pastWall(ctx, async () => {
    const applicants = new Map(
      (await selectApplicants(ctx, call.id)).map((one) => [one.applicationId, one.associationId]),
    );
    const shown = (await selectApplications(ctx, call.id)).filter(
      ({ state }) => state === "submitted" || state === "admitted",
    );
    return shown.map(({ id, number, content }) => ({
      applicationId: id,
      number: number ?? 0,
      title: content.title,
      association: call.isBlind ? null : (names.get(applicants.get(id) ?? "") ?? ""),
      isRecused: recusals.some(({ jurorId, applicationId }) => jurorId === juror.id && applicationId === id),
    }));
  });
}

export interface Assigned {
  readonly pairs: readonly Pair[];
  /** Jurors who hold a role in the applicant's own association: recused at once. */
  readonly recused: readonly Pair[];
  /** Jurors whose surname is also that of somebody in the team: for a person to look at. */
  readonly hints: readonly Pair[];
}

/**
 * Gives admitted applications out. Whoever holds a role in the applicant's association is recused first. Asked again it adds what
 * is missing. Refuses `contest-unknown`, `jury-way`, `jury-none`, `jury-not-review`.
 */
export async function assignJurors(
  ctx: Context<Tx>,
  given: { readonly callId: string; readonly way: string; readonly perApplication: string },
): Promise<Assigned> {
  requirePermission(ctx, "jury.keep");
  const call = await requireCall(ctx, given.callId, "update");
  if (call.state !== "review") refuseContest("jury-not-review");
  const way = ASSIGNMENT_WAYS.find((known) => known === given.way) ?? refuseContest("jury-way");
  const perApplication = /^[1-9]\d?$/.test(given.perApplication)
    ? Number(given.perApplication)
    : refuseContest("jury-way");
  const jurors = (await selectJurors(ctx, call.id)).filter(({ removedAt }) => removedAt === null);
  if (jurors.length === 0) refuseContest("jury-none");
  const applications = (await selectApplications(ctx, call.id))
    .filter(({ state }) => state === "admitted")
    .map(({ id }) => id);
  const { same, hints } = await findConflicts(ctx, call.id, jurors);
  const recused: Pair[] = [];
  for (const pair of same) {
    const isNew = await insertRecusal(ctx, {
      ...pair,
      callId: call.id,
      kind: "found",
      basis: "роль в ТОС, который подал заявку",
    });
    if (isNew) recused.push(pair);
  }
  const barred = await selectRecusals(ctx, call.id);
  const field = {
    applications,
    jurors: jurors.map(({ id }) => id),
    given: await selectAssignments(ctx, call.id),
    barred,
  };
  const pairs = assign({ ...field, way, perApplication });
  await insertAssignments(ctx, call.id, pairs);
  await writeAudit(ctx, {
    action: "jury.keep",
    subject: { kind: "contest-call", id: call.id },
    detail: { way, pairs: pairs.length, recused: recused.length },
  });
  return { pairs, recused, hints };
}

async function findConflicts(
  ctx: Context<Tx>,
  callId: Id,
  jurors: readonly StoredJuror[],
): Promise<{ same: readonly Pair[]; hints: readonly Pair[] }> {
  const names = await loadNames(
    ctx,
    jurors.map(({ personId }) => personId),
  );
  const [same, hints]: [Pair[], Pair[]] = [[], []];
  for (const { applicationId, associationId, personId, team } of await selectApplicants(ctx, callId)) {
    const holders = await listHoldersOf(ctx, "chair", associationId);
    for (const juror of jurors) {
      const pair = { jurorId: juror.id, applicationId };
      const name = names.get(juror.personId) ?? "";
      if (holders.includes(juror.personId) || juror.personId === personId) same.push(pair);
      else if (team.some((member) => shareSurname(member.name, name))) hints.push(pair);
    }
  }
  return { same, hints };
}
