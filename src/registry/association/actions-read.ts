import { loadNames, may, notePersonalRead, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type AssociationName, belongingOf } from "../contract.ts";
import { type FieldKey, SECTIONS, type Section } from "../record/fields.data.ts";
import { listHistory } from "../record/history.ts";
import { type Names, printValue } from "../record/print.ts";
import {
  type Content,
  fieldOf,
  fieldsOf,
  findLatest,
  joinContents,
  listDifferences,
  readAsOf,
} from "../record/record.ts";
import { refuseRegistry } from "../refusals.ts";
import { selectSettlements } from "../settlement/store.ts";
import { loadWarningsOf } from "../warning/actions.ts";
import { getAssociation } from "./actions.ts";
import { actionOf } from "./actions-save.ts";
import { type StoredEntry, selectEntries } from "./store-entry.ts";
import { selectPeopleOf } from "./store-person.ts";
import type { CardView, ChangedField, FieldView, HistoryRow, MeanwhileView, SectionView } from "./views.ts";

/** An association with all that was recorded of it and the names that stand in it under ids. */
export interface Loaded {
  readonly association: AssociationName;
  readonly entries: readonly StoredEntry[];
  readonly names: Names;
  readonly recorders: Names;
}

async function loadInside(ctx: Context<Tx>, id: string): Promise<Loaded> {
  const association = await getAssociation(ctx, id);
  requirePermission(ctx, "association.read", belongingOf(association));
  const entries = await selectEntries(ctx, association.id);
  const people = await selectPeopleOf(ctx, [association.id]);
  await notePersonalRead(
    ctx,
    "association",
    people.map((person) => person.personId ?? person.id),
  );
  const settlements = await selectSettlements(ctx);
  const names = new Map([...people, ...settlements].map((one) => [one.id, one.name]));
  const recorders = await loadNames(
    ctx,
    entries.flatMap(({ byPersonId }) => byPersonId ?? []),
  );
  return { association, entries, names, recorders };
}

/** Which record is asked for. */
export interface AskedMoment {
  readonly on?: string;
  readonly knownAt?: Date;
}

/**
 * The card of an association as of a day, as it was known at a moment; today and all where not said. Warnings are of what is
 * shown. Refuses `association-unknown`, `not-permitted`.
 */
export async function getCard(ctx: Context<Tx>, id: string, asked: AskedMoment = {}): Promise<CardView> {
  const loaded = await loadInside(ctx, id);
  const { association, entries } = loaded;
  const moment = { on: asked.on ?? ctx.today, knownAt: asked.knownAt ?? null };
  const held = readAsOf(entries, moment);
  const particulars = joinContents(held);
  const now = { ...ctx, today: moment.on };
  return {
    association,
    on: moment.on,
    knownAt: moment.knownAt?.toISOString() ?? null,
    sections: SECTIONS.map((section) => viewSection(ctx, loaded, { section, entry: held.get(section) })),
    warnings: particulars.name === undefined ? [] : await loadWarningsOf(now, association, particulars),
  };
}

interface Viewed {
  readonly section: Section;
  readonly entry: StoredEntry | undefined;
}

function viewSection(ctx: Context<Tx>, loaded: Loaded, { section, entry }: Viewed): SectionView {
  const { association, entries } = loaded;
  return {
    section,
    fields: viewFields(section, entry?.content ?? {}, loaded.names),
    since: entry?.since ?? null,
    basis: entry?.basis ?? "",
    recordedAt: entry?.recordedAt.toISOString() ?? null,
    recordedBy: entry ? nameRecorder(loaded, entry) : null,
    seen: findLatest(entries, section)?.id ?? "",
    mayChange: may(ctx.actor, actionOf(section), belongingOf(association)),
  };
}

export function viewFields(section: Section, content: Content, names: Names): readonly FieldView[] {
  return fieldsOf(section).flatMap((field) => {
    const key = field.key as FieldKey;
    const value = content[key];
    return value === undefined ? [] : [{ key, value, text: printValue(field, value, names) }];
  });
}

function nameRecorder({ recorders }: Loaded, { byPersonId, byName }: StoredEntry): string | null {
  return byPersonId === null ? byName : recorders.get(byPersonId) || null;
}

/** Everything that was recorded of an association, the newest first. Refuses as `getCard`. */
export async function getHistory(
  ctx: Context<Tx>,
  id: string,
): Promise<{ readonly association: AssociationName; readonly rows: readonly HistoryRow[] }> {
  const loaded = await loadInside(ctx, id);
  const rows = listHistory(loaded.entries).map(({ entry, was, kind, isCorrected }): HistoryRow => {
    const { section, since, basis } = entry;
    return {
      ...{ id: entry.id, section, since, basis, kind, isCorrected },
      recordedAt: entry.recordedAt.toISOString(),
      recordedBy: nameRecorder(loaded, entry),
      fields: viewChanges(loaded.names, { section, was, became: entry.content ?? {} }),
      mayCorrect:
        !isCorrected && entry.content !== null && may(ctx.actor, actionOf(section), belongingOf(loaded.association)),
    };
  });
  return { association: loaded.association, rows };
}

interface Compared {
  readonly section: Section;
  readonly was: Content;
  readonly became: Content;
}

function viewChanges(names: Names, { section, was, became }: Compared): readonly ChangedField[] {
  return listDifferences(section, was, became).flatMap((key) => {
    const field = fieldOf(key);
    return field
      ? [{ key, was: printValue(field, was[key], names), became: printValue(field, became[key], names) }]
      : [];
  });
}

/** One entry for the form that corrects it. Refuses as `getCard`, and `association-entry-unknown`. */
export async function getEntry(
  ctx: Context<Tx>,
  id: string,
  entryId: string,
): Promise<{ readonly association: AssociationName; readonly section: SectionView }> {
  const loaded = await loadInside(ctx, id);
  const entry = loaded.entries.find((known) => known.id === entryId && known.content !== null);
  if (!entry) return refuseRegistry("association-entry-unknown");
  return { association: loaded.association, section: viewSection(ctx, loaded, { section: entry.section, entry }) };
}

/** What was saved of a section since a form was opened; null where nothing was. Refuses as `getCard`. */
export async function getMeanwhile(
  ctx: Context<Tx>,
  id: string,
  given: { readonly section: Section; readonly seen: Id },
): Promise<MeanwhileView | null> {
  const loaded = await loadInside(ctx, id);
  const { entries, names } = loaded;
  const latest = findLatest(entries, given.section);
  if (!latest || latest.id === given.seen) return null;
  const at = entries.findIndex((entry) => entry.id === given.seen);
  const before = entries.slice(0, at + 1);
  const read = (known: readonly StoredEntry[]) =>
    readAsOf(known, { on: ctx.today, knownAt: null }).get(given.section)?.content ?? {};
  return {
    recordedBy: nameRecorder(loaded, latest),
    recordedAt: latest.recordedAt.toISOString(),
    fields: viewChanges(names, { section: given.section, was: read(before), became: read(entries) }),
  };
}
