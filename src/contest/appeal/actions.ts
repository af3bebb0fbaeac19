import { loadMunicipality, requirePermission, writeAudit } from "../../access/index.ts";
import type { DeskDoor } from "../../desk/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import { addDays, isDay, toLocal } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { FindRoot } from "../admission/actions.ts";
import { ownersOf } from "../application/actions.ts";
import { getApplication } from "../application/actions-read.ts";
import {
  findApplication,
  type StoredApplicant,
  type StoredApplication,
  selectApplicants,
} from "../application/store.ts";
import { selectMoves } from "../application/store-kept.ts";
import { parseVersion, requireCall } from "../call/actions.ts";
import { parseTerms } from "../call/input.ts";
import type { StoredCall } from "../call/store.ts";
import { refuseContest } from "../refusals.ts";
import { selectSittings } from "../sitting/store.ts";
import { tellOfAppeal } from "./actions-tell.ts";
import { APPEAL_LONGEST, type AppealsView } from "./contract.ts";
import { answerRow, insertAppeal, type StoredAppeal, selectAppeals } from "./store.ts";

export interface AppealParts {
  readonly desk: Pick<DeskDoor, "keepFile" | "openTask" | "settleTask">;
  readonly findRoot: FindRoot;
}

const FILE_BYTES = 25 * 1024 * 1024;

interface Appealed {
  readonly application: StoredApplication;
  readonly applicant: StoredApplicant;
  readonly call: StoredCall;
}

/** An application with who applied. Refuses `application-unknown` also of what the wall hides. */
export async function requireAppealed(ctx: Context<Tx>, id: string): Promise<Appealed> {
  const application = (isId(id) ? await findApplication(ctx, id) : undefined) ?? refuseContest("application-unknown");
  const applicants = await selectApplicants(ctx, application.callId);
  const applicant =
    applicants.find(({ applicationId }) => applicationId === application.id) ?? refuseContest("application-unknown");
  return { application, applicant, call: await requireCall(ctx, application.callId) };
}

/**
 * Files an appeal: by the applicant on the page, or by the clerk from paper with its day. Refuses `application-unknown`,
 * `not-permitted`, `appeal-nothing`, `appeal-late`, `appeal-text`, `appeal-file`, `appeal-open`.
 */
export async function fileAppeal(
  ctx: Context<Tx>,
  parts: AppealParts,
  given: {
    readonly applicationId: string;
    readonly way: "page" | "paper";
    /** Of paper: the day on which it came in. */
    readonly receivedOn: string;
    readonly essence: string;
    readonly file: { readonly name: string; readonly bytes: Uint8Array };
  },
): Promise<Id> {
  const appealed = await requireAppealed(ctx, given.applicationId);
  const { application, applicant, call } = appealed;
  if (given.way === "page") requirePermission(ctx, "application.write", await ownersOf(ctx, applicant));
  else requirePermission(ctx, "sitting.keep");
  const receivedOn = given.way === "page" ? ctx.today : given.receivedOn;
  const essence = given.essence.trim();
  if (essence === "" || essence.length > APPEAL_LONGEST || !isDay(receivedOn) || receivedOn > ctx.today)
    refuseContest("appeal-text");
  const { isOpen, until, answerDays } = await readTerm(ctx, appealed);
  if (!isOpen) refuseContest("appeal-nothing");
  if (until !== null && receivedOn > until) refuseContest("appeal-late", { until });
  if (given.file.bytes.length > FILE_BYTES) refuseContest("appeal-file", { limit: FILE_BYTES / 1024 / 1024 });
  const kept = given.file.bytes.length > 0 ? await parts.desk.keepFile(given.file) : null;
  const file = kept && { name: kept.name, hash: kept.hash };
  const answerBy = addDays(receivedOn, answerDays);
  const own = { callId: call.id, applicationId: application.id, way: given.way };
  const id = (await insertAppeal(ctx, { ...own, receivedOn, essence, file, answerBy })) ?? refuseContest("appeal-open");
  await writeAudit(ctx, {
    action: given.way === "page" ? "application.write" : "sitting.keep",
    subject: { kind: "contest-appeal", id },
    after: { application: application.id, way: given.way, receivedOn, answerBy, file: file?.hash ?? null },
  });
  await parts.desk.openTask(ctx, {
    ...taskOf(id),
    href: `/contests/applications/${application.id}#appeals`,
    title: `Ответить на жалобу по заявке № ${application.number} на конкурс`,
    role: "operator",
    dueDate: answerBy,
    remindDays: 7,
  });
  await tellOfAppeal(ctx, parts.findRoot, {
    application,
    applicant,
    appealId: id,
    as: "received",
    values: { until: answerBy },
  });
  return id;
}

const taskOf = (id: Id) => ({ kind: "contest-appeal", id, purpose: "answer" });

/** What can be appealed against, and until when, by the call's regulations. */
async function readTerm(ctx: Context<Tx>, { application, call }: Appealed): Promise<Omit<AppealsView, "appeals">> {
  const { withinDays, answerDays } = parseTerms(call.terms).appeals;
  const { timeZone } = await loadMunicipality(ctx);
  const refusal = (await selectMoves(ctx, application.id)).findLast(({ move }) => move === "refuse");
  const decided = (await selectSittings(ctx, call.id)).find(({ state }) => state === "decided");
  const refusedOn = application.state === "refused" && refusal ? toLocal(refusal.at, timeZone).date : null;
  const since = refusedOn ?? (application.state === "admitted" ? (decided?.heldOn ?? null) : null);
  const until = since !== null && withinDays !== null ? addDays(since, withinDays) : null;
  return { isOpen: since !== null, until, answerDays };
}

/** The appeals of an application, for its applicant and the office. Refuses as `getApplication`. */
export async function listAppeals(ctx: Context<Tx>, applicationId: string): Promise<AppealsView> {
  await getApplication(ctx, applicationId);
  const appealed = await requireAppealed(ctx, applicationId);
  const appeals = await selectAppeals(ctx, appealed.application.id);
  return { appeals: appeals.map(({ callId: _callId, ...appeal }) => appeal), ...(await readTerm(ctx, appealed)) };
}

/** The file of an appeal, for who may read the application. Refuses as `listAppeals`, `application-file-unknown`. */
export async function findAppealFile(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly fileId: string },
): Promise<{ readonly name: string; readonly hash: string }> {
  const { appeals } = await listAppeals(ctx, given.id);
  return appeals.find(({ id }) => id === given.fileId)?.file ?? refuseContest("application-file-unknown");
}

/** Dismisses an appeal with its grounds, and writes to the applicant. Refuses `appeal-unknown`, `contest-reason`, `contest-changed`. */
export async function dismissAppeal(
  ctx: Context<Tx>,
  parts: AppealParts,
  given: {
    readonly applicationId: string;
    readonly appealId: string;
    readonly version: string;
    readonly answer: string;
  },
): Promise<void> {
  requirePermission(ctx, "sitting.keep");
  const appealed = await requireAppealed(ctx, given.applicationId);
  const appeal = await requireFiled(ctx, appealed.application.id, given.appealId);
  const answer = given.answer.trim().slice(0, APPEAL_LONGEST);
  if (answer === "") refuseContest("contest-reason");
  const seen = { ...appeal, version: parseVersion(given.version) };
  await saveAnswer(ctx, parts, appealed, { appeal: seen, state: "dismissed", answer, sittingId: null });
}

/** The appeal that waits for an answer; any of the application where no id is given. */
async function requireFiled(ctx: Context<Tx>, applicationId: Id, appealId: string): Promise<StoredAppeal> {
  const found = (await selectAppeals(ctx, applicationId)).find(({ id, state }) => id === appealId && state === "filed");
  return found ?? refuseContest("appeal-unknown");
}

interface Answer {
  readonly appeal: StoredAppeal;
  readonly state: "upheld" | "dismissed";
  readonly answer: string;
  readonly sittingId: Id | null;
}

/** Records an answer, ends the office's task and writes to the applicant. Refuses `contest-changed`. */
export async function saveAnswer(
  ctx: Context<Tx>,
  { desk, findRoot }: AppealParts,
  { application, applicant }: Appealed,
  { appeal, state, answer, sittingId }: Answer,
): Promise<void> {
  if (!(await answerRow(ctx, appeal, { state, answer, sittingId }))) refuseContest("contest-changed");
  await desk.settleTask(ctx, { ...taskOf(appeal.id), as: "accept", reason: "жалоба рассмотрена" });
  await writeAudit(ctx, {
    action: "sitting.keep",
    subject: { kind: "contest-appeal", id: appeal.id },
    basis: answer,
    before: { state: "filed" },
    after: { state, sitting: sittingId },
  });
  const values = { reason: answer };
  await tellOfAppeal(ctx, findRoot, { application, applicant, appealId: appeal.id, as: state, values });
}
