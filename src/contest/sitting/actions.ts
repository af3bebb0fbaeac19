import { createHash } from "node:crypto";
import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { isDay } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import { parseVersion, requireCall } from "../call/actions.ts";
import { parseTerms } from "../call/input.ts";
import { insertCallMove, openMarks, type StoredCall, updateCallState } from "../call/store.ts";
import { listOpenPairs, listOwed } from "../jury/actions-review.ts";
import { selectJurors } from "../jury/store.ts";
import { refuseContest } from "../refusals.ts";
import { type Calculation, calculate } from "../rules/calculate.ts";
import { type FieldText, fieldShape, votesShape } from "../rules/contract.ts";
import { exportCalculation } from "../rules/replay.ts";
import { gatherField, loadNumbers } from "./actions-field.ts";
import type { AwardView, DecidedOutcome } from "./contract.ts";
import {
  insertCalculation,
  insertSitting,
  type StoredSitting,
  selectPresent,
  selectSittings,
  updateSitting,
} from "./store.ts";
import { insertAwards, selectAgreedSums } from "./store-award.ts";

/**
 * Opens a sitting once every sheet is in and enough jurors are there; after a decided one it is held again on the basis of an
 * appeal. Refuses `contest-unknown`, `sitting-not-review`, `sitting-open`, `sitting-form`, `reviews-missing`, `sitting-quorum`,
 * `contest-reason`.
 */
export async function openSitting(
  ctx: Context<Tx>,
  given: {
    readonly callId: string;
    readonly heldOn: string;
    readonly agenda: string;
    readonly present: readonly string[];
    readonly basis: string;
  },
): Promise<Id> {
  requirePermission(ctx, "sitting.keep");
  const call = await requireCall(ctx, given.callId, "update");
  if (call.state !== "review" && call.state !== "decided") refuseContest("sitting-not-review");
  const sittings = await selectSittings(ctx, call.id);
  if (sittings.some(({ state }) => state === "open")) refuseContest("sitting-open");
  const agenda = given.agenda.trim();
  if (!isDay(given.heldOn) || given.heldOn > ctx.today || agenda === "" || agenda.length > 5_000)
    refuseContest("sitting-form");
  const owed = await listOwed(ctx, call.id, await listOpenPairs(ctx, call.id));
  if (owed.length > 0) refuseContest("reviews-missing", { count: owed.length });
  const present = [...new Set(given.present)];
  await requireQuorum(ctx, call, present);
  const basis = given.basis.trim().slice(0, 1_000) || null;
  if (sittings.length > 0 && basis === null) refuseContest("contest-reason");
  await openMarks(ctx, call.id);
  const own = { callId: call.id, number: sittings.length + 1, heldOn: given.heldOn, agenda };
  const id = await insertSitting(ctx, { ...own, present, basis: sittings.length > 0 ? basis : null });
  await writeAudit(ctx, {
    action: "sitting.keep",
    subject: { kind: "contest-call", id: call.id },
    detail: { sitting: own.number, present: present.length },
    ...(basis && { basis }),
  });
  return id;
}

async function requireQuorum(ctx: Context<Tx>, call: StoredCall, present: readonly string[]): Promise<void> {
  const inOffice = (await selectJurors(ctx, call.id)).filter(({ removedAt }) => removedAt === null);
  if (present.some((id) => !inOffice.some((juror) => juror.id === id))) refuseContest("jury-unknown");
  const { numerator, denominator } = parseTerms(call.terms).quorum;
  const needed = Math.max(1, Math.ceil((inOffice.length * numerator) / denominator));
  if (present.length < needed) refuseContest("sitting-quorum", { present: present.length, needed });
}

async function requireOpen(ctx: Context<Tx>, callId: string): Promise<{ call: StoredCall; sitting: StoredSitting }> {
  requirePermission(ctx, "sitting.keep");
  const call = await requireCall(ctx, callId, "update");
  const sitting =
    (await selectSittings(ctx, call.id)).find(({ state }) => state === "open") ?? refuseContest("sitting-none");
  return { call, sitting };
}

/** What the sitting would decide now, with every term; nothing is saved. Refuses `sitting-none`. */
export async function drawRanking(ctx: Context<Tx>, callId: string): Promise<Calculation> {
  const { call, sitting } = await requireOpen(ctx, callId);
  return calculate(fieldShape.parse(await gatherField(ctx, call, sitting.votes)));
}

/**
 * Records votes on ties: hands for applications, by number, and those that the chair named. No application gets more hands than
 * jurors are present. Refuses `sitting-none`, `sitting-votes`, `contest-changed`.
 */
export async function recordVotes(
  ctx: Context<Tx>,
  given: { readonly callId: string; readonly version: string; readonly votes: unknown },
): Promise<void> {
  const { call, sitting } = await requireOpen(ctx, given.callId);
  const votes = votesShape.safeParse(given.votes);
  if (!votes.success) return refuseContest("sitting-votes");
  const numbers = new Set((await gatherField(ctx, call, sitting.votes)).entrants.map(({ number }) => number));
  const { hands, chair } = votes.data;
  const present = (await selectPresent(ctx, sitting.id)).length;
  const isKnown = [...Object.keys(hands).map(Number), ...chair].every((number) => numbers.has(number));
  if (!isKnown || Object.values(hands).some((count) => count > present)) refuseContest("sitting-votes");
  if (!(await updateSitting(ctx, { id: sitting.id, version: parseVersion(given.version) }, { votes: votes.data })))
    refuseContest("contest-changed");
  await writeAudit(ctx, {
    action: "sitting.keep",
    subject: { kind: "contest-call", id: call.id },
    detail: { votes: JSON.stringify(votes.data) },
  });
}

/**
 * Decides: the calculation is fixed as a file with its hash, awards follow from it alone. A sitting that was held before is
 * superseded and stays as it was; what was agreed on by it is not changed. Refuses `sitting-none`, `sitting-undecided`,
 * `sitting-agreed`, `contest-changed`.
 */
export async function decideSitting(
  ctx: Context<Tx>,
  given: { readonly callId: string; readonly version: string },
): Promise<Calculation> {
  const { call, sitting } = await requireOpen(ctx, given.callId);
  const field = await gatherField(ctx, call, sitting.votes);
  const calculation = calculate(fieldShape.parse(field));
  if (calculation.outcome === "undecided") refuseContest("sitting-undecided", { numbers: listUndecided(calculation) });
  for (const earlier of (await selectSittings(ctx, call.id)).filter(({ state }) => state === "decided"))
    await updateSitting(ctx, earlier, { state: "superseded" });
  const seen = { id: sitting.id, version: parseVersion(given.version) };
  if (!(await updateSitting(ctx, seen, { state: "decided", decided_at: ctx.now }))) refuseContest("contest-changed");
  const hash = await fix(ctx, { call, sitting, field });
  const awards = await nameAwards(ctx, call, calculation);
  await requireAgreed(ctx, call, awards);
  await insertAwards(ctx, { sittingId: sitting.id, callId: call.id }, awards);
  const to = calculation.outcome === "void-none" || calculation.outcome === "void-one" ? "void" : "decided";
  if (!(await updateCallState(ctx, call, to))) refuseContest("contest-changed");
  await insertCallMove(ctx, { callId: call.id, version: call.version + 1, move: "decide", reason: sitting.basis });
  await writeAudit(ctx, {
    action: "sitting.keep",
    subject: { kind: "contest-call", id: call.id },
    detail: { sitting: sitting.number, outcome: calculation.outcome, hash },
    before: { state: call.state },
    after: { state: to },
  });
  await raiseRevision(ctx);
  return calculation;
}

/** An agreement binds to the award of the sitting by which it was concluded: no other sum may take its place. */
async function requireAgreed(ctx: Context<Tx>, call: StoredCall, awards: readonly AwardView[]): Promise<void> {
  const changed = (await selectAgreedSums(ctx, call.id)).filter(({ applicationId, sums }) => {
    const award = awards.find((one) => one.applicationId === applicationId);
    return sayEqual(award?.sums ?? []) !== sayEqual(sums);
  });
  if (changed.length === 0) return;
  const numbers = [...(await loadNumbers(ctx, call))].filter(([, id]) =>
    changed.some(({ applicationId }) => applicationId === id),
  );
  refuseContest("sitting-agreed", { numbers: numbers.map(([number]) => `№ ${number}`).join(", ") });
}

/** Sums by source in one order, without noughts. */
const sayEqual = (sums: AwardView["sums"]): string =>
  sums
    .flatMap(({ source, kopecks }) => (kopecks > 0n ? [`${source} ${kopecks}`] : []))
    .toSorted()
    .join();

function listUndecided({ awards }: Calculation): string {
  return awards.flatMap(({ number, outcome }) => (outcome === "undecided" ? [`№ ${number}`] : [])).join(", ");
}

async function fix(
  ctx: Context<Tx>,
  { call, sitting, field }: { call: StoredCall; sitting: StoredSitting; field: FieldText },
): Promise<string> {
  const file = `${JSON.stringify(exportCalculation(`${call.year}, ${sitting.number}`, field), null, 1)}\n`;
  const hash = createHash("sha256").update(file).digest("hex");
  await insertCalculation(ctx, { sittingId: sitting.id, callId: call.id, file, hash });
  return hash;
}

async function nameAwards(ctx: Context<Tx>, call: StoredCall, { awards }: Calculation): Promise<readonly AwardView[]> {
  const ids = await loadNumbers(ctx, call);
  return awards.flatMap(({ number, place, outcome, kopecks, portions }): AwardView[] => {
    const applicationId = ids.get(number);
    return applicationId ? [{ applicationId, place, outcome: outcome as DecidedOutcome, kopecks, sums: portions }] : [];
  });
}
