import { type Content, type Entry, listBelieved } from "./record.ts";

export interface HistoryEntry<Known extends Entry> {
  readonly entry: Known;
  /** What was believed of that day before it was recorded; of a correction, what it replaces. */
  readonly was: Content;
  readonly kind: "first" | "change" | "correction" | "taken-back";
  readonly isCorrected: boolean;
}

/** Every entry with what it changed, the one recorded last first. Takes them as they were recorded, the oldest first. */
export function listHistory<Known extends Entry>(entries: readonly Known[]): readonly HistoryEntry<Known>[] {
  const corrected = new Set(entries.flatMap(({ corrects }) => corrects ?? []));
  const rows = entries.map((entry, at) => ({
    entry,
    ...describe(entry, entries.slice(0, at)),
    isCorrected: corrected.has(entry.id),
  }));
  return rows.toReversed();
}

function describe<Known extends Entry>(
  entry: Known,
  before: readonly Known[],
): Pick<HistoryEntry<Known>, "was" | "kind"> {
  if (entry.corrects !== null) {
    const was = before.find(({ id }) => id === entry.corrects)?.content ?? {};
    return { was, kind: entry.content === null ? "taken-back" : "correction" };
  }
  const held = listBelieved(before, null).find(
    ({ section, since }) => section === entry.section && since <= entry.since,
  );
  return { was: held?.content ?? {}, kind: held ? "change" : "first" };
}
