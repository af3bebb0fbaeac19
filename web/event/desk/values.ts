import type { EventPageView } from "../../../src/event/views.ts";

/** Empty rows that a new form begins with. */
export const SITE_ROWS = 2;

export interface SiteValues {
  readonly id?: string;
  readonly place: string;
  readonly point: string;
  readonly associationId: string;
  readonly settlementId: string;
  readonly responsibleId: string;
}

/** What the fields of a form hold. */
export interface FormValues {
  readonly kind: string;
  readonly title: string;
  readonly description: string;
  readonly organiser: string;
  readonly settlementId: string;
  readonly associationId: string;
  readonly activityId: string;
  readonly date: string;
  readonly from: string;
  readonly untilDate: string;
  readonly until: string;
  readonly responsibleId: string;
  readonly agenda: string;
  readonly takesRegistrations: boolean;
  readonly capacity: string;
  readonly sites: readonly SiteValues[];
  readonly hosts: readonly string[];
}

export const NEW_EVENT: FormValues = {
  kind: "meeting",
  title: "",
  description: "",
  organiser: "administration",
  settlementId: "",
  associationId: "",
  activityId: "",
  date: "",
  from: "",
  untilDate: "",
  until: "",
  responsibleId: "",
  agenda: "",
  takesRegistrations: false,
  capacity: "",
  sites: [],
  hosts: [],
};

/** An event as its form shows it. */
export function valuesOf(event: EventPageView): FormValues {
  return {
    kind: event.ownKindId ?? event.kind,
    title: event.title,
    description: event.description,
    organiser: event.organiser,
    settlementId: event.settlementId ?? "",
    associationId: event.associationId ?? "",
    activityId: event.activityId ?? "",
    date: event.date,
    from: event.from,
    untilDate: event.untilDate === event.date ? "" : event.untilDate,
    until: event.until,
    responsibleId: event.responsibleId ?? "",
    agenda: event.agenda,
    takesRegistrations: event.takesRegistrations,
    capacity: event.capacity === null ? "" : String(event.capacity),
    sites: event.siteFields.map((site) => ({
      id: site.id,
      place: site.place,
      point: site.point ? `${site.point.latitude}, ${site.point.longitude}` : "",
      associationId: site.associationId ?? "",
      settlementId: site.settlementId ?? "",
      responsibleId: site.responsibleId ?? "",
    })),
    hosts: event.hostIds,
  };
}

/** What was typed stands in the form again when it was refused. */
export function valuesTyped(typed: Readonly<Record<string, string>>, hosts: readonly string[]): FormValues {
  const of = (name: string) => typed[name] ?? "";
  const sites: SiteValues[] = [];
  for (let at = 0; `site-${at}-place` in typed; at++) {
    const id = of(`site-${at}-id`);
    sites.push({
      ...(id !== "" && { id }),
      place: of(`site-${at}-place`),
      point: of(`site-${at}-point`),
      associationId: of(`site-${at}-association`),
      settlementId: of(`site-${at}-settlement`),
      responsibleId: of(`site-${at}-responsible`),
    });
  }
  // An empty row between others stays where it is: what was looked for stands under the number of its row.
  const last = sites.findLastIndex(({ id: _id, ...site }) => Object.values(site).some((value) => value !== ""));
  const names = Object.keys(NEW_EVENT) as (keyof FormValues)[];
  const plain = Object.fromEntries(names.map((name) => [name, of(name)]));
  return {
    ...NEW_EVENT,
    ...plain,
    takesRegistrations: "takesRegistrations" in typed,
    sites: sites.slice(0, last + 1),
    hosts,
  } as FormValues;
}

/** The field that a refusal is about, as its summary leads to it. */
export function fieldOf(code: string): string {
  const FIELDS: Readonly<Record<string, string>> = {
    "event-title": "title",
    "event-organiser": "organiser",
    "event-association-none": "associationId",
    "event-association-several": "associationId",
    "event-activity-unknown": "activityId",
    "event-time-wrong": "date",
    "event-ends-before": "until",
    "event-long": "untilDate",
    "event-place": "sites",
    "event-point": "sites",
    "event-site-ground": "sites",
    "event-sites-many": "sites",
    "event-host-unknown": "hosts",
    "event-host-term": "hosts",
    "event-responsible-unknown": "responsibleId",
    "event-capacity": "capacity",
    "event-text-long": "agenda",
    "series-rule": "frequency",
    "series-short": "count",
    "series-long": "count",
  };
  return FIELDS[code] ?? "kind";
}
