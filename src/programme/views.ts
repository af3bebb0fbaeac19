import type { FundingSource, Programme, ProgrammeFinding, Question } from "./contract.ts";

/** A programme as lists show it. `slug` is the short name of the command and of page addresses (`ordynsky-2024-2026`). */
export interface ProgrammeCard {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly years: readonly number[];
  readonly edition: number;
  readonly approvedAt: string;
}

/** «Редакция»: an approved edition is immutable. `content` is the document as read; `identities` tie its lines to what outlives it. */
export interface EditionView {
  readonly id: string;
  readonly programme: ProgrammeCard;
  readonly number: number;
  readonly content: Programme;
  readonly findings: readonly ProgrammeFinding[];
  readonly fileName: string;
  readonly fileHash: string;
  readonly fileBytes: number;
  /** ISO instants and the people's names. */
  readonly readAt: string;
  readonly approvedAt: string;
  readonly approvedBy: string;
  readonly basis: string;
  /** Demonstration data says so on every page. */
  readonly demonstration: boolean;
}

/** A document read and not yet approved: the preview. */
export interface ReadingView {
  readonly id: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly fileBytes: number;
  readonly readAt: string;
  readonly readBy: string;
  readonly content: Programme;
  readonly findings: readonly ProgrammeFinding[];
  /** Tables and columns of which the reader was unsure. */
  readonly questions: readonly Question[];
  readonly state: "open" | "approved" | "discarded";
  /** Which edition it would become, and of which programme. */
  readonly wouldBe: { readonly slug: string; readonly edition: number };
  /** Raised by every change; a save with an old one is refused. */
  readonly version: number;
}

/** Annex 3 as it follows from annex 2: kopecks by source (and `cost`, the whole) and by year (and `total`). */
export type Consolidation = Readonly<Record<FundingSource | "cost", Readonly<Record<string, bigint>>>>;
