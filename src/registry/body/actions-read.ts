import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { selectPlannedQuantities } from "../../programme/index.ts";
import { nameAct } from "../act/actions-load.ts";
import { selectAct } from "../act/store.ts";
import { selectPlan } from "../act/store-plan.ts";
import { selectAssociations } from "../association/store.ts";
import { belongingOf } from "../contract.ts";
import { refuseBody } from "./refusals.ts";
import { type BodyHistory, heldOn, seatsOn, shareOf } from "./share.ts";
import { type StoredBody, selectBodies, selectSizes } from "./store.ts";
import { type StoredSeat, selectSeats } from "./store-seat.ts";
import type { BodyRow, BodyView, OwnSeat, SeatShare, SeatView, SeatYear, ShareRule, SizeView } from "./views.ts";
import { warnOf } from "./warnings.ts";

interface LoadedBody {
  readonly body: StoredBody;
  readonly sizes: readonly SizeView[];
  readonly seats: readonly StoredSeat[];
  readonly history: BodyHistory;
}

async function loadBodies(ctx: Context<Tx>): Promise<readonly LoadedBody[]> {
  const bodies = await selectBodies(ctx);
  const sizes = Map.groupBy(await selectSizes(ctx), ({ bodyId }) => bodyId);
  const seats = Map.groupBy(await selectSeats(ctx), ({ bodyId }) => bodyId);
  return bodies.map((body) => {
    const own = { sizes: sizes.get(body.id) ?? [], seats: seats.get(body.id) ?? [] };
    return { body, ...own, history: { ...body, sizes: own.sizes, holdings: own.seats } };
  });
}

/** Bodies by name as they stand today; what has ended, as on its last day. Public: no name of a person is in it. */
export async function listBodies(ctx: Context<Tx>): Promise<readonly BodyRow[]> {
  return (await loadBodies(ctx)).map((loaded) => toRow(loaded, ctx.today));
}

function toRow({ body, history }: LoadedBody, today: string): BodyRow {
  const { id, kind, name, authority, since, until } = body;
  const day = until !== null && until < today ? until : today;
  return {
    ...{ id, kind, name, authority, since, until },
    seats: seatsOn(history, day),
    heldByAssociations: heldOn(history, day),
    heldByOthers: heldOn(history, day, "others"),
    warnings: warnOf(history, today),
  };
}

/** A body with all that held and hold its seats; people stand in it who consented to be named. Refuses `body-unknown`. */
export async function getBody(ctx: Context<Tx>, id: string): Promise<BodyView> {
  const loaded = (await loadBodies(ctx)).find(({ body }) => body.id === id) ?? refuseBody("body-unknown");
  const { body, sizes, seats } = loaded;
  const act = body.actId ? await selectAct(ctx, body.actId) : undefined;
  return {
    ...toRow(loaded, ctx.today),
    act: act ? nameAct(act) : null,
    actWords: body.actWords,
    version: body.version,
    sizes: sizes.toReversed().map(({ since, seats: count, basis }) => ({ since, seats: count, basis })),
    holdings: seats.map((held) => showSeat(held, ctx.today)),
  };
}

function showSeat({ associationId, association, bodyId: _body, ...held }: StoredSeat, today: string): SeatView {
  const isCurrent = held.since <= today && (held.until === null || held.until >= today);
  return { ...held, association: associationId ? { id: associationId, name: association ?? "" } : null, isCurrent };
}

/**
 * Seats of the actor's own associations, and of those in their settlements, whose term ends within some weeks or has ended with
 * nobody after it, the first to end first.
 */
export async function listOwnSeats(ctx: Context<Tx>): Promise<readonly OwnSeat[]> {
  const { actor } = ctx;
  const own = new Set(actor.kind === "person" ? actor.holdings.flatMap(({ subjectId }) => subjectId ?? []) : []);
  if (own.size === 0) return [];
  const associations = await selectAssociations(ctx);
  const mine = new Set(associations.filter((one) => belongingOf(one).some((id) => own.has(id))).map(({ id }) => id));
  const seats = (await loadBodies(ctx)).flatMap(({ body, seats: held, history }) =>
    warnOf(history, ctx.today).flatMap((warning): readonly OwnSeat[] => {
      if (warning.kind === "beyond") return [];
      const last = held.find(({ seat, until }) => seat === warning.seat && until === warning.until);
      if (!(last?.associationId && mine.has(last.associationId))) return [];
      const { kind, seat, until } = warning;
      return [{ bodyId: body.id, body: body.name, association: last.association ?? "", kind, seat, until }];
    }),
  );
  return seats.toSorted((a, b) => a.until.localeCompare(b.until));
}

/** The share of the seats that associations' representatives hold in a year, by a rule, with every term. */
export async function countSeatShare(ctx: Context<Tx>, asked: { year: number; rule: ShareRule }): Promise<SeatShare> {
  const bodies = (await loadBodies(ctx)).map(({ history }) => history);
  return shareOf(bodies, asked.year, { rule: asked.rule, today: ctx.today });
}

/** Both shares of each year beside the programme's plan: the programme's years and those since the first seat was held. */
export async function listSeatYears(ctx: Context<Tx>): Promise<readonly SeatYear[]> {
  const bodies = (await loadBodies(ctx)).map(({ history }) => history);
  const activityId: Id | null = await selectPlan(ctx, "seats");
  const planned = activityId ? await selectPlannedQuantities(ctx, activityId) : [];
  const [first] = bodies
    .flatMap(({ holdings }) => holdings.map(({ since }) => Number(since.slice(0, 4))))
    .sort((a, b) => a - b);
  const current = Number(ctx.today.slice(0, 4));
  const own =
    first === undefined ? [] : Array.from({ length: Math.max(0, current - first + 1) }, (_, at) => first + at);
  const years = [...new Set([...own, ...planned.map(({ year }) => year)])].sort((a, b) => a - b);
  return years.map((year) => ({
    year,
    planned: planned.find((plan) => plan.year === year)?.quantity ?? null,
    yearEnd: shareOf(bodies, year, { rule: "year-end", today: ctx.today }),
    mean: shareOf(bodies, year, { rule: "mean", today: ctx.today }),
  }));
}
