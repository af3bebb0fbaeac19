import { raiseRevision, writeAudit } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { FIELDS, type FieldKey, type Section } from "../record/fields.data.ts";
import { type Content, type Entry, fieldOf, joinContents, listDifferences, readAsOf } from "../record/record.ts";
import { type Projection, projectParticulars } from "./projection.ts";
import { insertAssociation, takeNumber, updateAssociation } from "./store.ts";
import { insertEntries, selectEntries } from "./store-entry.ts";

/** What is to be recorded of a section; people stand in it by their ids. */
export interface EntryDraft {
  readonly section: Section;
  readonly since: string;
  readonly content: Content | null;
  readonly basis: string;
  readonly corrects: Id | null;
  /** What it follows, for the trail. */
  readonly was: Content;
}

type Action = "association.keep" | "association.describe";

/** Records entries of an association, brings what lists show up to date, and writes the trail. */
export async function recordEntries(
  ctx: Context<Tx>,
  given: { readonly id: Id; readonly action: Action; readonly drafts: readonly EntryDraft[] },
): Promise<void> {
  const { id, action, drafts } = given;
  await insertEntries(ctx, id, drafts.map(toEntry));
  await updateAssociation(ctx, id, project(ctx, await selectEntries(ctx, id)));
  await raiseRevision(ctx);
  for (const draft of drafts) await writeTrail(ctx, { id, action, draft });
}

function toEntry({ was: _was, ...draft }: EntryDraft) {
  return { id: newId(), ...draft };
}

/** Enters an association with its first entries under the next number, or the given one. */
export async function openAssociation(
  ctx: Context<Tx>,
  given: { readonly id: Id; readonly number?: number; readonly drafts: readonly EntryDraft[] },
): Promise<number> {
  const { id, drafts } = given;
  const entries = drafts.map(toEntry);
  const number = await takeNumber(ctx, "association", given.number);
  const projection = project(
    ctx,
    entries.map((entry) => ({ ...entry, recordedAt: ctx.now })),
  );
  await insertAssociation(ctx, { id, number, ...projection });
  await insertEntries(ctx, id, entries);
  await raiseRevision(ctx);
  const { name, settlementId, state } = projection;
  await writeAudit(ctx, {
    action: "association.keep",
    subject: { kind: "association", id },
    detail: { sections: drafts.map(({ section }) => section).join(" ") },
    after: { number, name, settlementId, state },
  });
  return number;
}

/** What lists show today. */
function project({ today }: Pick<Context, "today">, entries: readonly Entry[]): Projection {
  return projectParticulars(joinContents(readAsOf(entries, { on: today, knownAt: null })));
}

interface Trailed {
  readonly id: Id;
  readonly action: Action;
  readonly draft: EntryDraft;
}

const LONGEST_IN_TRAIL = 300;
/** Contacts may be a citizen's own: the trail says that they changed, and not to what. */
const CONTACTS: readonly string[] = FIELDS.filter(({ section }) => section === "contacts").map(({ key }) => key);

/** People stand in the trail by their ids, as in the entry. */
async function writeTrail(ctx: Context<Tx>, { id, action, draft }: Trailed): Promise<void> {
  const { section, since, corrects, basis, content, was } = draft;
  const keys = listDifferences(section, was, content ?? {});
  await writeAudit(ctx, {
    action,
    subject: { kind: "association", id },
    basis,
    detail: { section, since, corrects, fields: keys.join(" ") },
    before: show(keys, was),
    after: show(keys, content ?? {}),
  });
}

function show(keys: readonly FieldKey[], content: Content): Record<string, string | number | boolean | null> {
  const shown = keys.filter((key) => !CONTACTS.includes(key));
  return Object.fromEntries(shown.map((key) => [fieldOf(key)?.key ?? key, showValue(content[key])]));
}

function showValue(value: Content[FieldKey]): string | number | boolean | null {
  if (value === undefined) return null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.slice(0, LONGEST_IN_TRAIL);
}
