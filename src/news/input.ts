import { z } from "zod";
import type { Id } from "../kernel/id.ts";
import { linkKey, parsePublicLink } from "../kernel/public-link.ts";
import { OUTLET_KINDS, type Outlet, PUBLICATION_KINDS, type PublicationKind } from "./contract.ts";
import { refuseNews } from "./refusals.ts";

const TITLE_LIMIT = 300;
const TEXT_LIMIT = 100_000;

/** What a form says of a publication. */
export interface PublicationFields {
  readonly kind: PublicationKind;
  readonly title: string;
  readonly lead: string | null;
  readonly text: string | null;
  readonly outletId: Id | null;
  readonly link: string | null;
  readonly linkKey: string | null;
  readonly issue: string | null;
  readonly publishedOn: string | null;
  readonly activityId: Id | null;
  readonly authorName: string | null;
}

/** A publication as a form sends it: any text at all. */
export interface PublicationInput {
  readonly kind: string;
  /** Empty: on our own pages. */
  readonly outletId: string;
  readonly title: string;
  readonly lead: string;
  readonly text: string;
  readonly link: string;
  readonly issue: string;
  readonly publishedOn: string;
  readonly activityId: string;
  readonly associationIds: readonly string[];
  readonly authorName: string;
}

const clean = (text: string) => text.replaceAll("\u0000", "").replace(/\s+/g, " ").trim();
const line = (limit: number) => z.string().transform(clean).pipe(z.string().min(1).max(limit));
const optional = (limit: number) =>
  z
    .string()
    .transform((text) => clean(text) || null)
    .pipe(z.string().max(limit).nullable());
const titles = z.object({
  title: line(TITLE_LIMIT),
  lead: optional(1000),
  issue: optional(300),
  authorName: optional(200),
});

/**
 * What a form says of a publication; what it belongs to is for the action to look up. Refuses `publication-kind`,
 * `publication-title`, `publication-text`, `publication-link`, `publication-where`, `publication-date`.
 */
export function parsePublication(input: PublicationInput, today: string): Omit<PublicationFields, "activityId"> {
  const kind = PUBLICATION_KINDS.find((known) => known === input.kind) ?? refuseNews("publication-kind");
  const asked = titles.safeParse(input);
  if (!asked.success) return refuseNews("publication-title", { limit: TITLE_LIMIT });
  const outletId = input.outletId.trim() || null;
  const text = input.text.replaceAll("\u0000", "").replace(/\r\n?/g, "\n").trim() || null;
  if ((text === null && outletId === null) || (text?.length ?? 0) > TEXT_LIMIT)
    refuseNews("publication-text", { limit: TEXT_LIMIT });
  const link = input.link.trim() === "" ? null : (parsePublicLink(input.link) ?? refuseNews("publication-link"));
  if (outletId !== null && link === null && asked.data.issue === null) refuseNews("publication-where");
  const publishedOn = parseDay(input.publishedOn, today);
  if (outletId !== null && publishedOn === null) refuseNews("publication-date");
  return { kind, ...asked.data, text, outletId, link, linkKey: link && linkKey(link), publishedOn };
}

/** Null where none is given. Refuses `publication-date`. */
export function parseDay(text: string, today: string): string | null {
  if (text.trim() === "") return null;
  const isDay = z.iso.date().safeParse(text).success && text <= today && text >= "1990-01-01";
  return isDay ? text : refuseNews("publication-date");
}

export interface OutletInput {
  readonly kind: string;
  readonly name: string;
  readonly link: string;
}

/** Refuses `outlet-name`, `publication-link`. */
export function parseOutlet(input: OutletInput): Pick<Outlet, "kind" | "name" | "link"> {
  const kind = OUTLET_KINDS.find((known) => known === input.kind) ?? refuseNews("outlet-name");
  const name = clean(input.name);
  if (name === "" || name.length > 300) refuseNews("outlet-name");
  const link = input.link.trim() === "" ? null : (parsePublicLink(input.link) ?? refuseNews("publication-link"));
  return { kind, name, link };
}
