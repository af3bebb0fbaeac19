import type { Id } from "../../kernel/id.ts";
import { FIELDS, type Field, type FieldKey, SECTIONS, type Section } from "./fields.data.ts";

/** An amendment of a charter as it was registered. */
export interface Amendment {
  readonly date: string;
  readonly number: string;
  readonly act: string;
}

/** A value as it is kept: words, a date `YYYY-MM-DD`, a number, ids of people, keys of fields, amendments. */
export type FieldValue = string | number | boolean | readonly string[] | readonly Amendment[];

/** What a section says; a field that is not filled in is absent. */
export type Content = Readonly<Partial<Record<FieldKey, FieldValue>>>;

/** «Запись»: from `since` on, this is what holds of a section, as somebody recorded it. */
export interface Entry {
  readonly id: Id;
  readonly section: Section;
  readonly since: string;
  /** Null where it only takes back an entry that should not have been made. */
  readonly content: Content | null;
  readonly basis: string;
  /** The entry that was a mistake and is replaced by this one: nobody believes it any more. */
  readonly corrects: Id | null;
  readonly recordedAt: Date;
}

/** All fields of a moment, one beside the other. */
export type Particulars = Content;

export interface Moment {
  /** «На день». */
  readonly on: string;
  /** «Как было известно»; later entries are not looked at. Null for all that is known. */
  readonly knownAt: Date | null;
}

/** The entries that hold or held, corrected ones left out, as somebody knew at a moment; the newest first. */
export function listBelieved<Known extends Entry>(entries: readonly Known[], knownAt: Date | null): readonly Known[] {
  const known = entries.filter(({ recordedAt }) => knownAt === null || recordedAt <= knownAt);
  const corrected = new Set(known.flatMap(({ corrects }) => corrects ?? []));
  return known
    .filter(({ id, content }) => content !== null && !corrected.has(id))
    .toSorted((a, b) => b.since.localeCompare(a.since) || compareRecorded(b, a));
}

function compareRecorded(a: Entry, b: Entry): number {
  return a.recordedAt.getTime() - b.recordedAt.getTime() || a.id.localeCompare(b.id);
}

/** The entry of each section that holds on a day, as it was known at a moment. */
export function readAsOf<Known extends Entry>(
  entries: readonly Known[],
  { on, knownAt }: Moment,
): ReadonlyMap<Section, Known> {
  const held = new Map<Section, Known>();
  for (const entry of listBelieved(entries, knownAt)) {
    if (entry.since <= on && !held.has(entry.section)) held.set(entry.section, entry);
  }
  return held;
}

export function joinContents(held: ReadonlyMap<Section, Entry>): Particulars {
  return Object.assign({}, ...SECTIONS.map((section) => held.get(section)?.content ?? {}));
}

/** The section's entry that was recorded last: what somebody who opens a form has seen. */
export function findLatest<Known extends Entry>(entries: readonly Known[], section: Section): Known | undefined {
  return entries.filter((entry) => entry.section === section).toSorted((a, b) => compareRecorded(b, a))[0];
}

export const fieldsOf = (section: Section): readonly Field[] => FIELDS.filter((field) => field.section === section);

export const fieldOf = (key: string): Field | undefined => FIELDS.find((field) => field.key === key);

/** The keys of a section's fields that differ. */
export function listDifferences(section: Section, was: Content, became: Content): readonly FieldKey[] {
  return fieldsOf(section)
    .map(({ key }) => key as FieldKey)
    .filter((key) => !isSame(was[key], became[key]));
}

function isSame(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return JSON.stringify(a ?? null, orderKeys) === JSON.stringify(b ?? null, orderKeys);
}

/** The database keeps the keys of an amendment in an order of its own. */
function orderKeys(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What anybody may see: public fields that the association does not keep to itself. Names of people are decided elsewhere. */
export function isShown(field: Pick<Field, "key" | "isPublic">, particulars: Particulars): boolean {
  const hidden = particulars.hidden;
  return field.isPublic && !(Array.isArray(hidden) && hidden.includes(field.key));
}
