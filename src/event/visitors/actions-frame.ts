import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import { readDate } from "../../office/grid/dates.ts";
import type { Grid, Heads } from "../../office/grid/heads.ts";
import { cleanLine } from "../../office/grid/words.ts";
import type { Tx } from "../../platform/database/index.ts";
import { doorsOpenAt, isClosed } from "../attendance/actions-frame.ts";
import { ruleOf } from "../event/actions-frame.ts";
import { type LoadedEvent, loadEvents } from "../event/actions-load.ts";
import { mayWorkAt } from "../event/actions-require.ts";
import { selectOwnKinds } from "../kind/store.ts";
import { findConsentText } from "../participant/actions.ts";
import { soughtFor } from "./people.ts";
import type { KnownEvent, VisitorFrame } from "./plan.ts";
import { readName } from "./read-row.ts";
import { refuseVisitors } from "./refusals.ts";
import { selectKnownVisitors, selectMeant } from "./store.ts";
import type { VisitorAnswers, VisitorColumn } from "./views.ts";

/** What the rows of a table may mean: its events with their sites, and everybody whose name is known. */
export async function loadVisitorFrame(
  ctx: Context<Tx>,
  {
    grid,
    heads,
    answers,
  }: { readonly grid: Grid; readonly heads: Heads<VisitorColumn>; readonly answers: VisitorAnswers },
): Promise<VisitorFrame> {
  const said = (meaning: VisitorColumn) => {
    const column = heads.columns.find((one) => one.meaning === meaning)?.column ?? 0;
    const texts = column === 0 ? [] : grid.slice(heads.rows).map((row) => cleanLine(row[column - 1] ?? ""));
    return [...new Set(texts.filter((text) => text !== ""))];
  };
  const named = said("event");
  const ids = await selectMeant(ctx, {
    ids: isId(answers.eventId) ? [answers.eventId.toLowerCase()] : [],
    numbers: named.map((text) => text.replace(/^№\s*/, "")),
    dates: said("date").flatMap((text) => readDate(text) ?? []),
    titles: named.map((text) => text.toLowerCase()),
  });
  const events = await loadEvents(ctx, ids);
  return {
    today: ctx.today,
    now: ctx.now,
    events: await toKnown(ctx, events),
    visitors: await selectKnownVisitors(ctx, {
      ...soughtFor(
        grid.slice(heads.rows).flatMap((cells) => readName(cells, heads) ?? []),
        answers,
      ),
      ids: Object.values(answers.rows).filter(isId),
    }),
    hasConsentText: (await findConsentText(ctx)) !== null,
    opensAt: doorsOpenAt,
  };
}

/** The event of a number such as «12/2024». Refuses `visitors-event`. */
export async function findNumbered(ctx: Context<Tx>, number: string): Promise<Id> {
  const [id] = await selectMeant(ctx, { ids: [], numbers: [number], dates: [], titles: [] });
  return id ?? refuseVisitors("visitors-event");
}

async function toKnown(ctx: Context<Tx>, events: readonly LoadedEvent[]): Promise<readonly KnownEvent[]> {
  const kinds = new Map<Id, Awaited<ReturnType<typeof selectOwnKinds>>[number]>(
    (await selectOwnKinds(ctx)).map((kind) => [kind.id, kind]),
  );
  return events.map(({ card, sites }) => {
    const kind = ruleOf({ kinds }, card);
    return {
      id: card.id,
      number: card.number,
      title: card.title,
      date: card.date,
      startsAt: card.startsAt,
      isClosed: isClosed(card),
      sites: sites
        .filter(({ endedAt }) => endedAt === null)
        .map((site) => ({
          id: site.id,
          place: site.place,
          isOwn: mayWorkAt(ctx.actor, card, { kind, site }),
          associationId: site.associationId ?? card.associationId,
        })),
    };
  });
}
