import type { Id } from "../../kernel/id.ts";

/** How a mark was made: on the page, on a phone without a network, by the code at the door, from paper, from a file. */
export const MARK_CHANNELS = ["name", "device", "code", "sheet", "import"] as const;
export type MarkChannel = (typeof MARK_CHANNELS)[number];

export type MarkState = "counted" | "late" | "refused" | "taken-back";
export type ConsentChannel = "site" | "paper" | "account";

/** «Способ подсчёта»: by photograph, by tickets, head by head at the door, by estimate. */
export const COUNT_METHODS = ["counted", "photo", "tickets", "estimate"] as const;
export type CountMethod = (typeof COUNT_METHODS)[number];

export const NAME_LIMIT = 200;
export const NOTE_LIMIT = 1_000;
export const PEOPLE_LIMIT = 100_000;
/** So many marks at most come in one batch; a device sends more in several. */
export const BATCH_LIMIT = 1_000;
export const SHEET_ROWS = 25;
/** Who comes early may be marked so long before the beginning. */
export const EARLY_MINUTES = 180;

/** Marks on one page. */
export const MARKS_SHOWN = 100;

/** Two entries that may be one person, the earlier one first. */
export interface Namesakes {
  readonly keepId: Id;
  readonly aliasId: Id;
  readonly name: string;
}

/** Whom one may pick: known from earlier events. `events` counts those at which they were. */
export interface ParticipantView {
  readonly id: Id;
  readonly name: string;
  readonly birthYear: number | null;
  readonly associationId: Id | null;
  readonly events: number;
  /** Their mark at the site that was asked about, where they have one. */
  readonly markId: Id | null;
}

/** A mark as the sheet of a site shows it. */
export interface MarkView {
  readonly id: Id;
  readonly siteId: Id;
  readonly participantId: Id;
  readonly name: string;
  readonly birthYear: number | null;
  readonly channel: MarkChannel;
  readonly state: MarkState;
  readonly markedAt: Date;
}

export interface CountView {
  readonly siteId: Id;
  readonly people: number;
  readonly method: CountMethod;
  readonly note: string;
  readonly evidencePaperId: Id | null;
  readonly recordedAt: Date;
}

/** «Явка» of a site: by name, by head, and how many visits that makes. */
export interface SiteTurnout {
  readonly siteId: Id;
  readonly named: number;
  readonly counted: number | null;
  readonly visits: number;
  /** Marks that wait for the coordinator. */
  readonly late: number;
}

/**
 * «Явка» of an event. A visit is one person at one site, so somebody who was at two sites makes two visits. `distinctNamed` are
 * different people known by name; of `unnamed` visits nobody can tell who they were.
 */
export interface Turnout {
  readonly sites: readonly SiteTurnout[];
  readonly visits: number;
  readonly distinctNamed: number;
  readonly unnamed: number;
}
