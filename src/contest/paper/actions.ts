import { loadMunicipality, loadNames, requirePermission, writeAudit } from "../../access/index.ts";
import type { DeskDoor } from "../../desk/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import { type Id, isId } from "../../kernel/id.ts";
import { isDay } from "../../kernel/times.ts";
import { writePaper } from "../../office/docx-write/write-docx.ts";
import type { Paper } from "../../office/paper.ts";
import type { Tx } from "../../platform/database/index.ts";
import { belongingOf } from "../../registry/contract.ts";
import { registry } from "../../registry/index.ts";
import type { DocumentView } from "../agreement/contract.ts";
import { findTemplate } from "../agreement/store.ts";
import { selectApplicants, selectApplications } from "../application/store.ts";
import { requireCall } from "../call/actions.ts";
import { parseTerms } from "../call/input.ts";
import { type StoredCall, selectContests } from "../call/store.ts";
import { selectJurors, selectRecusalsWithBasis } from "../jury/store.ts";
import { refuseContest } from "../refusals.ts";
import { replayFile } from "../rules/replay.ts";
import { findCalculation, type StoredSitting, selectPresent, selectSittings } from "../sitting/store.ts";
import { pastWall } from "../store-wall.ts";
import { layOutMinutes, type MinutesFacts } from "./lay-out-minutes.ts";
import {
  insertDocument,
  insertSignature,
  insertTemplate,
  type StoredDocument,
  selectDocuments,
  selectSignatures,
} from "./store.ts";
import { DEFAULT_TEMPLATE, findUnknown } from "./template.ts";

export type Keep = Pick<DeskDoor, "keepFile">;

/**
 * Makes the minutes of the sitting that holds and fixes them with their hash; made again they are another document that names
 * the one before. Refuses `contest-unknown`, `sitting-undecided-yet`, `not-permitted`, `contest-changed`.
 */
export async function makeMinutes(ctx: Context<Tx>, desk: Keep, callId: string): Promise<Id> {
  requirePermission(ctx, "sitting.keep");
  const call = await requireCall(ctx, callId, "update");
  const sitting =
    (await selectSittings(ctx, call.id)).find(({ state }) => state === "decided") ??
    refuseContest("sitting-undecided-yet");
  const paper = await pastWall(ctx, () => drawMinutes(ctx, call, sitting));
  return fixDocument(ctx, desk, {
    ...{ kind: "minutes", callId: call.id, sittingId: sitting.id, applicationId: null, paper },
    name: `Протокол № ${sitting.number} от ${printDay(sitting.heldOn)}.docx`,
  });
}

async function drawMinutes(ctx: Context<Tx>, call: StoredCall, sitting: StoredSitting): Promise<Paper> {
  const fixed = (await findCalculation(ctx, sitting.id)) ?? refuseContest("calculation-unknown");
  const replay = replayFile(JSON.parse(fixed.file));
  if (replay.kind === "unreadable") return refuseContest("calculation-unknown");
  const facts = await gatherFacts(ctx, call, sitting);
  return layOutMinutes({ ...facts, hash: fixed.hash }, parseTerms(call.terms).rules, replay.calculation);
}

async function gatherFacts(
  ctx: Context<Tx>,
  call: StoredCall,
  sitting: StoredSitting,
): Promise<Omit<MinutesFacts, "hash">> {
  const inOffice = (await selectJurors(ctx, call.id)).filter(({ removedAt }) => removedAt === null);
  const names = await loadNames(
    ctx,
    inOffice.map(({ personId }) => personId),
  );
  const nameOf = (id: Id) => names.get(inOffice.find((juror) => juror.id === id)?.personId ?? "") ?? "";
  const present = new Set(await selectPresent(ctx, sitting.id));
  const applications = await selectApplications(ctx, call.id);
  const numbers = new Map(applications.map(({ id, number }) => [id, number ?? 0]));
  const associations = new Map((await registry.listAssociations(ctx)).map(({ id, name }) => [id, name]));
  const applicants = new Map(
    (await selectApplicants(ctx, call.id)).map((one) => [one.applicationId, one.associationId]),
  );
  const { number, heldOn, agenda, basis, votes } = sitting;
  return {
    ...{ contest: await nameContest(ctx, call), year: call.year, number, heldOn, agenda, basis },
    votes: { hands: votes.hands ?? {}, chair: votes.chair ?? [] },
    jurors: inOffice.map(({ id, place, isChair }) => ({
      place,
      isChair,
      name: nameOf(id),
      isPresent: present.has(id),
    })),
    recusals: (await selectRecusalsWithBasis(ctx, call.id)).flatMap((one) =>
      inOffice.some(({ id }) => id === one.jurorId)
        ? [{ juror: nameOf(one.jurorId), number: numbers.get(one.applicationId) ?? 0, basis: one.basis }]
        : [],
    ),
    projects: new Map(
      applications.map(({ id, number, content }) => [
        number ?? 0,
        { title: content.title, association: associations.get(applicants.get(id) ?? "") ?? "" },
      ]),
    ),
  };
}

async function nameContest(ctx: Context<Tx>, call: StoredCall): Promise<string> {
  return (await selectContests(ctx)).find(({ id }) => id === call.contestId)?.name ?? "";
}

/** Keeps a paper's bytes and its row; what was made before of the same thing is named by it. */
export async function fixDocument(
  ctx: Context<Tx>,
  desk: Keep,
  given: Pick<StoredDocument, "kind" | "callId" | "sittingId" | "applicationId" | "name"> & { readonly paper: Paper },
): Promise<Id> {
  const { paper, ...own } = given;
  const kept = await desk.keepFile({ name: own.name, bytes: await writePaper(paper) });
  const before = (await selectDocuments(ctx, own.callId)).findLast(
    ({ kind, sittingId, applicationId }) =>
      kind === own.kind && sittingId === own.sittingId && applicationId === own.applicationId,
  );
  const { hash, bytes } = kept;
  const row = { ...own, hash, bytes, replacesId: before?.id ?? null };
  const id = (await insertDocument(ctx, row)) ?? refuseContest("contest-changed");
  await writeAudit(ctx, {
    action: own.kind === "minutes" ? "sitting.keep" : "agreement.keep",
    subject: { kind: "contest-document", id },
    detail: { document: own.kind, hash, replaces: before?.id ?? null },
  });
  return id;
}

/** Documents as pages show them, the latest first; whose rights were asked by the caller. */
export async function showDocuments(
  ctx: Context<Tx>,
  stored: readonly StoredDocument[],
): Promise<readonly DocumentView[]> {
  const signatures = await selectSignatures(
    ctx,
    stored.map(({ id }) => id),
  );
  return stored
    .map(({ id, kind, name, hash, madeAt, replacesId }) => ({
      ...{ id, kind, name, hash, replacesId, madeAt: madeAt.toISOString() },
      isLatest: !stored.some((other) => other.replacesId === id),
      signatures: signatures.get(id) ?? [],
    }))
    .toReversed();
}

/** The minutes of a call. Refuses `contest-unknown`, `not-permitted`. */
export async function listMinutes(ctx: Context<Tx>, callId: string): Promise<readonly DocumentView[]> {
  requirePermission(ctx, "agreement.read");
  const call = await requireCall(ctx, callId);
  return showDocuments(
    ctx,
    (await selectDocuments(ctx, call.id)).filter(({ kind }) => kind === "minutes"),
  );
}

/**
 * A document's file, or that of a signature on it, by its id. The chair reads agreements of their own association. Refuses
 * `document-unknown`, `not-permitted`.
 */
export async function findDocument(
  ctx: Context<Tx>,
  given: { readonly callId: string; readonly id: string },
): Promise<{ readonly name: string; readonly hash: string }> {
  const { documents, owners } = await requireDocument(ctx, given);
  const signatures = await selectSignatures(
    ctx,
    documents.map(({ id }) => id),
  );
  const files = [...documents, ...[...signatures.values()].flat()];
  const found = files.find(({ id }) => id === given.id) ?? refuseContest("document-unknown");
  const of = documents.find(
    ({ id }) => id === given.id || signatures.get(id)?.some((signature) => signature.id === given.id),
  );
  requirePermission(ctx, "agreement.read", owners.get(of?.applicationId ?? "") ?? []);
  return found;
}

async function requireDocument(ctx: Context<Tx>, { callId, id }: { readonly callId: string; readonly id: string }) {
  const call = await requireCall(ctx, callId);
  if (!isId(id)) refuseContest("document-unknown");
  const known = new Map((await registry.listAssociations(ctx)).map((one) => [one.id, one]));
  const applicants = await selectApplicants(ctx, call.id);
  const owners = new Map(
    applicants.map(({ applicationId, associationId }) => {
      const association = known.get(associationId);
      return [applicationId, association ? belongingOf(association) : []];
    }),
  );
  return { documents: await selectDocuments(ctx, call.id), owners };
}

/**
 * Records a signature on a document's file: who, office held, day, and a scan of the paper or a detached signature. Whether a
 * detached one is valid is not said: no verifier is configured. Refuses `document-unknown`, `signature-form`, `signature-late`.
 */
export async function signDocument(
  ctx: Context<Tx>,
  desk: Keep,
  given: {
    readonly callId: string;
    readonly documentId: string;
    readonly kind: string;
    readonly signer: string;
    readonly office: string;
    readonly signedOn: string;
    readonly file: { readonly name: string; readonly bytes: Uint8Array };
  },
): Promise<Id> {
  requirePermission(ctx, "agreement.keep");
  const call = await requireCall(ctx, given.callId);
  const documents = await selectDocuments(ctx, call.id);
  const document = documents.find(({ id }) => id === given.documentId) ?? refuseContest("document-unknown");
  if (documents.some(({ replacesId }) => replacesId === document.id)) refuseContest("signature-late");
  const [signer, office] = [given.signer.trim(), given.office.trim()];
  const kind = (["paper", "detached"] as const).find((known) => known === given.kind);
  const isWhole = kind && signer !== "" && signer.length <= 200 && office !== "" && office.length <= 300;
  if (!isWhole || !isDay(given.signedOn) || given.signedOn > ctx.today || given.file.bytes.length === 0)
    return refuseContest("signature-form");
  const { name, hash } = await desk.keepFile(given.file);
  const own = { kind, signer, office, signedOn: given.signedOn, name, hash };
  const id = await insertSignature(ctx, { ...own, documentId: document.id });
  await writeAudit(ctx, {
    action: "agreement.keep",
    subject: { kind: "contest-document", id: document.id },
    detail: { signature: id, kind, of: document.hash, file: hash },
  });
  return id;
}

/** The template that holds, with its version; 0 where it is the program's own. Refuses `not-permitted`. */
export async function readTemplate(ctx: Context<Tx>): Promise<{ readonly version: number; readonly body: string }> {
  requirePermission(ctx, "agreement.read");
  return (await findTemplate(ctx)) ?? { version: 0, body: DEFAULT_TEMPLATE };
}

/** Replaces the municipality's template. Refuses `template-empty`, `template-unknown`, `contest-changed`. */
export async function saveTemplate(
  ctx: Context<Tx>,
  given: { readonly version: string; readonly body: string },
): Promise<void> {
  requirePermission(ctx, "agreement.keep");
  const body = given.body.replaceAll("\r\n", "\n").trim();
  if (body === "" || body.length > 100_000) refuseContest("template-empty");
  const [unknown] = findUnknown(body);
  if (unknown !== undefined) refuseContest("template-unknown", { name: unknown });
  const { version } = await readTemplate(ctx);
  if (given.version !== String(version) || !(await insertTemplate(ctx, version + 1, body)))
    refuseContest("contest-changed");
  await writeAudit(ctx, {
    action: "agreement.keep",
    subject: { kind: "contest-template", id: ctx.municipalityId },
    detail: { version: version + 1 },
  });
}

export async function nameMunicipality(ctx: Context<Tx>): Promise<string> {
  return (await loadMunicipality(ctx)).name;
}
