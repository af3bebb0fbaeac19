import { loadNames, may, requirePermission } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { FindCounted } from "../actions-tell.ts";
import { barEventMove, belongingOf, EVENT_MOVE_NAMES, EVENT_MOVES } from "../contract.ts";
import { type Frame, loadFrame, ruleOf } from "../event/actions-frame.ts";
import { type LoadedEvent, requireEvent } from "../event/actions-load.ts";
import { listMissing, listUndocumented } from "../event/actions-move.ts";
import { mayKeep, mayWorkAt } from "../event/actions-require.ts";
import { nameRows } from "../list/actions.ts";
import { type Paper, selectPapers } from "../paper/store.ts";
import { selectPublished } from "../question/store.ts";
import { selectSlotCounts } from "../reception/store-slot.ts";
import { refuseEvent } from "../refusals.ts";
import { selectRule } from "../series/store.ts";
import type { EventPageView, MoveView, PaperView, PublicEventView } from "../views.ts";

/** A public event with what everybody may see of it. Refuses `event-unknown`, also of one that was never announced. */
export async function openPublicEvent(ctx: Context<Tx>, id: string): Promise<PublicEventView> {
  const event = await requireEvent(ctx, id);
  if (event.row.announced_at === null) refuseEvent("event-unknown");
  const view = await describe(ctx, await loadFrame(ctx, listAssociationsOf(event)), event);
  return { ...view, papers: view.papers.filter(({ isPublic }) => isPublic) };
}

/** An event's inner page: all of it but its visitors, and what this person may do. Refuses `event-unknown`. */
export async function openEvent(ctx: Context<Tx>, findCounted: FindCounted, id: string): Promise<EventPageView> {
  requirePermission(ctx, "event.read");
  const event = await requireEvent(ctx, id);
  const { row, card, fields } = event;
  const frame = await loadFrame(ctx, listAssociationsOf(event));
  const kind = ruleOf(frame, fields);
  const view = await describe(ctx, frame, event);
  const slots = (await selectSlotCounts(ctx, [row.id])).get(row.id) ?? 0;
  const counted = await findCounted(ctx, [row.id]);
  return {
    ...view,
    version: row.version,
    minutes: row.minutes,
    activityId: row.activity_id,
    ownKindId: row.own_kind_id,
    associationId: row.association_id,
    settlementId: row.settlement_id,
    responsible: frame.staff.get(row.responsible_person_id ?? "")?.name ?? null,
    responsibleId: row.responsible_person_id,
    takesRegistrations: row.takes_registrations,
    takesRegistrationsEver: row.takes_registrations,
    mayReadVisitors: may(ctx.actor, "event-registration.read", belongingOf(card)),
    hasBegun: ctx.now >= row.starts_at,
    capacity: row.capacity,
    isAnnounced: row.announced_at !== null,
    rule: row.series_id === null ? null : ((await selectRule(ctx, row.series_id)) ?? null),
    seriesPosition: row.series_position,
    copiedFromId: row.copied_from_id,
    changedAt: row.changed_at.toISOString(),
    changedBy: await nameOf(ctx, row.changed_by_person_id),
    mayKeep: mayKeep(ctx.actor, card, kind),
    mayWork: mayWorkAt(ctx.actor, card, { kind }),
    moves: listMoves(ctx, frame, event),
    missing: listMissing(frame, event, slots),
    undocumented: listUndocumented(
      frame,
      event,
      view.papers.map((paper) => paper.kind),
    ),
    isCounted: counted.has(row.id),
    needs: kind.needs,
    siteFields: fields.sites.map((site) => ({ ...site, id: site.id ?? "" })),
    hostIds: fields.hostIds,
  };
}

function listAssociationsOf({ row, fields }: LoadedEvent): readonly Id[] {
  return [row.association_id, ...fields.sites.map(({ associationId }) => associationId)].filter((id) => id !== null);
}

async function nameOf(ctx: Context<Tx>, id: Id | null): Promise<string | null> {
  return id === null ? null : ((await loadNames(ctx, [id])).get(id) ?? null);
}

function listMoves(ctx: Context<Tx>, frame: Frame, { card, fields }: LoadedEvent): readonly MoveView[] {
  return EVENT_MOVE_NAMES.map((move) => {
    const isKeeping = EVENT_MOVES[move].action === "event.keep";
    const mayDo = isKeeping ? mayKeep(ctx.actor, card, ruleOf(frame, fields)) : may(ctx.actor, "event.confirm");
    return { move, bar: barEventMove(move, card, { mayDo, now: ctx.now }) };
  });
}

async function describe(ctx: Context<Tx>, frame: Frame, event: LoadedEvent): Promise<PublicEventView> {
  const { row, fields } = event;
  const [named] = await nameRows(ctx, [{ ...row, places: fields.sites.map(({ place }) => place) }]);
  if (!named) return refuseEvent("event-unknown");
  const activity = frame.activities.get(row.activity_id ?? "");
  return {
    ...named,
    description: row.description,
    agenda: row.agenda,
    results: row.results,
    cancelReason: row.cancel_reason,
    activity: activity ? { name: activity.name, slug: activity.slug, position: activity.position } : null,
    sites: fields.sites.map((site) => ({
      id: site.id ?? "",
      place: site.place,
      point: site.point,
      association: frame.associations.get(site.associationId ?? "")?.name ?? null,
      settlement: frame.settlements.get(site.settlementId ?? "")?.name ?? null,
    })),
    hosts: fields.hostIds.flatMap((id) => {
      const official = frame.officials.get(id);
      return official ? [{ id, name: official.name, office: official.office, kind: official.kind }] : [];
    }),
    papers: (await selectPapers(ctx, row.id)).map(toView),
    questions: await selectPublished(ctx, row.id),
    takesRegistrations: row.takes_registrations && row.state === "announced" && ctx.now < row.starts_at,
  };
}

function toView({ id, kind, name, caption, bytes, size, point, isPublic }: Paper): PaperView {
  return { id, kind, name, caption, bytes, size, point, isPublic };
}
