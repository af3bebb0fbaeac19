import { loadNames, raiseRevision, writeAudits } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { printDay } from "../../kernel/day.ts";
import { newId } from "../../kernel/id.ts";
import { toLocal } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { TellVisitors } from "../actions-tell.ts";
import { FIELD_NAMES } from "../field-names.ts";
import { refuseEvent } from "../refusals.ts";
import { checkInput, type Frame, foldSearch, loadFrame, ruleOf } from "./actions-frame.ts";
import { type LoadedEvent, loadEvents, requireEvent } from "./actions-load.ts";
import { nameAssociations } from "./actions-meant.ts";
import { requireKeep, requireOwnership } from "./actions-require.ts";
import {
  type ChangedField,
  changesCalendar,
  type EventFields,
  listChanged,
  movesVisitors,
  tellFields,
} from "./fields.ts";
import { carryChange } from "./following.ts";
import type { EventInput } from "./input.ts";
import { selectFollowing, updateEvent } from "./store.ts";
import { endSites, insertSites, replaceHosts, updateSite } from "./store-site.ts";

export interface ChangeInput {
  readonly id: string;
  readonly version: number;
  /** One event of a series, or it and all that follow. */
  readonly scope: "one" | "following";
  readonly input: EventInput;
}

/**
 * Saves an event's form; of a series, if asked, for all that follow too. Refuses as `planEvent`, `event-closed`, and
 * `event-changed` where somebody saved since `version`. Who has registered is told of another time or place.
 */
export async function changeEvent(ctx: Context<Tx>, tell: TellVisitors, given: ChangeInput): Promise<void> {
  const event = await requireEvent(ctx, given.id, { lock: true });
  const frame = await loadFrame(ctx);
  requireKeep(ctx, event.card, ruleOf(frame, event.fields));
  requireOpen(event);
  const becomes = checkInput(frame, await nameAssociations(ctx, given.input), event.fields);
  const changed = listChanged(event.fields, becomes);
  if (event.row.version !== given.version) await refuseStale(ctx, frame, { event, changed });
  if (changed.length === 0) return;
  const changes = [{ event, becomes, changed }];
  const { series_id: seriesId, series_position: position } = event.row;
  if (given.scope === "following" && seriesId !== null && position !== null) {
    const ids = await selectFollowing(ctx, seriesId, position);
    for (const later of await loadEvents(ctx, ids, { lock: true })) {
      const carried = carryChange({ was: event.fields, becomes, changed }, later.fields, frame.timeZone);
      changes.push({ event: later, becomes: carried, changed: listChanged(later.fields, carried) });
    }
  }
  await saveChanges(ctx, { frame, tell }, changes);
}

/** Refuses `event-closed`. */
export function requireOpen({ row }: LoadedEvent): void {
  if (row.state === "confirmed" || row.state === "cancelled") refuseEvent("event-closed");
}

interface Change {
  readonly event: LoadedEvent;
  readonly becomes: EventFields;
  readonly changed: readonly ChangedField[];
}

export async function refuseStale(
  ctx: Context<Tx>,
  frame: Pick<Frame, "timeZone">,
  { event, changed }: Omit<Change, "becomes">,
): Promise<never> {
  const { changed_by_person_id: by, changed_at: at } = event.row;
  const names = await loadNames(ctx, by === null ? [] : [by]);
  const { date, time } = toLocal(at, frame.timeZone);
  return refuseEvent("event-changed", {
    who: names.get(by ?? "") ?? "—",
    when: `${printDay(date)} ${time}`,
    fields: changed.map((field) => FIELD_NAMES[field][ctx.language]).join(", ") || "—",
  });
}

async function saveChanges(
  ctx: Context<Tx>,
  { frame, tell }: { readonly frame: Frame; readonly tell: TellVisitors },
  changes: readonly Change[],
): Promise<void> {
  for (const { event, becomes, changed } of changes) {
    requireNewOwner(ctx, frame, { event, becomes, changed });
    const { id, version } = event.row;
    const saving = { id, version, fields: becomes, search: foldSearch(frame, becomes), bump: changesCalendar(changed) };
    if (!(await updateEvent(ctx, saving))) await refuseStale(ctx, frame, { event, changed });
    if (changed.includes("sites")) await saveSites(ctx, event, becomes);
    if (changed.includes("hosts")) await replaceHosts(ctx, id, becomes.hostIds);
  }
  await writeAudits(
    ctx,
    changes.map(({ event, becomes, changed }) => ({
      action: "event.keep",
      subject: { kind: "event", id: event.row.id },
      detail: { step: "change" },
      before: tellFields(event.fields, changed),
      after: tellFields(becomes, changed),
    })),
  );
  if (changes.some(({ event }) => event.row.state !== "planned")) await raiseRevision(ctx);
  for (const { event, changed } of changes) {
    if (event.row.state === "announced" && movesVisitors(changed))
      await tell(ctx, { eventId: event.row.id, what: "moved" });
  }
}

/** An event that gets another owner must be theirs too who gives it. */
function requireNewOwner(ctx: Context<Tx>, frame: Frame, { becomes, changed }: Change): void {
  const isOther = changed.some((field) =>
    ["kind", "ownKindId", "organiser", "settlementId", "associationId"].includes(field),
  );
  if (isOther) requireOwnership(ctx, becomes, ruleOf(frame, becomes));
}

/** Sites that are named again are saved, new ones added, the others given up. */
async function saveSites(ctx: Context<Tx>, event: LoadedEvent, becomes: EventFields): Promise<void> {
  const known = new Set(event.sites.map(({ id }) => id));
  const placed = becomes.sites.map((site, at) => ({ ...site, position: at + 1 }));
  const kept = placed.filter(({ id }) => id !== null && known.has(id));
  const keptIds = new Set(kept.map(({ id }) => id));
  const added = placed
    .filter(({ id }) => !keptIds.has(id))
    .map((site) => ({ ...site, id: newId(), eventId: event.row.id }));
  for (const site of kept) if (site.id !== null) await updateSite(ctx, { ...site, id: site.id });
  await insertSites(ctx, added);
  const gone = event.sites.filter(({ id, endedAt }) => endedAt === null && !keptIds.has(id));
  await endSites(
    ctx,
    gone.map(({ id }) => id),
  );
}
