import { may } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import { type Id, isId } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import { type EventCard, type EventState, isBuiltInKind, KIND_RULES, type KindRule, type Site } from "../contract.ts";
import { selectOwnKinds } from "../kind/store.ts";
import { refuseEvent } from "../refusals.ts";
import { toCard } from "./actions-load.ts";
import { mayWorkAt } from "./actions-require.ts";
import { selectEvents, selectIdsInState } from "./store.ts";
import { selectSites } from "./store-site.ts";

/** An event for other parts of the program: no right is asked for, what is shown of it is theirs to decide. Refuses `event-unknown`. */
export async function getEvent(ctx: Context<Tx>, id: string): Promise<EventCard> {
  const [row] = isId(id) ? await selectEvents(ctx, [id.toLowerCase()]) : [];
  return row ? toCard(row) : refuseEvent("event-unknown");
}

/** Sites of an event in their order; those that were given up only `withEnded`. */
export async function listSites(
  ctx: Context<Tx>,
  eventId: Id,
  { withEnded = false }: { readonly withEnded?: boolean } = {},
): Promise<readonly Site[]> {
  const sites = await selectSites(ctx, [eventId]);
  return sites.filter(({ endedAt }) => withEnded || endedAt === null);
}

/** Events in these states that begin from one local day to another, both included, in the order of their beginning. */
export async function listEventsIn(
  ctx: Context<Tx>,
  given: { readonly states: readonly EventState[]; readonly from: string; readonly to: string },
): Promise<readonly EventCard[]> {
  return (await selectEvents(ctx, await selectIdsInState(ctx, given))).map(toCard);
}

/** Whether the actor may work at the event, or at this site of it. */
export async function mayWorkOn(ctx: Context<Tx>, event: EventCard, site?: Site): Promise<boolean> {
  const kind = await findRule(ctx, event);
  return mayWorkAt(ctx.actor, event, { kind, ...(site && { site }) });
}

/** Those of the event's sites at which the actor may work. */
export async function filterWorkSites(
  ctx: Context<Tx>,
  event: EventCard,
  sites: readonly Site[],
): Promise<readonly Site[]> {
  const kind = await findRule(ctx, event);
  return sites.filter((site) => mayWorkAt(ctx.actor, event, { kind, site }));
}

async function findRule(ctx: Context<Tx>, { kind, ownKindId }: EventCard): Promise<KindRule> {
  if (isBuiltInKind(kind)) return KIND_RULES[kind];
  const own = (await selectOwnKinds(ctx)).find(({ id }) => id === ownKindId);
  return own ?? refuseEvent("event-kind-wrong");
}

/** Whether the actor may see an event that is not public. */
export function mayReadEvents(ctx: Context<Tx>): boolean {
  return may(ctx.actor, "event.read");
}
