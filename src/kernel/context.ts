import type { Id } from "./id.ts";
import type { Language } from "./refusal.ts";

/** A role as somebody holds it: in the whole municipality, or in one settlement, association or call. */
export interface Holding {
  readonly role: string;
  /** The settlement, association or call; null where the role is held in the municipality. */
  readonly subjectId: Id | null;
}

/** Who acts. A stranger reads public pages; `system` is the command on the server itself. */
export type Actor =
  | { readonly kind: "person"; readonly personId: Id; readonly name: string; readonly holdings: readonly Holding[] }
  | { readonly kind: "system"; readonly name: string }
  | { readonly kind: "stranger" };

/** Passed, never ambient. `Transaction` is the platform's handle; pure code never sees it. `today` is the municipality's local date, `YYYY-MM-DD`; `now` the instant at which the request's head arrived. */
export interface Context<Transaction = unknown> {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly municipalityId: Id;
  readonly today: string;
  readonly now: Date;
  readonly language: Language;
}
