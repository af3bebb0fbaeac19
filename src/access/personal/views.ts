import type { Id } from "../../kernel/id.ts";
import type { Purpose } from "./purposes.ts";

/** «Согласие» as it is shown: to which text, when, how, and whether it still holds. */
export interface ConsentView {
  readonly id: Id;
  readonly purpose: Purpose;
  readonly textId: Id;
  readonly version: number;
  /** `YYYY-MM-DD`. */
  readonly givenOn: string;
  readonly channel: "site" | "paper";
  readonly scanHash: string | null;
  readonly scanType: string | null;
  readonly withdrawnOn: string | null;
}

/** A version of the text that people sign. */
export interface ConsentTextView {
  readonly id: Id;
  readonly purpose: Purpose;
  readonly version: number;
  readonly body: string;
  readonly publishedAt: Date;
}

/** One look at data of others. */
export interface PersonalReadView {
  readonly id: Id;
  readonly at: Date;
  readonly reader: { readonly id: Id; readonly name: string | null };
  readonly place: string;
  readonly people: number;
}

/** «Шаги при инциденте», in the order in which the law wants them. */
export const INCIDENT_STEPS = ["first-notice", "inquiry-notice", "closing"] as const;
export type IncidentStep = (typeof INCIDENT_STEPS)[number];

export interface IncidentView {
  readonly id: Id;
  readonly number: number;
  readonly foundAt: Date;
  readonly description: string;
  readonly steps: readonly { readonly step: IncidentStep; readonly doneAt: Date; readonly note: string }[];
}

/** What has been done of one of the operator's duties; null where nothing was recorded or it was taken back. */
export interface DutyView {
  readonly item: string;
  readonly doneOn: string | null;
  readonly basis: string;
}
