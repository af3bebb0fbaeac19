import type { Finding } from "../../kernel/finding.ts";
import type { Programme } from "../contract.ts";
import type { Edit } from "../draft/edit.ts";
import {
  AMENDED_PARTS,
  type AmendedPart,
  ANNEXES,
  type AnnexPart,
  type PassportLine,
  type Replacement,
  TECHNIQUES,
  type Technique,
  type TotalAddress,
} from "../draft/replacement.ts";
import type { Change } from "../views-comparison.ts";

export type { AmendedPart, AnnexPart, PassportLine, Replacement, Technique, TotalAddress };
export { AMENDED_PARTS, ANNEXES, TECHNIQUES };

export type TechniqueChoices = Readonly<Partial<Record<AmendedPart, Technique>>>;

/** Date (ISO) and number of an act; what is not known yet is null and printed as a blank. */
export interface ActNumber {
  readonly date: string | null;
  readonly number: string | null;
}

/** «Реквизиты»: what an act of this kind says beside its changes. */
export interface ActRequisites extends ActNumber {
  /** Who adopts it, in the nominative: «Администрация Ордынского района Новосибирской области». */
  readonly issuer: string | null;
  /** «р.п. Ордынское». */
  readonly place: string | null;
  /** The act that approved the programme. */
  readonly amended: ActNumber;
  /** The preamble's words before the comma: «В целях приведения … в соответствие с решением …». */
  readonly ground: string | null;
  /** Where it is published, after «Опубликовать настоящее постановление»: «в газете «…»». */
  readonly publication: string | null;
  /** After «Контроль за исполнением настоящего постановления»: «возложить на …»; null is «оставляю за собой». */
  readonly control: string | null;
  readonly signer: { readonly office: string; readonly name: string | null } | null;
}

/** What an amending act is drafted from. `changes` are those of the comparison of the two. */
export interface ActInput {
  readonly was: Programme;
  readonly became: Programme;
  readonly changes: readonly Change[];
  readonly requisites: ActRequisites;
  readonly techniques?: TechniqueChoices;
}

/** Where a sentence of an act stands. */
export interface ActPlace {
  /** «1.3 б)»; null outside the numbered points. */
  readonly point: string | null;
  /** The paragraph's or table's position in the act, from 1. */
  readonly block: number;
  readonly text: string;
}

/** One change that an act proposes, with the sentence that says so. Accept it whole or not at all. */
export interface Proposal {
  /** Positions in `edits` count in the programme before the act; `listEdits` puts the edits of chosen proposals in an order in which they can be applied. */
  readonly edits: readonly Edit[];
  readonly replacement: Replacement | null;
  readonly place: ActPlace;
  /** The act's own words; several sentences may change one paragraph. */
  readonly quoted: string;
  /** `sure`: the address names one place and «было» stands there. `likely`: one place fits, though the address is looser. */
  readonly confidence: "sure" | "likely";
}

export const ACT_FINDING_CODES = [
  "another-programme",
  "programme-unnamed",
  "place-unknown",
  "place-several",
  "not-found",
  "found-several",
  "overlap",
  "annex-missing",
  "restated-unreadable",
  "restated-foreign",
  "not-understood",
] as const;
export type ActFindingCode = (typeof ACT_FINDING_CODES)[number];
export type ActFinding = Finding<ActFindingCode, ActPlace>;

/** What reading an amending act gives: what it is, what it proposes, and what was not understood or does not fit. */
export interface ActReading {
  /** Of the act itself, and of the act that it amends, as printed. */
  readonly requisites: ActNumber & { readonly amended: ActNumber & { readonly programme: string | null } };
  readonly proposals: readonly Proposal[];
  readonly findings: readonly ActFinding[];
}
