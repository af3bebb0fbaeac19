import { requirePermission, writeAudit } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Files } from "../platform/files.ts";
import { saveReading } from "./actions.ts";
import { lockOpenDraft, openDraft } from "./actions-draft.ts";
import { loadContent } from "./actions-draft-content.ts";
import { makeTitle } from "./approval.ts";
import { checkProgramme } from "./check/index.ts";
import { makeComparison } from "./compare/index.ts";
import type { Programme } from "./contract.ts";
import { carryLines, pairLines, traceOrigins } from "./draft/carry.ts";
import type { Edit } from "./draft/edit.ts";
import { deriveMoves } from "./draft/rebase.ts";
import { settleChanges } from "./draft/settle.ts";
import { flattenLines, listEditionLines } from "./edition.ts";
import { type Carry, type KnownLine, keyIdentities } from "./identity.ts";
import { editionName } from "./messages-comparison.ts";
import type { ProgrammeRefusalCode } from "./refusals.ts";
import { closeDraft, type DraftHead, findOpenDraft, insertChange, selectChanges, updateDraft } from "./store-draft.ts";
import { findEdition, selectEditionHeads } from "./store-edition.ts";
import { selectKnownLines } from "./store-identity.ts";
import type { Comparison } from "./views-comparison.ts";
import type { DraftConflict, DraftView, SentChange } from "./views-draft.ts";
import { writeDocument } from "./write-document.ts";

/**
 * Makes a draft a document that waits for approval: its content, its Word file, and which lines go on.
 * Refuses `draft-unknown`, `draft-closed`, `draft-unchanged`, `version-changed`, `draft-outdated`, and as `saveReading`.
 */
export async function submitDraft(
  ctx: Context<Tx>,
  files: Files,
  given: { readonly id: Id; readonly version: number },
): Promise<{ readonly readingId: Id }> {
  requirePermission(ctx, "programme.draft");
  const draft = await lockOpenDraft(ctx, given.id);
  if (draft.version !== given.version)
    throw refuse("version-changed", { expected: given.version, actual: draft.version });
  if (draft.version === 0) throw refuse("draft-unchanged");
  await refuseOutdated(ctx, draft);
  const content = await loadContent(ctx, draft);
  const reading = { programme: content, findings: checkProgramme(content), questions: [] };
  const carry = await findDraftCarry(ctx, draft, content);
  const bytes = await writeDocument(content);
  const fileName = `${draft.slug}-draft-${draft.version}.docx`;
  const { id } = await saveReading(ctx, files, { fileName, bytes, reading, carry, slug: draft.slug });
  await closeDraft(ctx, { id: draft.id, state: "submitted", readingId: id });
  await writeAudit(ctx, {
    action: "programme.draft-submit",
    subject: { kind: "draft", id: draft.id },
    detail: { reading: id, changes: draft.version },
  });
  return { readingId: id };
}

/** Refuses `draft-outdated` where another edition is in force by now. */
export async function refuseOutdated(ctx: Context<Tx>, draft: DraftHead): Promise<void> {
  const heads = (await selectEditionHeads(ctx)).filter((head) => head.slug === draft.slug);
  const [latest] = heads;
  if (!latest || latest.id === draft.baseEditionId) return;
  const base = heads.find((head) => head.id === draft.baseEditionId);
  throw refuse("draft-outdated", { base: base?.number ?? 0, inForce: latest.number });
}

/** The identities of the edition's lines, followed through every change of the draft. */
export async function findDraftCarry(ctx: Context<Tx>, draft: DraftHead, content: Programme): Promise<Carry> {
  const { edition, pairs } = await pairWithBase(ctx, draft, content);
  const known = await selectKnownLines(ctx, edition.id);
  return carryLines(pairs, keyIdentities({ content: edition.content, known }));
}

async function pairWithBase(ctx: Context<Tx>, draft: DraftHead, content: Programme) {
  const edition = await findEdition(ctx, draft.baseEditionId);
  if (!edition) throw refuse("draft-unknown");
  const changes = await selectChanges(ctx, draft.id, 0);
  const lengths = { indicators: edition.content.indicators.length, activities: edition.content.activities.length };
  const origins = traceOrigins(
    lengths,
    changes.map(({ change }) => change),
  );
  return { edition, pairs: pairLines(flattenLines(listEditionLines(content)), origins) };
}

/** The open draft against the edition it began from; null where none is open. */
export async function compareDraft(ctx: Context<Tx>, slug: string): Promise<Comparison | null> {
  requirePermission(ctx, "programme.read-drafts");
  const draft = await findOpenDraft(ctx, slug);
  if (!draft) return null;
  const content = await loadContent(ctx, draft);
  const { edition, pairs } = await pairWithBase(ctx, draft, content);
  const name = editionName(edition.number, ctx.language);
  const was = { programme: edition.content, called: { title: edition.title, name, basis: null } };
  const called = { title: makeTitle(content), name: DRAFT_NAMES[ctx.language], basis: null };
  return makeComparison(was, { programme: content, called }, pairs);
}

const DRAFT_NAMES = { ru: "черновик", en: "draft" } as const;

/**
 * Makes the changes of a draft anew on the edition in force: the old draft is put aside, a new one holds what could be
 * made. What could not comes back with both values. Refuses `draft-unknown`, `draft-closed`.
 */
export async function rebaseDraft(
  ctx: Context<Tx>,
  id: Id,
): Promise<{ readonly draft: DraftView; readonly conflicts: readonly DraftConflict[] }> {
  requirePermission(ctx, "programme.draft");
  const old = await lockOpenDraft(ctx, id);
  const changes = await selectChanges(ctx, id, 0);
  const heads = (await selectEditionHeads(ctx)).filter((head) => head.slug === old.slug);
  const before = await selectKnownLines(ctx, old.baseEditionId);
  const after = await selectKnownLines(ctx, heads[0]?.id ?? old.baseEditionId);
  await closeDraft(ctx, { id, state: "discarded", readingId: null });
  const fresh = await openDraft(ctx, old.slug);
  const moves = (["indicators", "activities"] as const).flatMap((list) =>
    deriveMoves(list, idsOf(before, list), idsOf(after, list)),
  );
  const { sent, left } = leaveParts(changes.map(({ change }) => ({ token: newId(), change })));
  const { content, saved, conflicts } = settleChanges(fresh.content, sent, [{ edits: moves }]);
  let version = 0;
  for (const { token, change } of saved) {
    version += 1;
    await insertChange(ctx, { id: fresh.id, version, token, change });
  }
  await updateDraft(ctx, { id: fresh.id, version, content });
  return { draft: await openDraft(ctx, old.slug), conflicts: [...left, ...conflicts] };
}

/** A part that an act prints anew would overwrite what another edition says there: a person takes it in once more. */
function leaveParts(changes: readonly SentChange[]) {
  const isPart = (edit: Edit) => edit.do === "replace" && edit.by.do !== "total" && edit.by.do !== "title";
  const sent = changes.flatMap(({ token, change: { takesBack: _, ...change } }) => {
    const edits = change.edits.filter((edit) => !isPart(edit));
    return edits.length === 0 ? [] : [{ token, change: { ...change, edits } }];
  });
  const left = changes.flatMap(({ token, change }) =>
    change.edits.filter(isPart).map(() => ({ token, address: null, code: "gone" as const, text: "", there: null })),
  );
  return { sent, left };
}

function idsOf(lines: readonly KnownLine[], list: "indicators" | "activities"): readonly Id[] {
  const kind = list === "indicators" ? "indicator" : "activity";
  return lines.filter((line) => line.kind === kind).map((line) => line.identityId);
}

function refuse(
  code: ProgrammeRefusalCode,
  values: Record<string, string | number> = {},
): Refusal<ProgrammeRefusalCode> {
  return new Refusal(code, values);
}
