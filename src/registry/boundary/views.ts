import type { Id } from "../../kernel/id.ts";
import type { AssociationState } from "../contract.ts";
import type { Box, Shape } from "../geometry/shape.ts";

export const SUBJECT_KINDS = ["district", "settlement", "association"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Whose boundary it is; of the district the municipality's own id. */
export interface BoundarySubject {
  readonly kind: SubjectKind;
  readonly id: Id;
}

/** «Акт, установивший границы»: a decision of the council of deputies, a resolution, a law of the region, the charter. */
export const ACT_KINDS = ["council-decision", "resolution", "regional-law", "charter", "other"] as const;
export type BoundaryActKind = (typeof ACT_KINDS)[number];

/** «На день», a local date; with the instant up to which records are looked at, «как было известно», where that is asked for. */
export type BoundaryMoment = string | { readonly on: string; readonly knownAt: Date | null };

/** The act that set a boundary. `date` is local, null where it is not known. */
export interface BoundaryAct {
  readonly kind: BoundaryActKind;
  readonly number: string;
  readonly date: string | null;
}

/** What a person has been asked and has agreed to. */
export const CONFIRMATIONS = ["swapped", "mercator", "far", "repair"] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

/** A record of a boundary without its lines; `since` is the local date from which it holds. */
export interface BoundaryRecord {
  readonly id: Id;
  readonly number: number;
  readonly since: string;
  readonly act: BoundaryAct;
  readonly squareMetres: number;
  readonly points: number;
  /** ISO instant. */
  readonly recordedAt: string;
  readonly cancellation: { readonly at: string; readonly basis: string } | null;
}

/** A boundary as it is in force, with its exact lines. */
export interface BoundaryView extends BoundaryRecord {
  readonly shape: Shape;
}

/** Everything about the boundary of one subject. */
export interface BoundaryCard {
  readonly subject: BoundarySubject;
  readonly name: string;
  /** An association's own settlement. */
  readonly settlement: { readonly id: Id; readonly name: string } | null;
  readonly inForce: BoundaryView | null;
  /** All records, the newest first. */
  readonly history: readonly BoundaryRecord[];
  /** The number of the newest record, 0 where there is none: what a form sends back. */
  readonly version: number;
  readonly warnings: readonly BoundaryWarning[];
}

/** A shape of a map. */
export interface MapShape {
  readonly id: Id;
  readonly name: string;
  /** Thinned out for pictures. */
  readonly outline: Shape;
  readonly squareMetres: number;
}

export interface MapAssociation extends MapShape {
  readonly number: number;
  readonly settlementId: Id;
  readonly settlement: string;
  readonly state: AssociationState;
}

/** An association in the list beside a map. */
export interface MapRow {
  readonly id: Id;
  readonly number: number;
  readonly name: string;
  readonly settlementId: Id;
  readonly settlement: string;
  readonly state: AssociationState;
  /** Null where no boundary is in force. */
  readonly squareMetres: number | null;
}

/** Water and the like: drawn below the boundaries, with its name along it. */
export interface GroundShape {
  readonly name: string;
  readonly shape: Shape;
}

/** What a map of the district shows on a day. */
export interface DistrictMap {
  readonly district: MapShape | null;
  readonly settlements: readonly MapShape[];
  readonly associations: readonly MapAssociation[];
  readonly water: readonly GroundShape[];
  /** Every association that has not ended, also those without a boundary, by name. */
  readonly rows: readonly MapRow[];
  readonly box: Box | null;
}

/** «Граница отсутствует», «пересекается с соседней», «выходит за границу поселения». Areas in square metres. */
export type BoundaryWarning =
  | { readonly kind: "no-boundary"; readonly associationId: Id }
  | {
      readonly kind: "overlap";
      readonly associationId: Id;
      readonly other: { readonly id: Id; readonly name: string };
      readonly squareMetres: number;
    }
  | {
      readonly kind: "outside";
      readonly associationId: Id;
      readonly other: { readonly id: Id; readonly name: string };
      readonly squareMetres: number;
    };

/** Less is the width of the pen: it would be shown as 0,00 ha. */
export const LEAST_SQUARE_METRES = 50;

/** How an object of an uploaded file was recognised. */
export type MatchedBy = "id" | "number" | "name";

/** What would become of an object of an uploaded file. */
export type UploadState = "new" | "changed" | "same" | "unknown" | "twice" | "crossing" | "empty" | "too-detailed";

export interface UploadRow {
  /** The object's place in the file, counted from 1. */
  readonly place: number;
  /** As the file names it. */
  readonly label: string;
  readonly subject: (BoundarySubject & { readonly name: string; readonly by: MatchedBy }) | null;
  readonly state: UploadState;
  readonly squareMetres: number | null;
  readonly points: number;
  /** Where its line crosses itself, if it does. */
  readonly crossings: readonly (readonly [number, number])[];
}

export interface UploadPreview {
  readonly hash: string;
  readonly name: string;
  readonly takenAt: string;
  /** What has to be agreed to before the coordinates can be used. */
  readonly question: Extract<Confirmation, "swapped" | "mercator" | "far"> | null;
  readonly rows: readonly UploadRow[];
  /** Objects of the file without an area. */
  readonly passedBy: number;
}

/** Where ground tiles come from; null: from nowhere. */
export interface MapTiles {
  /** A template `https://…/{z}/{x}/{y}.png`, or the address of a `.pmtiles` file; `/maps/…` is a file of this installation. */
  readonly url: string;
  /** What has to be named on the map. */
  readonly credit: string;
}

/** What lies around a boundary that is drawn: exact lines, to keep away from and to join on to. */
export interface EditorGround {
  readonly settlement: Shape | null;
  readonly neighbours: readonly { readonly id: Id; readonly name: string; readonly shape: Shape }[];
  readonly water: readonly GroundShape[];
  readonly district: Shape | null;
  /** What to look at first. */
  readonly box: Box | null;
}

/** By what the list of those who keep boundaries is narrowed. */
export interface KeptFilter {
  /** A number of the register, or words of the name. */
  readonly text?: string;
  readonly settlementId?: string;
  /** `missing`: without a boundary; `amiss`: with anything to be put right. */
  readonly only?: (typeof KEPT_STATES)[number];
}
export const KEPT_STATES = ["missing", "amiss"] as const;

/** A page of it, with the district and its settlements, which stand above every page. */
export interface KeptList {
  readonly ground: readonly KeptSubject[];
  readonly rows: readonly KeptSubject[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** A boundary that could be recorded and whether it is, in the list of those who keep them. */
export interface KeptSubject extends BoundarySubject {
  readonly name: string;
  readonly settlement: string | null;
  readonly squareMetres: number | null;
  readonly warnings: readonly BoundaryWarning[];
}
