import { requirePermission } from "../access/index.ts";
import type { Context } from "../kernel/context.ts";
import { Refusal } from "../kernel/refusal.ts";
import { writePaper } from "../office/docx-write/write-docx.ts";
import type { Tx } from "../platform/database/index.ts";
import { compareEditions } from "./actions-compare.ts";
import { loadContent } from "./actions-draft-content.ts";
import { compareDraft, refuseOutdated } from "./actions-draft-submit.ts";
import {
  type ActInput,
  type ActRequisites,
  draftAct,
  listOptions,
  suggestRequisites,
  type TechniqueChoices,
} from "./amend/index.ts";
import type { Programme } from "./contract.ts";
import type { ProgrammeRefusalCode } from "./refusals.ts";
import { findOpenDraft } from "./store-draft.ts";
import { findEdition, selectEditionHeads } from "./store-edition.ts";
import type { ActSheet, ActSides } from "./views-act.ts";
import type { Comparison } from "./views-comparison.ts";

/** An act to be drafted: what it leads from and to, and what a person said of it; null where nothing was said yet. */
export interface ActQuestion {
  readonly slug: string;
  readonly sides: ActSides;
  readonly requisites: ActRequisites | null;
  readonly techniques: TechniqueChoices;
}

/**
 * The act that makes the later edition, or the open draft, out of the earlier one: its parts with their techniques,
 * its requisites and its text. Refuses `programme-unknown`, `edition-unknown`, `draft-unknown`, `draft-outdated`,
 * `nothing-to-amend`.
 */
export async function prepareAct(ctx: Context<Tx>, question: ActQuestion): Promise<ActSheet> {
  requirePermission(ctx, "programme.read-drafts");
  const { input, comparison } = await loadAct(ctx, question);
  const parts = listOptions(input).map((one) => ({
    ...one,
    changes: comparison.changes.filter((change) => change.part === one.part).length,
  }));
  return {
    title: comparison.was.title,
    names: { was: comparison.was.name, became: comparison.became.name },
    requisites: input.requisites,
    parts,
    paper: draftAct(input),
  };
}

/** The same act as a Word file. */
export async function writeAct(
  ctx: Context<Tx>,
  question: ActQuestion,
): Promise<{ readonly bytes: Uint8Array; readonly fileName: string }> {
  requirePermission(ctx, "programme.read-drafts");
  const { input } = await loadAct(ctx, question);
  const { was, became } = question.sides;
  const name = became === "draft" ? "act-draft" : `act-${was}-${became}`;
  return { bytes: await writePaper(draftAct(input)), fileName: `${question.slug}-${name}.docx` };
}

async function loadAct(
  ctx: Context<Tx>,
  { slug, sides, requisites, techniques }: ActQuestion,
): Promise<{ readonly input: ActInput; readonly comparison: Comparison }> {
  const { was, became, comparison } =
    sides.became === "draft" ? await loadDraftSides(ctx, slug) : await loadEditionSides(ctx, slug, sides);
  const input: ActInput = {
    was,
    became,
    changes: comparison.changes,
    requisites: requisites ?? suggestRequisites(was),
    techniques,
  };
  return { input, comparison };
}

interface Sides {
  readonly was: Programme;
  readonly became: Programme;
  readonly comparison: Comparison;
}

/** The draft against the edition in force; one that began from an older edition is moved onto it first. */
async function loadDraftSides(ctx: Context<Tx>, slug: string): Promise<Sides> {
  const draft = await findOpenDraft(ctx, slug);
  if (!draft) throw new Refusal<ProgrammeRefusalCode>("draft-unknown");
  await refuseOutdated(ctx, draft);
  const comparison = await compareDraft(ctx, slug);
  const base = await findEdition(ctx, draft.baseEditionId);
  if (!comparison || !base) throw new Refusal<ProgrammeRefusalCode>("draft-unknown");
  return { was: base.content, became: await loadContent(ctx, draft), comparison };
}

async function loadEditionSides(
  ctx: Context<Tx>,
  slug: string,
  { was, became }: { readonly was: number; readonly became: number },
): Promise<Sides> {
  const comparison = await compareEditions(ctx, { slug, was, became });
  const heads = (await selectEditionHeads(ctx)).filter((head) => head.slug === slug);
  const load = async (number: number) => {
    const head = heads.find((one) => one.number === number);
    const edition = head && (await findEdition(ctx, head.id));
    if (!edition) throw new Refusal<ProgrammeRefusalCode>("edition-unknown", { slug, edition: number });
    return edition.content;
  };
  return { was: await load(was), became: await load(became), comparison };
}
