import { loadMunicipality, type Municipality, raiseRevision, requirePermission, writeAudit } from "../access/index.ts";
import { assert } from "../kernel/assert.ts";
import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Files } from "../platform/files.ts";
import { decideLines } from "./actions-carry.ts";
import { findOlder } from "./actions-older.ts";
import { decideApproval, findActDay, findYears, makeSlug, makeTitle } from "./approval.ts";
import type { Reading } from "./contract.ts";
import { flattenLines, listEditionLines } from "./edition.ts";
import type { Approval, ApprovedEdition, EditionApproved, LinesInUse } from "./hooks.ts";
import type { Carry } from "./identity.ts";
import { chooseSlug } from "./programme-choice.ts";
import type { ProgrammeRefusalCode } from "./refusals.ts";
import {
  closeReading,
  countEdition,
  findOpenReading,
  findReading,
  insertDocument,
  insertReading,
  type StoredReading,
} from "./store.ts";
import { insertEdition, selectEditionHeads } from "./store-edition.ts";
import { ensureSources, findIdentities, insertIdentities } from "./store-identity.ts";
import { insertLines } from "./store-lines.ts";
import { insertSuccessions } from "./store-succession.ts";
import type { LineDecision } from "./succession.ts";

export interface NewReading {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly reading: Reading;
  /** Which lines go on, where that is known: of a submitted draft. */
  readonly carry?: Carry;
  /** The programme whose next edition it is to be, where that is known: of a submitted draft. */
  readonly slug?: string;
}

/**
 * Keeps a document that was read, for a person to look at and approve: file, content and findings, whole or not at all.
 * The same file again while it is open gives the reading that is there (`already`).
 * Refuses `years-unknown`, `file-is-edition`, and what permissions refuse.
 */
export async function saveReading(
  ctx: Context<Tx>,
  files: Files,
  given: NewReading,
): Promise<{ readonly id: Id; readonly already: boolean }> {
  requirePermission(ctx, "programme.import");
  const municipality = await loadMunicipality(ctx);
  const base = makeSlug(municipality.slug, findYears(given.reading.programme));
  if (!base) throw refuse("years-unknown", { fileName: given.fileName });
  const slug = given.slug ?? chooseSlug(base, makeTitle(given.reading.programme), await selectEditionHeads(ctx));
  const hash = await files.store(given.bytes);
  await refuseApprovedFile(ctx, slug, hash);
  const file = { name: given.fileName, hash, bytes: given.bytes.length };
  await insertDocument(ctx, file);
  const id = await insertReading(ctx, { slug, file, reading: given.reading, carry: given.carry ?? null });
  const open = id ?? (await findOpenReading(ctx, hash));
  if (!open) throw refuse("reading-closed");
  if (id)
    await writeAudit(ctx, { action: "programme.import", subject: { kind: "reading", id }, detail: { slug, hash } });
  return { id: open, already: id === null };
}

async function refuseApprovedFile(ctx: Context<Tx>, slug: string, hash: string): Promise<void> {
  const latest = (await selectEditionHeads(ctx)).find((edition) => edition.slug === slug);
  if (latest?.fileHash === hash) throw refuse("file-is-edition", { slug, edition: latest.number });
}

/** What later slices say and do when an edition is approved. */
export interface ApprovalHooks {
  readonly editionApproved: EditionApproved<Tx>;
  readonly linesInUse: LinesInUse<Tx>;
}

/**
 * Makes the edition that nobody can change: number, content, lines with their identities. Then awaits the hook, in the same transaction.
 * Refuses `reading-unknown`, `reading-closed`, `version-changed`, `basis-missing`, `reading-has-errors`, `edition-older`,
 * `edition-repeats`, `carry-wrong`, `succession-wrong`, `line-in-use`.
 */
export async function approveReading(
  ctx: Context<Tx>,
  { editionApproved, linesInUse }: ApprovalHooks,
  given: Approval & { readonly id: Id },
): Promise<ApprovedEdition> {
  requirePermission(ctx, "programme.approve");
  const reading = await loadReading(ctx, given.id);
  decideApproval(reading, given);
  const older = await findOlder(ctx, reading);
  if (older && given.acceptOlder !== true) throw older;
  const municipality = await loadMunicipality(ctx);
  await close(ctx, reading, { version: given.version, state: "approved" });
  const edition = await makeEdition(ctx, { reading, municipality, basis: given.basis.trim() });
  const chosen = given.carry ? { carry: given.carry, succession: given.succession ?? [] } : null;
  const decision = await decideLines(ctx, { reading, chosen, except: edition.id, linesInUse });
  await storeLines(ctx, { edition, reading, decision });
  await raiseRevision(ctx);
  await writeAudit(ctx, {
    action: "programme.approve",
    subject: { kind: "edition", id: edition.id },
    detail: {
      slug: edition.slug,
      number: edition.number,
      basis: given.basis.trim(),
      hash: reading.file.hash,
      ...(older && { older: older.code }),
    },
  });
  await editionApproved(ctx, edition);
  return edition;
}

/** Puts an open reading aside; it stays in the record. Refuses `reading-unknown`, `reading-closed`, `version-changed`. */
export async function discardReading(
  ctx: Context<Tx>,
  given: { readonly id: Id; readonly version: number },
): Promise<void> {
  requirePermission(ctx, "programme.discard");
  const reading = await loadReading(ctx, given.id);
  await close(ctx, reading, { version: given.version, state: "discarded" });
  await writeAudit(ctx, { action: "programme.discard", subject: { kind: "reading", id: given.id } });
}

export async function loadReading(ctx: Context<Tx>, id: Id): Promise<StoredReading> {
  const reading = isId(id) ? await findReading(ctx, id) : undefined;
  if (!reading) throw refuse("reading-unknown");
  return reading;
}

/** An id from a page's address may be anything. */
function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

async function close(
  ctx: Context<Tx>,
  reading: StoredReading,
  to: { version: number; state: "approved" | "discarded" },
): Promise<void> {
  if (reading.state !== "open") throw refuse("reading-closed");
  if (await closeReading(ctx, { id: reading.id, ...to })) return;
  const now = await loadReading(ctx, reading.id);
  throw refuse("version-changed", { expected: to.version, actual: now.version });
}

interface EditionParts {
  readonly reading: StoredReading;
  readonly municipality: Municipality;
  readonly basis: string;
}

async function makeEdition(ctx: Context<Tx>, { reading, municipality, basis }: EditionParts): Promise<ApprovedEdition> {
  const years = findYears(reading.content);
  const { programmeId, number } = await countEdition(ctx, { slug: reading.slug, years });
  const id = newId();
  const title = makeTitle(reading.content);
  const { demonstration } = municipality;
  await insertEdition(ctx, { id, programmeId, number, reading, title, years, basis, demonstration });
  return { id, programmeId, slug: reading.slug, number, actDay: findActDay(basis, reading.content) };
}

interface LinesOfEdition {
  readonly edition: ApprovedEdition;
  readonly reading: StoredReading;
  readonly decision: LineDecision;
}

async function storeLines(ctx: Context<Tx>, { edition, reading, decision }: LinesOfEdition): Promise<void> {
  const lines = listEditionLines(reading.content);
  const all = flattenLines(lines);
  const carried = decision.carry;
  const identities = new Map(all.map((line) => [line.key, carried[line.key] ?? newId()]));
  for (const kind of ["goal", "objective", "indicator", "activity"] as const) {
    const fresh = all.filter((line) => line.kind === kind && !carried[line.key]);
    await insertIdentities(
      ctx,
      kind,
      fresh.flatMap((line) => identities.get(line.key) ?? []),
    );
  }
  await insertLines(ctx, { editionId: edition.id, lines, identities, sources: await ensureSources(ctx) });
  const kinds = await findIdentities(
    ctx,
    decision.succession.map((choice) => choice.from),
  );
  const successions = decision.succession.map(({ kind, from, to, reason }) => {
    const lineKind = kinds.get(from);
    assert(lineKind, `identity ${from} has a kind`);
    const toId = to === null ? null : (identities.get(to) ?? null);
    return { kind, lineKind, fromId: from, toId, reason: reason?.trim() || null };
  });
  await insertSuccessions(ctx, edition.id, successions);
}

function refuse(
  code: ProgrammeRefusalCode,
  values: Record<string, string | number> = {},
): Refusal<ProgrammeRefusalCode> {
  return new Refusal(code, values);
}
