import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import type { Id } from "../../kernel/id.ts";
import { isDay } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import { registry } from "../../registry/index.ts";
import { selectApplicants, selectApplications } from "../application/store.ts";
import { requireCall } from "../call/actions.ts";
import { refuseContest } from "../refusals.ts";
import { openSitting } from "./actions.ts";

export interface AppealInput {
  readonly callId: string;
  /** Whose applicant appeals. */
  readonly applicationId: string;
  readonly receivedOn: string;
  /** What it is about: everybody reads it, so it names no people. */
  readonly essence: string;
  readonly heldOn: string;
  readonly agenda: string;
  readonly present: readonly string[];
}

const ESSENCE = 700;

/**
 * «Жалоба»: opens another sitting of a decided call. The earlier decision holds until the new one; jurors against whom the appeal
 * speaks are recused or removed meanwhile, and their marks count no more. Refuses `sitting-not-review`, `appeal-form`, and as
 * `openSitting`.
 */
export async function openAppeal(ctx: Context<Tx>, input: AppealInput): Promise<Id> {
  requirePermission(ctx, "sitting.keep");
  const call = await requireCall(ctx, input.callId);
  if (call.state !== "decided") refuseContest("sitting-not-review");
  const { receivedOn } = input;
  const essence = input.essence.replace(/\s+/g, " ").trim();
  const application = (await selectApplications(ctx, call.id)).find(({ id }) => id === input.applicationId);
  const isWhole = essence !== "" && essence.length <= ESSENCE && isDay(receivedOn) && receivedOn <= ctx.today;
  if (!isWhole || !application || application.number === null) return refuseContest("appeal-form");
  const applicants = await selectApplicants(ctx, call.id);
  const applicant = applicants.find(({ applicationId }) => applicationId === application.id);
  const [association] = await registry.nameAssociations(ctx, applicant ? [applicant.associationId] : []);
  const day = printDay(receivedOn);
  const basis = `жалоба от ${day} по заявке № ${application.number} (${association?.name ?? ""}): ${essence}`;
  const { callId, heldOn, agenda, present } = input;
  return openSitting(ctx, { callId, heldOn, agenda, present, basis });
}
