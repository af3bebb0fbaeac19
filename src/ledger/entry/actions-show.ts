import { loadNames } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { Tx } from "../../platform/database/index.ts";
import { SOURCES } from "../../programme/contract.ts";
import type { KnownActivity } from "../../programme/index.ts";
import { MOVES, type Part } from "../contract.ts";
import { selectByIds } from "../journal/store.ts";
import type { ActivityCard, EntryRow } from "../views.ts";
import { type Frame, sourceOf } from "./actions-frame.ts";
import { type StoredEntry, selectPostings } from "./store-entry.ts";

/** Entries as pages show them: names for ids, sums by source. */
export async function showEntries(
  ctx: Context<Tx>,
  frame: Frame,
  entries: readonly StoredEntry[],
): Promise<readonly EntryRow[]> {
  const postings = Map.groupBy(
    await selectPostings(
      ctx,
      entries.map(({ id }) => id),
    ),
    ({ entryId }) => entryId,
  );
  const names = await loadNames(
    ctx,
    entries.flatMap(({ byPersonId }) => byPersonId ?? []),
  );
  const reversals = entries.flatMap(({ kind, ofEntryId }) => (kind === "reversal" && ofEntryId ? [ofEntryId] : []));
  const reversed = new Map((await selectByIds(ctx, reversals)).map((entry) => [entry.id, entry.kind]));
  return entries.map((entry) => {
    const reversedKind = (entry.kind === "reversal" && entry.ofEntryId && reversed.get(entry.ofEntryId)) || null;
    const kind = reversedKind ?? entry.kind;
    const to = kind === "reversal" ? null : MOVES[kind].to;
    const moved = (postings.get(entry.id) ?? []).filter(({ account }) => account === to);
    return {
      ...entry,
      number: `${entry.number}/${entry.numberYear}`,
      reversedKind,
      activity: entry.activityId ? showActivity(frame, entry.activityId) : null,
      parts: sumBySource(frame, moved),
      at: entry.at.toISOString(),
      by: (entry.byPersonId && names.get(entry.byPersonId)) || (entry.byName ?? ""),
    };
  });
}

function sumBySource(
  frame: Frame,
  moved: readonly { readonly sourceId: Id; readonly kopecks: Kopecks }[],
): readonly Part[] {
  const sums = Map.groupBy(moved, ({ sourceId }) => sourceOf(frame, sourceId));
  return SOURCES.flatMap((source) => {
    const found = sums.get(source);
    return found ? [{ source, kopecks: found.reduce((sum, { kopecks }) => sum + kopecks, 0n) }] : [];
  });
}

export function showActivity({ activities }: Frame, id: Id): ActivityCard | null {
  const activity = activities.get(id);
  return activity ? cardOf(activity) : null;
}

export function cardOf({ id, name, slug, position, years, inForce }: KnownActivity): ActivityCard {
  return { id, name, slug, position, years, inForce };
}
