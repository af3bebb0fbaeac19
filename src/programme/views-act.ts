import type { Paper } from "../office/paper.ts";
import type { ActRequisites, PartOptions } from "./amend/index.ts";
import type { ToldEdit } from "./views-draft.ts";

export type { Paper, PaperBlock, PaperSection, PaperTable } from "../office/paper.ts";

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

/** An act that was read, in words. */
export interface ToldAct {
  /** «15.07.2025 № 41»; null where the act leaves both blank. */
  readonly number: string | null;
  /** In the order of `ActReading.proposals`. */
  readonly proposals: readonly ToldProposal[];
  /** What was not understood or does not fit, for doing by hand; the words of the act with each. */
  readonly left: readonly { readonly sentence: string; readonly quoted: string; readonly isError: boolean }[];
}

export interface ToldProposal {
  readonly point: string | null;
  readonly quoted: string;
  readonly isSure: boolean;
  readonly edits: readonly ToldEdit[];
  /** How many edits are not told. */
  readonly more: number;
}
