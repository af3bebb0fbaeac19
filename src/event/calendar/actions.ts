import { loadMunicipality } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { addDays } from "../../kernel/times.ts";
import type { Tx } from "../../platform/database/index.ts";
import { registry } from "../../registry/index.ts";
import { selectFeed } from "../list/store.ts";
import { writeCalendar } from "./ical.ts";

/** How long a feed looks back, and how many events it holds at most: calendars take it whole each time. */
const [PAST_DAYS, MOST] = [366, 5_000];

/**
 * The calendar of all public events of the past year and to come, or of one association, as RFC 5545. `urlOf` gives the address
 * of an event's page. Refuses `association-unknown`.
 */
export async function writeFeed(
  ctx: Context<Tx>,
  given: { readonly associationId: string | null; readonly urlOf: (id: string) => string },
): Promise<string> {
  const { nameShort } = await loadMunicipality(ctx);
  const association = given.associationId === null ? null : await registry.getAssociation(ctx, given.associationId);
  const name = association?.name ?? (ctx.language === "ru" ? `${nameShort}: мероприятия` : `${nameShort}: events`);
  const from = addDays(ctx.today, -PAST_DAYS);
  const events = await selectFeed(ctx, { from, associationId: association?.id ?? null, limit: MOST });
  return writeCalendar({
    name,
    events: events.map((event) => ({
      id: event.id,
      title: event.title,
      description: event.description,
      places: event.places,
      point: event.point,
      startsAt: event.starts_at,
      endsAt: event.ends_at,
      isCancelled: event.state === "cancelled",
      sequence: event.sequence,
      changedAt: event.changed_at,
      recordedAt: event.recorded_at,
      url: given.urlOf(event.id),
    })),
  });
}
