import { requirePermission } from "../../access/index.ts";
import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { FundingSource } from "../../programme/contract.ts";
import { type CommitmentBalance, selectBalances, selectCommitment } from "../balance/store.ts";
import type { Part } from "../contract.ts";
import { listParts, postParts, requireEntry } from "../entry/actions.ts";
import { type Frame, loadFrame, requireActivity, requireYear, sourceOf } from "../entry/actions-frame.ts";
import { type Recorded, recordEntry } from "../entry/actions-record.ts";
import { type Available, askThousandfold, requireFree, requireWithin } from "../entry/limits.ts";
import type { StoredEntry } from "../entry/store-entry.ts";
import { type EntryInput, parseCommitmentBasis, parseEntry, parseMoved, parsePayee, type SumsInput } from "../input.ts";
import { refuseLedger } from "../refusals.ts";
import { sumParts } from "../sums.ts";

export interface CommitmentInput extends EntryInput {
  readonly activityId: string;
  readonly year: string;
  readonly basisKind: string;
  readonly payee: string;
  readonly sums: SumsInput;
  readonly confirmed?: boolean;
}

/**
 * «Бюджетное обязательство»: an agreement or contract reserves part of the limit. Refuses what the form lacks,
 * `ledger-over-appropriation`, and asks back by `ledger-thousandfold`.
 */
export async function commit(ctx: Context<Tx>, input: CommitmentInput): Promise<Recorded> {
  requirePermission(ctx, "ledger.commit");
  const { key, ...own } = parseEntry(input, ctx.today);
  const basisKind = parseCommitmentBasis(input.basisKind);
  const payee = parsePayee(input.payee);
  const parts = parseMoved(input.sums);
  return recordEntry(ctx, { action: "ledger.commit", key, request: { ...input } }, async () => {
    const frame = await loadFrame(ctx);
    const activity = requireActivity(frame, input.activityId);
    const year = requireYear(activity, input.year);
    const free = await loadFree(ctx, frame, { activityId: activity.id, year });
    askThousandfold(parts, free, input.confirmed === true);
    requireFree(parts, free, { year, language: ctx.language });
    const id = newId();
    const postings = postParts(frame, "commitment", { activityId: activity.id, year, parts });
    const named = { id, commitmentId: id, activityId: activity.id, year, basisKind, payee, postings };
    return { ...own, ...named, kind: "commitment", kopecks: sumParts(parts) };
  });
}

async function loadFree(
  ctx: Context<Tx>,
  frame: Frame,
  query: { readonly activityId: Id; readonly year: number },
): Promise<Available> {
  const balances = await selectBalances(ctx, query);
  return new Map(balances.map(({ sourceId, free }) => [sourceOf(frame, sourceId), free]));
}

/** What is reserved and not yet paid of an obligation. */
export async function loadOpen(ctx: Context<Tx>, frame: Frame, commitmentId: Id): Promise<Available> {
  return openOf(frame, await selectCommitment(ctx, commitmentId));
}

export function openOf(frame: Frame, balances: readonly Pick<CommitmentBalance, "sourceId" | "reserved">[]): Available {
  return new Map<FundingSource, Kopecks>(
    balances.map(({ sourceId, reserved }) => [sourceOf(frame, sourceId), reserved]),
  );
}

export interface ReleaseInput extends EntryInput {
  readonly commitmentId: string;
  /** Nothing said: all that is left. */
  readonly sums: SumsInput;
}

/** Gives the rest of an obligation, or a part of it, back to the limit. Refuses `ledger-nothing-open`, `ledger-over-commitment`. */
export async function release(ctx: Context<Tx>, input: ReleaseInput): Promise<Recorded> {
  requirePermission(ctx, "ledger.commit");
  const { key, ...own } = parseEntry(input, ctx.today);
  return recordEntry(ctx, { action: "ledger.release", key, request: { ...input } }, async () => {
    const commitment = await requireEntry(ctx, input.commitmentId, "release");
    if (own.date < commitment.date) refuseLedger("ledger-before", { date: own.date, earlier: commitment.date });
    const frame = await loadFrame(ctx);
    const open = await loadOpen(ctx, frame, commitment.id);
    if (sumParts(listParts(open)) === 0n) refuseLedger("ledger-nothing-open");
    const parts = Object.values(input.sums).some((text) => text?.trim()) ? parseMoved(input.sums) : listParts(open);
    requireWithin(parts, open, { code: "ledger-over-commitment", language: ctx.language });
    return { ...own, ...moveOf(frame, { commitment, kind: "release", parts }) };
  });
}

interface CommitmentMove {
  readonly commitment: StoredEntry;
  readonly kind: "payment" | "performance" | "release" | "lapse";
  readonly parts: readonly Part[];
}

/** An entry that moves money of an obligation, in its activity and year. */
export function moveOf(frame: Frame, { commitment, kind, parts }: CommitmentMove) {
  const { activityId, year, payee, id: commitmentId } = commitment;
  assert(activityId !== null && year !== null, "an obligation has an activity and a year");
  const postings = postParts(frame, kind, { activityId, year, parts });
  const basisKind = commitment.basisKind;
  return { kind, activityId, year, payee, commitmentId, basisKind, kopecks: sumParts(parts), postings };
}

export interface ClosingInput extends EntryInput {
  readonly commitmentId: string;
}

/** At the year's end: what is left of an obligation lapses on 31 December. Refuses `ledger-year-open`, `ledger-nothing-open`. */
export async function lapse(ctx: Context<Tx>, input: ClosingInput): Promise<Recorded> {
  requirePermission(ctx, "ledger.commit");
  const { key, ...own } = parseEntry({ ...input, date: ctx.today }, ctx.today);
  return recordEntry(ctx, { action: "ledger.lapse", key, request: { ...input } }, async () => {
    const commitment = await requireEntry(ctx, input.commitmentId, "lapse");
    const lastDay = requireEnded(ctx, commitment);
    const frame = await loadFrame(ctx);
    const parts = listParts(await loadOpen(ctx, frame, commitment.id));
    if (parts.length === 0) refuseLedger("ledger-nothing-open");
    return { ...own, ...moveOf(frame, { commitment, kind: "lapse", parts }), date: lastDay };
  });
}

function requireEnded(ctx: Context<Tx>, { year }: StoredEntry): string {
  const lastDay = `${year}-12-31`;
  if (ctx.today < lastDay) refuseLedger("ledger-year-open", { year: year ?? 0 });
  return lastDay;
}

/**
 * What is left of an obligation lapses in its year and is reserved under the limit of the next, naming the old one. Both or
 * none. Refuses as `lapse`, `ledger-year-outside`, `ledger-activity-dropped`, `ledger-over-appropriation`.
 */
export async function carryOver(ctx: Context<Tx>, input: ClosingInput): Promise<Recorded> {
  requirePermission(ctx, "ledger.commit");
  const { key, ...own } = parseEntry({ ...input, date: ctx.today }, ctx.today);
  let parts: readonly Part[] = [];
  let old: StoredEntry | undefined;
  await recordEntry(ctx, { action: "ledger.lapse", key: `${key} lapse`, request: { ...input } }, async () => {
    old = await requireEntry(ctx, input.commitmentId, "carry-over");
    const lastDay = requireEnded(ctx, old);
    const frame = await loadFrame(ctx);
    parts = listParts(await loadOpen(ctx, frame, old.id));
    if (parts.length === 0) refuseLedger("ledger-nothing-open");
    return { ...own, ...moveOf(frame, { commitment: old, kind: "lapse", parts }), date: lastDay };
  });
  return recordEntry(ctx, { action: "ledger.carry-over", key, request: { ...input } }, async () => {
    assert(old?.activityId && old.year !== null, "what is carried over has just lapsed");
    const frame = await loadFrame(ctx);
    const activity = requireActivity(frame, old.activityId);
    const year = requireYear(activity, old.year + 1);
    requireFree(parts, await loadFree(ctx, frame, { activityId: activity.id, year }), { year, language: ctx.language });
    const id = newId();
    const postings = postParts(frame, "carry-over", { activityId: activity.id, year, parts });
    const named = { id, commitmentId: id, ofEntryId: old.id, activityId: activity.id, year, postings };
    const { basisKind, payee } = old;
    return { ...own, ...named, kind: "carry-over", basisKind, payee, kopecks: sumParts(parts) };
  });
}
