import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import type { DeskDoor } from "../../desk/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import { type Id, isId } from "../../kernel/id.ts";
import { typeRoubles } from "../../kernel/money.ts";
import type { LedgerDoor } from "../../ledger/index.ts";
import type { Tx } from "../../platform/database/index.ts";
import { belongingOf } from "../../registry/contract.ts";
import { registry } from "../../registry/index.ts";
import { readRoubles } from "../application/content.ts";
import { findApplication, selectApplicants } from "../application/store.ts";
import { requireCall } from "../call/actions.ts";
import { parseTerms } from "../call/input.ts";
import { type StoredCall, selectContests } from "../call/store.ts";
import { fixDocument, nameMunicipality, readTemplate, showDocuments } from "../paper/actions.ts";
import { layOutAgreement } from "../paper/lay-out-agreement.ts";
import { selectDocuments, selectSignatures } from "../paper/store.ts";
import { sayRoubles } from "../paper/words.ts";
import { refuseContest } from "../refusals.ts";
import { type StoredSitting, selectSittings } from "../sitting/store.ts";
import { selectAwards } from "../sitting/store-award.ts";
import { pastWall } from "../store-wall.ts";
import { findUsageView, selectRefunds } from "../usage/store.ts";
import type { AgreementView, GrantView } from "./contract.ts";
import { type AgreementInput, parseAgreement } from "./input.ts";
import {
  findAgreement,
  insertAgreement,
  noteRequest,
  type StoredAgreement,
  selectInstalments,
  takeAgreementNumber,
} from "./store.ts";
import { findEnding } from "./store-ending.ts";

export interface GrantParts {
  readonly desk: Pick<DeskDoor, "keepFile" | "openTask" | "settleTask">;
  readonly ledger: Pick<LedgerDoor, "askPayment">;
}

export interface Grant {
  readonly view: Omit<GrantView, "agreement">;
  readonly call: StoredCall;
  readonly contest: { readonly name: string; readonly activityId: Id | null };
  readonly sitting: StoredSitting;
  readonly owners: readonly Id[];
  readonly agreement: StoredAgreement | undefined;
}

/** An award with its application, by the sitting of its agreement, else by the one that holds. Refuses `grant-unknown`. Whose rights are needed the caller asks. */
export async function requireGrant(ctx: Context<Tx>, applicationId: string): Promise<Grant> {
  return (await pastWall(ctx, () => findGrant(ctx, applicationId))) ?? refuseContest("grant-unknown");
}

export async function findGrant(ctx: Context<Tx>, id: string): Promise<Grant | undefined> {
  const application = isId(id) ? await findApplication(ctx, id) : undefined;
  if (!application) return undefined;
  const call = await requireCall(ctx, application.callId);
  // An agreement binds to the sitting by which it was concluded, also where a later one took the award away.
  const agreement = await findAgreement(ctx, id);
  const sitting = (await selectSittings(ctx, call.id)).find((one) =>
    agreement ? one.id === agreement.sittingId : one.state === "decided",
  );
  const award = sitting && (await selectAwards(ctx, sitting.id)).find(({ applicationId }) => applicationId === id);
  const applicant = (await selectApplicants(ctx, call.id)).find(({ applicationId }) => applicationId === id);
  if (!sitting || !award || !applicant || award.kopecks === 0n) return undefined;
  const association = (await registry.listAssociations(ctx)).find((one) => one.id === applicant.associationId);
  const contest = (await selectContests(ctx)).find((one) => one.id === call.contestId);
  const { kind, associationId } = applicant;
  const { title, estimate } = application.content;
  return {
    view: {
      ...{ applicationId: id, callId: call.id, number: application.number ?? 0, title, kind, associationId },
      association: association?.name ?? "",
      ...{ kopecks: award.kopecks, sums: award.sums.filter(({ kopecks }) => kopecks > 0n) },
      tax: kind === "chair-person" ? reckonTax(award.kopecks, parseTerms(call.terms).taxPercent) : 0n,
      estimate: estimate.map(({ what, asked }) => ({ what, asked: sayAsked(asked) })),
    },
    ...{ call, sitting, agreement },
    contest: { name: contest?.name ?? "", activityId: contest?.activityId ?? null },
    owners: association ? belongingOf(association) : [],
  };
}

/** What was typed, as papers print sums. */
function sayAsked(typed: string): string {
  const kopecks = readRoubles(typed) ?? 0n;
  return kopecks === 0n ? "" : sayRoubles(kopecks);
}

/** Whole roubles: less than fifty kopecks are dropped, fifty and more make a rouble (НК РФ, ст. 52 п. 6). */
export const reckonTax = (kopecks: bigint, percent: number): bigint =>
  ((kopecks * BigInt(percent) + 5_000n) / 10_000n) * 100n;

/** Whether money was awarded to an application by the sitting that holds: public, so no right is asked. */
export async function isGranted(ctx: Context<Tx>, applicationId: string): Promise<boolean> {
  return (await pastWall(ctx, () => findGrant(ctx, applicationId))) !== undefined;
}

/** An award with its agreement, report and refunds. Refuses `grant-unknown`, `not-permitted`. */
export async function getGrant(ctx: Context<Tx>, applicationId: string): Promise<GrantView> {
  const grant = await requireGrant(ctx, applicationId);
  requirePermission(ctx, "agreement.read", grant.owners);
  return { ...grant.view, agreement: grant.agreement ? await showAgreement(ctx, grant.agreement) : null };
}

async function showAgreement(ctx: Context<Tx>, agreement: StoredAgreement): Promise<AgreementView> {
  const { callId, sittingId: _sitting, year: _year, ...own } = agreement;
  const documents = (await selectDocuments(ctx, callId)).filter(
    ({ applicationId }) => applicationId === agreement.applicationId,
  );
  return {
    ...own,
    instalments: await selectInstalments(ctx, agreement.applicationId),
    documents: await showDocuments(ctx, documents),
    usage: (await findUsageView(ctx, agreement.applicationId)) ?? null,
    refunds: await selectRefunds(ctx, agreement.applicationId),
    ending: (await findEnding(ctx, agreement.applicationId)) ?? null,
  };
}

/**
 * Records an agreement on an award, makes its file by the municipality's template and opens the task of the usage report. Refuses
 * `grant-unknown`, `agreement-known`, `agreement-form`, `agreement-schedule`.
 */
export async function openAgreement(
  ctx: Context<Tx>,
  { desk }: Pick<GrantParts, "desk">,
  input: AgreementInput,
): Promise<void> {
  requirePermission(ctx, "agreement.keep");
  const grant = await requireGrant(ctx, input.applicationId);
  if (grant.agreement) refuseContest("agreement-known");
  const { view, call, sitting, contest } = grant;
  const parsed = parseAgreement(input, view.sums, ctx.today);
  const year = Number(parsed.date.slice(0, 4));
  const number = await takeAgreementNumber(ctx, year);
  const own = { applicationId: view.applicationId, callId: call.id, sittingId: sitting.id, year, number };
  if (!(await insertAgreement(ctx, { ...own, ...parsed }))) refuseContest("agreement-known");
  await writeAudit(ctx, {
    action: "agreement.keep",
    subject: { kind: "contest-agreement", id: view.applicationId },
    after: { number, date: parsed.date, kopecks: String(view.kopecks), reportDue: parsed.reportDue },
  });
  const facts = {
    ...parsed,
    ...{ grant: { ...view, agreement: null }, contest: contest.name, year: call.year, number, sitting },
    municipality: await nameMunicipality(ctx),
  };
  const template = await readTemplate(ctx);
  await fixDocument(ctx, desk, {
    ...{ kind: "agreement", callId: call.id, sittingId: sitting.id, applicationId: view.applicationId },
    name: `Соглашение № ${number} от ${printDay(parsed.date)}.docx`,
    paper: layOutAgreement(facts, template.body),
  });
  await openReportTask(ctx, desk, { view, dueDate: parsed.reportDue });
}

export const reportTask = (applicationId: Id) => ({
  kind: "contest-agreement",
  id: applicationId,
  purpose: "usage-report",
});

/** The desk reminds of it before its day and shows it as overdue after. */
export async function openReportTask(
  ctx: Context<Tx>,
  desk: GrantParts["desk"],
  given: {
    readonly view: Pick<GrantView, "applicationId" | "title" | "associationId">;
    readonly dueDate: string;
  },
): Promise<void> {
  const { applicationId, title, associationId } = given.view;
  await desk.openTask(ctx, {
    ...reportTask(applicationId),
    href: `/desk/grants/${applicationId}`,
    title: `Отчёт об использовании гранта: «${title}»`.slice(0, 200),
    role: "chair",
    roleSubjectId: associationId,
    dueDate: given.dueDate,
    remindDays: 14,
  });
}

/**
 * Asks the ledger to pay an award, by its agreement once that is in force; limits by source are the ledger's. Asked again it is
 * the same request. Refuses `grant-unknown`, `agreement-missing`, `agreement-ended`, `agreement-unsigned`, `agreement-no-activity`, `contest-changed`,
 * and as `askPayment`.
 */
export async function askForGrant(
  ctx: Context<Tx>,
  { ledger }: Pick<GrantParts, "ledger">,
  applicationId: string,
): Promise<Id> {
  requirePermission(ctx, "agreement.keep");
  const { view, agreement, contest, call } = await requireGrant(ctx, applicationId);
  if (!agreement) return refuseContest("agreement-missing");
  if (await findEnding(ctx, view.applicationId)) refuseContest("agreement-ended");
  if (agreement.requestId !== null) return agreement.requestId;
  if (!(await isSigned(ctx, agreement))) return refuseContest("agreement-unsigned");
  if (contest.activityId === null) return refuseContest("agreement-no-activity");
  const instalments = await selectInstalments(ctx, view.applicationId);
  const requestId = await ledger.askPayment(ctx, {
    key: `award:${agreement.sittingId}:${view.applicationId}`,
    activityId: contest.activityId,
    year: String(agreement.year),
    basisKind: "agreement",
    basis: `соглашение о гранте от ${printDay(agreement.date)} № ${agreement.number}`,
    date: agreement.date,
    payee: agreement.payee,
    purpose: `грант на проект «${view.title}», конкурс ${call.year} года`.slice(0, 1_000),
    payBy: instalments.at(-1)?.payBy ?? agreement.date,
    sums: Object.fromEntries(view.sums.map(({ source, kopecks }) => [source, typeRoubles(kopecks)])),
    confirmed: true,
  });
  if (!(await noteRequest(ctx, agreement, requestId))) refuseContest("contest-changed");
  await writeAudit(ctx, {
    action: "agreement.keep",
    subject: { kind: "contest-agreement", id: view.applicationId },
    detail: { request: requestId },
  });
  await raiseRevision(ctx);
  return requestId;
}

/** Whether a signature is recorded on the agreement's latest file: until then it binds nobody, and money has no basis. */
async function isSigned(ctx: Context<Tx>, { callId, applicationId }: StoredAgreement): Promise<boolean> {
  const own = (await selectDocuments(ctx, callId)).filter((document) => document.applicationId === applicationId);
  const latest = own.filter(({ id }) => !own.some(({ replacesId }) => replacesId === id)).map(({ id }) => id);
  return (await selectSignatures(ctx, latest)).size > 0;
}
