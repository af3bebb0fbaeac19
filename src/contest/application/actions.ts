import { requirePermission, writeAudit } from "../../access/index.ts";
import type { DeskDoor } from "../../desk/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { belongingOf } from "../../registry/contract.ts";
import { registry } from "../../registry/index.ts";
import { parseVersion, requireCall, takesApplications } from "../call/actions.ts";
import { parseTerms } from "../call/input.ts";
import { refuseContest } from "../refusals.ts";
import { contentShape, type TypedContent, teamShape, WRITABLE } from "./contract.ts";
import {
  countOfAssociation,
  findApplication,
  insertApplication,
  type StoredApplicant,
  type StoredApplication,
  selectApplicants,
  updateContent,
} from "./store.ts";
import { insertFile, removeFile } from "./store-kept.ts";

/**
 * Begins an application as a draft. Refuses `not-permitted`, `contest-unknown`, `application-not-open`, `application-association`,
 * `application-kind`, `application-many`.
 */
export async function beginApplication(
  ctx: Context<Tx>,
  given: { readonly callId: string; readonly associationId: string; readonly kind: string },
): Promise<Id> {
  const association = (await registry.listAssociations(ctx)).find(({ id }) => id === given.associationId);
  requirePermission(ctx, "application.write", association ? belongingOf(association) : []);
  const call = await requireCall(ctx, given.callId, "share");
  if (!takesApplications(call, ctx.now)) refuseContest("application-not-open");
  if (!association) return refuseContest("application-association");
  const terms = parseTerms(call.terms);
  const kind = terms.applicants.find((known) => known === given.kind) ?? refuseContest("application-kind");
  const limit = terms.applicationsPerAssociation;
  if ((await countOfAssociation(ctx, call.id, association.id)) >= limit) refuseContest("application-many", { limit });
  const content = contentShape.parse({});
  const id = await insertApplication(ctx, { callId: call.id, associationId: association.id, kind, content });
  await writeAudit(ctx, {
    action: "application.write",
    subject: { kind: "contest-application", id },
    after: { association: association.id, kind },
  });
  return id;
}

/**
 * Saves what is typed, as it is typed; gives the new version. Saved after the deadline too: nothing is lost, it is only not
 * taken any more. Refuses `application-unknown`, `application-content`, `application-closed`, `application-changed`.
 */
export async function saveApplication(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly version: string; readonly content: unknown; readonly team: unknown },
): Promise<number> {
  const { application } = await requireOwn(ctx, given.id);
  const content = parseContent(given.content);
  const team = teamShape.safeParse(given.team);
  if (!team.success) return refuseContest("application-content", { where: "team" });
  if (!WRITABLE.includes(application.state)) refuseContest("application-closed");
  const version = parseVersion(given.version);
  if (!(await updateContent(ctx, { id: application.id, version }, { content, team: team.data })))
    refuseContest("application-changed");
  return version + 1;
}

function parseContent(given: unknown): TypedContent {
  const read = contentShape.safeParse(given);
  return read.success
    ? read.data
    : refuseContest("application-content", { where: read.error.issues[0]?.path.join(".") ?? "" });
}

/** Refuses `application-unknown` of one that is not there or not for the reader, `not-permitted`. */
export async function requireOwn(
  ctx: Context<Tx>,
  id: string,
  lock = false,
): Promise<{ application: StoredApplication; applicant: StoredApplicant }> {
  const application =
    (isId(id) ? await findApplication(ctx, id, lock) : undefined) ?? refuseContest("application-unknown");
  const applicant = (await selectApplicants(ctx, application.callId)).find(
    ({ applicationId }) => applicationId === application.id,
  );
  requirePermission(ctx, "application.write", applicant ? await ownersOf(ctx, applicant) : []);
  return { application, applicant: applicant ?? refuseContest("application-unknown") };
}

/** To what an application belongs, for the permission table: its association with the settlement. */
export async function ownersOf(
  ctx: Context<Tx>,
  { associationId }: Pick<StoredApplicant, "associationId">,
): Promise<readonly Id[]> {
  const association = (await registry.listAssociations(ctx)).find(({ id }) => id === associationId);
  return association ? belongingOf(association) : [];
}

const FILES_BYTES = 25 * 1024 * 1024;

/** Keeps a file for one of the call's papers, before it is submitted. Refuses as `saveApplication`, `application-paper`, `application-file`. */
export async function addFile(
  ctx: Context<Tx>,
  desk: Pick<DeskDoor, "keepFile">,
  given: { readonly id: string; readonly paper: string; readonly name: string; readonly bytes: Uint8Array },
): Promise<Id> {
  const { application } = await requireOwn(ctx, given.id);
  if (!WRITABLE.includes(application.state)) refuseContest("application-closed");
  const { papers } = parseTerms((await requireCall(ctx, application.callId)).terms);
  if (!papers.some(({ key }) => key === given.paper)) refuseContest("application-paper");
  const { bytes } = given;
  if (bytes.length === 0 || bytes.length > FILES_BYTES)
    refuseContest("application-file", { limit: FILES_BYTES / 1024 / 1024 });
  const { name, hash, bytes: size } = await desk.keepFile({ name: given.name, bytes });
  const id = await insertFile(ctx, application, { paper: given.paper, name, hash, bytes: size });
  await writeAudit(ctx, {
    action: "application.write",
    subject: { kind: "contest-application", id: application.id },
    detail: { file: hash },
  });
  return id;
}

/** Takes a file off; its bytes stay where a submission named them. Refuses as `saveApplication`, `application-file-unknown`. */
export async function takeFileOff(
  ctx: Context<Tx>,
  given: { readonly id: string; readonly fileId: string },
): Promise<void> {
  const { application } = await requireOwn(ctx, given.id);
  if (!WRITABLE.includes(application.state)) refuseContest("application-closed");
  if (!isId(given.fileId) || !(await removeFile(ctx, application.id, given.fileId)))
    refuseContest("application-file-unknown");
}
