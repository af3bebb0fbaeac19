import type { Id } from "../../kernel/id.ts";
import type { AssociationName, Settlement } from "../contract.ts";
import type { KINDS, STATES } from "../record/fields.data.ts";
import type { Warning } from "../warning/views.ts";

export const SORTS = ["name", "number", "settlement", "people"] as const;
export type Sort = (typeof SORTS)[number];
/** What the register is narrowed to; each part is optional. */
export interface ListFilter {
  readonly settlementId?: string;
  readonly state?: (typeof STATES)[number];
  readonly kind?: (typeof KINDS)[number];
  /** In the names; inside also in the chair's. */
  readonly text?: string;
  readonly sort?: Sort;
  /** Only associations of which something is to be mended. */
  readonly warned?: boolean;
  /** From 1. */
  readonly page?: number;
}

/** So many stand on a page. */
export const LIST_ROWS = 50;

/** A row that anybody may see. */
export interface ListRow extends AssociationName {
  readonly kind: string | null;
  readonly people: number | null;
}

export interface ListPage<Row = ListRow> {
  readonly rows: readonly Row[];
  /** Of all pages. */
  readonly count: number;
  readonly people: number;
  readonly page: number;
  readonly pages: number;
  readonly settlements: readonly Settlement[];
}

/** A row for those who keep the register. */
export interface RegisterRow extends ListRow {
  readonly chair: string | null;
  readonly chairUntil: string | null;
  readonly warnings: readonly Warning[];
}

export interface RegisterPage extends ListPage<RegisterRow> {
  /** How many of all have an error or a warning. */
  readonly warned: number;
}

/** Whose associations they are sees first those with most to mend. */
export interface OwnAssociations {
  /** Of all. */
  readonly count: number;
  readonly rows: readonly { readonly id: Id; readonly name: string; readonly warnings: readonly Warning[] }[];
}
