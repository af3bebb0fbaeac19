import { requirePermission, writeAudit } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import { type Id, newId } from "../kernel/id.ts";
import { Refusal } from "../kernel/refusal.ts";
import type { Tx } from "../platform/database/index.ts";
import type { Files } from "../platform/files.ts";
import { lockOpenDraft } from "./actions-draft.ts";
import { loadContent } from "./actions-draft-content.ts";
import { type AmendRefusalCode, listSteps, type Proposal } from "./amend/index.ts";
import type { Programme } from "./contract.ts";
import { applyChange, applyEdit } from "./draft/change.ts";
import type { Edit, LineList } from "./draft/edit.ts";
import { isProblem } from "./draft/values.ts";
import { listEditionLines } from "./edition.ts";
import { pairByContent } from "./match/index.ts";
import type { ProgrammeRefusalCode } from "./refusals.ts";
import { insertChange, updateDraft } from "./store-draft.ts";

/** Keeps the file of an act, so that a page can go on with it, and gives its hash. */
export async function keepAct(ctx: Context<Tx>, files: Files, bytes: Uint8Array): Promise<string> {
  requirePermission(ctx, "programme.draft");
  return files.store(bytes);
}

/** The bytes of an act that was kept. Refuses `act-unknown`. */
export async function openAct(ctx: Context<Tx>, files: Files, hash: string): Promise<Uint8Array> {
  requirePermission(ctx, "programme.draft");
  const unknown = () => new Refusal<AmendRefusalCode>("act-unknown");
  if (!/^[0-9a-f]{64}$/.test(hash)) throw unknown();
  return files.read(hash).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT" ? unknown() : error;
  });
}

/** What a person takes of an act into a draft at the version they saw. */
export interface ChosenAct {
  readonly id: Id;
  readonly version: number;
  /** As reading the act gave them, in its order. */
  readonly proposals: readonly Proposal[];
  /** All that was understood is taken: totals are the act's own. Otherwise the draft reckons what follows. */
  readonly whole: boolean;
  /** What the record calls the act. */
  readonly name: string;
  /** Of the act's file. */
  readonly hash: string;
}

/**
 * Makes what was chosen of an act one change of the draft: all of it or nothing.
 * Refuses `draft-unknown`, `draft-closed`, `version-changed`, `nothing-chosen`, `act-does-not-fit`.
 */
export async function applyAct(ctx: Context<Tx>, given: ChosenAct): Promise<{ readonly version: number }> {
  requirePermission(ctx, "programme.draft");
  const draft = await lockOpenDraft(ctx, given.id);
  if (draft.version !== given.version)
    throw new Refusal<ProgrammeRefusalCode>("version-changed", { expected: given.version, actual: draft.version });
  if (given.proposals.length === 0) throw new Refusal<AmendRefusalCode>("nothing-chosen");
  const content = await loadContent(ctx, draft);
  const edits = traceLines(content, listSteps(given.proposals));
  const change = { edits, ...(given.whole && { exact: true }), act: given.name };
  const { programme, problems } = applyChange(content, change);
  const [problem] = problems;
  if (problem)
    throw new Refusal<AmendRefusalCode>("act-does-not-fit", { text: problem.text, there: problem.there ?? "–" });
  const version = draft.version + 1;
  await insertChange(ctx, { id: draft.id, version, token: newId(), change });
  await updateDraft(ctx, { id: draft.id, version, content: programme });
  await writeAudit(ctx, {
    action: "programme.draft-amend",
    subject: { kind: "draft", id: draft.id },
    detail: { act: given.name, file: given.hash, taken: given.proposals.length },
  });
  return { version };
}

/** The steps, each list that is printed anew with where its lines stood before. */
function traceLines(content: Programme, steps: readonly Edit[]): readonly Edit[] {
  let now = content;
  return steps.map((step) => {
    const made = applyEdit(now, step);
    const before = now;
    if (isProblem(made)) return step;
    now = made;
    if (step.do !== "replace" || step.by.do !== "restate") return step;
    const list = ({ annex1: "indicators", annex2: "activities", annex3: null, passport: null } as const)[step.by.part];
    return list ? { ...step, lines: { [list]: pairPositions(list, before, made) } } : step;
  });
}

function pairPositions(list: LineList, was: Programme, became: Programme): readonly (number | null)[] {
  const pairs = pairByContent(listEditionLines(was), listEditionLines(became));
  const kind = list === "indicators" ? "indicator" : "activity";
  return became[list].map((_, at) => {
    const known = pairs.get(`${kind}:${at + 1}`);
    return known === undefined ? null : Number(known.slice(kind.length + 1)) - 1;
  });
}
