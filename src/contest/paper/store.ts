import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { SignatureView } from "../agreement/contract.ts";
import { byOf, withContestTables } from "../tables.ts";

export interface StoredDocument {
  readonly id: Id;
  readonly callId: Id;
  readonly kind: "minutes" | "agreement";
  readonly sittingId: Id;
  readonly applicationId: Id | null;
  readonly name: string;
  readonly hash: string;
  readonly bytes: number;
  readonly replacesId: Id | null;
  readonly madeAt: Date;
}

/** Documents of a call, the earliest first. */
export async function selectDocuments(ctx: Context<Tx>, callId: Id): Promise<readonly StoredDocument[]> {
  const rows = await withContestTables(ctx.tx)
    .selectFrom("contest_document")
    .select(["id", "call_id as callId", "kind", "sitting_id as sittingId", "application_id as applicationId", "name"])
    .select(["hash", "bytes", "replaces_id as replacesId", "at as madeAt"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("call_id", "=", callId)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map(({ bytes, ...row }) => ({ ...row, bytes: Number(bytes) }));
}

/** Null where somebody replaced the same document just now. */
export async function insertDocument(
  ctx: Context<Tx>,
  given: Omit<StoredDocument, "id" | "madeAt">,
): Promise<Id | null> {
  const { callId, sittingId, applicationId, replacesId, ...own } = given;
  const id = newId();
  const made = await withContestTables(ctx.tx)
    .insertInto("contest_document")
    .values({
      ...own,
      ...byOf(ctx),
      municipality_id: ctx.municipalityId,
      id,
      call_id: callId,
      sitting_id: sittingId,
      application_id: applicationId,
      replaces_id: replacesId,
    })
    .onConflict((conflict) => conflict.columns(["municipality_id", "replaces_id"]).doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n ? id : null;
}

export async function insertSignature(
  ctx: Context<Tx>,
  given: Omit<SignatureView, "id"> & { readonly documentId: Id },
): Promise<Id> {
  const { documentId, signedOn, ...own } = given;
  const id = newId();
  await withContestTables(ctx.tx)
    .insertInto("contest_signature")
    .values({
      ...own,
      ...byOf(ctx),
      municipality_id: ctx.municipalityId,
      id,
      document_id: documentId,
      signed_on: signedOn,
    })
    .execute();
  return id;
}

export async function selectSignatures(
  ctx: Context<Tx>,
  documents: readonly Id[],
): Promise<ReadonlyMap<Id, readonly SignatureView[]>> {
  if (documents.length === 0) return new Map();
  const rows = await withContestTables(ctx.tx)
    .selectFrom("contest_signature")
    .select(["document_id as documentId", "id", "kind", "signer", "office", "signed_on as signedOn", "name", "hash"])
    .where("municipality_id", "=", ctx.municipalityId)
    .where("document_id", "in", [...documents])
    .orderBy("signed_on")
    .orderBy("id")
    .execute();
  return Map.groupBy(
    rows.map(({ documentId, ...signature }) => ({ ...signature, documentId })),
    ({ documentId }) => documentId,
  );
}

/** The next version of the municipality's template. */
export async function insertTemplate(ctx: Context<Tx>, version: number, body: string): Promise<boolean> {
  const made = await withContestTables(ctx.tx)
    .insertInto("contest_template")
    .values({ ...byOf(ctx), municipality_id: ctx.municipalityId, version, body })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return made.numInsertedOrUpdatedRows === 1n;
}
