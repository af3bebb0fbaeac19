import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import { isDay } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type GrantParts, requireGrant } from "../agreement/actions.ts";
import { type GrantView, REFUND_GROUNDS, type RefundView } from "../agreement/contract.ts";
import { lockAgreement } from "../agreement/store.ts";
import { readRoubles } from "../application/content.ts";
import { parseVersion } from "../call/actions.ts";
import { refuseContest } from "../refusals.ts";
import { insertRefund, selectRefunds, settleRefundRow } from "./store.ts";

const taskOf = (id: Id) => ({ kind: "contest-refund", id, purpose: "refund" });

/**
 * Demands money back: the rest that was not spent, or what was misused. All demands together never exceed the grant. Refuses
 * `grant-unknown`, `agreement-missing`, `refund-form`, `refund-over`, `contest-reason`.
 */
export async function demandRefund(
  ctx: Context<Tx>,
  desk: GrantParts["desk"],
  given: {
    readonly id: string;
    readonly ground: string;
    /** Roubles as typed. */
    readonly sum: string;
    readonly dueOn: string;
    readonly reason: string;
  },
): Promise<Id> {
  requirePermission(ctx, "usage.accept");
  const { view, agreement } = await requireGrant(ctx, given.id);
  if (!agreement) return refuseContest("agreement-missing");
  const ground = REFUND_GROUNDS.find((known) => known === given.ground) ?? refuseContest("refund-form");
  const kopecks = readRoubles(given.sum) ?? refuseContest("refund-form");
  if (kopecks === 0n || !isDay(given.dueOn) || given.dueOn < ctx.today) refuseContest("refund-form");
  const reason = given.reason.trim().slice(0, 2_000);
  if (reason === "") refuseContest("contest-reason");
  await lockAgreement(ctx, view.applicationId);
  const before = await selectRefunds(ctx, view.applicationId);
  const demanded = before
    .filter(({ settled }) => settled?.as !== "withdrawn")
    .reduce((all, refund) => all + refund.kopecks, 0n);
  if (demanded + kopecks > view.kopecks) refuseContest("refund-over");
  return openRefund(ctx, desk, view, { ground, reason, kopecks, dueOn: given.dueOn });
}

type Demand = Pick<RefundView, "ground" | "reason" | "kopecks" | "dueOn">;

/** Records a demand and gives the chair its task; whose right it is the caller asked. */
export async function openRefund(
  ctx: Context<Tx>,
  desk: GrantParts["desk"],
  view: Pick<GrantView, "applicationId" | "title" | "associationId">,
  { ground, reason, kopecks, dueOn }: Demand,
): Promise<Id> {
  const id = await insertRefund(ctx, view.applicationId, { ground, reason, kopecks, dueOn });
  await desk.openTask(ctx, {
    ...taskOf(id),
    href: `/desk/grants/${view.applicationId}`,
    title: `Возврат гранта: «${view.title}»`.slice(0, 200),
    role: "chair",
    roleSubjectId: view.associationId,
    dueDate: dueOn,
  });
  await writeAudit(ctx, {
    action: ground === "ended" ? "agreement.keep" : "usage.accept",
    subject: { kind: "contest-refund", id },
    basis: reason,
    after: { ground, kopecks: String(kopecks), dueOn },
  });
  return id;
}

/**
 * Settles a demand: it came back by a document (the entry itself is the ledger's), or it is withdrawn. Refuses `grant-unknown`,
 * `refund-unknown`, `refund-form`, `contest-reason`, `contest-changed`.
 */
export async function settleRefund(
  ctx: Context<Tx>,
  desk: GrantParts["desk"],
  given: {
    readonly id: string;
    readonly refundId: string;
    readonly version: string;
    readonly as: string;
    readonly on: string;
    readonly basis: string;
  },
): Promise<void> {
  requirePermission(ctx, "usage.accept");
  const { view } = await requireGrant(ctx, given.id);
  const refund = (await selectRefunds(ctx, view.applicationId)).find(({ id }) => id === given.refundId);
  if (!refund || refund.settled) return refuseContest("refund-unknown");
  const as = (["returned", "withdrawn"] as const).find((known) => known === given.as) ?? refuseContest("refund-form");
  if (!isDay(given.on) || given.on > ctx.today || given.on < refund.demandedOn) refuseContest("refund-form");
  const basis = given.basis.trim().slice(0, 1_000);
  if (basis === "") refuseContest("contest-reason");
  const settled = { on: given.on, as, basis };
  if (!(await settleRefundRow(ctx, { id: refund.id, version: parseVersion(given.version) }, settled)))
    refuseContest("contest-changed");
  await desk.settleTask(ctx, { ...taskOf(refund.id), as: as === "returned" ? "accept" : "cancel", reason: basis });
  await writeAudit(ctx, {
    action: "usage.accept",
    subject: { kind: "contest-refund", id: refund.id },
    basis,
    after: { settled: as, on: given.on },
  });
}
