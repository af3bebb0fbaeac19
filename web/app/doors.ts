import { createContext, type RouterContextProvider } from "react-router";
import type * as access from "../../src/access/index.ts";
import type { Action, MailDoor, SignInDoor, Visitor } from "../../src/access/index.ts";
import type { NamedRole, SubjectChoice } from "../../src/access/people/views.ts";
import type { ContestDoor } from "../../src/contest/index.ts";
import type { DeskDoor } from "../../src/desk/index.ts";
import type { EventDoor, VisitorTable } from "../../src/event/index.ts";
import type { IndicatorDoor } from "../../src/indicator/index.ts";
import type { Actor, Context } from "../../src/kernel/context.ts";
import type { Language } from "../../src/kernel/refusal.ts";
import type { LedgerDoor } from "../../src/ledger/index.ts";
import type { NewsDoor } from "../../src/news/index.ts";
import type { Tx } from "../../src/platform/database/index.ts";
import type { Programme, Reading, ReadingHints } from "../../src/programme/contract.ts";
import type { ActReading, ProgrammeDoor } from "../../src/programme/index.ts";
import type { ActsDoor, BodiesDoor, BoundaryDoor, RegistryDoor } from "../../src/registry/index.ts";
import type { ReportDoor } from "../../src/report/index.ts";

type AccessDoor = typeof import("../../src/access/index.ts");
/** What the pages of access ask of it, besides signing in. */
type AccessPages = Pick<
  AccessDoor,
  | "changeLogo"
  | "changeMunicipality"
  | "chooseOwnLanguage"
  | "draftConsentText"
  | "exportTrail"
  | "findScan"
  | "giveConsent"
  | "listConsents"
  | "listConsentTexts"
  | "listCurrentTexts"
  | "listDemonstrationDoors"
  | "listHoldersOf"
  | "listPopulation"
  | "listTrailActions"
  | "loadMunicipality"
  | "openIncident"
  | "publishConsentText"
  | "readConsentsOf"
  | "readOperator"
  | "readOwnConsents"
  | "readOwnLanguage"
  | "readTrail"
  | "recordDuty"
  | "recordPaperConsent"
  | "recordPaperWithdrawal"
  | "recordPopulation"
  | "requirePermission"
  | "requireRecorder"
  | "takeIncidentStep"
  | "withdrawConsent"
>;

/** The municipality whose pages these are. `demonstration` raises the strip that names invented data. */
export interface MunicipalityCard {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly kind: "district" | "settlement" | "region";
  readonly timeZone: string;
  readonly demonstration: boolean;
  /** Its mark among the files. */
  readonly logoHash: string | null;
  /** Staff hold their roles only in sessions that passed a second factor. */
  readonly secondFactorRequired: boolean;
}

/** What the server gives to every loader and action: the slices' doors, and who asks. The pages import only the types. */
export interface Doors {
  /** Runs `work` in one transaction as the request's actor. */
  run<T>(work: (ctx: Context<Tx>) => Promise<T>): Promise<T>;
  readonly actor: Actor;
  /** Whether the actor may do it at all: what a page asks before it shows a link. The door refuses by itself. */
  may(action: Action): boolean;
  /** The same over a record that belongs to these: a settlement, an association. */
  mayOver(action: Action, belongsTo: readonly string[]): boolean;
  /** What stands between the person and their roles: a code to give, or a second factor to set up. */
  readonly gate: Visitor["gate"];
  readonly language: Language;
  /** The municipality's local date, `YYYY-MM-DD`. */
  readonly today: string;
  readonly municipality: MunicipalityCard;
  /** For scripts and styles of signed-in pages; null where no script may run. */
  readonly nonce: string | null;
  /** What stands before the addresses of this municipality's pages: empty at the root of a host, else `/m/<slug>`. */
  readonly base: string;
  /** Where the pages of another municipality of this server begin, without a slash at the end. */
  portalOf(municipalityId: string): string;
  /** Shown on an error page, so that the log can be searched for it. */
  readonly requestId: string;
  readonly desk: DeskDoor;
  readonly programme: ProgrammeDoor;
  /** Settlements, associations, officials and deputies. */
  readonly registry: RegistryDoor;
  readonly ledger: LedgerDoor;
  readonly events: EventDoor;
  /** Takes a table of visitors in beside the request; the id under which its progress is told. */
  importVisitors(given: VisitorTable): Promise<string>;
  /** Boundaries of associations, settlements and the district, and what maps show. */
  readonly boundaries: BoundaryDoor;
  /** Legal acts on associations. */
  readonly acts: ActsDoor;
  /** Councils and commissions, and who holds their seats. */
  readonly bodies: BodiesDoor;
  /** Contests, applications, juries and sittings. */
  readonly contests: ContestDoor;
  /** Publications. */
  readonly news: NewsDoor;
  /** Actuals of indicators and activities. */
  readonly indicators: IndicatorDoor;
  /** Reports on a programme's periods. */
  readonly reports: ReportDoor;
  /** The outbox, for the administrator. */
  readonly mail: MailDoor;
  readonly access: SignInDoor & AccessPages;
  readonly personal: {
    /** A person's data as a ZIP. Refuses as `collectPersonal`. */
    export(given: access.Exporting): Promise<Uint8Array>;
    /** What erasing would do. Refuses as `forecastErasure`. */
    forecast(ctx: Context<Tx>, personId: string): Promise<access.ErasureForecast>;
    /** Refuses as `erasePersonal`, and `erasure-unconfirmed` where what was typed is not the person's name. */
    erase(given: { readonly personId: string; readonly basis: string; readonly confirmation: string }): Promise<void>;
  };
  /** Keeps a picture drawn anew, at most `side` pixels wide and high, and says its hash. Refuses `picture-unreadable` and `picture-too-large`. */
  savePicture(bytes: Uint8Array, side: number): Promise<string>;
  /** Keeps a paper that was scanned, a PDF as it is and a picture drawn anew. Refuses `consent-scan-missing` and `picture-too-large`. */
  saveScan(bytes: Uint8Array): Promise<{ readonly hash: string; readonly type: string }>;
  /** A kept file by its hash. */
  readFile(hash: string): Promise<Uint8Array>;
  /** A ZIP made while it is sent, one part in memory at a time; its length is known beforehand. */
  streamArchive(
    parts: readonly { readonly name: string; readonly bytes: number; readonly open: () => Promise<Uint8Array> }[],
  ): Promise<{ readonly body: ReadableStream<Uint8Array>; readonly bytes: number }>;
  readonly people: {
    /** Everybody with a role here; roles name the settlement or association in which they are held. */
    list(ctx: Context<Tx>): Promise<readonly access.PersonView[]>;
    listInvitations(ctx: Context<Tx>): Promise<readonly access.InvitationView[]>;
    readonly withdrawInvitation: typeof access.withdrawInvitation;
    giveRole(ctx: Context<Tx>, given: access.NewHolding): Promise<void>;
    endRole(ctx: Context<Tx>, ending: access.HoldingEnd): Promise<void>;
    /** The settlements and associations in which a role can be given. */
    listSubjects(ctx: Context<Tx>): Promise<readonly SubjectChoice[]>;
    nameOwnRoles(ctx: Context<Tx>): Promise<readonly NamedRole[]>;
    readonly requireSecondFactor: typeof access.requireSecondFactor;
  };
  /** Reads in a worker, with its limits; refuses a file that is no document. */
  readDocument(bytes: Uint8Array, hints: ReadingHints): Promise<Reading>;
  /** Reads an amending act against a programme, in a worker. */
  readAct(bytes: Uint8Array, programme: Programme): Promise<ActReading>;
  /** Writes a programme as a file, in a worker. */
  writeEdition(format: "docx" | "xlsx" | "json", content: Programme): Promise<Uint8Array>;
  /** The sentence of a refusal by its code, in the request's language. */
  say(code: string, values: Readonly<Record<string, string | number>>): string;
  /** The status and the sentence of a refusal in the request's language; null when the error is none. */
  explain(error: unknown): {
    readonly status: number;
    readonly code: string;
    readonly sentence: string;
    readonly values: Readonly<Record<string, string | number>>;
  } | null;
}

/** The status and the sentence of a refusal in the request's language; null when the error is none. */
type Explain = Doors["explain"];

/** What the one page of a server without a municipality gets. */
export interface SetUpDoors {
  readonly language: Language;
  readonly nonce: string | null;
  readonly requestId: string;
  /** Refuses as `finishSetUp`; the cookies that open the administrator's session. */
  finish(given: unknown): Promise<readonly string[]>;
  readonly explain: Explain;
}

/** Set in place of the doors until there is a municipality. */
export const setUpContext = createContext<SetUpDoors | null>(null);

export function setUpOf(args: { readonly context: Readonly<RouterContextProvider> }): SetUpDoors | null {
  return args.context.get(setUpContext);
}

/** The server sets it on every request's `RouterContextProvider`; it reaches this very object through the build's entry module. */
export const doorsContext = createContext<Doors>();

export function doorsOf(args: { readonly context: Readonly<RouterContextProvider> }): Doors {
  return args.context.get(doorsContext);
}
