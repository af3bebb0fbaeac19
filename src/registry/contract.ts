import type { Id } from "../kernel/id.ts";

/** The longest name of a settlement or an association. */
export const NAME_LIMIT = 300;

export type AssociationState = "active" | "suspended" | "ended";
export type OfficialKind = "official" | "deputy";

export interface Settlement {
  readonly id: Id;
  readonly name: string;
  readonly oktmo: string | null;
}

/** An association as lists and other records name it. */
export interface AssociationName {
  readonly id: Id;
  readonly number: number;
  readonly name: string;
  readonly settlementId: Id;
  readonly settlement: string;
  readonly state: AssociationState;
}

/** Who holds meetings and receptions; `office` is a deputy's constituency. Dates are local, `until` the last day of the term. */
export interface Official {
  readonly id: Id;
  readonly kind: OfficialKind;
  readonly name: string;
  readonly office: string;
  readonly since: string;
  readonly until: string | null;
  readonly personId: Id | null;
}

/** To what an association belongs, for the permission table: itself and its settlement. */
export function belongingOf(association: Pick<AssociationName, "id" | "settlementId">): readonly Id[] {
  return [association.id, association.settlementId];
}
