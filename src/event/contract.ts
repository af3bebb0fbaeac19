import type { Id } from "../kernel/id.ts";
import type { EventKind } from "./kinds.ts";
import type { EventState } from "./moves.ts";

export {
  BUILT_IN_KINDS,
  type BuiltInKind,
  type EventKind,
  isBuiltInKind,
  KIND_RULES,
  type KindRule,
  NEEDS,
  type Need,
  type OwnKind,
} from "./kinds.ts";
export {
  barEventMove,
  EVENT_MOVE_NAMES,
  EVENT_MOVES,
  EVENT_STATES,
  type EventMove,
  type EventMoveBar,
  type EventMoveRule,
  type EventState,
} from "./moves.ts";

export {
  barVisitMove,
  VISIT_MOVES,
  type VisitMove,
  type VisitOutcome,
  WRITTEN_DAYS,
} from "./visits.ts";

/** Who holds an event: the district's administration, a settlement's, or an association. */
export const ORGANISERS = ["administration", "settlement", "association"] as const;
export type Organiser = (typeof ORGANISERS)[number];

export const PAPER_KINDS = ["minutes", "material", "photo"] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

export type RegistrationState = "unconfirmed" | "confirmed" | "waiting" | "withdrawn";

/** «Точка»: degrees of WGS 84. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** «Площадка». `place` is in words; the ids say whose ground it is. */
export interface Site {
  readonly id: Id;
  readonly position: number;
  readonly place: string;
  readonly point: Point | null;
  readonly settlementId: Id | null;
  readonly associationId: Id | null;
  readonly responsibleId: Id | null;
  /** The instant at which it was given up; null while it is one of the event's sites. */
  readonly endedAt: Date | null;
}

/** An event as other parts work with it. Instants are UTC; `date` and `untilDate` local days of the municipality. */
export interface EventCard {
  readonly id: Id;
  /** «12/2024»: its number in the year in which it begins. */
  readonly number: string;
  readonly kind: EventKind;
  readonly ownKindId: Id | null;
  readonly title: string;
  readonly organiser: Organiser;
  readonly settlementId: Id | null;
  readonly associationId: Id | null;
  readonly activityId: Id | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly date: string;
  readonly untilDate: string;
  readonly state: EventState;
  readonly responsibleId: Id | null;
  readonly seriesId: Id | null;
  readonly version: number;
}

export const TITLE_LIMIT = 300;
export const PLACE_LIMIT = 300;
export const TEXT_LIMIT = 10_000;
export const AGENDA_LIMIT = 20_000;
export const MINUTES_LIMIT = 50_000;
export const REASON_LIMIT = 1_000;
export const SITES_LIMIT = 200;
/** Events that one rule may make at once. */
export const SERIES_LIMIT = 60;
/** A longer event is a slip of the pen. */
export const LONGEST_DAYS = 31;
export const PHOTO_LIMIT_BYTES = 50_000_000;
export const FILE_LIMIT_BYTES = 50_000_000;
export const LIST_ROWS = 50;
export const EXPORT_ROWS = 20_000;

/** To whom an event belongs, for the permission table: whose it is by its organiser, and who answers for it. */
export function belongingOf(event: Owning & Pick<EventCard, "responsibleId">): readonly Id[] {
  return [...ownersOf(event), event.responsibleId].filter((id) => id !== null);
}

type Owning = Pick<EventCard, "organiser" | "associationId" | "settlementId">;

/** The association and its settlement, or the settlement alone; the administration's events are the coordinator's. */
export function ownersOf({ organiser, associationId, settlementId }: Owning): readonly Id[] {
  if (organiser === "administration") return [];
  const owners = organiser === "association" ? [associationId, settlementId] : [settlementId];
  return owners.filter((id) => id !== null);
}

/** To whom a site belongs besides: whose ground it is, and who answers for it. */
export function belongingOfSite(site: Pick<Site, "associationId" | "settlementId" | "responsibleId">): readonly Id[] {
  return [site.associationId, site.settlementId, site.responsibleId].filter((id) => id !== null);
}
