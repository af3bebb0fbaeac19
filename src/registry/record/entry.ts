import type { Section } from "./fields.data.ts";
import { type Amendment, type Content, type Entry, fieldsOf, listBelieved } from "./record.ts";

/** The day from which a section's content holds: what it says itself, else the given one. Of a charter, its last amendment. */
export function chooseSince(section: Section, content: Content, otherwise: string): string {
  const begins = fieldsOf(section).find((field) => field.begins);
  const own = begins && content[begins.key as keyof Content];
  const days = [typeof own === "string" ? own : "", ...amendmentDays(section, content)];
  const last = days.sort().at(-1);
  return last || otherwise;
}

function amendmentDays(section: Section, { amendments }: Content): string[] {
  return section === "charter" ? ((amendments ?? []) as readonly Amendment[]).map(({ date }) => date) : [];
}

/** The entry that a new one of the same day replaces: two entries cannot begin to hold on one day. */
export function findSameDay<Known extends Entry>(
  entries: readonly Known[],
  { section, since }: { readonly section: Section; readonly since: string },
): Known | undefined {
  return listBelieved(entries, null).find((entry) => entry.section === section && entry.since === since);
}
