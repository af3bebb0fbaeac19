import type { Programme } from "./contract.ts";
import type { Address, Change, DraftProblem } from "./draft/edit.ts";

/** «Черновик редакции»: an edition being changed. One is open for a programme at a time. */
export interface DraftView {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** The edition it began from, and the one in force now: a draft of an older one cannot be submitted. */
  readonly base: number;
  readonly inForce: number;
  readonly content: Programme;
  /** How many changes were made. */
  readonly version: number;
  readonly state: "open" | "submitted" | "discarded";
  /** ISO instants and the person's name. */
  readonly openedAt: string;
  readonly openedBy: string;
  readonly changedAt: string;
}

/** A change that was made, in the order of making: version 1 is the first. */
export interface LoggedChange {
  readonly version: number;
  readonly token: string;
  readonly change: Change;
  readonly madeAt: string;
  readonly madeBy: string;
}

/** A change on its way: `token`, a UUID of the page, makes a save that is sent twice count once. */
export interface SentChange {
  readonly token: string;
  readonly change: Change;
}

/** What was not made of a sent change, with both values: what the person typed, and what stands there. */
export interface DraftConflict extends DraftProblem {
  readonly token: string;
  /** Where it stands now; null where the line is gone. */
  readonly address: Address | null;
}

/** Another window in which the draft is open. */
export interface DraftVisitor {
  readonly visitor: string;
  readonly name: string;
  readonly place: Address | null;
}

/** The answer to a save and to a sign of life: everything since the version the page knew. */
export interface DraftNews {
  readonly version: number;
  readonly state: DraftView["state"];
  readonly inForce: number;
  readonly changes: readonly LoggedChange[];
  readonly conflicts: readonly DraftConflict[];
  /** Tokens of sent changes that were saved before: nothing of this request was made again. */
  readonly repeated: readonly string[];
  readonly others: readonly DraftVisitor[];
  /** ISO instant of the last change. */
  readonly savedAt: string;
}

/** «Кто что менял»: a page of the record of an open draft, the last change first. */
export interface DraftHistory {
  readonly id: string;
  /** The draft's, for what is taken back from here. */
  readonly version: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly entries: readonly HistoryEntry[];
}

export interface HistoryEntry {
  readonly version: number;
  /** ISO instant and the person's name. */
  readonly madeAt: string;
  readonly madeBy: string;
  /** The amending act that the change comes from. */
  readonly act: string | null;
  /** The version of the change that this one takes back. */
  readonly takenBack: number | null;
  readonly edits: readonly ToldEdit[];
  /** How many edits of the change are not told. */
  readonly more: number;
}

/** One edit in words. `was` and `became` are null where a line or a part as a whole is meant. */
export interface ToldEdit {
  readonly object: string;
  readonly detail: string;
  readonly was: string | null;
  readonly became: string | null;
}
