import { loadContact, loadMunicipality, requirePermission, writeAudit } from "../../access/index.ts";
import type { Actor, Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import { type Id, isId } from "../../kernel/id.ts";
import { isDay, toLocal } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import { queueMail } from "../../platform/mail/index.ts";
import { registry } from "../../registry/index.ts";
import { readContent } from "../application/content.ts";
import { APPLICATION_MOVES, canMoveApplication } from "../application/contract.ts";
import {
  findApplication,
  type StoredApplicant,
  type StoredApplication,
  selectApplicants,
  updateState,
} from "../application/store.ts";
import { insertCheck, insertMove, selectChecks, selectFiles } from "../application/store-kept.ts";
import { parseVersion, requireCall } from "../call/actions.ts";
import { parseTerms } from "../call/input.ts";
import { contestLetters } from "../letters.ts";
import { refuseContest } from "../refusals.ts";
import { selectPrizeYears } from "../sitting/store-award.ts";
import { type CheckLine, drawChecklist, type KnownApplicant } from "./checklist.ts";

/** The address of the municipality's pages, without a slash at its end. */
export type FindRoot = (ctx: Context<Tx>) => Promise<string>;

/** Reads of the register what rules ask, and nobody's name. */
const REGISTRAR: Actor = { kind: "system", name: "contest" };

/** The admission checklist of an application. Refuses `application-unknown`, `not-permitted`. */
export async function getChecklist(ctx: Context<Tx>, id: string): Promise<readonly CheckLine[]> {
  requirePermission(ctx, "application.admit");
  const { application, applicant } = await requireSubmitted(ctx, id);
  return drawFor(ctx, application, applicant);
}

async function requireSubmitted(ctx: Context<Tx>, id: string) {
  const application =
    (isId(id) ? await findApplication(ctx, id, true) : undefined) ?? refuseContest("application-unknown");
  const applicants = await selectApplicants(ctx, application.callId);
  const applicant =
    applicants.find(({ applicationId }) => applicationId === application.id) ?? refuseContest("application-unknown");
  return { application, applicant };
}

async function drawFor(
  ctx: Context<Tx>,
  application: StoredApplication,
  applicant: StoredApplicant,
): Promise<readonly CheckLine[]> {
  const call = await requireCall(ctx, application.callId);
  const terms = parseTerms(call.terms);
  const papers = (await selectFiles(ctx, application.id)).map(({ paper }) => paper);
  const { timeZone } = await loadMunicipality(ctx);
  // The last instant at which it could be submitted: a deadline of 24:00 belongs to the day that ends then.
  const deadlineDay = toLocal(new Date(call.closesAt.getTime() - 1), timeZone).date;
  return drawChecklist(terms, {
    known: await learnApplicant(ctx, applicant, { contestId: call.contestId, deadlineDay }),
    faults: readContent(application.content, terms, papers).faults,
    ...{ deadlineDay, year: call.year },
    found: await selectChecks(ctx, application.id),
  });
}

async function learnApplicant(
  ctx: Context<Tx>,
  { associationId, kind }: StoredApplicant,
  { contestId, deadlineDay }: { readonly contestId: Id; readonly deadlineDay: string },
): Promise<KnownApplicant> {
  const { association, sections } = await registry.getCard({ ...ctx, actor: REGISTRAR }, associationId, {
    on: deadlineDay,
  });
  const said = new Map(sections.flatMap(({ fields }) => fields.map(({ key, value }) => [key as string, value])));
  const charterDate = said.get("charterDate");
  const inn = said.get("inn");
  const legal = said.get("legalEntity");
  return {
    isActive: association.state === "active",
    charterDate: typeof charterDate === "string" && isDay(charterDate) ? charterDate : null,
    isLegalEntity: legal === undefined && inn === undefined ? null : isYes(legal) || typeof inn === "string",
    kind,
    prizeYears: await selectPrizeYears(ctx, { contestId, associationId }),
  };
}

const isYes = (value: unknown) => value === true || value === "yes";

/** Answers a line that waits for a person. Refuses `application-unknown`, `admission-line`. */
export async function answerLine(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly line: string; readonly isMet: boolean; readonly note: string },
): Promise<void> {
  requirePermission(ctx, "application.admit");
  const { application, applicant } = await requireSubmitted(ctx, given.id);
  const lines = await drawFor(ctx, application, applicant);
  if (!lines.some(({ key, by }) => key === given.line && by === "person")) refuseContest("admission-line");
  const note = given.note.trim().slice(0, 1_000) || null;
  await insertCheck(ctx, application, { line: given.line, isMet: given.isMet, note });
  await writeAudit(ctx, {
    action: "application.admit",
    subject: { kind: "contest-application", id: application.id },
    detail: { line: given.line, isMet: given.isMet },
  });
}

export interface AdmissionInput {
  readonly id: string;
  readonly version: string;
  readonly move: "return" | "admit" | "refuse";
  /** What is to be corrected, or the ground of the refusal. */
  readonly reason: string;
  /** Of `return`: the last day on which it may be corrected. */
  readonly until: string;
}

/**
 * Admits, returns or refuses, and writes to the applicant. Admitted is only what meets every line. Refuses `application-unknown`,
 * `application-move`, `contest-reason`, `admission-until`, `admission-unmet`, `admission-over`, `application-changed`.
 */
export async function decideAdmission(ctx: Context<Tx>, findRoot: FindRoot, input: AdmissionInput): Promise<void> {
  requirePermission(ctx, "application.admit");
  const { application, applicant } = await requireSubmitted(ctx, input.id);
  const { move } = input;
  if (!canMoveApplication(move, application.state)) refuseContest("application-move");
  const call = await requireCall(ctx, application.callId, "share");
  if (call.state !== "announced") refuseContest("admission-over");
  const reason = input.reason.trim().slice(0, 2_000) || null;
  if (APPLICATION_MOVES[move].needsReason && reason === null) refuseContest("contest-reason");
  if (move === "return" && (!isDay(input.until) || input.until < ctx.today)) refuseContest("admission-until");
  if (move === "admit") requireMet(await drawFor(ctx, application, applicant));
  const version = parseVersion(input.version);
  const change = { state: APPLICATION_MOVES[move].to, correct_until: move === "return" ? input.until : null };
  if (!(await updateState(ctx, { id: application.id, version }, change))) refuseContest("application-changed");
  await insertMove(ctx, application, { version: version + 1, move, reason });
  await writeAudit(ctx, {
    action: "application.admit",
    subject: { kind: "contest-application", id: application.id },
    detail: { move },
    ...(reason && { basis: reason }),
    before: { state: application.state },
    after: { state: change.state, correctUntil: change.correct_until },
  });
  await tellApplicant(ctx, findRoot, {
    application,
    applicant,
    letter: { move, reason: reason ?? "", until: input.until, version },
  });
}

function requireMet(lines: readonly CheckLine[]): void {
  const unmet = lines.filter(({ isMet }) => isMet !== true);
  const [first] = unmet;
  if (first) refuseContest("admission-unmet", { count: unmet.length, line: first.name ?? first.key });
}

interface Telling {
  readonly application: StoredApplication;
  readonly applicant: StoredApplicant;
  readonly letter: {
    readonly move: AdmissionInput["move"];
    readonly reason: string;
    readonly until: string;
    readonly version: number;
  };
}

const TEMPLATES = { admit: "contest-admitted", return: "contest-returned", refuse: "contest-refused" } as const;

async function tellApplicant(
  ctx: Context<Tx>,
  findRoot: FindRoot,
  { application, applicant, letter }: Telling,
): Promise<void> {
  const { personId } = applicant;
  const contact = personId === null ? undefined : await loadContact(ctx, personId);
  if (!contact || personId === null) return;
  const { email, name, language } = contact;
  const link = `${await findRoot(ctx)}${language === "en" ? "/en" : ""}/contests/applications/${application.id}`;
  const own = { name, number: String(application.number), title: application.content.title, link };
  const values = { ...own, reason: letter.reason, until: printDay(letter.until) };
  const key = `contest-application:${application.id}:${letter.version}`;
  await queueMail(ctx, contestLetters, {
    to: email,
    personId,
    template: TEMPLATES[letter.move],
    language,
    values,
    key,
  });
}
