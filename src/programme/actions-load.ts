import { loadNames, requirePermission } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Severity } from "../kernel/finding.ts";
import type { Id } from "../kernel/id.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Tx } from "../platform/database/index.ts";
import { loadReading } from "./actions.ts";
import { type CarryProposal, proposeCarry as proposeCarryOf } from "./actions-carry.ts";
import type { ProgrammeRefusalCode } from "./refusals.ts";
import { type Doer, type ReadingHead, type StoredReading, selectReadingHeads } from "./store.ts";
import { type EditionHead, findEdition, type StoredEdition, selectEditionHeads } from "./store-edition.ts";
import type { EditionView, ProgrammeCard, ReadingView } from "./views.ts";

/** A document read, as a list shows it: without its content. */
export interface ReadingCard {
  readonly id: Id;
  readonly fileName: string;
  readonly readAt: string;
  readonly readBy: string;
  readonly state: ReadingView["state"];
  readonly version: number;
  /** How many findings of each severity. */
  readonly findings: Readonly<Record<Severity, number>>;
  readonly wouldBe: ReadingView["wouldBe"];
}

/** Each programme once, by its last edition; the newest programme first. */
export async function listProgrammes(ctx: Context<Tx>): Promise<readonly ProgrammeCard[]> {
  const last = new Map<string, EditionHead>();
  for (const head of await selectEditionHeads(ctx)) if (!last.has(head.slug)) last.set(head.slug, head);
  return [...last.values()].map(toCard);
}

/** The editions of a programme, the newest first. Refuses `programme-unknown`. */
export async function listEditions(ctx: Context<Tx>, slug: string): Promise<readonly ProgrammeCard[]> {
  return (await findHeads(ctx, slug)).map(toCard);
}

/** An edition whole, the last one unless a number is given. Refuses `programme-unknown`, `edition-unknown`. */
export async function getEdition(ctx: Context<Tx>, slug: string, number?: number): Promise<EditionView> {
  const heads = await findHeads(ctx, slug);
  const head = number === undefined ? heads[0] : heads.find((candidate) => candidate.number === number);
  const edition = head && (await findEdition(ctx, head.id));
  if (!edition) throw new Refusal<ProgrammeRefusalCode>("edition-unknown", { slug, edition: number ?? 0 });
  const nameOf = await nameDoers(ctx, [edition.approvedBy]);
  return toEditionView(edition, nameOf(edition.approvedBy));
}

/** Documents read, the newest first. For those who may see drafts. */
export async function listReadings(ctx: Context<Tx>): Promise<readonly ReadingCard[]> {
  requirePermission(ctx, "programme.read-drafts");
  const [readings, editions] = [await selectReadingHeads(ctx), await selectEditionHeads(ctx)];
  const nameOf = await nameDoers(
    ctx,
    readings.map((reading) => reading.readBy),
  );
  return readings.map((reading) => ({
    id: reading.id,
    fileName: reading.fileName,
    readAt: reading.readAt.toISOString(),
    readBy: nameOf(reading.readBy),
    state: reading.state,
    version: reading.version,
    findings: reading.findings,
    wouldBe: whatWouldBe(reading, editions),
  }));
}

/** Refuses `reading-unknown`. */
export async function getReading(ctx: Context<Tx>, id: Id): Promise<ReadingView> {
  requirePermission(ctx, "programme.read-drafts");
  const reading = await loadReading(ctx, id);
  const nameOf = await nameDoers(ctx, [reading.readBy]);
  const wouldBe = whatWouldBe(reading, await selectEditionHeads(ctx));
  return toReadingView(reading, { readBy: nameOf(reading.readBy), wouldBe });
}

/** Which identities the lines of a reading would carry on. Refuses `reading-unknown`. */
export async function proposeCarry(ctx: Context<Tx>, readingId: Id): Promise<CarryProposal> {
  requirePermission(ctx, "programme.read-drafts");
  return proposeCarryOf(ctx, await loadReading(ctx, readingId));
}

async function findHeads(ctx: Context<Tx>, slug: string): Promise<readonly EditionHead[]> {
  const heads = (await selectEditionHeads(ctx)).filter((head) => head.slug === slug);
  if (heads.length === 0) throw new Refusal<ProgrammeRefusalCode>("programme-unknown", { slug });
  return heads;
}

/** Of an approved reading: what it became. */
function whatWouldBe(reading: StoredReading | ReadingHead, editions: readonly EditionHead[]): ReadingView["wouldBe"] {
  const became = editions.find((edition) => edition.readingId === reading.id);
  const last = editions.find((edition) => edition.slug === reading.slug);
  return { slug: reading.slug, edition: became?.number ?? (last?.number ?? 0) + 1 };
}

async function nameDoers(ctx: Context<Tx>, doers: readonly Doer[]): Promise<(doer: Doer) => string> {
  const names = await loadNames(
    ctx,
    doers.flatMap((doer) => doer.personId ?? []),
  );
  return (doer) => doer.name ?? names.get(doer.personId ?? "") ?? "";
}

function toCard(head: EditionHead): ProgrammeCard {
  return {
    id: head.programmeId,
    slug: head.slug,
    title: head.title,
    years: head.years,
    edition: head.number,
    approvedAt: head.approvedAt.toISOString(),
  };
}

function toEditionView(edition: StoredEdition, approvedBy: string): EditionView {
  return {
    id: edition.id,
    programme: toCard(edition),
    number: edition.number,
    content: edition.content,
    findings: edition.findings,
    fileName: edition.file.name,
    fileHash: edition.file.hash,
    fileBytes: edition.file.bytes,
    readAt: edition.readAt.toISOString(),
    approvedAt: edition.approvedAt.toISOString(),
    approvedBy,
    basis: edition.basis,
    demonstration: edition.demonstration,
  };
}

function toReadingView(reading: StoredReading, more: Pick<ReadingView, "readBy" | "wouldBe">): ReadingView {
  return {
    id: reading.id,
    fileName: reading.file.name,
    fileHash: reading.file.hash,
    fileBytes: reading.file.bytes,
    readAt: reading.readAt.toISOString(),
    content: reading.content,
    findings: reading.findings,
    questions: reading.questions,
    state: reading.state,
    version: reading.version,
    ...more,
  };
}
