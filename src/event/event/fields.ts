import type { Id } from "../../kernel/id.ts";
import type { Times } from "../../kernel/times.ts";
import type { EventKind, Organiser, Point } from "../contract.ts";

/** A site as it is to be; `id` where it is there already. */
export interface SiteFields {
  readonly id: Id | null;
  readonly place: string;
  readonly point: Point | null;
  readonly settlementId: Id | null;
  readonly associationId: Id | null;
  readonly responsibleId: Id | null;
}

/** All that a form says of an event, checked. */
export interface EventFields extends Times {
  readonly kind: EventKind;
  readonly ownKindId: Id | null;
  readonly title: string;
  readonly description: string;
  readonly organiser: Organiser;
  readonly settlementId: Id | null;
  readonly associationId: Id | null;
  readonly activityId: Id | null;
  readonly responsibleId: Id | null;
  readonly agenda: string;
  readonly takesRegistrations: boolean;
  readonly capacity: number | null;
  readonly sites: readonly SiteFields[];
  readonly hostIds: readonly Id[];
}

/** Of those that a page may show or the trail keeps as they are. */
export type PlainField = Exclude<keyof EventFields, "sites" | "hostIds" | "date" | "untilDate">;

const PLAIN_FIELDS: readonly PlainField[] = [
  "kind",
  "ownKindId",
  "title",
  "description",
  "organiser",
  "settlementId",
  "associationId",
  "activityId",
  "startsAt",
  "endsAt",
  "responsibleId",
  "agenda",
  "takesRegistrations",
  "capacity",
];

export type ChangedField = PlainField | "sites" | "hosts";

/** Which fields differ. */
export function listChanged(was: EventFields, becomes: EventFields): readonly ChangedField[] {
  const plain = PLAIN_FIELDS.filter((field) => toPlain(was[field]) !== toPlain(becomes[field]));
  return [
    ...plain,
    ...(sameSites(was.sites, becomes.sites) ? [] : (["sites"] as const)),
    ...(was.hostIds.join() === becomes.hostIds.join() ? [] : (["hosts"] as const)),
  ];
}

/** Fields as the trail keeps them. */
export function tellFields(fields: EventFields, names: readonly ChangedField[]) {
  return Object.fromEntries(
    names.map((name) => {
      if (name === "sites") return [name, fields.sites.map(({ place }) => place).join("; ")];
      if (name === "hosts") return [name, fields.hostIds.join(" ")];
      return [name, toPlain(fields[name])];
    }),
  );
}

function toPlain(value: string | number | boolean | Date | null) {
  return value instanceof Date ? value.toISOString() : value;
}

function sameSites(some: readonly SiteFields[], others: readonly SiteFields[]): boolean {
  return JSON.stringify(some.map(listSite)) === JSON.stringify(others.map(listSite));
}

/** What a site is apart from its id. */
function listSite({ place, point, settlementId, associationId, responsibleId }: SiteFields) {
  return [place, point?.latitude, point?.longitude, settlementId, associationId, responsibleId];
}

/** Whether who is to come must be told: another time or another place. */
export function movesVisitors(changed: readonly ChangedField[]): boolean {
  return changed.some((field) => field === "startsAt" || field === "endsAt" || field === "sites");
}

/** Whether what calendars keep of it changed (RFC 5545, 3.8.7.4). */
export function changesCalendar(changed: readonly ChangedField[]): boolean {
  return movesVisitors(changed) || changed.some((field) => field === "title" || field === "description");
}
