import { requirePermission, writeAudit } from "../../access/index.ts";
import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId, newId } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import { loadFrame, sourceOf } from "../entry/actions-frame.ts";
import { askThousandfold } from "../entry/limits.ts";
import { lockLedger } from "../entry/store.ts";
import { cleanText, type EntryInput, parseEntry } from "../input.ts";
import { refuseLedger } from "../refusals.ts";
import { parseRoubles, sayRoubles } from "../sums.ts";
import { requireAgreement } from "./actions-agreement.ts";
import { digestOf, isRepeated } from "./actions-once.ts";
import type { YearTerms } from "./contract.ts";
import { refuseCofinancing } from "./refusals.ts";
import type { StoredAgreement } from "./store.ts";
import { findHolding, findTransfer, findTransferByKey, insertTransfer, type TransferDraft } from "./store-transfer.ts";

export interface TransferInput extends EntryInput {
  readonly agreementId: string;
  readonly year: string;
  readonly sum: string;
  readonly confirmed?: boolean;
}

/**
 * «Поступление»: money of the agreement came into the budget. More than the agreement grants is a fact too, and a finding.
 * Refuses what the form lacks, `cofinancing-year-unknown`, `cofinancing-before`, `cofinancing-ended`, and asks back by `ledger-thousandfold`.
 */
export async function receive(ctx: Context<Tx>, input: TransferInput): Promise<Id> {
  return recordTransfer(ctx, input, async ({ agreement, terms, date, kopecks }) => {
    if (agreement.endedOn !== null && date > agreement.endedOn) refuseCofinancing("cofinancing-ended");
    const source = sourceOf(await loadFrame(ctx), agreement.sourceId);
    askThousandfold([{ source, kopecks }], new Map([[source, terms.kopecks]]), input.confirmed === true);
    return "receipt";
  });
}

/** «Возврат остатка»: money of a year went back to the region. Refuses as `receive`, `transfer-over-received`. */
export async function giveRestBack(ctx: Context<Tx>, input: TransferInput): Promise<Id> {
  return recordTransfer(ctx, input, async ({ agreement, terms, kopecks }) => {
    const { received, returned } = await findHolding(ctx, { agreementId: agreement.id, year: terms.year });
    const held = received - returned;
    if (kopecks > held) {
      refuseCofinancing("transfer-over-received", { held: sayRoubles(held), sum: sayRoubles(kopecks) });
    }
    return "return";
  });
}

interface Asked {
  readonly agreement: StoredAgreement;
  readonly terms: YearTerms;
  readonly date: string;
  readonly kopecks: Kopecks;
}

async function recordTransfer(
  ctx: Context<Tx>,
  input: TransferInput,
  decide: (asked: Asked) => Promise<"receipt" | "return">,
): Promise<Id> {
  requirePermission(ctx, "cofinancing.receive");
  const { key, ...own } = parseEntry(input, ctx.today);
  const kopecks = parseRoubles(input.sum);
  if (kopecks === null || kopecks === 0n) return refuseLedger("ledger-sum-missing");
  return once(ctx, { key, request: input }, async (digest) => {
    const agreement = await requireAgreement(ctx, input.agreementId);
    const terms = agreement.versions[0]?.years.find(({ year }) => String(year) === input.year);
    if (!terms) return refuseCofinancing("cofinancing-year-unknown", { year: input.year });
    const { date } = own;
    if (date < agreement.date) refuseCofinancing("cofinancing-before", { date, earlier: agreement.date });
    const kind = await decide({ agreement, terms, date, kopecks });
    const place = { id: newId(), agreementId: agreement.id, year: terms.year };
    return { ...place, ...own, kind, kopecks, ofTransferId: null, key, digest };
  });
}

export type TransferReversalInput = Omit<EntryInput, "date"> & { readonly transferId: string };

/**
 * Takes a receipt or a return back; both stay. Refuses `ledger-reason-missing`, `transfer-unknown`, `transfer-reversed`,
 * `transfer-reversal-of-reversal`, and `transfer-in-use` where the receipt's money was returned.
 */
export async function reverseTransfer(ctx: Context<Tx>, input: TransferReversalInput): Promise<Id> {
  requirePermission(ctx, "cofinancing.receive");
  if (cleanText(input.note ?? "") === "") refuseLedger("ledger-reason-missing");
  const { key, basis, note } = parseEntry({ ...input, date: ctx.today }, ctx.today);
  return once(ctx, { key, request: input }, async (digest) => {
    const found = isId(input.transferId) ? await findTransfer(ctx, input.transferId) : undefined;
    if (!found) return refuseCofinancing("transfer-unknown");
    if (found.kind === "reversal") refuseCofinancing("transfer-reversal-of-reversal");
    if (found.isReversed) refuseCofinancing("transfer-reversed");
    const { agreementId, year, date, kopecks } = found;
    const { received, returned } = await findHolding(ctx, { agreementId, year });
    if (found.kind === "receipt" && received - kopecks < returned) refuseCofinancing("transfer-in-use");
    const own = { id: newId(), agreementId, year, date, basis, note, key, digest };
    return { ...own, kind: "reversal", kopecks: -kopecks, ofTransferId: found.id };
  });
}

async function once(
  ctx: Context<Tx>,
  { key, request }: { readonly key: string; readonly request: object },
  decide: (digest: string) => Promise<TransferDraft>,
): Promise<Id> {
  await lockLedger(ctx);
  const digest = digestOf("cofinancing.transfer", request);
  const made = await findTransferByKey(ctx, key);
  if (made && isRepeated(made, digest, String(made.number))) return made.id;
  const draft = await decide(digest);
  assert(draft.key === key, "a transfer bears its command's key");
  const number = await insertTransfer(ctx, draft);
  const { kind, date, year, kopecks } = draft;
  await writeAudit(ctx, {
    action: `cofinancing.${kind}`,
    subject: { kind: "cofinancing-agreement", id: draft.agreementId },
    basis: draft.basis,
    detail: { number, date, year, kopecks: String(kopecks), ...(draft.note && { note: draft.note }) },
  });
  return draft.id;
}
