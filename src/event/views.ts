import type {
  EventKind,
  EventMove,
  EventMoveBar,
  EventState,
  Need,
  Organiser,
  PaperKind,
  Point,
  RegistrationState,
  VisitOutcome,
} from "./contract.ts";

/** An event as lists show it. Instants are ISO texts, days local. */
export interface EventRowView {
  readonly id: string;
  /** «12/2024». */
  readonly number: string;
  readonly title: string;
  readonly kind: EventKind;
  /** Of a kind of the municipality's own; null of the others, which the page names. */
  readonly kindName: string | null;
  readonly state: EventState;
  readonly organiser: Organiser;
  readonly association: string | null;
  readonly settlement: string | null;
  readonly date: string;
  readonly untilDate: string;
  /** Local times `HH:MM`. */
  readonly from: string;
  readonly until: string;
  readonly places: readonly string[];
}

/** What a list of events is narrowed to; each part is optional. */
export interface EventFilter {
  /** A built-in kind, or the id of an own one. */
  readonly kind?: string;
  readonly state?: EventState;
  readonly settlementId?: string;
  readonly associationId?: string;
  readonly organiser?: Organiser;
  readonly activityId?: string;
  readonly year?: number;
  /** Local days, both included: events that touch them. */
  readonly from?: string;
  readonly to?: string;
  readonly text?: string;
}

export const EVENT_SORTS = ["date", "-date", "title", "number", "state"] as const;
export type EventSort = (typeof EVENT_SORTS)[number];

/** A page of a list; `total` counts the whole. */
export interface EventListView {
  readonly rows: readonly EventRowView[];
  readonly total: number;
  /** Words were found in more than `total`, which is then how many one may look through. */
  readonly hasMore: boolean;
  readonly page: number;
  readonly pages: number;
}

export interface SiteView {
  readonly id: string;
  readonly place: string;
  readonly point: Point | null;
  readonly association: string | null;
  readonly settlement: string | null;
}

export interface HostView {
  readonly id: string;
  readonly name: string;
  readonly office: string;
  readonly kind: "official" | "deputy";
}

export interface PaperView {
  readonly id: string;
  readonly kind: PaperKind;
  readonly name: string;
  readonly caption: string;
  readonly bytes: number;
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly point: Point | null;
  readonly isPublic: boolean;
}

/** What everybody may read of a question. */
export interface PublicQuestionView {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

/** An event's page as everybody sees it. */
export interface PublicEventView extends EventRowView {
  readonly description: string;
  readonly agenda: string;
  readonly results: string;
  readonly cancelReason: string | null;
  readonly activity: { readonly name: string; readonly slug: string; readonly position: number } | null;
  readonly sites: readonly SiteView[];
  readonly hosts: readonly HostView[];
  readonly papers: readonly PaperView[];
  readonly questions: readonly PublicQuestionView[];
  /** Of a public page: one may register now. */
  readonly takesRegistrations: boolean;
}

/** A move with the reason why this person cannot make it now. */
export interface MoveView {
  readonly move: EventMove;
  readonly bar: EventMoveBar | null;
}

/** An event's inner page. */
export interface EventPageView extends PublicEventView {
  readonly version: number;
  readonly minutes: string;
  readonly ownKindId: string | null;
  readonly activityId: string | null;
  readonly associationId: string | null;
  readonly settlementId: string | null;
  readonly responsible: string | null;
  readonly responsibleId: string | null;
  readonly capacity: number | null;
  readonly isAnnounced: boolean;
  readonly hasBegun: boolean;
  /** Whether it takes or took registrations, and whether this person may see who registered. */
  readonly takesRegistrationsEver: boolean;
  readonly mayReadVisitors: boolean;
  /** Of a series: its rule as RFC 5545 writes it. */
  readonly rule: string | null;
  readonly seriesPosition: number | null;
  readonly copiedFromId: string | null;
  readonly changedAt: string;
  readonly changedBy: string | null;
  readonly mayKeep: boolean;
  readonly mayWork: boolean;
  readonly moves: readonly MoveView[];
  /** What must come before it is announced, and before it is confirmed. */
  readonly missing: readonly (Need | "sites")[];
  readonly undocumented: readonly Need[];
  readonly isCounted: boolean;
  readonly needs: readonly Need[];
  readonly siteFields: readonly SiteFieldsView[];
  readonly hostIds: readonly string[];
}

/** A site as its form shows it. */
export interface SiteFieldsView {
  readonly id: string;
  readonly place: string;
  readonly point: Point | null;
  readonly settlementId: string | null;
  readonly associationId: string | null;
  readonly responsibleId: string | null;
}

/** A question as the administration sees it; who asked is null where this person may not know. */
export interface QuestionView {
  readonly id: string;
  readonly number: number;
  readonly question: string;
  readonly asker: string | null;
  readonly contact: string | null;
  readonly owner: string;
  readonly ownerId: string;
  readonly dueDate: string;
  readonly answer: string;
  readonly answeredOn: string | null;
  readonly publicQuestion: string;
  readonly publicAnswer: string;
  readonly isPublished: boolean;
  readonly withdrawReason: string | null;
  readonly isLate: boolean;
  readonly mayAnswer: boolean;
  readonly version: number;
}

/** The times and cards of a reception. */
export interface ReceptionView {
  readonly mayKeep: boolean;
  readonly slots: readonly {
    readonly id: string;
    readonly officialId: string;
    readonly host: string;
    readonly from: string;
    readonly until: string;
    readonly isTaken: boolean;
  }[];
  readonly visits: readonly VisitView[];
}

export interface VisitView {
  readonly id: string;
  readonly number: number;
  readonly slotId: string | null;
  readonly host: string;
  readonly name: string;
  readonly contact: string;
  readonly subject: string;
  readonly outcome: VisitOutcome;
  readonly answer: string;
  readonly owner: string | null;
  readonly dueDate: string | null;
  readonly answeredOn: string | null;
  readonly isLate: boolean;
  readonly version: number;
}

/** Who registered for an event. */
export interface RegistrationView {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly places: number;
  readonly state: RegistrationState;
  readonly registeredAt: string;
}

/** A choice of a form. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** By what a list of events can be narrowed. */
export interface FilterChoices {
  readonly kinds: readonly (Choice & { readonly ended: boolean })[];
  readonly settlements: readonly Choice[];
  readonly associations: readonly (Choice & { readonly settlementId: string })[];
}

/** What a field with a search offers after it. */
export interface FoundAssociations {
  /** What was looked for. */
  readonly words: string;
  readonly choices: readonly Choice[];
  /** More words are needed to see the rest. */
  readonly hasMore: boolean;
}

/** What the form of an event offers. */
export interface EventChoices extends FilterChoices {
  /** There are too many associations for a list: they are looked for. */
  readonly searchesAssociations: boolean;
  readonly officials: readonly (Choice & {
    readonly office: string;
    readonly since: string;
    readonly until: string | null;
  })[];
  readonly activities: readonly Choice[];
  readonly staff: readonly Choice[];
}

/** What a letter's link leads to. */
export interface RegistrationLinkView {
  readonly eventId: string;
  readonly title: string;
  readonly date: string;
  readonly where: readonly string[];
  readonly name: string;
  readonly places: number;
  readonly state: RegistrationState;
}
