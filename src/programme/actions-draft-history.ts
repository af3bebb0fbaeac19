import { requirePermission, writeAudit } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Tx } from "../platform/database/index.ts";
import { loadDraft, lockOpenDraft, nameDoers } from "./actions-draft.ts";
import { loadContent } from "./actions-draft-content.ts";
import type { AmendRefusalCode } from "./amend/index.ts";
import { encodeProgramme } from "./codec.ts";
import type { Programme } from "./contract.ts";
import { applyChange } from "./draft/change.ts";
import type { Change } from "./draft/edit.ts";
import { nameEdits } from "./draft/history.ts";
import { listMoves, rebaseChange } from "./draft/rebase.ts";
import { describeEdit } from "./messages-draft.ts";
import type { ProgrammeRefusalCode } from "./refusals.ts";
import { findOpenDraft, insertChange, selectChanges, updateDraft } from "./store-draft.ts";
import { findEdition } from "./store-edition.ts";
import type { DraftHistory } from "./views-draft.ts";

const PAGE = 20;
/** Of one change, a pasted block for instance, no more is told. */
const MOST_TOLD = 12;

/**
 * «Кто что менял»: the changes of the open draft, the last first, by pages from 1; null where no draft is open. A page
 * that is not there is the nearest one.
 */
export async function listDraftHistory(
  ctx: Context<Tx>,
  { slug, page }: { readonly slug: string; readonly page: number },
): Promise<DraftHistory | null> {
  requirePermission(ctx, "programme.read-drafts");
  const draft = await findOpenDraft(ctx, slug);
  const base = draft && (await findEdition(ctx, draft.baseEditionId));
  if (!draft || !base) return null;
  const stored = await selectChanges(ctx, draft.id, 0);
  const pages = Math.max(1, Math.ceil(stored.length / PAGE));
  const shown = Math.min(Math.max(page, 1), pages);
  const to = stored.length - (shown - 1) * PAGE;
  const from = Math.max(1, to - PAGE + 1);
  const changes = stored.map(({ change }) => change);
  const named = nameEdits(base.content, changes, { from, to });
  const here = stored.slice(from - 1, to);
  const nameOf = await nameDoers(
    ctx,
    here.map(({ madeBy }) => madeBy),
  );
  const entries = here.map(({ version, change, madeAt, madeBy }, at) => ({
    version,
    madeAt: madeAt.toISOString(),
    madeBy: nameOf(madeBy),
    act: change.act ?? null,
    takenBack: change.takesBack ?? null,
    edits: (named[at] ?? []).slice(0, MOST_TOLD).map((edit) => describeEdit(edit, ctx.language)),
    more: Math.max(0, change.edits.length - MOST_TOLD),
  }));
  return { id: draft.id, version: draft.version, page: shown, pages, entries: entries.toReversed() };
}

/**
 * Takes back one change of a draft by a change of its own; nothing that came after it is overwritten.
 * Refuses `draft-unknown`, `draft-closed`, `version-changed`, `change-later`.
 */
export async function takeBack(
  ctx: Context<Tx>,
  given: { readonly id: Id; readonly version: number; readonly change: number },
): Promise<void> {
  requirePermission(ctx, "programme.draft");
  await loadDraft(ctx, given.id);
  const draft = await lockOpenDraft(ctx, given.id);
  if (draft.version !== given.version)
    throw new Refusal<ProgrammeRefusalCode>("version-changed", { expected: given.version, actual: draft.version });
  const base = await findEdition(ctx, draft.baseEditionId);
  const changes = (await selectChanges(ctx, draft.id, 0)).map(({ change }) => change);
  const taken = changes[given.change - 1];
  if (!base || !taken) throw new Refusal<ProgrammeRefusalCode>("draft-changes-wrong");
  const make = (content: Programme, change: Change) => applyChange(content, change).programme;
  const before = changes.slice(0, given.change - 1).reduce(make, base.content);
  const { inverse, programme: after } = applyChange(before, taken);
  const content = await loadContent(ctx, draft);
  const later = listMoves(changes.slice(given.change));
  const { change, lost } = rebaseChange(inverse, later);
  const made = applyChange(content, change);
  if (lost.length + made.problems.length > 0 || !restoresWhatStands(inverse, after, content))
    throw new Refusal<AmendRefusalCode>("change-later");
  const version = draft.version + 1;
  const said = { ...change, takesBack: given.change };
  await insertChange(ctx, { id: draft.id, version, token: newId(), change: said });
  await updateDraft(ctx, { id: draft.id, version, content: made.programme });
  await writeAudit(ctx, {
    action: "programme.draft-take-back",
    subject: { kind: "draft", id: draft.id },
    detail: { change: given.change },
  });
}

/** A part that is put back whole must stand as the change left it. */
function restoresWhatStands(inverse: Change, after: Programme, content: Programme): boolean {
  const fields = inverse.edits.flatMap((edit) =>
    edit.do === "replace" && edit.by.do === "restore" ? (Object.keys(edit.by.content) as (keyof Programme)[]) : [],
  );
  const pick = (programme: Programme) =>
    encodeProgramme(Object.fromEntries(fields.map((field) => [field, programme[field]])) as unknown as Programme);
  return pick(after) === pick(content);
}
