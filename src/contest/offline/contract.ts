import type { Id } from "../../kernel/id.ts";
import type { ContentFault, TeamMember, TypedContent } from "../application/contract.ts";

export const FORM_FORMATS = ["xlsx", "docx"] as const;
export type FormFormat = (typeof FORM_FORMATS)[number];

/** Where in the filled form: a cell of a sheet, or a table of a Word file with row and column, all from 1. */
export type FormPlace =
  | { readonly kind: "sheet"; readonly sheet: string; readonly cell: string }
  | { readonly kind: "table"; readonly table: number; readonly row: number; readonly column: number };

export type FormFaultCode = ContentFault["code"] | "group-unknown" | "too-long" | "too-many";

/** A fault of a filled form: `where` as in `ContentFault`, and the place in the file; null where it has none there. */
export interface FormFault {
  readonly code: FormFaultCode;
  readonly where: string;
  readonly allowed?: bigint;
  readonly place: FormPlace | null;
}

/** What a filled form comes to. `errors` keep it from being taken; `remarks` are mended on the page before it is submitted. */
export interface FormPreview {
  readonly callId: Id;
  /** Whether it was a workbook. */
  readonly isBook: boolean;
  readonly content: TypedContent;
  readonly team: readonly TeamMember[];
  readonly errors: readonly FormFault[];
  readonly remarks: readonly FormFault[];
}
