import type { Id } from "../../kernel/id.ts";
import type { AssociationName } from "../contract.ts";
import type { FieldKey, Section } from "../record/fields.data.ts";
import type { FieldValue } from "../record/record.ts";
import type { Warning } from "../warning/views.ts";

/** A filled field: the value as it is kept, and as a form and a file have it. */
export interface FieldView {
  readonly key: FieldKey;
  readonly value: FieldValue;
  readonly text: string;
}

/** What holds of a section, since when, and who recorded it. */
export interface SectionView {
  readonly section: Section;
  readonly fields: readonly FieldView[];
  /** Null where nothing is entered. */
  readonly since: string | null;
  readonly basis: string;
  readonly recordedAt: string | null;
  readonly recordedBy: string | null;
  /** What a form sends back as what it has seen. */
  readonly seen: Id | "";
  readonly mayChange: boolean;
}

/** «Карточка ТОС» for those who keep it. */
export interface CardView {
  readonly association: AssociationName;
  readonly on: string;
  /** ISO instant; null where all that is known counts. */
  readonly knownAt: string | null;
  readonly sections: readonly SectionView[];
  readonly warnings: readonly Warning[];
}

export interface ChangedField {
  readonly key: FieldKey;
  readonly was: string;
  readonly became: string;
}

/** An entry of the history with what it changed. */
export interface HistoryRow {
  readonly id: Id;
  readonly section: Section;
  readonly since: string;
  readonly recordedAt: string;
  readonly recordedBy: string | null;
  readonly basis: string;
  /** `taken-back` says that it only takes back another. */
  readonly kind: "first" | "change" | "correction" | "taken-back";
  /** Nobody believes it any more. */
  readonly isCorrected: boolean;
  readonly fields: readonly ChangedField[];
  readonly mayCorrect: boolean;
}

/** What somebody else saved while a form was open. */
export interface MeanwhileView {
  readonly recordedBy: string | null;
  readonly recordedAt: string;
  readonly fields: readonly ChangedField[];
}

/** A chair as the public page names them, by their consent. */
export interface ChairView {
  readonly name: string;
  readonly since: string | null;
  readonly until: string | null;
}

/** The public page of an association. */
export interface PublicView {
  readonly association: AssociationName;
  readonly fields: readonly FieldView[];
  readonly chair: ChairView | null;
  readonly formerChairs: readonly ChairView[];
  /** How many are in the board; their names are not published. */
  readonly members: number;
}
