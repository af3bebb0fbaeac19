import { raiseRevision, requirePermission, writeAudit } from "../../access/index.ts";
import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { refuseRegistry } from "../refusals.ts";
import { type ActDesk, followRevision } from "../revision/actions-follow.ts";
import { hasSettlement } from "../settlement/store.ts";
import { type ActFields, type ActInput, parseAct } from "./input.ts";
import { refuseAct } from "./refusals.ts";
import { type RelatedAct, requireOrder } from "./relation.ts";
import { findSameAct, insertAct, type StoredAct, selectAct, updateAct } from "./store.ts";
import { insertActFile } from "./store-file.ts";
import { selectRelations } from "./store-relation.ts";

export const FILE_LIMIT_BYTES = 25_000_000;

/** To what an act belongs, for the permission table: the settlement whose it is. */
export function ownersOf({ settlementId }: Pick<StoredAct, "settlementId">): readonly Id[] {
  return settlementId ? [settlementId] : [];
}

/** The act, by an actor who may keep it. Refuses `act-unknown`, `not-permitted`. */
export async function requireAct(ctx: Context<Tx>, id: string): Promise<StoredAct> {
  const act = (isId(id) ? await selectAct(ctx, id) : undefined) ?? refuseAct("act-unknown");
  requirePermission(ctx, "act.keep", ownersOf(act));
  return act;
}

/**
 * Enters an act as draft or as adopted; where a rule of revision concerns it, its task is opened. Refuses what `parseAct`
 * refuses, `settlement-unknown` and `act-known`.
 */
export async function enterAct(ctx: Context<Tx>, desk: ActDesk, input: ActInput): Promise<Id> {
  requirePermission(ctx, "act.keep", [input.settlementId]);
  const fields = await parseFields(ctx, input);
  await refuseSame(ctx, fields, null);
  const id = await insertAct(ctx, fields);
  await writeAudit(ctx, { action: "act.keep", subject: { kind: "legal-act", id }, after: toTrail(fields) });
  await settleChange(ctx, desk, { id, isPublic: fields.state === "adopted" });
  return id;
}

/**
 * Saves an act anew; a draft becomes adopted so. Refuses as `enterAct`, `act-changed`,
 * `act-adopted`, and by a code of `requireOrder` where it no longer fits its relations.
 */
export async function changeAct(
  ctx: Context<Tx>,
  desk: ActDesk,
  input: ActInput & { readonly id: string; readonly version: string },
): Promise<void> {
  const was = await requireAct(ctx, input.id);
  requirePermission(ctx, "act.keep", [input.settlementId]);
  const fields = await parseFields(ctx, input);
  if (was.state === "adopted" && fields.state === "draft") refuseAct("act-adopted");
  await refuseSame(ctx, fields, was.id);
  const targets = await requireRelations(ctx, { ...fields, id: was.id });
  const version = /^\d{1,9}$/.test(input.version) ? Number(input.version) : 0;
  if (!(await updateAct(ctx, { id: was.id, version }, fields))) refuseAct("act-changed");
  await writeAudit(ctx, {
    action: "act.keep",
    subject: { kind: "legal-act", id: was.id },
    detail: { version: version + 1 },
    before: toTrail(was),
    after: toTrail(fields),
  });
  await settleChange(ctx, desk, { id: was.id, targets, isPublic: fields.state === "adopted" });
}

/** With its new day and kind the act must still fit what stands between it and others. The acts that it acts on. */
async function requireRelations(ctx: Context<Tx>, act: RelatedAct): Promise<readonly Id[]> {
  const relations = await selectRelations(ctx);
  const own = relations.filter(({ actId, targetId }) => actId === act.id || targetId === act.id);
  for (const { actId, targetId, kind, holdsFrom } of own) {
    const other = await selectAct(ctx, actId === act.id ? targetId : actId);
    assert(other, "a relation has both its acts");
    const pair = actId === act.id ? { act, target: other } : { act: other, target: act };
    requireOrder(pair, { kind, holdsFrom });
  }
  return own.filter(({ actId }) => actId === act.id).map(({ targetId }) => targetId);
}

async function parseFields(ctx: Context<Tx>, input: ActInput): Promise<ActFields> {
  const fields = parseAct(input, ctx.today);
  const settlementId = input.settlementId.trim() || null;
  if (settlementId !== null && !(isId(settlementId) && (await hasSettlement(ctx, settlementId)))) {
    refuseRegistry("settlement-unknown");
  }
  return { ...fields, settlementId };
}

async function refuseSame(ctx: Context<Tx>, fields: ActFields, but: Id | null): Promise<void> {
  if (fields.state === "draft" || !(await findSameAct(ctx, fields, but))) return;
  const { number, date, issuer } = fields;
  refuseAct("act-known", { number: number ?? "", date: date ?? "", issuer });
}

/** What an act tells the trail: its particulars; a long text only by its length. */
function toTrail(fields: Omit<ActFields, "text"> & { readonly text?: string | null }) {
  const { kind, subject, state, number, date, issuer, title, clause, inForceFrom, inForceUntil, settlementId } = fields;
  const plain = { kind, subject, state, number, date, issuer, title, clause, inForceFrom, inForceUntil, settlementId };
  return fields.text === undefined ? plain : { ...plain, characters: fields.text?.length ?? 0 };
}

/** Tasks follow, and the pages that everybody reads where it is no draft. The acts that it changes depend on it too. */
export async function settleChange(
  ctx: Context<Tx>,
  desk: ActDesk,
  { id, targets = [], isPublic }: { readonly id: Id; readonly targets?: readonly Id[]; readonly isPublic: boolean },
): Promise<void> {
  await followRevision(ctx, desk, [id, ...targets]);
  if (isPublic) await raiseRevision(ctx);
}

const ACCEPTED = [
  "application/pdf",
  "application/zip",
  "application/msword",
  "application/rtf",
  "image/png",
  "image/jpeg",
  "image/webp",
];

/**
 * Puts a paper to an act; earlier ones stay. Its kind is told by what it holds, pictures lose what the camera noted. Refuses
 * `act-unknown`, `act-file-missing`, `act-file-large`, `act-file-kind`.
 */
export async function attachActFile(
  ctx: Context<Tx>,
  desk: ActDesk,
  given: { readonly id: string; readonly name: string; readonly bytes: Uint8Array },
): Promise<void> {
  const act = await requireAct(ctx, given.id);
  if (given.bytes.length === 0) refuseAct("act-file-missing");
  if (given.bytes.length > FILE_LIMIT_BYTES) refuseAct("act-file-large", { megabytes: FILE_LIMIT_BYTES / 1_000_000 });
  const file = await desk.keepFile(given);
  if (!ACCEPTED.includes(file.mediaType)) refuseAct("act-file-kind", { name: file.name });
  await insertActFile(ctx, { actId: act.id, ...file });
  const detail = { file: file.hash, bytes: file.bytes };
  await writeAudit(ctx, { action: "act.keep", subject: { kind: "legal-act", id: act.id }, detail });
  if (act.state === "adopted") await raiseRevision(ctx);
}
