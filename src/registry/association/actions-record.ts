import { raiseRevision, writeAudit, writeAudits } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, newId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { FIELDS, type FieldKey, type Section } from "../record/fields.data.ts";
import { type Content, type Entry, fieldOf, joinContents, listDifferences, readAsOf } from "../record/record.ts";
import { type Projection, projectParticulars } from "./projection.ts";
import { insertAssociations, takeNumbers, updateAssociation } from "./store.ts";
import { insertEntries, insertEntriesOf, selectEntries } from "./store-entry.ts";
import { insertPeople, type NewBoardPerson } from "./store-person.ts";

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

/** An association that is entered, with its first entries; without a number it gets the next. */
export interface Opening {
  readonly id: Id;
  readonly number?: number;
  readonly drafts: readonly EntryDraft[];
}

/** Enters an association with its first entries under the next number, or the given one. */
export async function openAssociation(ctx: Context<Tx>, opening: Opening): Promise<void> {
  await openAssociations(ctx, [{ ...opening, people: [] }]);
}

/** The same of many, with the people who stand in their entries: so many statements as for one. */
export async function openAssociations(
  ctx: Context<Tx>,
  openings: readonly (Opening & { readonly people: readonly NewBoardPerson[] })[],
): Promise<void> {
  if (openings.length === 0) return;
  const numbers = await takeNumbers(
    ctx,
    "association",
    openings.map(({ number }) => number),
  );
  const opened = openings.map(({ id, drafts }, at) => {
    const entries = drafts.map(toEntry);
    const recorded = entries.map((entry) => ({ ...entry, recordedAt: ctx.now }));
    return { id, number: numbers[at] ?? 0, entries, projection: project(ctx, recorded) };
  });
  await insertAssociations(
    ctx,
    opened.map(({ id, number, projection }) => ({ id, number, ...projection })),
  );
  await insertPeople(
    ctx,
    openings.flatMap(({ id, people }) => people.map((person) => ({ ...person, associationId: id }))),
  );
  await insertEntriesOf(
    ctx,
    opened.flatMap(({ id, entries }) => entries.map((entry) => ({ ...entry, associationId: id }))),
  );
  await raiseRevision(ctx);
  await writeAudits(
    ctx,
    opened.map(({ id, number, entries, projection: { name, settlementId, state } }) => ({
      action: "association.keep",
      subject: { kind: "association", id },
      detail: { sections: entries.map(({ section }) => section).join(" ") },
      after: { number, name, settlementId, state },
    })),
  );
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
