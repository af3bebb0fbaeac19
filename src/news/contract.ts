import type { Id } from "../kernel/id.ts";

export const PUBLICATION_KINDS = ["article", "press-release", "news"] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

export const OUTLET_KINDS = ["newspaper", "site", "television", "radio", "social-network"] as const;
export type OutletKind = (typeof OUTLET_KINDS)[number];

export const PUBLICATION_STATES = ["draft", "for-approval", "returned", "approved", "published", "withdrawn"] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

export const MOVES = ["submit", "approve", "return", "publish", "withdraw"] as const;
export type Move = (typeof MOVES)[number];

interface Transition {
  readonly from: readonly PublicationState[];
  readonly to: PublicationState;
  /** The line of the permission table. */
  readonly asks: "news.write" | "news.approve";
  readonly needsReason: boolean;
}

/** «Ход публикации»: which move leads from where to where, and who may make it. The server refuses by it, the page offers by it. */
export const TRANSITIONS: Readonly<Record<Move, Transition>> = {
  submit: { from: ["draft", "returned"], to: "for-approval", asks: "news.write", needsReason: false },
  approve: { from: ["for-approval"], to: "approved", asks: "news.approve", needsReason: false },
  return: { from: ["for-approval", "approved"], to: "returned", asks: "news.approve", needsReason: true },
  publish: { from: ["approved"], to: "published", asks: "news.approve", needsReason: false },
  withdraw: { from: ["published"], to: "withdrawn", asks: "news.approve", needsReason: true },
};

/** While it may be edited. */
export const EDITABLE: readonly PublicationState[] = ["draft", "returned"];

export function listMoves(state: PublicationState): readonly Move[] {
  return MOVES.filter((move) => TRANSITIONS[move].from.includes(state));
}

export const PICTURES_LIMIT = 12;
export const NEWS_PAGE_ROWS = 20;

/** «Издание»: where others publish. */
export interface Outlet {
  readonly id: Id;
  readonly kind: OutletKind;
  readonly name: string;
  readonly link: string | null;
  readonly version: number;
}

interface Named {
  readonly id: Id;
  readonly name: string;
}

/** What a publication is chosen from. */
export interface NewsChoices {
  readonly outlets: readonly Outlet[];
  readonly activities: readonly (Named & { readonly position: number })[];
  /** Null where there are more than a person looks through. */
  readonly associations: readonly Named[] | null;
}

/** What a form with a search offers: the associations chosen in it, and those that the words typed may mean. */
export interface OfferedAssociations {
  readonly words: string;
  readonly chosen: readonly Named[];
  readonly found: readonly Named[];
  readonly hasMore: boolean;
}

/** A picture without what the camera noted; sizes in pixels. */
export interface PictureView {
  readonly id: Id;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly smallWidth: number;
  readonly smallHeight: number;
}

export interface PublicationRow {
  readonly id: Id;
  readonly number: number;
  readonly kind: PublicationKind;
  readonly state: PublicationState;
  readonly title: string;
  readonly lead: string | null;
  /** Null: on our own pages. */
  readonly outlet: Pick<Outlet, "id" | "kind" | "name"> | null;
  readonly link: string | null;
  readonly issue: string | null;
  readonly publishedOn: string | null;
  readonly associations: readonly { readonly id: Id; readonly name: string }[];
  readonly activityId: Id | null;
  readonly authorName: string | null;
  readonly picture: PictureView | null;
}

export interface PublicationEventView {
  readonly move: Move;
  readonly reason: string | null;
  readonly at: string;
  /** Null of who was erased. */
  readonly by: string | null;
}

export interface PublicationView extends PublicationRow {
  readonly text: string | null;
  readonly version: number;
  readonly pictures: readonly PictureView[];
  readonly events: readonly PublicationEventView[];
  readonly mayWrite: boolean;
  /** What this person may do with it now. */
  readonly moves: readonly Move[];
}

/** What a list of publications is narrowed to. */
export interface NewsFilter {
  readonly kind?: PublicationKind;
  readonly state?: PublicationState;
  readonly year?: number;
  readonly outletId?: Id;
  readonly text?: string;
}

/** A year's publications beside the plan of the activities that they belong to. */
export interface NewsYear {
  readonly year: number;
  /** In millionths; null where no activity plans any. */
  readonly planned: bigint | null;
  readonly published: number;
  readonly byKind: Readonly<Record<PublicationKind, number>>;
  /** On own pages, and in outlets. */
  readonly own: number;
  readonly inOutlets: number;
}
