import type { Context } from "../kernel/context.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Files } from "../platform/files.ts";
import type { ApprovedEdition } from "../programme/index.ts";
import { type AppropriationInput, appropriate, listLedgerUses, restateAllocations } from "./appropriation/actions.ts";
import type { Deadlines } from "./appropriation/actions-deadlines.ts";
import { moveMoney } from "./appropriation/actions-move.ts";
import { amendAgreement, endAgreement, signAgreement } from "./cofinancing/actions-agreement.ts";
import { getAgreement, getCofinancing, listAgreementChoices, listAgreements } from "./cofinancing/actions-read.ts";
import { giveRestBack, receive, reverseTransfer } from "./cofinancing/actions-transfer.ts";
import { carryOver, commit, lapse, release } from "./commitment/actions.ts";
import { giveBack, type PaymentInput, pay, refund } from "./commitment/actions-payment.ts";
import { perform } from "./commitment/actions-performance.ts";
import { getEntry } from "./entry/actions-chain.ts";
import { type ReversalInput, reverse } from "./entry/actions-reversal.ts";
import {
  exportJournal,
  getBalance,
  getPublicBalance,
  getRegister,
  listJournal,
  listLedgerChoices,
} from "./journal/actions.ts";
import { reconcile } from "./plan/actions.ts";
import { chooseAlignmentDay, loadAlignmentDay } from "./plan/actions-day.ts";
import { getReport, writeReport } from "./region-report/actions.ts";
import { chooseAgreement } from "./region-report/actions-choose.ts";
import {
  approveRequest,
  askPayment,
  changeRequest,
  moveRequest,
  payRequest,
  type RequestMoveInput,
  type RequestPaymentInput,
} from "./request/actions.ts";
import { endRequest } from "./request/actions-end.ts";
import { exportRequests, getRequest, listRequestChoices, listRequests } from "./request/actions-read.ts";
import { settleEntry, settleRequests } from "./request/actions-settle.ts";
import type { RequestInput } from "./request/input.ts";
import { openStatement } from "./statement/actions.ts";
import { type AcceptedRow, acceptStatement } from "./statement/actions-accept.ts";
import { nameColumns, needsColumns, openColumns } from "./statement/actions-columns.ts";
import { listStatements, readStatement, requireTaker, takeStatement } from "./statement/actions-take.ts";

export { ledgerSource } from "./actions-personal.ts";
export type { AppropriationInput } from "./appropriation/actions.ts";
export { loadSpending, type Spending, type SpendingLine } from "./balance/actions-spending.ts";
export { listMoneyRecords } from "./balance/store-actual.ts";
export type { AgreementInput, AmendmentInput } from "./cofinancing/actions-agreement.ts";
export { findAgreementSubject } from "./cofinancing/actions-subject.ts";
export { type CofinancingRefusalCode, cofinancingRefusals } from "./cofinancing/refusals.ts";
export { type CofinancingCheck, recountCofinancing } from "./cofinancing/store-recount.ts";
export type { CommitmentInput } from "./commitment/actions.ts";
export type { PaymentInput, RefundInput } from "./commitment/actions-payment.ts";
export type { Recorded } from "./entry/actions-record.ts";
export { findEntrySubject } from "./entry/actions-subject.ts";
export { type RecountCheck, type RecountReport, recountLedger } from "./recount/store.ts";
export { type LedgerRefusalCode, ledgerRefusals } from "./refusals.ts";
export { findRequestSubject } from "./request/actions-subject.ts";
export { type RequestRefusalCode, requestRefusals } from "./request/refusals.ts";
export { type RequestCheck, recountRequests } from "./request/store-recount.ts";
export type { AcceptedRow } from "./statement/actions-accept.ts";

/** What the slice needs from the composition root. */
interface LedgerParts {
  readonly files: Files;
  readonly deadlines: Deadlines;
}

/** The doors of the slice, bound to the files of statements and to the desk's tasks. */
export function openLedger({ files, deadlines }: LedgerParts) {
  return {
    restateAllocations: (ctx: Context<Tx>, edition: ApprovedEdition) => restateAllocations(ctx, deadlines, edition),
    listLedgerUses,
    appropriate: (ctx: Context<Tx>, input: AppropriationInput) => appropriate(ctx, deadlines, input),
    commit,
    release,
    lapse,
    carryOver,
    pay: async (ctx: Context<Tx>, input: PaymentInput) => {
      const recorded = await pay(ctx, input);
      await settleEntry(ctx, deadlines, recorded.id);
      return recorded;
    },
    perform,
    refund,
    giveBack,
    reverse: async (ctx: Context<Tx>, input: ReversalInput) => {
      const recorded = await reverse(ctx, deadlines, input);
      await settleEntry(ctx, deadlines, recorded.id);
      return recorded;
    },
    moveMoney,
    reconcile,
    loadAlignmentDay,
    chooseAlignmentDay,
    getBalance,
    getPublicBalance,
    listJournal,
    exportJournal,
    getEntry,
    getRegister,
    listLedgerChoices,
    signAgreement,
    amendAgreement,
    endAgreement,
    receive,
    giveRestBack,
    reverseTransfer,
    listAgreements,
    listAgreementChoices,
    getAgreement,
    getCofinancing,
    chooseAgreement,
    getReport,
    writeReport,
    listStatements,
    requireTaker,
    readStatement: (given: { name: string; bytes: Uint8Array }) => readStatement(files, given),
    takeStatement,
    openStatement: (ctx: Context<Tx>, hash: string) => openStatement(ctx, files, hash),
    needsColumns: (ctx: Context<Tx>, hash: string) => needsColumns(ctx, files, hash),
    openColumns: (ctx: Context<Tx>, hash: string) => openColumns(ctx, files, hash),
    nameColumns: (ctx: Context<Tx>, given: { hash: string; roles: readonly string[] }) =>
      nameColumns(ctx, files, given),
    acceptStatement: async (ctx: Context<Tx>, given: { hash: string; accepted: readonly AcceptedRow[] }) => {
      const count = await acceptStatement(ctx, files, given);
      const commitments = new Set(given.accepted.map(({ commitmentId }) => commitmentId));
      for (const commitmentId of commitments) await settleRequests(ctx, deadlines, commitmentId);
      return count;
    },
    askPayment: (ctx: Context<Tx>, input: RequestInput) => askPayment(ctx, deadlines, input),
    changeRequest: (ctx: Context<Tx>, input: RequestInput & RequestMoveInput) => changeRequest(ctx, deadlines, input),
    approveRequest: (ctx: Context<Tx>, input: RequestMoveInput) => approveRequest(ctx, deadlines, input),
    moveRequest: (ctx: Context<Tx>, input: RequestMoveInput & { readonly move: "return" | "withdraw" | "cancel" }) =>
      moveRequest(ctx, deadlines, input),
    endRequest: (ctx: Context<Tx>, given: Parameters<typeof endRequest>[2]) => endRequest(ctx, deadlines, given),
    payRequest: (ctx: Context<Tx>, input: RequestPaymentInput) => payRequest(ctx, deadlines, input),
    listRequests,
    exportRequests,
    listRequestChoices,
    getRequest,
  };
}

export type LedgerDoor = ReturnType<typeof openLedger>;
