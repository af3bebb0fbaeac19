import type { Id } from "../../kernel/id.ts";
import type { Kopecks } from "../../kernel/money.ts";
import type { CommitmentBasis, Part } from "../contract.ts";
import type { ActivityCard, EntryRow } from "../views.ts";
import type { RequestMove, RequestState } from "./contract.ts";

/** A payment request as a list shows it. */
export interface RequestRow {
  readonly id: Id;
  readonly number: string;
  readonly state: RequestState;
  readonly activity: ActivityCard;
  readonly year: number;
  readonly basisKind: CommitmentBasis;
  readonly basis: string;
  readonly date: string;
  readonly payee: string;
  readonly purpose: string;
  readonly payBy: string;
  readonly parts: readonly Part[];
  readonly kopecks: Kopecks;
  readonly paid: Kopecks;
  readonly askedAt: string;
  readonly askedBy: string;
  readonly version: number;
}

export interface RequestPage {
  readonly rows: readonly RequestRow[];
  readonly count: number;
  readonly kopecks: Kopecks;
  readonly paid: Kopecks;
  readonly page: number;
  readonly pages: number;
}

export interface MoveRow {
  readonly version: number;
  readonly move: RequestMove | "ask";
  readonly reason: string | null;
  readonly at: string;
  readonly by: string;
}

/** One request with what happened to it, its obligation and its payments. */
export interface RequestView extends RequestRow {
  /** The oldest first. */
  readonly moves: readonly MoveRow[];
  readonly commitment: EntryRow | null;
  readonly payments: readonly EntryRow[];
  /** What is still to be paid, by source. */
  readonly open: readonly Part[];
  /** What nobody has reserved of the activity's limit, for whoever approves. */
  readonly free: readonly Part[];
  /** Moves that this person can make now. */
  readonly can: readonly RequestMove[];
  readonly isOwn: boolean;
}
