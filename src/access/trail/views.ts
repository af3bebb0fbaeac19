import type { Id } from "../../kernel/id.ts";

/** A person's data as the trail keeps it: only the key of this person opens it. */
export interface Sealed {
  readonly person: Id;
  readonly sealed: string;
}

export type FieldValue = string | number | boolean | null | Sealed;
/** Values by the name of their field. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

export function isSealed(value: FieldValue): value is Sealed {
  return typeof value === "object" && value !== null;
}

/** What a reader of the trail may narrow it to; every part is optional. Dates are the municipality's, `YYYY-MM-DD`, both included. */
export interface TrailFilter {
  readonly personId?: Id;
  readonly action?: string;
  readonly subjectId?: Id;
  readonly outcome?: "done" | "refused";
  readonly from?: string;
  readonly to?: string;
}

/** A field of a row as it is shown: opened, or null with the note that its key is destroyed. */
export interface ShownField {
  readonly name: string;
  readonly before: ShownValue;
  readonly after: ShownValue;
}
/** `destroyed`: the person was erased, and with the key the words. */
export type ShownValue = { readonly text: string; readonly sealed?: true } | { readonly state: "none" | "destroyed" };

/** One row of the trail with its place in the chain. */
export interface TrailRow {
  readonly id: Id;
  /** The link's number; null until the transaction that wrote it has committed. */
  readonly number: bigint | null;
  readonly hash: string | null;
  readonly at: Date;
  readonly actor:
    | { readonly kind: "person"; readonly id: Id; readonly name: string | null }
    | { readonly kind: "system"; readonly name: string }
    | { readonly kind: "stranger" };
  readonly roles: readonly string[];
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: Id | null };
  readonly basis: string | null;
  readonly refusal: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly fields: readonly ShownField[];
}

/** A page of the trail, newest first. `next` names where the next page begins; null on the last. */
export interface TrailPage {
  readonly rows: readonly TrailRow[];
  readonly next: string | null;
}

/** What checking a chain found. `firstBroken` is the first row that does not hold. */
export interface ChainReport {
  readonly municipalityId: Id;
  readonly rows: number;
  /** Hex; empty where there is no row. */
  readonly head: string;
  readonly firstBroken: BrokenLink | null;
}

/**
 * `altered`: the row is not what was hashed. `missing`: the row of a link is gone. `gap`: a link is gone. `unlinked`: a row stands
 * outside the chain. `end`: the chain ends before or after its own record of itself, or before where it was last seen.
 */
export interface BrokenLink {
  readonly fault: "altered" | "missing" | "gap" | "unlinked" | "end";
  /** Of the link; null for `unlinked`. */
  readonly number: bigint | null;
  readonly entryId: Id | null;
  readonly at: Date | null;
  readonly action: string | null;
}
