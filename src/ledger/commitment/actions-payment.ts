import { requirePermission } from "../../access/index.ts";
import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectCommitments } from "../balance/store.ts";
import type { Account, Part } from "../contract.ts";
import { allowNext, listParts, postParts, requireEntry, sumMoved } from "../entry/actions.ts";
import { type Frame, loadFrame, requireActivity } from "../entry/actions-frame.ts";
import { addEntry, type Batch, type NewEntry, openBatch, type Recorded, recordEntry } from "../entry/actions-record.ts";
import { type Available, askThousandfold, requireWithin } from "../entry/limits.ts";
import { type StoredEntry, selectFollowers } from "../entry/store-entry.ts";
import { type EntryInput, parseEntry, parseMoved, type SumsInput } from "../input.ts";
import { selectByIds } from "../journal/store.ts";
import { refuseLedger } from "../refusals.ts";
import { parseRoubles, splitAs, sumParts } from "../sums.ts";
import { loadOpen, moveOf, openOf } from "./actions.ts";

export interface PaymentInput extends EntryInput {
  readonly commitmentId: string;
  readonly sums: SumsInput;
  readonly confirmed?: boolean;
}

/**
 * «Кассовый расход»: the treasury paid all or part of an obligation on `date`, the day of its mark. Refuses what the form
 * lacks, `ledger-other-year`, `ledger-before`, `ledger-activity-dropped`, `ledger-over-commitment`, and asks back by
 * `ledger-thousandfold`.
 */
export async function pay(ctx: Context<Tx>, input: PaymentInput): Promise<Recorded> {
  requirePermission(ctx, "ledger.pay");
  const { key } = parseEntry(input, ctx.today);
  return recordEntry(ctx, { action: "ledger.pay", key, request: { ...input } }, async () => {
    const commitment = await requireEntry(ctx, input.commitmentId, "payment");
    const frame = await loadFrame(ctx);
    return decidePayment(ctx, input, { frame, commitment, open: await loadOpen(ctx, frame, commitment.id) });
  });
}

/** Payments of one transaction, with the obligations that they may be of and what each has left as they go. */
export interface PaymentBatch extends Batch {
  readonly commitments: ReadonlyMap<Id, StoredEntry>;
  readonly open: Map<Id, Available>;
}

/** Locks the ledger and reads at once all that the payments will be decided by. Refuses `ledger-clock-behind`. */
export async function openPayments(
  ctx: Context<Tx>,
  { keys, commitmentIds }: { readonly keys: readonly string[]; readonly commitmentIds: readonly string[] },
): Promise<PaymentBatch> {
  const batch = await openBatch(ctx, keys);
  const ids = [...new Set(commitmentIds.filter(isId))];
  const commitments = new Map((await selectByIds(ctx, ids)).map((entry) => [entry.id, entry]));
  const left = Map.groupBy(await selectCommitments(ctx, ids), ({ commitmentId }) => commitmentId);
  const open = new Map([...left].map(([id, rows]) => [id, openOf(batch.frame, rows)]));
  return { ...batch, commitments, open };
}

/** The same as `pay`, as one of a batch; whether it is a new one. */
export function payWithin(ctx: Context<Tx>, batch: PaymentBatch, input: PaymentInput): boolean {
  requirePermission(ctx, "ledger.pay");
  const { key } = parseEntry(input, ctx.today);
  const { frame, commitments } = batch;
  const id = input.commitmentId.toLowerCase();
  const open = batch.open.get(id) ?? new Map();
  const isNew = addEntry({ action: "ledger.pay", key, request: { ...input }, batch }, () =>
    decidePayment(ctx, input, { frame, commitment: allowNext(commitments.get(id), "payment"), open }),
  );
  if (isNew) batch.open.set(id, lessen(open, parseMoved(input.sums)));
  return isNew;
}

function lessen(open: Available, parts: readonly Part[]): Available {
  return new Map([
    ...open,
    ...parts.map(({ source, kopecks }) => [source, (open.get(source) ?? 0n) - kopecks] as const),
  ]);
}

interface Payable {
  readonly frame: Frame;
  readonly commitment: StoredEntry;
  /** What is left of it. */
  readonly open: Available;
}

function decidePayment(ctx: Context<Tx>, input: PaymentInput, { frame, commitment, open }: Payable): NewEntry {
  const { key: _key, ...own } = parseEntry(input, ctx.today);
  const parts = parseMoved(input.sums);
  const { date } = own;
  if (date < commitment.date) refuseLedger("ledger-before", { date, earlier: commitment.date });
  if (Number(date.slice(0, 4)) !== commitment.year) {
    refuseLedger("ledger-other-year", { date, year: commitment.year ?? 0 });
  }
  requireActivity(frame, commitment.activityId ?? "");
  askThousandfold(parts, open, input.confirmed === true);
  requireWithin(parts, open, { code: "ledger-over-commitment", language: ctx.language });
  return { ...own, ...moveOf(frame, { commitment, kind: "payment", parts }), basisKind: "payment-order" };
}

export interface RefundInput extends EntryInput {
  readonly paymentId: string;
  /** The whole sum, split between the sources as the payment was; or, where it is nothing, `sums`. */
  readonly total: string;
  readonly sums: SumsInput;
}

/**
 * «Возврат»: money of a payment came back. In the payment's year it restores the limit; later it does not, and waits to be
 * returned to its source. Refuses what the form lacks, `ledger-before`, `ledger-over-payment`.
 */
export async function refund(ctx: Context<Tx>, input: RefundInput): Promise<Recorded> {
  requirePermission(ctx, "ledger.pay");
  const { key, ...own } = parseEntry(input, ctx.today);
  return recordEntry(ctx, { action: "ledger.refund", key, request: { ...input } }, async () => {
    const payment = await requireEntry(ctx, input.paymentId, "refund");
    const { date } = own;
    if (date < payment.date) refuseLedger("ledger-before", { date, earlier: payment.date });
    const frame = await loadFrame(ctx);
    const paid = await sumMoved(ctx, frame, { entries: [payment.id], accounts: ["paid"] });
    const parts = chooseParts(input, listParts(paid));
    const left = await loadLeft(ctx, frame, { entry: payment, all: paid, accounts: ["refunded", "refunded-late"] });
    requireWithin(parts, left, { code: "ledger-over-payment", language: ctx.language });
    const year = Number(date.slice(0, 4));
    const kind = year === payment.year ? "refund" : "late-refund";
    const { activityId, commitmentId, payee } = payment;
    assert(activityId, "a payment has an activity");
    const postings = postParts(frame, kind, { activityId, year, parts });
    const named = { activityId, commitmentId, payee, year, ofEntryId: payment.id, postings };
    return { ...own, ...named, kind, basisKind: "payment-order", kopecks: sumParts(parts) };
  });
}

function chooseParts({ total, sums }: Pick<RefundInput, "total" | "sums">, paid: readonly Part[]): readonly Part[] {
  const whole = parseRoubles(total);
  if (whole === null) return parseMoved(sums);
  if (whole === 0n) refuseLedger("ledger-sum-missing");
  return splitAs(whole, paid).filter(({ kopecks }) => kopecks > 0n);
}

interface LeftQuery {
  readonly entry: StoredEntry;
  readonly all: Available;
  /** Accounts that entries after this one run down. */
  readonly accounts: readonly Account[];
}

/** What entries that follow have left of it. */
async function loadLeft(ctx: Context<Tx>, frame: Frame, { entry, all, accounts }: LeftQuery): Promise<Available> {
  const followers = (await selectFollowers(ctx, entry.id)).map(({ id }) => id);
  const gone = await sumMoved(ctx, frame, { entries: followers, accounts });
  return new Map([...all].map(([source, kopecks]) => [source, kopecks + (gone.get(source) ?? 0n)]));
}

export interface ReturnInput extends EntryInput {
  readonly refundId: string;
  /** Nothing said: all that waits. */
  readonly sums: SumsInput;
}

/** A refund of an earlier year goes back to its source. Refuses `ledger-before`, `ledger-over-refund`. */
export async function giveBack(ctx: Context<Tx>, input: ReturnInput): Promise<Recorded> {
  requirePermission(ctx, "ledger.pay");
  const { key, ...own } = parseEntry(input, ctx.today);
  return recordEntry(ctx, { action: "ledger.return", key, request: { ...input } }, async () => {
    const late = await requireEntry(ctx, input.refundId, "return");
    if (own.date < late.date) refuseLedger("ledger-before", { date: own.date, earlier: late.date });
    const frame = await loadFrame(ctx);
    const all = await sumMoved(ctx, frame, { entries: [late.id], accounts: ["to-return"] });
    const left = await loadLeft(ctx, frame, { entry: late, all, accounts: ["to-return"] });
    const parts = Object.values(input.sums).some((text) => text?.trim()) ? parseMoved(input.sums) : listParts(left);
    if (parts.length === 0) refuseLedger("ledger-sum-missing");
    requireWithin(parts, left, { code: "ledger-over-refund", language: ctx.language });
    const { activityId, year, payee } = late;
    assert(activityId && year !== null, "a refund has an activity and a year");
    const postings = postParts(frame, "return", { activityId, year, parts });
    const named = { activityId, year, payee, ofEntryId: late.id, postings };
    return { ...own, ...named, kind: "return", basisKind: "payment-order", kopecks: sumParts(parts) };
  });
}
