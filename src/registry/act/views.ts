import type { Id } from "../../kernel/id.ts";

/** Kinds of acts, the highest first. */
export const ACT_KINDS = [
  "federal-law",
  "regional-law",
  "regional-act",
  "charter",
  "council-decision",
  "resolution",
  "order",
  "other",
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** What an act rules. */
export const ACT_SUBJECTS = [
  "general",
  "charter-registration",
  "boundaries",
  "meetings",
  "support",
  "contest",
  "programme",
  "bodies",
  "other",
] as const;
export type ActSubject = (typeof ACT_SUBJECTS)[number];

export const RELATION_KINDS = ["amends", "replaces", "repeals", "based-on"] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** «Уровень»: an act changes only acts of its own level. */
export type ActLevel = "federal" | "regional" | "municipal";

export function levelOf(kind: ActKind): ActLevel {
  if (kind === "federal-law") return "federal";
  return kind === "regional-law" || kind === "regional-act" ? "regional" : "municipal";
}

/** How an act stands on a day. `expired`: its own term is over. `not-yet`: adopted, but its day has not come. */
export const EFFECT_STATES = ["draft", "not-yet", "in-force", "amended", "repealed", "expired"] as const;
export type EffectState = (typeof EFFECT_STATES)[number];

/** «Действие акта» as of a day, computed from dates and from what other acts did to it. */
export interface Effect {
  readonly state: EffectState;
  /** Since when it stands so, `YYYY-MM-DD`; null of a draft. */
  readonly since: string | null;
  /** The act that changed or ended it. */
  readonly byId: Id | null;
}

/** An act as lists and other records name it. Of a draft number and date are null. */
export interface ActName {
  readonly id: Id;
  readonly kind: ActKind;
  readonly number: string | null;
  readonly date: string | null;
  readonly issuer: string;
  readonly title: string;
}

export interface ActRow extends ActName {
  readonly subject: ActSubject;
  readonly effect: Effect;
  readonly settlement: string | null;
  readonly revision: RevisionState | null;
  readonly hasFile: boolean;
}

/** Where an act stands with a rule of revision. */
export interface RevisionState {
  readonly key: string;
  readonly state: "due" | "late" | "revised" | "conforms";
  /** `YYYY-MM-DD`: the last day of the deadline. */
  readonly dueDate: string;
  /** The act that brought it up to date. */
  readonly byId: Id | null;
  /** Since when it is done. */
  readonly doneOn: string | null;
}

/** What one act did to another, seen from one of them. */
export interface RelationView {
  readonly id: Id;
  readonly kind: RelationKind;
  readonly other: ActName;
  readonly holdsFrom: string;
  readonly bringsUpToDate: boolean;
  readonly note: string | null;
  /** The acting act is a draft: nothing has happened yet. */
  readonly isPlanned: boolean;
}

export interface ActFileView {
  readonly id: Id;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly recordedAt: string;
}

/** An act's own page. */
export interface ActView extends ActRow {
  readonly clause: string | null;
  readonly text: string | null;
  readonly link: string | null;
  readonly inForceFrom: string | null;
  readonly inForceUntil: string | null;
  readonly settlementId: Id | null;
  readonly state: "draft" | "adopted";
  readonly version: number;
  /** What it does to others. */
  readonly acts: readonly RelationView[];
  /** What others do to it. */
  readonly undergoes: readonly RelationView[];
  /** The newest first. */
  readonly files: readonly ActFileView[];
}

/** What a list of acts is narrowed to; every part is optional. */
export interface ActFilter {
  readonly kind?: ActKind;
  readonly subject?: ActSubject;
  readonly state?: EffectState;
  /** The year of the act. */
  readonly year?: number;
  readonly text?: string;
  /** Only what waits for its revision. */
  readonly due?: boolean;
  /** The day as of which states are told. */
  readonly on?: string;
}

/** One act that was brought up to date in a year, and by which: a term of the year's count. */
export interface BroughtUpToDate {
  readonly act: ActName;
  readonly by: ActName;
  /** The day of the act that did it. */
  readonly doneOn: string;
}

/** «Приведено в соответствие»: planned by the programme and counted from the register. */
export interface ActYear {
  readonly year: number;
  /** In millionths of the programme's unit; null where no activity plans it. */
  readonly planned: bigint | null;
  readonly count: number;
  readonly terms: readonly BroughtUpToDate[];
}
