import { may, notePersonalRead, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { belongingOf } from "../../registry/contract.ts";
import { registry } from "../../registry/index.ts";
import { requireCall } from "../call/actions.ts";
import { parseTerms } from "../call/input.ts";
import { findOwnJuror } from "../jury/store.ts";
import { refuseContest } from "../refusals.ts";
import { ownersOf } from "./actions.ts";
import { readReceipt } from "./actions-submit.ts";
import { readContent } from "./content.ts";
import type { ApplicationView } from "./contract.ts";
import {
  findApplication,
  type StoredApplicant,
  type StoredApplication,
  selectApplicants,
  selectApplications,
} from "./store.ts";
import { findSubmission, selectFiles, selectMoves } from "./store-kept.ts";

/**
 * An application for who may read it: the office, its applicant, a juror to whom it was given. Refuses `application-unknown` also
 * of what the wall hides, `not-permitted`.
 */
export async function getApplication(ctx: Context<Tx>, id: string): Promise<ApplicationView> {
  const found = (isId(id) ? await findApplication(ctx, id) : undefined) ?? refuseContest("application-unknown");
  const applicant = (await selectApplicants(ctx, found.callId)).find(({ applicationId }) => applicationId === found.id);
  await requireReader(ctx, found, applicant);
  if (applicant?.personId && applicant.team.length > 0)
    await notePersonalRead(ctx, "contest-application", [applicant.personId]);
  const files = await selectFiles(ctx, found.id);
  const terms = parseTerms((await requireCall(ctx, found.callId)).terms);
  const submission = await findSubmission(ctx, found.id);
  const { id: own, callId, state, number, content, correctUntil, version } = found;
  return {
    ...{ id: own, callId, state, number, content, files, correctUntil, version },
    applicant: applicant ? await showApplicant(ctx, applicant) : null,
    receipt: submission ? readReceipt(submission) : null,
    faults: readContent(
      content,
      terms,
      files.map(({ paper }) => paper),
    ).faults,
    moves: (await selectMoves(ctx, found.id)).map(({ at, ...move }) => ({ ...move, at: at.toISOString() })),
  };
}

async function showApplicant(ctx: Context<Tx>, { associationId, kind, team }: StoredApplicant) {
  const association = (await registry.listAssociations(ctx)).find(({ id }) => id === associationId);
  return { associationId, association: association?.name ?? "", kind, team };
}

/** A juror of the call reads as a juror, whatever other roles they hold: the wall has shown them what is theirs. */
async function requireReader(
  ctx: Context<Tx>,
  { callId }: StoredApplication,
  applicant: StoredApplicant | undefined,
): Promise<void> {
  if (await findOwnJuror(ctx, callId)) requirePermission(ctx, "review.write", [callId]);
  else requirePermission(ctx, "application.read", applicant ? await ownersOf(ctx, applicant) : []);
}

export interface ApplicationRow {
  readonly id: Id;
  readonly number: number | null;
  readonly state: ApplicationView["state"];
  readonly title: string;
  readonly association: string | null;
  readonly requested: bigint | null;
  readonly own: bigint | null;
  readonly submittedAt: string | null;
}

/** The applications of a call that this person may see; drafts only their own. Refuses `contest-unknown`. */
export async function listApplications(ctx: Context<Tx>, callId: string): Promise<readonly ApplicationRow[]> {
  const call = await requireCall(ctx, callId);
  const isJuror = (await findOwnJuror(ctx, call.id)) !== undefined;
  const applicants = new Map(
    (await selectApplicants(ctx, call.id)).map((applicant) => [applicant.applicationId, applicant]),
  );
  const associations = new Map(
    (await registry.listAssociations(ctx)).map((association) => [association.id, association]),
  );
  return (await selectApplications(ctx, call.id)).flatMap((found): ApplicationRow[] => {
    const association = associations.get(applicants.get(found.id)?.associationId ?? "");
    const owners = association ? belongingOf(association) : [];
    const isOwn = may(ctx.actor, "application.write", owners);
    const isRead = isJuror ? may(ctx.actor, "review.write", [call.id]) : may(ctx.actor, "application.read", owners);
    return isOwn || (isRead && found.number !== null) ? [showRow(found, association?.name ?? null)] : [];
  });
}

function showRow(
  { id, number, state, content, requested, own, submittedAt }: StoredApplication,
  association: string | null,
): ApplicationRow {
  return {
    id,
    number,
    state,
    title: content.title,
    association,
    requested,
    own,
    submittedAt: submittedAt?.toISOString() ?? null,
  };
}

/** A file's name and hash, for who may read its application. Refuses as `getApplication`, `application-file-unknown`. */
export async function findFile(ctx: Context<Tx>, given: { readonly id: string; readonly fileId: string }) {
  const { files } = await getApplication(ctx, given.id);
  return files.find(({ id }) => id === given.fileId) ?? refuseContest("application-file-unknown");
}

/** To whom an application belongs, for `may`; empty where the reader does not see who applies. Refuses `application-unknown`. */
export async function listOwners(ctx: Context<Tx>, id: string): Promise<readonly Id[]> {
  const found = (isId(id) ? await findApplication(ctx, id) : undefined) ?? refuseContest("application-unknown");
  const applicant = (await selectApplicants(ctx, found.callId)).find(({ applicationId }) => applicationId === found.id);
  return applicant ? ownersOf(ctx, applicant) : [];
}
