import type { Paper } from "../office/paper.ts";
import type { ActRequisites, PartOptions } from "./amend/index.ts";

/** What an act leads from and to: two editions by their numbers, or the open draft against the edition in force. */
export type ActSides =
  | { readonly was: number; readonly became: number }
  | { readonly was: null; readonly became: "draft" };

/** An act as its page shows it. */
export interface ActSheet {
  /** The programme's. */
  readonly title: string;
  /** «редакция 1», «черновик». */
  readonly names: { readonly was: string; readonly became: string };
  readonly requisites: ActRequisites;
  /** With the number of changes that the comparison counts in each. */
  readonly parts: readonly (PartOptions & { readonly changes: number })[];
  readonly paper: Paper;
}
