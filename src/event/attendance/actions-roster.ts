import { notePersonalRead } from "../../access/index.ts";
import type { Context } from "../../kernel/context.ts";
import type { Id } from "../../kernel/id.ts";
import type { Tx } from "../../platform/database/index.ts";
import type { EventCard, Site } from "../contract.ts";
import { getEvent } from "../event/actions-read.ts";
import { findConsentText } from "../participant/actions.ts";
import { searchParticipants } from "../participant/store.ts";
import { isClosed } from "./actions-frame.ts";
import { requireWorker } from "./actions-read.ts";
import { selectMarks } from "./store.ts";

/** What the page of a sheet shows besides names: the event, the sites where the actor works, the text of the consent. */
export interface SheetView {
  readonly event: EventCard;
  readonly sites: readonly Site[];
  readonly consent: string | null;
  readonly isClosed: boolean;
}

/** Refuses `event-unknown` and as `requireWorker`. */
export async function openSheet(ctx: Context<Tx>, eventId: string): Promise<SheetView> {
  const event = await getEvent(ctx, eventId);
  const sites = await requireWorker(ctx, event);
  return { event, sites, consent: (await findConsentText(ctx))?.body ?? null, isClosed: isClosed(event) };
}

/** What a device keeps of an event while it is away from the network: no more than its sheet shows. */
export interface Roster {
  readonly people: readonly { readonly id: Id; readonly name: string; readonly birthYear: number | null }[];
  /** At the sites where the actor works. */
  readonly marks: readonly {
    readonly id: Id;
    readonly siteId: Id;
    readonly participantId: Id;
    readonly isLate: boolean;
  }[];
  readonly isClosed: boolean;
}

/** So many people who came before go onto a device, those who came most often. */
const KNOWN_PEOPLE = 300;
/** More by name than any event has had; a mark beyond it would look taken back. */
const MOST_MARKS = 50_000;

/**
 * The people and marks of an event for a device; of a closed event only those who are marked. That they were read stands in the
 * log of reads. Refuses `event-unknown` and as `requireWorker`.
 */
export async function getRoster(ctx: Context<Tx>, eventId: string): Promise<Roster> {
  const event = await getEvent(ctx, eventId);
  const siteIds = (await requireWorker(ctx, event)).map(({ id }) => id);
  const states = ["counted", "late"] as const;
  const marks = await selectMarks(ctx, { eventId: event.id, siteIds, states, text: "", limit: MOST_MARKS, offset: 0 });
  const search = { text: "", associationId: event.associationId, at: null, limit: KNOWN_PEOPLE };
  const known = isClosed(event) ? [] : await searchParticipants(ctx, search);
  const people = new Map(known.map(({ id, name, birthYear }) => [id, { id, name, birthYear }]));
  for (const { participantId: id, name, birthYear } of marks) people.set(id, { id, name, birthYear });
  await notePersonalRead(ctx, "event.roster", [...people.keys()]);
  return {
    people: [...people.values()],
    marks: marks.map(({ id, siteId, participantId, state }) => ({
      id,
      siteId,
      participantId,
      isLate: state === "late",
    })),
    isClosed: isClosed(event),
  };
}
