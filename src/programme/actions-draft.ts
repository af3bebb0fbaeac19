import { loadNames, requirePermission, writeAudit } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import type { Id } from "../kernel/id.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Tx } from "../platform/database/index.ts";
import { loadContent } from "./actions-draft-content.ts";
import type { Address } from "./draft/edit.ts";
import { parseAddress, parseChanges } from "./draft/parse.ts";
import { type SavedChange, settleChanges } from "./draft/settle.ts";
import type { ProgrammeRefusalCode } from "./refusals.ts";
import type { Doer } from "./store.ts";
import {
  closeDraft,
  type DraftHead,
  findDraft,
  findOpenDraft,
  findTokens,
  insertChange,
  insertDraft,
  lockDraft,
  notePresence,
  selectChanges,
  selectPresence,
  updateDraft,
} from "./store-draft.ts";
import { type EditionHead, findEdition, selectEditionHeads } from "./store-edition.ts";
import type { DraftNews, DraftView } from "./views-draft.ts";

/** What a window says of itself; a stranger's request may say anything. */
export interface Voice {
  readonly id: Id;
  /** The version that the page knows. */
  readonly version: number;
  /** UUID of the window. */
  readonly visitor: string;
  readonly place: unknown;
}

/** A window that is silent for so long is gone. */
const SILENCE_MS = 20_000;
/** Of a large draft the whole content is kept only so often; the changes since are made anew when it is read. */
const LARGE = 300;
const KEEP_EVERY = 25;

/**
 * Opens a draft of the edition in force, or gives the one that is open.
 * Refuses `programme-unknown`, and what permissions refuse.
 */
export async function openDraft(ctx: Context<Tx>, slug: string): Promise<DraftView> {
  requirePermission(ctx, "programme.draft");
  const open = await findOpenDraft(ctx, slug);
  if (open) return viewDraft(ctx, open);
  const latest = await findLatest(ctx, slug);
  const edition = await findEdition(ctx, latest.id);
  if (!edition) throw refuse("programme-unknown", { slug });
  const given = { programmeId: latest.programmeId, baseEditionId: latest.id, content: edition.content };
  const id = await insertDraft(ctx, given);
  if (id)
    await writeAudit(ctx, {
      action: "programme.draft-open",
      subject: { kind: "draft", id },
      detail: { slug, edition: latest.number },
    });
  const draft = await findOpenDraft(ctx, slug);
  if (!draft) throw refuse("draft-unknown");
  return viewDraft(ctx, draft);
}

/** The open draft of a programme, or null. */
export async function getDraft(ctx: Context<Tx>, slug: string): Promise<DraftView | null> {
  requirePermission(ctx, "programme.read-drafts");
  const draft = await findOpenDraft(ctx, slug);
  return draft ? viewDraft(ctx, draft) : null;
}

/**
 * Makes changes, each edit only where the place still holds what the person saw; says what was not made, with both
 * values, and what others changed meanwhile. A change that was saved before is not made twice.
 * Refuses `draft-unknown`, `draft-closed`, `draft-changes-wrong`.
 */
export async function saveChanges(ctx: Context<Tx>, voice: Voice & { readonly changes: unknown }): Promise<DraftNews> {
  requirePermission(ctx, "programme.draft");
  const sent = parseChanges(voice.changes);
  if (!sent) throw refuse("draft-changes-wrong");
  const draft = await lockOpenDraft(ctx, voice.id);
  const known = await findTokens(
    ctx,
    draft.id,
    sent.map(({ token }) => token),
  );
  if (known.size > 0 || sent.length === 0) return tellNews(ctx, voice, { conflicts: [], repeated: [...known] });
  const since = await selectChanges(ctx, draft.id, voice.version);
  const content = await loadContent(ctx, draft);
  const settled = settleChanges(
    content,
    sent,
    since.map(({ change }) => change),
  );
  await keepChanges(ctx, draft, settled);
  return tellNews(ctx, voice, { conflicts: settled.conflicts, repeated: [] });
}

async function keepChanges(
  ctx: Context<Tx>,
  draft: DraftHead,
  settled: { saved: readonly SavedChange[]; content: DraftView["content"] },
): Promise<void> {
  if (settled.saved.length === 0) return;
  let { version } = draft;
  for (const { token, change } of settled.saved) {
    version += 1;
    await insertChange(ctx, { id: draft.id, version, token, change });
  }
  const isDue = settled.content.activities.length <= LARGE || version - draft.contentVersion >= KEEP_EVERY;
  await updateDraft(ctx, { id: draft.id, version, content: isDue ? settled.content : null });
}

/** A sign of life of a window: what others changed since, and who they are. Refuses `draft-unknown`. */
export async function hearDraft(ctx: Context<Tx>, voice: Voice): Promise<DraftNews> {
  requirePermission(ctx, "programme.draft");
  return tellNews(ctx, voice, { conflicts: [], repeated: [] });
}

/** Puts a draft aside; its changes stay in the record. Refuses `draft-unknown`, `draft-closed`. */
export async function discardDraft(ctx: Context<Tx>, id: Id): Promise<void> {
  requirePermission(ctx, "programme.draft");
  await lockOpenDraft(ctx, id);
  await closeDraft(ctx, { id, state: "discarded", readingId: null });
  await writeAudit(ctx, { action: "programme.draft-discard", subject: { kind: "draft", id } });
}

export async function loadDraft(ctx: Context<Tx>, id: Id): Promise<DraftHead> {
  const draft = isId(id) ? await findDraft(ctx, id) : undefined;
  if (!draft) throw refuse("draft-unknown");
  return draft;
}

/** The draft, which nobody else changes until the transaction ends. Refuses `draft-unknown`, `draft-closed`. */
export async function lockOpenDraft(ctx: Context<Tx>, id: Id): Promise<DraftHead> {
  await loadDraft(ctx, id);
  await lockDraft(ctx, id);
  const draft = await loadDraft(ctx, id);
  if (draft.state !== "open") throw refuse("draft-closed");
  return draft;
}

/** An id of a request may be anything. */
function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

async function findLatest(ctx: Context<Tx>, slug: string): Promise<EditionHead> {
  const latest = (await selectEditionHeads(ctx)).find((head) => head.slug === slug);
  if (!latest) throw refuse("programme-unknown", { slug });
  return latest;
}

async function viewDraft(ctx: Context<Tx>, draft: DraftHead): Promise<DraftView> {
  const heads = (await selectEditionHeads(ctx)).filter((head) => head.slug === draft.slug);
  const base = heads.find((head) => head.id === draft.baseEditionId);
  const nameOf = await nameDoers(ctx, [draft.openedBy]);
  return {
    id: draft.id,
    slug: draft.slug,
    title: base?.title ?? "",
    base: base?.number ?? 0,
    inForce: heads[0]?.number ?? 0,
    content: await loadContent(ctx, draft),
    version: draft.version,
    state: draft.state,
    openedAt: draft.openedAt.toISOString(),
    openedBy: nameOf(draft.openedBy),
    changedAt: draft.changedAt.toISOString(),
  };
}

async function tellNews(
  ctx: Context<Tx>,
  voice: Voice,
  answer: Pick<DraftNews, "conflicts" | "repeated">,
): Promise<DraftNews> {
  const draft = await loadDraft(ctx, voice.id);
  const place: Address | null = parseAddress(voice.place);
  if (isId(voice.visitor)) await notePresence(ctx, { id: draft.id, visitor: voice.visitor, place });
  const changes = await selectChanges(ctx, draft.id, voice.version);
  const since = new Date(ctx.now.getTime() - SILENCE_MS);
  const visitor = isId(voice.visitor) ? voice.visitor : draft.id;
  const others = await selectPresence(ctx, { id: draft.id, visitor, since });
  const nameOf = await nameDoers(ctx, [...changes.map(({ madeBy }) => madeBy), ...others.map(({ doer }) => doer)]);
  const latest = await findLatest(ctx, draft.slug);
  return {
    version: draft.version,
    state: draft.state,
    inForce: latest.number,
    changes: changes.map(({ madeAt, madeBy, ...change }) => ({
      ...change,
      madeAt: madeAt.toISOString(),
      madeBy: nameOf(madeBy),
    })),
    ...answer,
    others: others.map((other) => ({ visitor: other.visitor, name: nameOf(other.doer), place: other.place })),
    savedAt: draft.changedAt.toISOString(),
  };
}

/** The names of those who did something. */
export async function nameDoers(ctx: Context<Tx>, doers: readonly Doer[]): Promise<(doer: Doer) => string> {
  const names = await loadNames(
    ctx,
    doers.flatMap((doer) => doer.personId ?? []),
  );
  return (doer) => doer.name ?? names.get(doer.personId ?? "") ?? "";
}

function refuse(
  code: ProgrammeRefusalCode,
  values: Record<string, string | number> = {},
): Refusal<ProgrammeRefusalCode> {
  return new Refusal(code, values);
}
