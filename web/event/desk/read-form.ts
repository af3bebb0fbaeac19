import type { EventInput, RecurrenceInput, SiteInput } from "../../../src/event/index.ts";
import { readText } from "../parts/act.ts";
import { readAssociation } from "./association-search.ts";

/** The form of an event as it was sent. */
export function readEventInput(form: FormData): EventInput {
  const of = (name: string) => readText(form, name);
  return {
    kind: of("kind"),
    title: of("title"),
    description: of("description"),
    organiser: of("organiser"),
    settlementId: of("settlementId"),
    associationId: readAssociation(form, "associationId"),
    activityId: of("activityId"),
    date: of("date"),
    from: of("from"),
    untilDate: of("untilDate"),
    until: of("until"),
    responsibleId: of("responsibleId"),
    agenda: of("agenda"),
    takesRegistrations: form.has("takesRegistrations"),
    capacity: of("capacity"),
    sites: readSites(form),
    hosts: form.getAll("hosts").filter((host) => typeof host === "string"),
  };
}

function readSites(form: FormData): readonly SiteInput[] {
  const count = form.getAll("siteNumber").length;
  return Array.from({ length: count }, (_, at) => ({
    id: readText(form, `site-${at}-id`),
    place: readText(form, `site-${at}-place`),
    point: readText(form, `site-${at}-point`),
    associationId: readAssociation(form, `site-${at}-association`),
    settlementId: readText(form, `site-${at}-settlement`),
    responsibleId: readText(form, `site-${at}-responsible`),
  }));
}

/** Null where it is not to be repeated. */
export function readRecurrence(form: FormData): RecurrenceInput | null {
  const of = (name: string) => readText(form, name);
  if (of("frequency") === "" || of("frequency") === "no") return null;
  return {
    frequency: of("frequency"),
    interval: of("interval"),
    by: of("by"),
    count: of("count"),
    until: of("repeatUntil"),
  };
}
