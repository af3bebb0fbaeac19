import { requirePermission, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import type { Id } from "../../kernel/id.ts";
import { isDay } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import { registry } from "../../registry/index.ts";
import { APPLICATION_MOVES, canMoveApplication } from "../application/contract.ts";
import { selectApplications, updateState } from "../application/store.ts";
import { insertMove } from "../application/store-kept.ts";
import { parseVersion, requireCall } from "../call/actions.ts";
import { refuseContest } from "../refusals.ts";
import { openSitting } from "../sitting/actions.ts";
import { type AppealParts, fileAppeal, requireAppealed, saveAnswer } from "./actions.ts";
import { type StoredAppeal, selectAppeals } from "./store.ts";

export interface AppealInput {
  readonly callId: string;
  /** Whose applicant appeals. */
  readonly applicationId: string;
  /** Of one that was not entered before. */
  readonly receivedOn: string;
  /** What it is about: everybody reads it, so it names no people. */
  readonly essence: string;
  readonly heldOn: string;
  readonly agenda: string;
  readonly present: readonly string[];
}

const ESSENCE = 700;

/**
 * Upholds an appeal by another sitting of a decided call; one that came on paper and was not entered before is entered with it.
 * The earlier decision holds until the new one; jurors against whom the appeal speaks are recused or removed meanwhile, and their
 * marks count no more. Refuses `sitting-not-review`, `appeal-form`, and as `fileAppeal` and `openSitting`.
 */
export async function openAppeal(ctx: Context<Tx>, parts: AppealParts, input: AppealInput): Promise<Id> {
  requirePermission(ctx, "sitting.keep");
  const call = await requireCall(ctx, input.callId);
  if (call.state !== "decided") refuseContest("sitting-not-review");
  const essence = input.essence.replace(/\s+/g, " ").trim();
  const application = (await selectApplications(ctx, call.id)).find(({ id }) => id === input.applicationId);
  const known = application && (await findFiled(ctx, application.id));
  const receivedOn = known?.receivedOn ?? input.receivedOn;
  const isWhole = essence !== "" && essence.length <= ESSENCE && isDay(receivedOn) && receivedOn <= ctx.today;
  if (!isWhole || !application || application.number === null) return refuseContest("appeal-form");
  const appealed = await requireAppealed(ctx, application.id);
  if (!known) {
    const paper = { applicationId: application.id, way: "paper" as const, receivedOn, essence };
    await fileAppeal(ctx, parts, { ...paper, file: { name: "", bytes: new Uint8Array() } });
  }
  const appeal = known ?? (await findFiled(ctx, application.id)) ?? refuseContest("appeal-unknown");
  const [association] = await registry.nameAssociations(ctx, [appealed.applicant.associationId]);
  const day = printDay(receivedOn);
  const basis = `жалоба от ${day} по заявке № ${application.number} (${association?.name ?? ""}): ${essence}`;
  const { callId, heldOn, agenda, present } = input;
  const sittingId = await openSitting(ctx, { callId, heldOn, agenda, present, basis });
  await saveAnswer(ctx, parts, appealed, { appeal, state: "upheld", answer: essence, sittingId });
  return sittingId;
}

async function findFiled(ctx: Context<Tx>, applicationId: Id): Promise<StoredAppeal | undefined> {
  return (await selectAppeals(ctx, applicationId)).find(({ state }) => state === "filed");
}

/**
 * Upholds an appeal against a refusal of admission: the application waits for its check again. Refuses `appeal-unknown`,
 * `admission-over` once admission is, `application-move`, `contest-reason`, `contest-changed`, `application-changed`.
 */
export async function upholdRefused(
  ctx: Context<Tx>,
  parts: AppealParts,
  given: { readonly applicationId: string; readonly version: string; readonly answer: string },
): Promise<void> {
  requirePermission(ctx, "sitting.keep");
  const appealed = await requireAppealed(ctx, given.applicationId);
  const { application, call } = appealed;
  const appeal = (await findFiled(ctx, application.id)) ?? refuseContest("appeal-unknown");
  const answer = given.answer.trim();
  if (answer === "") refuseContest("contest-reason");
  if (!canMoveApplication("readmit", application.state)) refuseContest("application-move");
  if (call.state !== "announced") refuseContest("admission-over");
  const { to } = APPLICATION_MOVES.readmit;
  if (!(await updateState(ctx, application, { state: to }))) refuseContest("application-changed");
  await insertMove(ctx, application, { version: application.version + 1, move: "readmit", reason: answer });
  await writeAudit(ctx, {
    action: "sitting.keep",
    subject: { kind: "contest-application", id: application.id },
    detail: { move: "readmit" },
    before: { state: application.state },
    after: { state: to },
  });
  const seen = { ...appeal, version: parseVersion(given.version) };
  await saveAnswer(ctx, parts, appealed, { appeal: seen, state: "upheld", answer, sittingId: null });
}
