import { requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import { readDate } from "../../office/grid/dates.ts";
import { cleanLine, foldText } from "../../office/grid/words.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { AssociationName } from "../contract.ts";
import { chooseSince, findSameDay } from "../record/entry.ts";
import { CHAIR_SECTIONS, FIELDS, type FieldKey, SECTIONS, type Section } from "../record/fields.data.ts";
import { type FieldProblem, parseContent } from "../record/parse.ts";
import {
  type Content,
  fieldOf,
  fieldsOf,
  findLatest,
  listBelieved,
  listDifferences,
  readAsOf,
} from "../record/record.ts";
import { refuseRegistry } from "../refusals.ts";
import { selectSettlements } from "../settlement/store.ts";
import { getAssociation } from "./actions.ts";
import { type EntryDraft, recordEntries } from "./actions-record.ts";
import { lockAssociation } from "./store.ts";
import { type StoredEntry, selectEntries } from "./store-entry.ts";
import { keepPeople } from "./store-person.ts";

/** A section as a form sends it. */
export interface SavingSection {
  readonly section: string;
  /** The entry of the section that the form saw recorded last; empty where there was none. */
  readonly seen: string;
  /** The entry that was a mistake; empty for a change. */
  readonly corrects: string;
  /** From which day a change holds; a section that has such a day among its fields says it there. */
  readonly since: string;
  readonly basis: string;
  readonly typed: Readonly<Record<string, string>>;
}

const BASIS_LIMIT = 1_000;

/**
 * Records a change or a correction of one section. Refuses `association-unknown`, `association-section`, `association-changed`
 * where somebody saved the section meanwhile, what `parse.ts` finds of the fields, `association-unchanged`, and of corrections
 * `association-entry-unknown` and `association-basis-missing`.
 */
export async function saveSection(ctx: Context<Tx>, id: string, given: SavingSection): Promise<void> {
  const { association, section, entries } = await openSection(ctx, id, given);
  const { content, problems } = parseContent(fieldsOf(section), given.typed, ctx.today);
  const [problem] = problems;
  if (problem) refuseField(problem);
  const resolved = await resolveNames(ctx, association.id, content);
  // An officer hands an association over only to a settlement of their own.
  if (resolved.settlementId) requirePermission(ctx, "association.keep", [String(resolved.settlementId)]);
  const corrected = given.corrects === "" ? undefined : findCorrected(entries, section, given.corrects);
  const since = chooseSince(section, resolved, readSince(given.since || (corrected?.since ?? ctx.today)));
  if (since > ctx.today) refuseField({ key: beginOf(section), problem: "association-future", values: {} });
  const replaced = corrected ?? findSameDay(entries, { section, since });
  const held = readAsOf(entries, { on: since, knownAt: null }).get(section);
  const was = (replaced ?? held)?.content ?? {};
  const isSame = listDifferences(section, was, resolved).length === 0 && since === (replaced?.since ?? since);
  if (isSame) refuseRegistry("association-unchanged");
  const basis = readBasis(given.basis, corrected !== undefined);
  const draft: EntryDraft = { section, since, content: resolved, basis, corrects: replaced?.id ?? null, was };
  await recordEntries(ctx, { id: association.id, action: actionOf(section), drafts: [draft] });
}

/**
 * Takes back an entry that should not have been made. Refuses as `saveSection`, and `association-entry-needed` where it is the
 * only one of a section that cannot be empty.
 */
export async function withdrawEntry(
  ctx: Context<Tx>,
  id: string,
  given: Pick<SavingSection, "section" | "seen" | "corrects" | "basis">,
): Promise<void> {
  const { association, section, entries } = await openSection(ctx, id, given);
  const corrected = findCorrected(entries, section, given.corrects);
  const others = listBelieved(entries, null).filter((entry) => entry.section === section && entry !== corrected);
  const isNeeded = FIELDS.some((field) => field.section === section && "isRequired" in field);
  if (isNeeded && others.length === 0) refuseRegistry("association-entry-needed");
  const own = { section, since: corrected.since, content: null, corrects: corrected.id, was: corrected.content ?? {} };
  const draft: EntryDraft = { ...own, basis: readBasis(given.basis, true) };
  await recordEntries(ctx, { id: association.id, action: actionOf(section), drafts: [draft] });
}

interface OpenSection {
  readonly association: AssociationName;
  readonly section: Section;
  readonly entries: readonly StoredEntry[];
}

/** The association for whoever may change this section, locked and as the form saw it. */
async function openSection(
  ctx: Context<Tx>,
  id: string,
  given: Pick<SavingSection, "section" | "seen">,
): Promise<OpenSection> {
  const association = await getAssociation(ctx, id);
  const section = SECTIONS.find((known) => known === given.section) ?? refuseRegistry("association-section");
  requirePermission(ctx, actionOf(section), [association.id, association.settlementId]);
  await lockAssociation(ctx, association.id);
  const entries = await selectEntries(ctx, association.id);
  if ((findLatest(entries, section)?.id ?? "") !== given.seen) refuseRegistry("association-changed");
  return { association, section, entries };
}

export function actionOf(section: Section): "association.keep" | "association.describe" {
  return CHAIR_SECTIONS.includes(section) ? "association.describe" : "association.keep";
}

function findCorrected(entries: readonly StoredEntry[], section: Section, id: string): StoredEntry {
  const believed = listBelieved(entries, null).find((entry) => entry.id === id && entry.section === section);
  return believed ?? refuseRegistry("association-entry-unknown");
}

function readSince(text: string): string {
  return readDate(text) ?? refuseRegistry("association-since");
}

function readBasis(text: string, isNeeded: boolean): string {
  const basis = cleanLine(text).slice(0, BASIS_LIMIT);
  if (isNeeded && basis === "") refuseRegistry("association-basis-missing");
  return basis;
}

function beginOf(section: Section): FieldKey {
  const field = fieldsOf(section).find(({ begins }) => begins) ?? fieldsOf(section)[0];
  return (field?.key ?? "name") as FieldKey;
}

export function refuseField({ key, problem, values }: FieldProblem): never {
  return refuseRegistry(problem, { field: fieldOf(key)?.ru ?? key, key, ...values });
}

/** Settlements and people by their ids. */
export async function resolveNames(ctx: Context<Tx>, associationId: Id, content: Content): Promise<Content> {
  const { settlementId, chair, members } = content;
  return {
    ...content,
    ...(typeof settlementId === "string" && { settlementId: await findSettlement(ctx, settlementId) }),
    ...(typeof chair === "string" && { chair: (await keepPeople(ctx, associationId, [chair]))[0] ?? "" }),
    ...(Array.isArray(members) && { members: await keepPeople(ctx, associationId, members as readonly string[]) }),
  };
}

async function findSettlement(ctx: Context<Tx>, named: string): Promise<Id> {
  const settlements = await selectSettlements(ctx);
  const found = settlements.find(({ id, name }) => (isId(named) ? id === named : foldText(name) === foldText(named)));
  if (!found) refuseField({ key: "settlementId", problem: "association-settlement", values: { name: named } });
  return found.id;
}
